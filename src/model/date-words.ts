/** Dates in words of the site's language, at their own precision. */
import * as words from '#words';
import { clockOffset, type DatePart, namedDates, type Precision, type When } from './date.ts';
import { once } from './once.ts';

/** The key of cached formatters: creating one takes a hundred times as long as using it. */
const formatters = {};

const formatter = (language: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once(
    formatters,
    language + JSON.stringify(fields),
    () => new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...fields }),
  );

/** A year's number in the language's digits. */
const digitsOf = (year: number, language: string): string =>
  once(
    formatters,
    `years of ${language}`,
    () => new Intl.NumberFormat(language, { useGrouping: false }),
  ).format(year);

const yearLabel = (year: number, language: string): string =>
  year > 0
    ? words.year(digitsOf(year, language))
    : words.beforeCommonEra(digitsOf(1 - year, language));

/** A clock in words, by its offset from UTC: `UTC`, `UTC+9`, `UTC−3:30`. */
export function clockName(offset: string): string {
  const minutes = clockOffset(offset) / 60_000;
  if (minutes === 0) return words.zone('');
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return words.zone(`${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`);
}

/** JavaScript's Date ends at ±271,821 years; beyond, only the year is worded. */
const isDated = ({ year }: DatePart): boolean => Math.abs(year) <= 270_000;

/** Whether `Intl` can format a date: no qualifier, no year before 1, no year beyond Date. */
const isPlain = (part: DatePart): boolean =>
  !part.uncertain && !part.approximate && part.year > 0 && isDated(part);

function formatPart(part: DatePart, language: string): string {
  const text = spelled(part, language);
  const about = part.approximate ? words.aboutDate(text) : text;
  return part.uncertain ? words.uncertainDate(about) : about;
}

function spelled(part: DatePart, language: string): string {
  const { precision, year, offset } = part;
  if (precision === 'decade' || precision === 'century') {
    const last = year + (precision === 'decade' ? 9 : 99);
    // Decades before the common era have no names.
    if (year <= 0) return words.numberRange(yearLabel(year, language), yearLabel(last, language));
    const name = precision === 'decade' ? words.decade : words.years;
    return name(digitsOf(year, language), digitsOf(last, language));
  }
  if (precision === 'year' || !isDated(part)) return yearLabel(year, language);
  const fields: Intl.DateTimeFormatOptions = { month: 'long' };
  if (year > 0) fields.year = 'numeric';
  if (precision !== 'month') fields.day = 'numeric';
  if (precision === 'time') Object.assign(fields, { hour: '2-digit', minute: '2-digit' });
  const zone = offset === null ? '' : ` ${clockName(offset)}`;
  const text = formatter(language, fields).format(part.lo + part.ahead) + zone;
  return year > 0 ? text : words.dateInYear(text, yearLabel(year, language));
}

/**
 * A date in words, no more precise than it is: `February 2019`, `27–28 February 2019`, `from February 2019`.
 * @param language BCP 47; month names follow it
 */
export const formatDate = (when: When, language: string): string =>
  once(when, `in words of ${language}`, () => inWords(when, language));

function inWords(when: When, language: string): string {
  const { start, end, kind } = when;
  if (kind === 'date' && start) return formatPart(start, language);
  if (start && end) {
    if (kind === 'choice')
      return words.betweenDates(formatPart(start, language), formatPart(end, language));
    return [start, end].every((part) => part.precision === 'day' && isPlain(part))
      ? formatter(language, { day: 'numeric', month: 'long', year: 'numeric' })
          .formatRange(start.lo, end.lo)
          // ICU puts thin or full spaces around the dash of a range of days; without them, columns are even.
          .replace(/(\d)[\s ]*–[\s ]*(\d+ \p{L}+ \d+)$/u, '$1–$2')
      : words.range(formatPart(start, language), formatPart(end, language));
  }
  if (start)
    return (kind === 'choice' ? words.onOrAfter : words.fromDate)(formatPart(start, language));
  if (end)
    return (kind === 'choice' ? words.onOrBefore : words.untilDate)(formatPart(end, language));
  return when.edtf;
}

/** Shorter and shorter forms of a date for narrow places, the longest first: `Thursday 25 April 2019` … `25 April`. */
export function dateNames(when: When, language: string): [string, ...string[]] {
  const { start, kind } = when;
  const full = formatDate(when, language);
  if (kind !== 'date' || !start || !isPlain(start)) return [full];
  const named = (fields: Intl.DateTimeFormatOptions): string =>
    formatter(language, fields).format(start.lo);
  if (start.precision === 'day') {
    const date = { day: 'numeric', month: 'long' } as const;
    return [words.weekdayAndDate(named({ weekday: 'long' }), full), full, named(date)];
  }
  if (start.precision === 'month') return [full, named({ month: 'short', year: 'numeric' })];
  return [full];
}

/** A date's precision in words: that of its coarser end, and whether an end is open. */
export function precisionName(when: When): string {
  const parts = namedDates(when);
  const ranks = Object.keys(words.precisions) as Precision[];
  const coarsest = ranks.find((rank) => parts.some(({ precision }) => precision === rank)) ?? 'day';
  const name = words.precisions[coarsest];
  return when.start && when.end ? name : words.oneEndOpen(name);
}

/**
 * The ends of a date in words, for dating several events together: one if both are the same; `null` for an open end.
 * @returns for each end its own extent `[lo, hi)` in milliseconds, its name with its year, and the digits of its year:
 * `''` if they would say less or more than the date, as of `about 1911`, `the 1910s`, `44 BCE`
 */
export function dateEnds(
  { start, end }: When,
  language: string,
): ({ lo: number; hi: number; name: string; year: string } | null)[] {
  const inYear = (part: DatePart): boolean =>
    isPlain(part) && part.precision !== 'decade' && part.precision !== 'century';
  return (start === end ? [start] : [start, end]).map(
    (part) =>
      part && {
        lo: part.lo,
        hi: part.hi,
        name: formatPart(part, language),
        year: inYear(part) ? digitsOf(part.year, language) : '',
      },
  );
}
