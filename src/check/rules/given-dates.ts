/** Whether a quote gives a date literally, to its own precision: in figures or with the month's name. */
import { type DatePart, timeText, unqualified } from '../../model/date.ts';
import { primaryLanguage } from '../../model/language.ts';
import { occurrencesIn } from '../../model/occurrences.ts';
import { isInName, isOfLife } from '../../model/year-names.ts';
import { hedgeAround, isBeforeChrist, mayBeYear } from '../../model/year-words.ts';

/** Arabic and Persian figures. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * Whether a text gives a date as its source's own, neither denied nor nearer than it says: "about 1850" gives `1850~`,
 * and "before 1850" gives an end of a span.
 * @param spans whether the date is an end of an interval or of a choice
 */
export function gives(words: string, part: DatePart, language: string, spans = false): boolean {
  const text = words.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
  const isSaid = (start: number, end: number): boolean => {
    const hedge = hedgeAround(text.slice(0, start), text.slice(end));
    if (hedge === 'denied') return false;
    // "3 or 4 May 2021".
    if (CHOICE.test(text.slice(start, end))) return spans || isVague(part);
    if (hedge === 'bound') return spans || isVague(part);
    return hedge === null || isVague(part);
  };
  const { month } = part;
  if (month !== null) {
    const whole = (start: number, end: number): number =>
      isAt(NO_FIGURE_BEFORE, text, start) ? endAt(NO_FIGURE_AFTER, text, end) : -1;
    if (placesOf(text, [unqualified(part)], whole).some(([start, end]) => isSaid(start, end)))
      return true;
  }
  if (month === null)
    return yearsIn(text, part, language, spans).some(([start, end]) => isSaid(start, end));
  if (yearsIn(text, part, language, spans).length === 0) return false;
  const isMonth = monthNames(month, language).some((name) =>
    monthsIn(text, name, part, language).some(([start, end]) => isSaid(start, end)),
  );
  return isMonth && givesTime(text, part);
}

const CHOICE = /\p{Nd}(?:st|nd|rd|th|\.)?\s(?:or|oder|ou|o|или)\s/u;

const isVague = ({ approximate, uncertain, precision }: DatePart): boolean =>
  approximate || uncertain || precision === 'decade' || precision === 'century';

type Place = [start: number, end: number];

/** Where a sticky pattern that begins at an offset ends; −1 if it does not match there. */
function endAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const isAt = (pattern: RegExp, text: string, at: number): boolean => endAt(pattern, text, at) >= 0;

/**
 * Where a text has one of some words with what must stand around it: the places that a global pattern would find, none
 * over another. A pattern with \p{L} takes long to compile, so none is made of a date; each is constant.
 * @param endOf where a place that begins with the word ends, −1 if it is none; the word's own start and end
 * @param zeros how many zeros may stand before the word and belong to it
 */
function placesOf(
  text: string,
  words: readonly string[],
  endOf: (start: number, end: number) => number,
  zeros = 0,
): Place[] {
  const found: Place[] = [];
  const sought = words
    .flatMap((word) => occurrencesIn(text, word).map((at): Place => [at, at + word.length]))
    .sort(([a], [b]) => a - b);
  let free = 0;
  for (const [at, past] of sought) {
    let first = at;
    while (at - first < zeros && text[first - 1] === '0') first--;
    for (let start = first; start <= at; start++) {
      const end = start < free ? -1 : endOf(start, past);
      if (end < 0) continue;
      found.push([start, end]);
      free = end;
      break;
    }
  }
  return found;
}

const NO_FIGURE_BEFORE = /(?<!\d)/y;
const NO_FIGURE_AFTER = /(?!\d)/y;

/** A decade or a century is called by its first year. */
const DECADE_AFTER = /^(?:['’]?s|er[n]?|-?(?:е|х|ые|ых|ми))(?![\p{L}])|^年代|^년대/u;
const DECADE_BEFORE = /(?:années|años|anni|anos|lata|jaren)\s$/iu;

/** What stands before a year: no part of another number and no currency, or a day and a month in figures. */
const YEAR_BEGINS = /(?<=(?<!\d)\d{1,2}[./]\s?\d{1,2}[./]\s?)|(?<!\p{Nd}|\p{Nd}[.,'’]|\p{Sc}\s?)/uy;
const YEAR_ENDS = /(?!\p{Nd}|[.,'’]\p{Nd}|\s?[%‰\p{Sc}])/uy;

/** Where a text has the year as a number of its own: no part of another, no price, no share and no count. */
function yearsIn(
  text: string,
  { year, precision }: DatePart,
  language: string,
  spans: boolean,
): Place[] {
  const ofOwn = (start: number, end: number): number =>
    isAt(YEAR_BEGINS, text, start) ? endAt(YEAR_ENDS, text, end) : -1;
  return placesOf(text, [shownYear(year)], ofOwn, 3).filter(([start, end]) => {
    const [front, rest] = [text.slice(0, start), text.slice(end)];
    const isDecade = DECADE_AFTER.test(rest) || DECADE_BEFORE.test(front);
    if (isDecade && precision !== 'decade' && precision !== 'century') return false;
    if (isInName(front, language) || isOfLife(front, rest, spans)) return false;
    const before = isBeforeChrist(front, rest);
    return year > 0 ? !before && mayBeYear(front, year, rest, language) : before;
  });
}

/** Years before Christ count from 1. */
const shownYear = (year: number): string => String(year > 0 ? year : 1 - year);

/** What may stand between the parts of one date. */
const GAP =
  '(?:[\\s,.]*(?:(?:day of|of the|of|the|de la|del|de|di|do|da|du|den|des Jahres|г|год[ау]?|m|年|년|م)(?![\\p{Ll}])[\\s,.]*)?)';
/** What joins several days or months to one date. */
const JOINT = '\\s*(?:[-–—/,&]|and|or|to|through|until|et|au|à|und|bis|ir|и|по|y|al|a|e|~)\\s*';
const ORDINAL = '(?:st|nd|rd|th|er|[ºª.]|-?(?:го|е|ое)|日|일)?';
const DAYS = `\\d{1,2}${ORDINAL}`;
/** No part of a larger number, a price, a share or a time of day. */
const NO_NUMBER = "(?!\\p{Nd}|[.,:'’]\\p{Nd}|\\s?[%‰\\p{Sc}])";
const YEAR_AFTER = new RegExp(`^${GAP}(\\d{3,4})(?!\\d|\\s?[:.,]\\d)`, 'u');
const YEAR_BEFORE = new RegExp(`(?<!\\d)(\\d{3,4})${GAP}$`, 'u');

const DAY_BEGINS = /(?<![\p{Nd}.,])/uy;
const FIGURES_BEGIN = /(?<!\p{Nd})/uy;
const LETTERS_BEGIN = /(?<!\p{L})/uy;
const LETTERS_END = /(?!\p{L})/uy;
/** Whether any day stands behind a month's name: a pattern of one day is slow to compile, and most texts need none. */
const DAY_AFTER = new RegExp(
  `${GAP}(?:${DAYS}${JOINT})*(?<![\\p{Nd}.,])0?\\d{1,2}${NO_NUMBER}`,
  'uy',
);
/** A year behind a month's name, or behind two. */
const MONTH_YEAR = new RegExp(`(?:${JOINT}\\p{L}+)?${GAP}(?<!\\p{Nd})(\\d+)(?!\\p{Nd})`, 'uy');
/** What stands before a month's name whose year stands elsewhere in the quote. */
const MONTH_LED = {
  english:
    /(?<=\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id)[\s-]+)/uy,
  other: /(?<=(?<!\p{L})\p{L}{1,4}\s+)/uy,
};

/** By what is in them: a month's names or the number of a day, so that there are few. */
const patterns = new Map<string, RegExp>();

function sticky(pattern: string): RegExp {
  const compiled = patterns.get(pattern) ?? new RegExp(pattern, 'uy');
  patterns.set(pattern, compiled);
  return compiled;
}

/** Where a text has a month's name as a month: beside the day or the year that it belongs to, and beside no other year. */
function monthsIn(words: string, name: string, { year, day }: DatePart, language: string): Place[] {
  // "may" and "march" are months only with a capital letter.
  const english = primaryLanguage(language) === 'en';
  const [text, spellings] = english
    ? [words, [name, name.toUpperCase()]]
    : [words.toLowerCase(), [name.toLowerCase()]];
  if (!spellings.some((spelling) => text.includes(spelling))) return [];
  const spelled = `(?:${spellings.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const isNumbered = /^\d/.test(name);
  const month = isNumbered ? `(?<!\\d)${spelled}` : `(?<!\\p{L})${spelled}(?!\\p{L})`;
  const begins = isNumbered ? NO_FIGURE_BEFORE : LETTERS_BEGIN;
  const isMonth = (start: number, end: number): boolean =>
    isAt(begins, text, start) && (isNumbered || isAt(LETTERS_END, text, end));
  const ofYear = ([start, end]: Place): boolean => {
    const beside =
      YEAR_AFTER.exec(text.slice(end))?.[1] ?? YEAR_BEFORE.exec(text.slice(0, start))?.[1];
    // The year of a sentence further on is not that of the month.
    const [rest = ''] = text.slice(start).split(/[;!?]\s|(?<!\p{Nd})\.\s+(?=\p{L})/u);
    return (
      (beside === undefined || Number(beside) === (year > 0 ? year : 1 - year)) &&
      (text.slice(0, start) + rest).includes(shownYear(year))
    );
  };
  if (day !== null) {
    const afterDay = sticky(`${NO_NUMBER}${ORDINAL}(?:${JOINT}${DAYS})*${GAP}${month}`);
    const number = `(?<![\\p{Nd}.,])0?${day}${NO_NUMBER}${ORDINAL}`;
    const afterMonth = sticky(`${GAP}(?:${DAYS}${JOINT})*${number}(?:${JOINT}${DAYS})*`);
    const dayFirst = (start: number, end: number): number =>
      isAt(DAY_BEGINS, text, start) ? endAt(afterDay, text, end) : -1;
    const monthFirst = (start: number, end: number): number =>
      isMonth(start, end) && isAt(DAY_AFTER, text, end) ? endAt(afterMonth, text, end) : -1;
    return [
      ...placesOf(text, [String(day)], dayFirst, 1),
      ...placesOf(text, spellings, monthFirst),
    ].filter(ofYear);
  }
  const afterYear = sticky(`(?!\\p{Nd})${GAP}${month}`);
  const led = english ? MONTH_LED.english : MONTH_LED.other;
  const monthFirst = (start: number, end: number): number => {
    if (!isMonth(start, end)) return -1;
    MONTH_YEAR.lastIndex = end;
    // What may stand between them has no figures: only this number can be it.
    return MONTH_YEAR.exec(text)?.[1] === shownYear(year) ? MONTH_YEAR.lastIndex : -1;
  };
  const yearFirst = (start: number, end: number): number =>
    isAt(FIGURES_BEGIN, text, start) ? endAt(afterYear, text, end) : -1;
  const alone = (start: number, end: number): number =>
    isMonth(start, end) && isAt(led, text, start) ? end : -1;
  return [
    ...placesOf(text, spellings, monthFirst),
    ...placesOf(text, [shownYear(year)], yearFirst),
    // The year may stand elsewhere in the quote.
    ...placesOf(text, spellings, alone).filter(ofYear),
  ];
}

/** A time of day, and whether an a.m. or a p.m. stands behind it. */
const TIME = /(?<![\d:])(\d+):(\d\d)(?!\d)(?=\s?([aApP])\.?\s?[mM]|)/g;

/** Whether a text has a time of day, on a clock of twelve hours too, and on no other clock than the date's. */
function givesTime(text: string, { day, time, offset }: DatePart): boolean {
  if (day === null || time === null) return true;
  const [hour, minute] = timeText({ ...time, second: null }).split(':');
  const twelve = String(time.hour % 12 === 0 ? 12 : time.hour % 12);
  return [...text.matchAll(TIME)].some(({ 0: found, 1: hours, 2: minutes, 3: half, index }) => {
    const isHour =
      half === undefined
        ? hours === hour || hours === String(time.hour)
        : (hours === twelve || hours === `0${twelve}`) &&
          half.toLowerCase() === (time.hour < 12 ? 'a' : 'p');
    if (!isHour || minutes !== minute) return false;
    const zone =
      /^(?::\d\d)?\s?(?:[ap]\.?\s?m\.?\s?)?\(?(?:(GMT|UTC|Z(?!\p{L}))|([+-])(\d\d):?(\d\d))/iu.exec(
        text.slice(index + found.length),
      );
    if (!zone || offset === null) return true;
    return (zone[1] ? 'Z' : `${zone[2]}${zone[3]}:${zone[4]}`) === offset;
  });
}

const names = new Map<string, string[]>();

/** A month's names, long and short, alone and beside a day, as they are in many languages two forms. */
function monthNames(month: number, language: string): string[] {
  const key = `${language} ${month}`;
  const cached = names.get(key);
  if (cached) return cached;
  // The bare language as well: `Sep` is English, `Sept` British.
  const languages = [language, primaryLanguage(language)];
  const made = languages.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((length) =>
      [{ month: length }, { month: length, day: 'numeric' as const }].flatMap((fields) => {
        const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...fields });
        const parts = format.formatToParts(Date.UTC(2001, month - 1, 1));
        const at = parts.findIndex((part) => part.type === 'month');
        const name = parts[at]?.value.replace(/\.$/, '') ?? '';
        // Where months are numbered, the word for month makes the number a name, as in 4月.
        const unit = /^\d+$/.test(name)
          ? (/^\p{L}+/u.exec(parts[at + 1]?.value ?? '')?.[0] ?? '')
          : '';
        return /^\d*$/.test(name + unit) ? [] : [name + unit];
      }),
    ),
  );
  const unique = [...new Set(made.flatMap((name) => [name, ...declined(name, language)]))];
  names.set(key, unique);
  return unique;
}

/**
 * A month's name in the cases of Russian that no calendar is set in, from its genitive: `в марте`, `к марту`, `перед мартом`.
 */
function declined(name: string, language: string): string[] {
  if (primaryLanguage(language) !== 'ru' || !/[ая]$/.test(name)) return [];
  const [stem, endings] = [
    name.slice(0, -1),
    name.endsWith('а') ? ['е', 'у', 'ом'] : ['е', 'ю', 'ём', 'ем'],
  ];
  return endings.map((ending) => stem + ending);
}
