/**
 * Dates as the sources give them: EDTF (ISO 8601-2:2019) level 1, plus `[a..b]` of level 2.
 *
 * Every date is an extent on the archive's clock, in milliseconds since 1970-01-01T00:00 on that clock: `2011` is a whole
 * year, not 1 January. A time with an offset is converted to the archive's clock if that is known, and shown as written.
 * Seasons are refused: their months depend on the hemisphere.
 */

import { z } from 'zod';
import { DAY, daysInMonth, isoYear, startOf, two } from './calendar.ts';
import { notAPart, remedyOfMonth } from './date-remedy.ts';

export type Precision = 'century' | 'decade' | 'year' | 'month' | 'day' | 'time';

/** A time of day on the clock of its offset, not on the archive's. */
export interface TimeOfDay {
  hour: number;
  minute: number;
  /** `null` if the time is precise to the minute only. */
  second: number | null;
}

/** One calendar date with its extent `[lo, hi)` in milliseconds. */
export interface DatePart {
  /** As written. */
  edtf: string;
  lo: number;
  hi: number;
  /** Milliseconds by which its own clock is ahead of the archive's: `lo + ahead` is as written. */
  ahead: number;
  precision: Precision;
  /** Astronomical: 0 is 1 BCE. The first year of a decade or a century. */
  year: number;
  /** 1–12; `null` if the date is coarser. */
  month: number | null;
  /** 1–31; `null` if the date is coarser. */
  day: number | null;
  time: TimeOfDay | null;
  /** Offset of its clock from UTC, normalised: `Z`, `+09:00`, `-03:30`; `null` if none is given. */
  offset: string | null;
  /** `?`: the source itself may be wrong. */
  uncertain: boolean;
  /** `~`: an estimate. */
  approximate: boolean;
}

/** An EDTF expression as an extent `[lo, hi)`; `-Infinity` and `Infinity` are open or unknown ends. */
export interface When {
  edtf: string;
  /** `date`: somewhere in the extent. `interval`: the whole extent. `choice`: one day of it, `[a..b]`. */
  kind: 'date' | 'interval' | 'choice';
  lo: number;
  hi: number;
  /** `null` if the interval or choice is open at this end. */
  start: DatePart | null;
  end: DatePart | null;
}

const PART =
  /^(?<year>-?\d{4}|Y-?\d{5,12}|-?\d{2}XX|-?\d{3}X)(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?:T(?<time>\d\d:\d\d(?::\d\d)?)(?<offset>Z|[+-]\d\d(?::?\d\d)?)?)?(?<qualifier>[?~%])?$/;

/**
 * The offset of a clock from UTC, in milliseconds.
 * @param offset as in ISO 8601: `Z`, `+09:00`, `-0330`
 * @throws {RangeError} if it is not an offset
 */
export function clockOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(offset) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59)
    throw new RangeError(`there is no offset ${offset}`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** An offset in the form of RFC 3339. */
function offsetText(offset: string): string {
  const minutes = clockOffset(offset) / 60_000;
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '-' : '+';
  return size === 0 ? 'Z' : `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * Parses one EDTF date, date-time or unspecified date (`199X`, `2019-04-XX`).
 * @param whole the expression it is part of
 * @throws {RangeError} with a message for the author: what is wrong and what to write
 */
function parsePart(edtf: string, clock: string | null, whole = edtf): DatePart {
  const groups = PART.exec(edtf)?.groups;
  if (!groups) throw new RangeError(notAPart(edtf, whole));
  const { year: yyyy = '', month: mm, day: dd, time: hms, offset: written, qualifier } = groups;
  const base = {
    edtf,
    ahead: 0,
    year: Number(yyyy.replace('Y', '')) || 0,
    month: null,
    day: null,
    time: null,
    offset: null,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
  if (hms && !(dd && dd !== 'XX')) throw new RangeError(`a time needs a full date: ${edtf}`);

  if (yyyy.includes('X')) {
    if (mm) throw new RangeError(`a month needs a full year: ${edtf}`);
    const century = yyyy.endsWith('XX');
    const span = century ? 100 : 10;
    const digits = Number(yyyy.replace(/[-X]/g, '')) * span;
    const year = yyyy.startsWith('-') ? -digits - span + 1 : digits;
    const extent = { lo: startOf(year), hi: startOf(year + span) };
    return { ...base, ...extent, year, precision: century ? 'century' : 'decade' };
  }
  if (yyyy === '-0000') throw new RangeError('the year 0 is written 0000');
  const { year } = base;
  if (!mm || (mm === 'XX' && (dd === undefined || dd === 'XX')))
    return { ...base, lo: startOf(year), hi: startOf(year + 1), precision: 'year' };
  if (mm === 'XX') throw new RangeError(`a day needs a month: ${edtf}`);
  const month = Number(mm);
  if (month > 20 && month < 42 && !dd)
    throw new RangeError(
      `seasons are not supported: ${edtf}; write months, as in ${yyyy}-03/${yyyy}-05`,
    );
  if (month < 1 || month > 12)
    throw new RangeError(`there is no month ${mm}: ${edtf}${remedyOfMonth(whole)}`);
  if (!dd || dd === 'XX') {
    const extent = { lo: startOf(year, month), hi: startOf(year, month + 1) };
    return { ...base, ...extent, month, precision: 'month' };
  }
  const day = Number(dd);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last)
    throw new RangeError(`there is no day ${yyyy}-${mm}-${dd}: that month has ${last} days`);
  const lo = startOf(year, month, day);
  if (!hms) return { ...base, lo, hi: lo + DAY, month, day, precision: 'day' };
  const [hour = 0, minute = 0, second = null] = hms.split(':').map(Number);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59)
    throw new RangeError(`there is no time ${hms}: ${edtf}`);
  const offset = written === undefined ? null : offsetText(written);
  const ahead = offset === null || clock === null ? 0 : clockOffset(offset) - clockOffset(clock);
  const from = lo + hour * 3_600_000 + minute * 60_000 + (second ?? 0) * 1000 - ahead;
  return {
    ...base,
    lo: from,
    hi: from + (second === null ? 60_000 : 1000),
    ahead,
    precision: 'time',
    month,
    day,
    time: { hour, minute, second },
    offset,
  };
}

/**
 * Parses an EDTF expression.
 * @param edtf e.g. `2011`, `2019-04-25`, `1850~`, `199X`, `2019-02/..`, `[2019-04-24..2019-04-26]`
 * @param clock the archive's, as an offset from UTC; without it, every time counts as on the archive's clock
 * @returns its extent in milliseconds
 * @throws {RangeError} if it is not valid EDTF, not a calendar date, or ends before it begins
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseDate(edtf: string, clock: string | null = null): When {
  const choice = /^\[([^,]*)\.\.([^,]*)\]$/.exec(edtf);
  const interval = choice ? null : /^([^/]*)\/([^/]*)$/.exec(edtf);
  const pair = choice ?? interval;
  if (!pair) {
    const part = parsePart(edtf, clock);
    return { edtf, kind: 'date', lo: part.lo, hi: part.hi, start: part, end: part };
  }
  const [, a = '', b = ''] = pair;
  const isOpen = (side: string): boolean => side === '' || (interval !== null && side === '..');
  const start = isOpen(a) ? null : parsePart(a, clock, edtf);
  const end = isOpen(b) ? null : parsePart(b, clock, edtf);
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

/** Compares moments if both have an offset, otherwise the dates as written. */
function isBefore(a: DatePart, b: DatePart): boolean {
  const ahead = a.offset && b.offset ? clockOffset(a.offset) - clockOffset(b.offset) : 0;
  return a.lo + a.ahead - ahead < b.lo + b.ahead;
}

/** The dates that an EDTF expression names: the ends of an interval or choice that are not open, or its one date. */
export const namedDates = ({ start, end }: When): DatePart[] =>
  [...new Set([start, end])].filter((part) => part !== null);

/** The offsets from UTC in a date's times. */
export const offsetsOf = (when: When): string[] =>
  namedDates(when).flatMap(({ offset }) => offset ?? []);

/** The offset from UTC of most times in some dates; `null` if no time has one. */
export function commonClock(dates: readonly When[]): string | null {
  const counts = new Map<string, number>();
  for (const offset of dates.flatMap(offsetsOf)) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/** A date as written, without `?`, `~` and `%`. */
export const unqualified = ({ edtf, uncertain, approximate }: DatePart): string =>
  uncertain || approximate ? edtf.slice(0, -1) : edtf;

/** `09:30`, or `09:30:15` if the second is given. */
export const timeText = ({ hour, minute, second }: TimeOfDay): string =>
  [hour, minute, ...(second === null ? [] : [second])].map(two).join(':');

/**
 * A date in ISO 8601 at its own precision: `2019`, `2019-04-25`, `2019-04-25T09:30+09:00`, `-000043-03-15`.
 * @returns `null` if the standard has no form for it: decades, centuries, qualified dates, years of more than six
 * digits
 */
export const isoDate = (part: DatePart): string | null =>
  Math.abs(part.year) > 999_999 ? null : dateText(part, isoYear(part.year));

/**
 * A date for HTML's `datetime` attribute.
 * @returns `null` if HTML has no form for it: where ISO 8601 has none, and for years before 1
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
 */
export const htmlDatetime = (part: DatePart): string | null =>
  part.year < 1 ? null : dateText(part, String(part.year).padStart(4, '0'));

function dateText(part: DatePart, year: string): string | null {
  const { precision, month, day, time, offset } = part;
  if (part.uncertain || part.approximate || precision === 'decade' || precision === 'century')
    return null;
  const date = [year, ...[month, day].filter((field) => field !== null).map(two)].join('-');
  return time ? `${date}T${timeText(time)}${offset ?? ''}` : date;
}

/** Whether `inner` lies within `outer`. */
export const within = (inner: When, outer: When): boolean =>
  inner.lo >= outer.lo && inner.hi <= outer.hi;

/** Orders by start, then the shorter first; for `Array.prototype.sort`. Open starts come first. */
export const compareDates = (a: When, b: When): number => order(a.lo, b.lo) || order(a.hi, b.hi);

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const edtfText = z.string().superRefine((value, context) => {
  try {
    parseDate(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as RangeError).message });
  }
});

/** EDTF as text; without quotation marks, a year in YAML is a number. */
export const edtfSchema = z.union([edtfText, z.number().transform(String).pipe(edtfText)]);
