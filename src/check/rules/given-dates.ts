/** Whether a quote gives a date literally, to its own precision: in figures or with the month's name. */
import { type DatePart, timeText, unqualified } from '../../model/date.ts';
import { primaryLanguage } from '../../model/language.ts';
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
    if (hedge === 'bound') return spans || isVague(part);
    return hedge === null || isVague(part);
  };
  const { month } = part;
  if (month !== null) {
    const written = unqualified(part).replace('+', '\\+');
    if (matches(text, `(?<!\\d)${written}(?!\\d)`).some(([start, end]) => isSaid(start, end)))
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

const isVague = ({ approximate, uncertain, precision }: DatePart): boolean =>
  approximate || uncertain || precision === 'decade' || precision === 'century';

type Place = [start: number, end: number];

/** By their text: patterns with \p{L} take long to compile, and many dates share a month, a day or a year. */
const patterns = new Map<string, RegExp>();

function matches(text: string, pattern: string): Place[] {
  const compiled = patterns.get(pattern) ?? new RegExp(pattern, 'gu');
  patterns.set(pattern, compiled);
  return [...text.matchAll(compiled)].map(({ 0: found, index }) => [index, index + found.length]);
}

/** A decade or a century is called by its first year. */
const DECADE_AFTER = /^(?:['’]?s|er[n]?|-?(?:е|х|ые|ых|ми))(?![\p{L}])|^年代|^년대/u;
const DECADE_BEFORE = /(?:années|años|anni|anos|lata|jaren)\s$/iu;

/** Where a text has the year as a number of its own: no part of another, no price, no share and no count. */
function yearsIn(
  text: string,
  { year, precision }: DatePart,
  language: string,
  spans: boolean,
): Place[] {
  const number = year > 0 ? year : 1 - year;
  if (!text.includes(String(number))) return [];
  const date = `(?<=(?<!\\d)\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?)`;
  const whole = `(?<!\\p{Nd}|\\p{Nd}[.,'’]|\\p{Sc}\\s?)`;
  const after = `(?!\\p{Nd}|[.,'’]\\p{Nd}|\\s?[%‰\\p{Sc}])`;
  return matches(text, `(?:${date}|${whole})0{0,3}${number}${after}`).filter(([start, end]) => {
    const [front, rest] = [text.slice(0, start), text.slice(end)];
    const isDecade = DECADE_AFTER.test(rest) || DECADE_BEFORE.test(front);
    if (isDecade && precision !== 'decade' && precision !== 'century') return false;
    if (isInName(front, language) || isOfLife(front, rest, spans)) return false;
    const before = isBeforeChrist(front, rest);
    return year > 0 ? !before && mayBeYear(front, year, rest, language) : before;
  });
}

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

/** Where a text has a month's name as a month: beside the day or the year that it belongs to, and beside no other year. */
function monthsIn(words: string, name: string, { year, day }: DatePart, language: string): Place[] {
  // "may" and "march" are months only with a capital letter.
  const english = primaryLanguage(language) === 'en';
  const [text, spellings] = english
    ? [words, [name, name.toUpperCase()]]
    : [words.toLowerCase(), [name.toLowerCase()]];
  const found = spellings.filter((spelling) => text.includes(spelling));
  if (found.length === 0) return [];
  const spelled = `(?:${found.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const month = /^\d/.test(name) ? `(?<!\\d)${spelled}` : `(?<!\\p{L})${spelled}(?!\\p{L})`;
  const shownYear = year > 0 ? year : 1 - year;
  const ofYear = ([start, end]: Place): boolean => {
    const beside =
      YEAR_AFTER.exec(text.slice(end))?.[1] ?? YEAR_BEFORE.exec(text.slice(0, start))?.[1];
    return beside === undefined || Number(beside) === shownYear;
  };
  if (day !== null) {
    const number = `(?<![\\p{Nd}.,])0?${day}${NO_NUMBER}${ORDINAL}`;
    return [
      ...matches(text, `${number}(?:${JOINT}${DAYS})*${GAP}${month}`),
      ...matches(text, `${month}${GAP}(?:${DAYS}${JOINT})*${number}(?:${JOINT}${DAYS})*`),
    ].filter(ofYear);
  }
  const number = `(?<!\\p{Nd})${shownYear}(?!\\p{Nd})`;
  return [
    ...matches(text, `${month}(?:${JOINT}\\p{L}+)?${GAP}${number}`),
    ...matches(text, `${number}${GAP}${month}`),
    // The year may stand elsewhere in the quote.
    ...matches(
      text,
      english
        ? `(?<=\\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id)[\\s-]+)${month}`
        : `(?<=(?<!\\p{L})\\p{L}{1,4}\\s+)${month}`,
    ).filter(ofYear),
  ];
}

/** Whether a text has a time of day, on a clock of twelve hours too, and on no other clock than the date's. */
function givesTime(text: string, { day, time, offset }: DatePart): boolean {
  if (day === null || time === null) return true;
  const [hour, minute] = timeText({ ...time, second: null }).split(':');
  const twelve = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const half = time.hour < 12 ? 'a' : 'p';
  const places = [
    ...matches(
      text,
      `(?<![\\d:])(?:${hour}|${time.hour}):${minute}(?!\\d)(?!\\s?[aApP]\\.?\\s?[mM])`,
    ),
    ...matches(
      text,
      `(?<![\\d:])0?${twelve}:${minute}(?!\\d)(?=\\s?[${half}${half.toUpperCase()}]\\.?\\s?[mM])`,
    ),
  ];
  return places.some(([, end]) => {
    const zone =
      /^(?::\d\d)?\s?(?:[ap]\.?\s?m\.?\s?)?\(?(?:(GMT|UTC|Z(?!\p{L}))|([+-])(\d\d):?(\d\d))/iu.exec(
        text.slice(end),
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
