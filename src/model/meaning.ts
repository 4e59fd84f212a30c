/** What a quote of whole words may still leave out: a negation right beside it, or a part of a number in words. */
import { primaryLanguage } from './language.ts';
import { paragraphEnd } from './layout.ts';
import { ANSWERS, NEGATIONS, UNSPACED_NEGATIONS } from './negations.ts';
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
import { type SourceText, shownText } from './quote.ts';
import { fold, type Span } from './text.ts';

/** Words right beside a quote without which it says something else. */
export interface Omission {
  side: 'before' | 'after';
  /** `clause`: a negation further before the quote, in the same clause. `condition`: an if right before it. */
  kind: 'negation' | 'clause' | 'condition' | 'number';
  /** What is left out, with the white space and the marks up to the quote: `not a `. */
  words: string;
}

/** How much of a text is looked at on either side, in UTF-16 units. */
const WINDOW = 160;

/** A quote that begins or ends with one of these is a clause of its own. */
const STOP = /[.,;:!?…—–)。，、；：！？؟،؛]/u;

/**
 * What a quote leaves out beside it, at most once on each side: it begins right after words that deny or take back, or
 * ends before them; or it has a part of a number of which the rest stands beside it: scale, unit, sign, range.
 * @param language a BCP 47 tag; the negations are those of this language
 */
export function omissionsOf(source: SourceText, span: Span, language: string): Omission[] {
  const quote = fold(shownText(source, span)).trim();
  const [before, after] = besideOf(source, span);
  const omissions: Omission[] = [];
  const add = (
    side: Omission['side'],
    found: Readonly<Partial<Record<Omission['kind'], string | null>>>,
  ): void => {
    for (const kind of ['negation', 'number', 'condition', 'clause'] as const)
      if (found[kind]) return void omissions.push({ side, kind, words: found[kind] });
  };
  if (!STOP.test(quote.charAt(0)))
    add('before', {
      negation: negationBefore(before, language),
      number: numberBefore(before, quote),
      condition: patternsOf(language).condition?.exec(before)?.[0] ?? null,
      clause: patternsOf(language).clause?.exec(before)?.[0] ?? null,
    });
  if (!STOP.test(quote.at(-1) ?? ''))
    add('after', {
      negation: negationAfter(after, language),
      number: numberAfter(before + quote, after),
    });
  return omissions;
}

/** The words of the same paragraph before and after a quote, as they are shown. */
function besideOf(source: SourceText, { start, end }: Span): [before: string, after: string] {
  const { text } = source;
  const parting = paragraphEnd(source);
  const from = Math.max(0, start - WINDOW);
  const [to] = [...text.slice(end, end + WINDOW).matchAll(parting)].map(({ index }) => end + index);
  const last = [...text.slice(from, start).matchAll(parting)].at(-1);
  return [
    fold(
      shownText(source, { start: last ? from + last.index + last[0].length : from, end: start }),
    ),
    fold(shownText(source, { start: end, end: to ?? Math.min(text.length, end + WINDOW) })),
  ];
}

/** What may stand between a word and the quote: a space, and marks that open or close a quotation. */
const OPENING = `[\\s"“„”«»‘’'‹›「『（(*_]*$`;
const CLOSING = `^["”“«»’'‹›」』*_]*`;
const BEGINS_WORD = '(?<![\\p{L}\\p{M}\\p{N}])';
const ENDS_WORD = '(?![\\p{L}\\p{M}\\p{N}])';

/** Signs of emphasis and quotation that may close a negation itself. */
const CLOSED = '[*_"”’»)]*';
/** Words put in, as in "did not, he said, agree". */
const ASIDE =
  '(?:,\\s[^,.;:!?()]{1,50},|\\s?\\([^().]{1,50}\\)|\\s?[–—]\\s?[^–—.]{1,50}[–—]|\\s-\\s[^.]{1,50}\\s-)';

interface Patterns {
  before: RegExp | null;
  clause: RegExp | null;
  condition: RegExp | null;
  after: RegExp | null;
}

const patterns = new Map<string, Patterns>();

function patternsOf(tag: string): Patterns {
  const language = primaryLanguage(tag);
  const known = patterns.get(language);
  if (known) return known;
  const own = Object.hasOwn(NEGATIONS, language) ? NEGATIONS[language] : undefined;
  const { before = '', skipped, reversing, after, clauses, conditions, joined = '' } = own ?? {};
  const skip = skipped ? `(?:,?\\s+${oneOf(skipped)}){0,3}` : '';
  const direct = reversing ? `|${oneOf(reversing)}` : '';
  const firm = before.split(' ').filter((word) => !ANSWERS.has(word));
  const aside = firm.length > 0 ? `|${oneOf(firm.join(' '))}${skip}${ASIDE}${skip}` : '';
  const made: Patterns = {
    before: own
      ? new RegExp(
          `${BEGINS_WORD}${joined}(?:${oneOf(before)}${CLOSED}${skip}${direct}${aside})${CLOSED}[\\s-]${OPENING}`,
          'iu',
        )
      : null,
    clause: clauses
      ? new RegExp(
          `${BEGINS_WORD}${oneOf(before)}(?:\\s+(?!${oneOf(clauses)}${ENDS_WORD})[\\p{L}\\p{M}\\p{N}’'-]+){1,5}\\s${OPENING}`,
          'iu',
        )
      : null,
    condition: conditions
      ? new RegExp(`${BEGINS_WORD}${oneOf(conditions)}\\s${OPENING}`, 'iu')
      : null,
    after: after ? new RegExp(`${CLOSING}\\s(?:${oneOf(after)})${ENDS_WORD}`, 'iu') : null,
  };
  patterns.set(language, made);
  return made;
}

const UNSPACED_BEFORE = new RegExp(`(?:${UNSPACED_NEGATIONS.before})${OPENING}`, 'u');
const UNSPACED_AFTER = new RegExp(`${CLOSING}(?:${UNSPACED_NEGATIONS.after})`, 'u');

function negationBefore(before: string, language: string): string | null {
  const unspaced = UNSPACED_BEFORE.exec(before);
  // 别 denies, and in 特别 it does not.
  if (unspaced && isWord(before, unspaced.index, language)) return unspaced[0];
  return patternsOf(language).before?.exec(before)?.[0] ?? null;
}

function negationAfter(after: string, language: string): string | null {
  const found = UNSPACED_AFTER.exec(after) ?? patternsOf(language).after?.exec(after);
  return found?.[0] ?? null;
}

/** Whether a word begins at an offset, by Unicode's dictionaries. */
function isWord(text: string, at: number, language: string): boolean {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return segmenter.segment(text).containing(at)?.index === at;
}

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

function numberBefore(before: string, quote: string): string | null {
  const found =
    (BEGINS_WITH_SCALE.test(quote) && BEFORE_SCALE.exec(before)) ||
    (BEGINS_WITH_FIGURE.test(quote) && (NAMED.exec(before) ?? BEFORE_FIGURE.exec(before))) ||
    (BEGINS_WITH_NUMBER.test(quote) && BEFORE_NUMBER.exec(before)) ||
    (BEGINS_WITH_ORDINAL.test(quote) && BEFORE_ORDINAL.exec(before)) ||
    (WHOLE.test(quote) && HALF_BEFORE.exec(before)) ||
    (ONE_MORE.test(quote) && BEFORE_ONE.exec(before));
  return found ? found[0] : null;
}

function numberAfter(quote: string, after: string): string | null {
  const found =
    (NAME.test(quote) && ROMAN_AFTER.exec(after)) ||
    (ENDS_WITH_TIME.test(quote) && ERA_AFTER.exec(after)) ||
    (QUANTITY.test(quote) && RELATED_AFTER.exec(after)) ||
    (DEGREES.test(quote) && BELOW_AFTER.exec(after)) ||
    (MEASURED.test(quote) && DIFFERENT_AFTER.exec(after)) ||
    (DATED.test(quote) && CHOICE_AFTER.exec(after)) ||
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
