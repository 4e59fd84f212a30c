/**
 * Dates as the sources give them: EDTF (ISO 8601-2:2019) level 1, plus `[a..b]` of level 2.
 *
 * Every date is an extent on one clock, the archive's, in milliseconds since 1970-01-01T00:00 of it: `2011` is a year
 * long, not its first of January. A day is the archive's day; a time with an offset is moved to the archive's clock
 * where that is known, and shown as it was written. Seasons are refused: which months they
 * mean depends on the hemisphere, and no source here says.
 */

import { z } from 'zod';
import * as words from '#words';
import { once } from './once.ts';

export type Precision = 'century' | 'decade' | 'year' | 'month' | 'day' | 'time';

/** One calendar date with its extent `[lo, hi)` in milliseconds. */
export interface DatePart {
  edtf: string;
  lo: number;
  hi: number;
  /** How many milliseconds the clock it was read from is ahead of the archive's: `lo + ahead` is as written. */
  ahead: number;
  precision: Precision;
  /** `?`: the source itself may be wrong. */
  uncertain: boolean;
  /** `~`: an estimate. */
  approximate: boolean;
}

/** What an EDTF expression says: an extent `[lo, hi)`; `-Infinity` and `Infinity` are open or unknown ends. */
export interface When {
  edtf: string;
  /** `date`: somewhere in the extent. `interval`: all through it. `choice`: one day of it, as `[a..b]`. */
  kind: 'date' | 'interval' | 'choice';
  lo: number;
  hi: number;
  /** `null` where an interval or choice has no such end. */
  start: DatePart | null;
  end: DatePart | null;
}

const DAY = 86_400_000;

/**
 * Days from 1970-01-01 to a proleptic Gregorian date, exact for any integer year.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1–12) and day of a moment in milliseconds; the inverse of {@link daysFromCivil}. */
export function civilFromMs(ms: number): { year: number; month: number; day: number } {
  const days = Math.floor(ms / DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const startOf = (year: number, month = 1, day = 1): number => daysFromCivil(year, month, day) * DAY;
const startOfMonth = (year: number, month: number): number =>
  month > 12 ? startOf(year + 1) : startOf(year, month);

const PART =
  /^(?<year>-?\d{4}|Y-?\d{5,}|-?\d{2}XX|-?\d{3}X)(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?:T(?<time>\d\d:\d\d(?::\d\d)?)(?<offset>Z|[+-]\d\d(?::?\d\d)?)?)?(?<qualifier>[?~%])?$/;

/**
 * The offset of a clock from UTC, in milliseconds.
 * @param offset as in ISO 8601: `Z`, `+09:00`, `-0330`
 * @throws {RangeError} when no clock has it
 */
export function clockOffset(offset: string): number {
  const [hours, minutes = 0] = /^[+-]\d\d(:?\d\d)?$/.test(offset)
    ? (offset.match(/\d\d/g)?.map(Number) ?? [])
    : [offset === 'Z' ? 0 : 99];
  if (hours === undefined || hours > 14 || minutes > 59)
    throw new RangeError(`there is no offset ${offset}`);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/**
 * Parses one EDTF date, date-time or unspecified date (`199X`, `2019-04-XX`).
 * @throws {RangeError} in words an author can act on.
 */
function parsePart(edtf: string, clock: string | null): DatePart {
  const groups = PART.exec(edtf)?.groups;
  if (!groups) throw new RangeError(`not an EDTF date: ${edtf || '(empty)'}`);
  const { year: yyyy = '', month: mm, day: dd, time, offset, qualifier } = groups;
  const part = (lo: number, hi: number, precision: Precision, ahead = 0): DatePart => ({
    edtf,
    lo: lo - ahead,
    hi: hi - ahead,
    ahead,
    precision,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  });
  if (time && !(dd && dd !== 'XX')) throw new RangeError(`a time needs a full date: ${edtf}`);

  if (yyyy.includes('X')) {
    if (mm) throw new RangeError(`a month needs a full year: ${edtf}`);
    const span = yyyy.endsWith('XX') ? 100 : 10;
    const digits = Number(yyyy.replace(/[-X]/g, '')) * span;
    const first = yyyy.startsWith('-') ? -digits - span + 1 : digits;
    return part(startOf(first), startOf(first + span), span === 100 ? 'century' : 'decade');
  }
  if (yyyy === '-0000') throw new RangeError('the year 0 is written 0000');
  const year = Number(yyyy.replace('Y', ''));
  if (!mm || (mm === 'XX' && (dd === undefined || dd === 'XX')))
    return part(startOf(year), startOf(year + 1), 'year');
  if (mm === 'XX') throw new RangeError(`a day needs a month: ${edtf}`);
  const month = Number(mm);
  if (month > 20 && month < 42 && !dd)
    throw new RangeError(
      `seasons are not supported: ${edtf}; write months, as in ${yyyy}-03/${yyyy}-05`,
    );
  if (month < 1 || month > 12) throw new RangeError(`there is no month ${mm}: ${edtf}`);
  if (!dd || dd === 'XX') return part(startOf(year, month), startOfMonth(year, month + 1), 'month');
  const day = Number(dd);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last)
    throw new RangeError(`there is no day ${yyyy}-${mm}-${dd}: that month has ${last} days`);
  const lo = startOf(year, month, day);
  if (!time) return part(lo, lo + DAY, 'day');
  const [h = 0, m = 0, s] = time.split(':').map(Number);
  if (h > 23 || m > 59 || (s ?? 0) > 59) throw new RangeError(`there is no time ${time}: ${edtf}`);
  const own = offset === undefined ? null : clockOffset(offset);
  const ahead = own === null || clock === null ? 0 : own - clockOffset(clock);
  const from = lo + h * 3_600_000 + m * 60_000 + (s ?? 0) * 1000;
  return part(from, from + (s === undefined ? 60_000 : 1000), 'time', ahead);
}

/**
 * Parses an EDTF expression.
 * @param edtf e.g. `2011`, `2019-04-25`, `1850~`, `199X`, `2019-02/..`, `[2019-04-24..2019-04-26]`
 * @param clock of the archive, as an offset from UTC; without it every time counts as on the archive's clock
 * @returns its extent in milliseconds
 * @throws {RangeError} when it is not valid EDTF, not a calendar date, or runs backwards
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseDate(edtf: string, clock: string | null = null): When {
  const choice = /^\[(.*)\.\.(.*)\]$/.exec(edtf);
  const interval = choice ? null : /^([^/]*)\/([^/]*)$/.exec(edtf);
  const pair = choice ?? interval;
  if (!pair) {
    const part = parsePart(edtf, clock);
    return { edtf, kind: 'date', lo: part.lo, hi: part.hi, start: part, end: part };
  }
  const [, a = '', b = ''] = pair;
  const isOpen = (side: string): boolean => side === '' || (interval !== null && side === '..');
  const start = isOpen(a) ? null : parsePart(a, clock);
  const end = isOpen(b) ? null : parsePart(b, clock);
  if (!start && !end) throw new RangeError(`a date needs at least one end: ${edtf}`);
  if (start && end && isBefore(end, start))
    throw new RangeError(`the end is before the start: ${edtf}`);
  return {
    edtf,
    kind: choice ? 'choice' : 'interval',
    lo: start?.lo ?? -Infinity,
    hi: end?.hi ?? Infinity,
    start,
    end,
  };
}

const offsetOf = ({ edtf }: DatePart): string | undefined =>
  /T[\d:]+(Z|[+-]\d\d(?::?\d\d)?)/.exec(edtf)?.[1];

/** By the moments themselves where both say what clock they are read from. */
function isBefore(a: DatePart, b: DatePart): boolean {
  const [x, y] = [offsetOf(a), offsetOf(b)];
  const ahead = x && y ? clockOffset(x) - clockOffset(y) : 0;
  return a.lo + a.ahead - ahead < b.lo + b.ahead;
}

/** The offsets from UTC that a date's times are written with. */
export const offsetsOf = ({ start, end }: When): string[] =>
  [...new Set([start, end])].flatMap((part) => (part && offsetOf(part)) ?? []);

/** The clock that most of the dates' times are read from, as an offset from UTC; `null` where none says. */
export function commonClock(dates: readonly When[]): string | null {
  const counts = new Map<string, number>();
  for (const offset of dates.flatMap(offsetsOf)) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/** Whether `inner` lies within `outer`. */
export const within = (inner: When, outer: When): boolean =>
  inner.lo >= outer.lo && inner.hi <= outer.hi;

/** Orders by start, then the shorter first; for `Array.prototype.sort`. Open starts come first. */
export const compareDates = (a: When, b: When): number => order(a.lo, b.lo) || order(a.hi, b.hi);

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * An EDTF string as it comes out of YAML, whose older readers turn `2019-04-25` into a Date and `2011`
 * into a number.
 */
export const edtfSchema = z.preprocess(
  (value) =>
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'number'
        ? String(value)
        : value,
  z.string().superRefine((value, context) => {
    try {
      parseDate(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as RangeError).message });
    }
  }),
);

// Making a formatter takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function formatter(language: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(fields);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    calendar: 'gregory',
    ...fields,
  });
  formats.set(key, made);
  return made;
}

const yearLabel = (year: number, language: string): string => {
  const digits = numbers.get(language) ?? new Intl.NumberFormat(language, { useGrouping: false });
  numbers.set(language, digits);
  return year > 0 ? digits.format(year) : words.beforeCommonEra(digits.format(1 - year));
};

/** The clock a time is read from, where the date says so: `UTC`, `UTC+9`, `UTC−3:30`. */
function zoneOf(part: DatePart): string {
  const offset = offsetOf(part);
  return offset === undefined ? '' : ` ${clockName(offset)}`;
}

/** A clock in words, by its offset from UTC: `UTC`, `UTC+9`, `UTC−3:30`. */
export function clockName(offset: string): string {
  const [hours = 0, minutes = 0] = offset.match(/\d\d/g)?.map(Number) ?? [];
  if (hours === 0 && minutes === 0) return words.zone('');
  const rest = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return words.zone(`${offset.startsWith('-') ? '−' : '+'}${hours}${rest}`);
}

function formatPart(part: DatePart, language: string): string {
  const { year } = civilFromMs(part.lo + part.ahead);
  const text = (() => {
    const decade = part.precision === 'decade';
    if (decade || part.precision === 'century') {
      const first = yearLabel(year, language);
      const last = yearLabel(year + (decade ? 9 : 99), language);
      // Before the common era a decade has no name of its own.
      return decade && year > 0 ? words.decade(first, last) : `${first}–${last}`;
    }
    // Date counts whole milliseconds up to ±271,821 years; beyond, only years are in use.
    if (part.precision === 'year' || Math.abs(year) > 270_000) return yearLabel(year, language);
    const fields: Intl.DateTimeFormatOptions = { month: 'long' };
    if (year > 0) fields.year = 'numeric';
    if (part.precision !== 'month') fields.day = 'numeric';
    if (part.precision === 'time') Object.assign(fields, { hour: '2-digit', minute: '2-digit' });
    const spelled = formatter(language, fields).format(part.lo + part.ahead) + zoneOf(part);
    return year > 0 ? spelled : `${spelled} ${yearLabel(year, language)}`;
  })();
  const about = part.approximate ? words.aboutDate(text) : text;
  return part.uncertain ? words.uncertainDate(about) : about;
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
    const plain = [start, end].every(
      (p) => p.precision === 'day' && !p.uncertain && !p.approximate && civilFromMs(p.lo).year > 0,
    );
    return plain
      ? formatter(language, { day: 'numeric', month: 'long', year: 'numeric' })
          .formatRange(start.lo, end.lo)
          // ICU sets a range of days in thin or full spaces; one form reads better in a column.
          .replace(/(\d)[\s ]*–[\s ]*(\d+ \p{L}+ \d+)$/u, '$1–$2')
      : `${formatPart(start, language)} – ${formatPart(end, language)}`;
  }
  if (start)
    return (kind === 'choice' ? words.onOrAfter : words.fromDate)(formatPart(start, language));
  if (end)
    return (kind === 'choice' ? words.onOrBefore : words.untilDate)(formatPart(end, language));
  return when.edtf;
}

/** The names a date goes by where room is short, the longest first: `Thursday 25 April 2019` … `25 April`. */
export function dateNames(when: When, language: string): [string, ...string[]] {
  const { start, kind } = when;
  const full = formatDate(when, language);
  const plain = start && !start.uncertain && !start.approximate && civilFromMs(start.lo).year > 0;
  if (kind !== 'date' || !plain) return [full];
  const named = (fields: Intl.DateTimeFormatOptions): string =>
    formatter(language, fields).format(start.lo);
  if (start.precision === 'day') {
    const date = { day: 'numeric', month: 'long' } as const;
    return [words.weekdayAndDate(named({ weekday: 'long' }), full), full, named(date)];
  }
  if (start.precision === 'month') return [full, named({ month: 'short', year: 'numeric' })];
  return [full];
}

/** How precise a date is, in words; by its coarser end, and whether an end is open. */
export function precisionName({ start, end }: When): string {
  const parts = [start, end].filter((part) => part !== null);
  const ranks = Object.keys(words.precisions) as Precision[];
  const coarsest = ranks.find((rank) => parts.some(({ precision }) => precision === rank)) ?? 'day';
  const name = words.precisions[coarsest];
  return start && end ? name : words.oneEndOpen(name);
}
