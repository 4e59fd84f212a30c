/**
 * Dates as people write them, as EDTF of the very same precision. Every word of the text is accounted for by one
 * pattern of the table, or the date is refused with a reason; none is guessed.
 */
import { type Conventions, LONGEST, normalized } from './conventions.ts';
import { LANGUAGES } from './date-names.ts';
import { eitherDay, type Groups, plain } from './date-patterns.ts';
import {
  DAY_ONLY,
  ERA_FIRST,
  ERA_LAST,
  isBefore,
  MONTH_FIRST,
  MONTH_LAST,
  NAMES_MONTH,
  sureOfEra,
  TWO_MEANINGS,
  TWO_TIMES,
  YEAR_LAST,
} from './date-pieces.ts';
import { checked, choiceOf, dateOf, daysOfMidnights, rangeOf } from './edtf.ts';
import { attempt } from './fields.ts';

/**
 * Reads a date, a range, or an open end.
 * @returns EDTF
 * @throws {RangeError} saying why it cannot be read
 */
export const readDate = (given: string, conventions: Conventions = {}): string =>
  readSpan(given, '', conventions);

/**
 * Reads a date whose end may stand in a field of its own.
 * @returns EDTF; what begins and ends at midnight is whole days
 * @throws {RangeError} saying why it cannot be read
 */
export function readSpan(
  start: string,
  end: string,
  conventions: Conventions = {},
  ofEnd: Conventions = conventions,
): string {
  const first = readRaw(start, conventions);
  if (end.trim() === '') return daysOfMidnights(first);
  if (!isSimple(first)) throw new RangeError(`"${start.trim()}" has an end of its own`);
  const both = ending(first, normalized(end), ofEnd);
  sureOfEra(first, normalized(start), both.split('/')[1] ?? '', normalized(end));
  return daysOfMidnights(both);
}

/**
 * As {@link readDate}, midnight kept as the time it is written as.
 * @throws {RangeError} saying why it cannot be read
 */
export function readRaw(given: string, conventions: Conventions = {}): string {
  const text = normalized(given);
  if (text === '') throw new RangeError('it has no date');
  if (text.length > LONGEST) throw new RangeError('it is too long for a date');
  const date = attempt(() => expression(text, conventions));
  if (typeof date === 'string') return date;
  // A reason that begins with a verb is of the whole text.
  const why = date?.message ?? whyNot(text, conventions);
  throw new RangeError(/^(?:is|may|has) /.test(why) ? `"${given.trim()}" ${why}` : why);
}

const isSimple = (edtf: string): boolean => !/[/[\]]/.test(edtf);

/** How an end of a range is read: it is no range itself, so that no text is parted twice. */
type Reading = Conventions & { single?: boolean };

/** `14-18` is no range of the first century, whatever the column is called. */
const ofEnd = (conventions: Reading): Reading => ({
  ...conventions,
  single: true,
  yearsOnly: false,
});

/** A qualifier, bounds, a range or a plain date; `null` where some word of it is not accounted for. */
function expression(text: string, conventions: Reading): string | null {
  if (TWO_TIMES.test(text)) throw new RangeError(TWO_MEANINGS);
  const edtf = asEdtf(text, conventions);
  if (edtf !== null) return edtf;
  for (const { pattern, read, spans } of EXPRESSIONS) {
    const groups = spans && conventions.single ? undefined : pattern.exec(text)?.groups;
    if (groups) return read(groups, conventions);
  }
  // A date that has hyphens in it is not parted at one of them.
  return plain(text, conventions) ?? (conventions.single ? null : range(text, conventions));
}

/** What is EDTF as it stands; of a bare minus year, only where the column says that it is. */
function asEdtf(text: string, { minus = 'people' }: Conventions): string | null {
  if (/^-\d+$/.test(text)) {
    if (minus === 'unclear')
      throw new RangeError(
        `"${text}" may be ${text.slice(1)} BCE or, as EDTF counts, a year earlier: the column has both forms; write BCE`,
      );
    return minus === 'edtf' ? checked(text) : null;
  }
  try {
    return checked(text);
  } catch (cause) {
    // It is EDTF by its form, and no day of the calendar.
    if (/^-?\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) throw cause;
    return null;
  }
}

/** Whole texts that qualify or bound another date. */
const EXPRESSIONS: {
  pattern: RegExp;
  /** Whether it has two ends, or one that is open. */
  spans?: boolean;
  read(groups: Groups, conventions: Reading): string | null;
}[] = [
  {
    pattern:
      /^(?:(?:circa|ca|about|around|approximately) |(?:circa|c|ca|approx)\. ?|c ?(?=\d)|~ ?)(?<date>.+)$/i,
    read: ({ date = '' }, conventions) => marked(expression(date, conventions), '~'),
  },
  {
    pattern: /^(?<date>[^-].*?\d\D*?) ?(?:\?|\(\?\)|\(uncertain\))$/i,
    read: ({ date = '' }, conventions) =>
      ENDLESS.test(date)
        ? unknownEnd(date, conventions)
        : marked(expression(date, conventions), '?'),
  },
  {
    spans: true,
    pattern: /^between (?<start>.+) and (?<end>.+)$/i,
    read: ({ start = '', end = '' }, conventions) => {
      const ends = bothEnds(start, end, conventions);
      return ends && choiceOf(...ends);
    },
  },
  {
    spans: true,
    pattern: /^from (?<start>.+?) (?:to|until|till|through) (?<end>.+)$/i,
    read: ({ start = '', end = '' }, conventions) => spanned(start, end, conventions),
  },
  {
    spans: true,
    pattern: /^(?<word>before|until|by|after|since|from) (?<date>.+)$/i,
    read: ({ word = '', date: text = '' }, conventions) => {
      const date = expression(text, conventions);
      return date !== null && isSimple(date) ? bounded(word.toLowerCase(), date) : null;
    },
  },
  {
    spans: true,
    pattern: /^(?<start>\d{3,4}) or (?<end>\d{3,4})$/i,
    // Years apart from each other are two dates, and nothing between them.
    read: ({ start = '', end = '' }) =>
      Number(end) === Number(start) + 1
        ? choiceOf(dateOf({ year: Number(start) }), dateOf({ year: Number(end) }))
        : null,
  },
];

const bounded = (word: string, date: string): string =>
  checked(
    {
      before: `[..${date}]`,
      by: `[..${date}]`,
      after: `[${date}..]`,
      until: `../${date}`,
      since: `${date}/..`,
      from: `${date}/..`,
    }[word] ?? '',
  );

/** Marks a date, or both ends of a range, as uncertain or approximate. */
function marked(date: string | null, mark: '~' | '?'): string | null {
  if (date === null) return null;
  if (/[[\]X]/.test(date)) throw new RangeError(`"${mark}" on ${date} has no one meaning`);
  return checked(
    date.replace(/([^/.?~%]+)([?~%]?)/g, (_, end: string, own: string) =>
      own === '' || own === mark ? end + mark : `${end}%`,
    ),
  );
}

const OPEN = /^(?:|present|the present|now|today|date|ongoing|current|\.{2,3})$/i;
const UNKNOWN = /^(?:\?|unknown)$/i;

/** A start with the words of its end: a date, open, or unknown. */
function ending(start: string, end: string, conventions: Conventions): string {
  if (OPEN.test(end)) return checked(`${start}/..`);
  if (UNKNOWN.test(end)) return checked(`${start}/`);
  const last = readRaw(end, conventions);
  if (!isSimple(last)) throw new RangeError(`"${end}" is no single end`);
  return rangeOf(start, last);
}

/** A start without its end, whose place a question mark takes. */
const ENDLESS = /(?: ?[-/]| (?:to|until|till|through))$/i;

function unknownEnd(text: string, conventions: Conventions): string | null {
  const start = expression(text.replace(ENDLESS, ''), conventions);
  return start === null || !isSimple(start) ? null : checked(`${start}/`);
}

/** `a - b`, `a to b`, `a-b`: whatever parts it into two dates, if that is one way only. */
function range(text: string, conventions: Conventions): string | null {
  const ways = (separator: RegExp): string[] => [
    ...new Set(
      [...text.matchAll(separator)].flatMap(({ 0: sign, index }) => {
        const [start, end] = [text.slice(0, index), text.slice(index + sign.length)];
        return spanned(start.trim(), end.trim(), conventions) ?? [];
      }),
    ),
  ];
  // A dash may stand for an open end; a word without what it leads to is half a date.
  const spaced = ways(/ (?:-(?: |$)|(?:to|until|till|through) )/gi);
  if (spaced.length === 1 && spaced[0] !== undefined) return spaced[0];
  // -1200-1100: the second hyphen may be a minus or none.
  const unclear = / - | to /i.test(text) || /^-\d+-\d+$/.test(text);
  const close = spaced.length > 0 || unclear ? [] : ways(/-/g);
  const slashed = close.length > 0 || !/^-?\d{4}[-/\dT:Z+. ]*$/.test(text) ? [] : ways(/ ?\/ ?/g);
  const [only, ...others] = [...spaced, ...close, ...slashed];
  if (others.length > 0) throw new RangeError(`"${text}" may be ${[only, ...others].join(' or ')}`);
  return only ?? null;
}

function spanned(start: string, end: string, conventions: Conventions): string | null {
  if (start === '') return null;
  if (OPEN.test(end) || UNKNOWN.test(end)) {
    const first = quietly(start, conventions);
    return first === null || !isSimple(first) ? null : ending(first, end, conventions);
  }
  if (UNKNOWN.test(start)) {
    const last = quietly(end, conventions);
    return last === null || !isSimple(last) ? null : checked(`/${last}`);
  }
  const ends = bothEnds(start, end, conventions);
  return ends && rangeOf(...ends);
}

/** Two dates, the first of which may lack what the second has: era, year, month. */
function bothEnds(
  start: string,
  end: string,
  conventions: Conventions,
): [start: string, end: string] | null {
  // 300 BC-200 and -300-200 may end in either era.
  const before = /^-\d+$/.test(start) || isBefore(ERA_LAST.exec(start)?.groups?.['era']);
  if (before && /^\d{1,3}$/.test(end)) return null;
  for (const [first, last] of [...completed(start, end), [start, end] as const]) {
    const [a, b] = [quietly(first, conventions), quietly(last, conventions)];
    if (a === null || b === null || !isSimple(a) || !isSimple(b)) continue;
    sureOfEra(a, first, b, last);
    return [a, b];
  }
  return null;
}

function quietly(text: string, conventions: Conventions): string | null {
  const date = attempt(() => expression(text, ofEnd(conventions)));
  return date instanceof Error ? null : date;
}

/** What the two sides of a range may stand for, once the one has what only the other says. */
function* completed(start: string, end: string): Generator<readonly [string, string]> {
  const era = ERA_LAST.exec(end)?.groups?.['era'];
  const own = ERA_LAST.test(start) || ERA_FIRST.test(start);
  // Before a month, one or two figures may be a day.
  const bare = /^\d{1,2}$/.test(start) && NAMES_MONTH.test(end);
  if (era !== undefined && !own && !bare) {
    if (isBefore(era) || /^(?:c\.|ca\.|circa)? ?\d{1,4}$/i.test(start))
      yield [`${start} ${era}`, end];
    if (isBefore(era)) return;
  }
  const { rest = '', year = '' } = YEAR_LAST.exec(end)?.groups ?? {};
  if (year === '' || YEAR_LAST.test(start)) return;
  // 14-15 April 1912
  const month = MONTH_LAST.exec(rest)?.groups?.['month'];
  if (month !== undefined && DAY_ONLY.test(start)) yield [`${start} ${month} ${year}`, end];
  // April 14-15, 1912
  const first = MONTH_FIRST.exec(start)?.groups?.['month'];
  if (first !== undefined && DAY_ONLY.test(rest))
    yield [`${start}, ${year}`, `${first} ${rest}, ${year}`];
  // April-May 1912; 14 April-2 May 1912; April 14-May 2, 1912
  if (NAMES_MONTH.test(start)) yield [`${start} ${year}`, end];
}

/** The reason that helps most, where a text is refused as a whole. */
function whyNot(text: string, { order }: Conventions): string {
  const [, one, other] =
    /(?<!\d)(0?[1-9]|1[0-2])[-/.](0?[1-9]|1[0-2])[-/.]\d{4}(?!\d)/.exec(text) ?? [];
  if (one !== undefined && other !== undefined && order === undefined) return eitherDay(one, other);
  if (/\b(?:spring|summer|autumn|fall|winter)\b/i.test(text))
    return 'is no date that can be read for sure: a season has no certain days; write its months';
  if (/^\d{4} ?[-/] ?\d{1,2}$/.test(text))
    return 'may be years or a month; write both years with four figures';
  if (/\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b/.test(text))
    return 'has a year without its century; write four figures';
  if (/\d\.? (?:\p{L}{1,3}\.? )?\p{L}{3,}\.?(?: \p{L}{1,3}\.?)? \d{3,4}/u.test(text))
    return `is no date that can be read for sure: months are read by number, and by name in ${LANGUAGES}`;
  return 'is no date that can be read for sure';
}
