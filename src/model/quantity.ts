/** What belongs to a number in words, and stands beside a quote that has the rest of it. */
import { primaryLanguage } from './language.ts';
import {
  AND,
  BELOW_ZERO,
  BETWEEN,
  CHOICES,
  COMPARATORS,
  CURRENCIES,
  DIFFERENCES,
  LETTER_UNITS,
  NUMBER_WORDS,
  ORDINAL_SIGNS,
  ORDINALS,
  oneOf,
  PREPOSITIONS,
  RANGES,
  RELATIONS,
  SCALES,
  TENS,
  UNITS,
} from './numerals.ts';
import { calendarNames } from './year-names.ts';
import { hedgeBefore, mayBeYear } from './year-words.ts';

/** What may stand between a word and the quote: a space, and marks that open or close a quotation. */
export const OPENING = `[\\s"“„”«»‘’'‹›「『（(*_]*$`;
export const CLOSING = `^["”“«»’'‹›」』*_]*`;
export const BEGINS_WORD = '(?<![\\p{L}\\p{M}\\p{N}])';
export const ENDS_WORD = '(?![\\p{L}\\p{M}\\p{N}])';

const WORD = `(?:${oneOf(NUMBER_WORDS)}|${oneOf(SCALES)})`;
const FIGURE = '(?:\\p{Nd}|[¼-¾⅐-⅞])';
const NUMBER = `(?:${FIGURE}+|${BEGINS_WORD}${WORD})`;
const pattern = (text: string, flags = 'iu'): RegExp => new RegExp(text, flags);

const ENDS_WITH_FIGURE = pattern(`${FIGURE}$`);
const ENDS_WITH_NUMBER = pattern(`${NUMBER}$`);
const BEGINS_WITH_FIGURE = pattern(`^["“«(]?\\p{Sc}?${FIGURE}`);
const BEGINS_WITH_NUMBER = pattern(
  `^["“«(]?(?:\\p{Sc}?${FIGURE}|[一二三四五六七八九十百千两兩]|${oneOf(NUMBER_WORDS)}${ENDS_WORD})`,
);
const BEGINS_WITH_SCALE = pattern(`^${oneOf(SCALES)}${ENDS_WORD}`);

/** A number, or a part of one, right before words that multiply it. */
const BEFORE_SCALE = pattern(
  `\\S*${NUMBER}[\\s-]*$|${BEGINS_WORD}(?:half|quarter|third)\\s(?:of\\s)?an?\\s$`,
);
/** "twenty-first", "двадцать первый": the last part alone is another number. */
const BEGINS_WITH_ORDINAL = pattern(`^${oneOf(ORDINALS)}${ENDS_WORD}`);
const BEFORE_ORDINAL = pattern(
  `${BEGINS_WORD}(?:${oneOf(TENS)}[-\\s]|(?:hundred|thousand)\\sand\\s)$`,
);
const ORDINAL_AFTER = pattern(`^(?:-|\\s(?=\\p{sc=Cyrl}))${oneOf(ORDINALS)}${ENDS_WORD}`);
const BEFORE_FIGURE = pattern(`${BEGINS_WORD}${oneOf(PREPOSITIONS)}\\s${OPENING}`);
const NAMED = pattern(`${BEGINS_WORD}${oneOf(`${ORDINAL_SIGNS} ${CURRENCIES}`)}\\s?$`, 'u');
const BEFORE_NUMBER = pattern(
  [
    `${BEGINS_WORD}${oneOf(COMPARATORS)}\\s${OPENING}`,
    // Han and Hangul: a share.
    '(?:百?分之|百分の|퍼센트)\\s?$',
    // "twenty-", "two hundred and ".
    `${BEGINS_WORD}${WORD}(?:-|\\s|\\s(?:and|y|et|e|und)\\s)$`,
    `\\S*${NUMBER}\\s${oneOf(RANGES)}\\s$`,
    // "3 May or " 4 May, "3 × " 10.
    `\\S*${NUMBER}(?:\\s\\p{L}+)?\\s${oneOf(CHOICES)}\\s$`,
    `\\S*${FIGURE}\\s?[×✕xX]\\s?$`,
    BELOW_ZERO,
    `${BEGINS_WORD}${oneOf(BETWEEN)}\\s\\S*${NUMBER}\\s${oneOf(AND)}\\s$`,
  ].join('|'),
);

/** "5 of the " 12. */
const PART_OF = pattern(`\\S*${NUMBER}\\s(?:out\\s)?of\\s(?:the|its|their|these|those|all)\\s$`);

const SCALE_AFTER = pattern(`${CLOSING}(?:[\\s-]*)${oneOf(SCALES)}${ENDS_WORD}`);
const UNIT_AFTER = pattern(`${CLOSING}[\\s-]*${oneOf(UNITS)}${ENDS_WORD}`);
const LETTER_AFTER = pattern(`^\\s?${oneOf(`${LETTER_UNITS} ${CURRENCIES}`)}${ENDS_WORD}`, 'u');
/** Russian has the word for the year behind a year. */
const YEAR = pattern(`(?<!\\p{Nd}|[.,]\\s?)\\p{Nd}{4}$`);
const YEAR_WORD = pattern(`^\\s?(?:года?|роки?|року)${ENDS_WORD}`);
const REST_AFTER = pattern(
  [
    `^(?:-|\\s|\\s(?:and|y|et|e|und)\\s)${oneOf(NUMBER_WORDS)}${ENDS_WORD}`,
    '^\\s(?:and\\sa\\shalf|point\\s\\p{L}+|per\\s\\p{L}+|et\\sdemie?|y\\smedi[oa]|et\\sune?|y\\sun[oa]?)(?!\\p{L})',
    `^\\s${oneOf(RANGES)}\\s(?:\\p{Sc}?${FIGURE}[\\p{Nd}.,]*|${WORD}${ENDS_WORD})`,
    // The units and counters of East Asia, without a space.
    '^[年月日号號時时分秒人名個个回次倍歳岁歲元円圆位届条條년월일시분초명개세살원회차배]',
    `^\\s?[×✕xX]\\s?${FIGURE}+|^\\s(?:out\\sof|by)\\s(?:the\\s|every\\s)?${NUMBER}`,
  ].join('|'),
);
/** A number with the words that it measures in: "5 degrees Celsius". */
const QUANTITY = pattern(`${NUMBER}[\\s-]?(?:\\p{L}+\\.?){0,1}(?:\\s\\p{L}+)?$|[度도]$`);
const RELATED_AFTER = pattern(
  `${CLOSING}\\s(?:(?:Celsius|Fahrenheit|C|F)\\s)?${oneOf(RELATIONS)}${ENDS_WORD}`,
);
const DEGREES = pattern(`${NUMBER}\\s?(?:degrees?|°)(?:\\s(?:Celsius|Fahrenheit|C|F))?$`);
const BELOW_AFTER = /^\s(?:(?:Celsius|Fahrenheit|C|F)\s)?(?:below|above)(?!\p{L})/iu;
/** Of a number and the unit behind it alone: "5 kilos less", and not "the 5 men more". */
const MEASURED = pattern(`${NUMBER}[\\s-]?(?:${oneOf(UNITS)}|${oneOf(SCALES)})$`);
const DIFFERENT_AFTER = pattern(`^\\s${oneOf(DIFFERENCES)}${ENDS_WORD}`);
const CHOICE_AFTER = pattern(`^\\s${oneOf(CHOICES)}\\s\\p{Sc}?${NUMBER}`);
const DATED = pattern(`${NUMBER}(?:\\s\\p{L}+)?$`);
const BOUND_AFTER =
  /^\s(?:or\s(?:so|more|fewer|less|later|earlier|thereabouts)|at\sthe\s(?:latest|earliest)|onwards?|and\s(?:after|before|later|earlier))(?!\p{L})/iu;
/** "5 feet" 3 inches, "2 hours" and 30 minutes. */
const LESSER_AFTER = pattern(`^\\s(?:and\\s)?${NUMBER}[\\s-]?${oneOf(UNITS)}${ENDS_WORD}`);
/** "one in ten", "half a million". */
const ONE = /(?<!\p{L})(?:one|1)$/iu;
const IN_SO_MANY = pattern(`^\\sin\\s(?:every\\s)?${NUMBER}(?!\\p{Nd}{3})`);
const HALF_BEFORE = /(?<!\p{L})(?:half|a\s(?:third|quarter|fifth|tenth)\sof)\s$/iu;
const WHOLE = pattern(`^an?\\s(?:${oneOf(SCALES)}|${oneOf(UNITS)})${ENDS_WORD}`);
const BETWEEN_TWO = pattern(`${BEGINS_WORD}${oneOf(BETWEEN)}\\s\\S*${NUMBER}$`);
const SECOND_OF_TWO = pattern(`^\\s${oneOf(AND)}\\s\\p{Sc}?${NUMBER}[\\p{Nd}.,]*`);
/** A year or a century is another before our era, an hour another in the afternoon. */
const ENDS_WITH_TIME = pattern(
  `(?:\\p{Nd}|century|centuries|millennium|Jahrhunderts?|siècles?|век[ауе]?)$`,
);
const ERA_AFTER =
  /^\s?(?:B\.?\s?C\.?(?:\s?E)?|A\.?\s?D|v\.\s?Chr|n\.\s?Chr|av(?:ant|\.)\s?J|до\s(?:н\.|Р)|[ap]\.?\s?m|o[’']clock|below\szero|above\szero|公元前|ق\.?\s?م)(?!\p{L})/iu;
/** "vingt et un": its last part alone is an article. */
const ONE_MORE = pattern(`^(?:un|une|uno|una|ein)${ENDS_WORD}`);
const BEFORE_ONE = pattern(`${BEGINS_WORD}${oneOf(NUMBER_WORDS)}\\s(?:et|y|e)\\s$`);

/** "Elizabeth II", "World War II"; in a text of capitals letters are no figures. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+$/u;
const ROMAN_AFTER = /^\s(?=[IVXL]{2})(?:X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{M}\p{N}])/u;

/** "21 May", "21st of May", "21 and 22 May": a day without its month is any. */
const DAY = /(?<![\p{Nd}\p{Sc}]|\p{Nd}[.,:])\p{Nd}{1,2}(?:st|nd|rd|th|er|º)?$/iu;
const MONTH_AFTER =
  /^\.?(?:(?:,|\s(?:and|&|und|et|y|e|и))\s\p{Nd}{1,2}(?:st|nd|rd|th|\.)?)*\s(?:of\s|de\s|d[’'])?(?<month>\p{L}+)/u;

function monthAfter(quote: string, after: string, language: string): RegExpExecArray | null {
  if (!DAY.test(quote)) return null;
  const found = MONTH_AFTER.exec(after);
  const month = found?.groups?.['month'] ?? '';
  // In English "may" and "march" are verbs.
  const isEnglish = primaryLanguage(language) === 'en';
  if (isEnglish && !/^\p{Lu}/u.test(month)) return null;
  return calendarNames('month', language).has(month.toLowerCase()) ? found : null;
}

/** "in May 2019", "3 May", "May 3", "2019". */
const BEGINS_WITH_DATE =
  /^(?:(?:in|on|early|late|mid|im|am|en|le|el|nel|в)[\s-])*(?:\p{Nd}{1,2}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?<month>\p{L}+)|(?<first>\p{L}+)\.?\s\p{Nd}|(?<year>\p{Nd}{4})(?![\p{Nd}.,]?\p{Nd}))/iu;

/** What says before a date that it was earlier or later, or was perhaps on it. */
function hedgeOfDate(before: string, quote: string, language: string): string | null {
  const found = BEGINS_WITH_DATE.exec(quote);
  const { month, first, year } = found?.groups ?? {};
  const name = (month ?? first ?? '').toLowerCase();
  const isDate =
    year === undefined
      ? calendarNames('month', language).has(name)
      : mayBeYear(before, Number(year), quote.slice(found?.[0].length), language);
  const hedge = isDate ? hedgeBefore(before) : null;
  // Of "before the 2019 elections" the elections are quoted, and no date.
  return year !== undefined && hedge !== null && /\sthe\s$/iu.test(hedge) ? null : hedge;
}

/**
 * What stands right before a quote and belongs to the number or the date that it begins with.
 * @param before the words before it, as they are shown
 * @param language of the text, whose months are looked for
 */
export function numberBefore(before: string, quote: string, language: string): string | null {
  const hedge = hedgeOfDate(before, quote, language);
  if (hedge !== null) return hedge;
  const found =
    (BEGINS_WITH_SCALE.test(quote) && BEFORE_SCALE.exec(before)) ||
    (BEGINS_WITH_FIGURE.test(quote) && (NAMED.exec(before) ?? BEFORE_FIGURE.exec(before))) ||
    (BEGINS_WITH_NUMBER.test(quote) && (BEFORE_NUMBER.exec(before) ?? PART_OF.exec(before))) ||
    (BEGINS_WITH_ORDINAL.test(quote) && BEFORE_ORDINAL.exec(before)) ||
    (WHOLE.test(quote) && HALF_BEFORE.exec(before)) ||
    (ONE_MORE.test(quote) && BEFORE_ONE.exec(before));
  return found ? found[0] : null;
}

/**
 * The same behind the number that a quote ends with.
 * @param quote the quote, with what stands before it
 * @param language of the text, whose months are looked for
 */
export function numberAfter(quote: string, after: string, language: string): string | null {
  const found =
    monthAfter(quote, after, language) ||
    (NAME.test(quote) && ROMAN_AFTER.exec(after)) ||
    (ENDS_WITH_TIME.test(quote) && ERA_AFTER.exec(after)) ||
    (QUANTITY.test(quote) && RELATED_AFTER.exec(after)) ||
    (DEGREES.test(quote) && BELOW_AFTER.exec(after)) ||
    (MEASURED.test(quote) && DIFFERENT_AFTER.exec(after)) ||
    (DATED.test(quote) && (CHOICE_AFTER.exec(after) ?? BOUND_AFTER.exec(after))) ||
    (MEASURED.test(quote) && LESSER_AFTER.exec(after)) ||
    (ONE.test(quote) && IN_SO_MANY.exec(after)) ||
    (ENDS_WITH_NUMBER.test(quote) &&
      (SCALE_AFTER.exec(after) ??
        (YEAR.test(quote) && YEAR_WORD.test(after) ? null : UNIT_AFTER.exec(after)) ??
        (ENDS_WITH_FIGURE.test(quote) ? LETTER_AFTER.exec(after) : null) ??
        REST_AFTER.exec(after) ??
        ORDINAL_AFTER.exec(after) ??
        (BETWEEN_TWO.test(quote) ? SECOND_OF_TWO.exec(after) : null)));
  return found ? found[0] : null;
}
