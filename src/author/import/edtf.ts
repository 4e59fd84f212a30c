/** EDTF made from the parts of a date; of the very same precision. */
import { parseDate } from '../../model/date.ts';

export const two = (n: number): string => String(n).padStart(2, '0');

/** An astronomical year: 0 is 1 BCE. */
function yearOf(year: number): string {
  const digits = String(Math.abs(year));
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 ? `Y${sign}${digits}` : sign + digits.padStart(4, '0');
}

export interface Parts {
  /** As people count: −500 is 500 BCE, and there is no year 0. */
  year: number;
  month?: number | undefined;
  day?: number | undefined;
  /** `HH:MM` or `HH:MM:SS`, with `Z` or an offset where it is known. */
  time?: string | undefined;
}

/**
 * A date from its parts.
 * @throws {RangeError} where there is no such date
 */
export function dateOf({ year, month, day, time }: Parts): string {
  if (!Number.isSafeInteger(year)) throw new RangeError(`${year} is no year`);
  if (year === 0) throw new RangeError('there is no year 0 between 1 BCE and 1 CE');
  if (day !== undefined && month === undefined) throw new RangeError('it has a day and no month');
  if (time !== undefined && day === undefined) throw new RangeError('it has a time and no day');
  const text = [
    // Earlier years are round numbers of years before now, to which the missing year 0 makes no difference.
    yearOf(year < 0 && year > -100_000 ? year + 1 : year),
    ...(month === undefined ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ].join('-');
  return checked(time === undefined ? text : `${text}T${time}`);
}

/** An interval, or one date where both ends are the same. */
export const rangeOf = (start: string, end: string): string =>
  start === end ? start : checked(`${start}/${end}`);

/** A day somewhere between two. */
export const choiceOf = (start: string, end: string): string =>
  start === end ? start : checked(`[${start}..${end}]`);

/**
 * The expression itself.
 * @throws {RangeError} where it is no EDTF, no calendar date, or runs backwards
 */
export function checked(edtf: string): string {
  parseDate(edtf);
  return edtf;
}

const CLOCK = /T(?<time>\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d(?::?\d\d)?)?/g;

/**
 * Midnight sharp as the day it begins: tools that know only moments write days so. Where the other end has a time of
 * its own, midnight is one as well.
 */
export function daysOfMidnights(edtf: string): string {
  const times = [...edtf.matchAll(CLOCK)].map(({ groups }) => groups?.['time'] ?? '');
  if (times.length === 0 || times.some((time) => !/^00:00(?::00)?$/.test(time))) return edtf;
  const days = edtf.replace(CLOCK, '');
  const [, one, same] = /^\[?([^/[\]]+)(?:\/|\.\.)([^/[\]]+)\]?$/.exec(days) ?? [];
  return checked(one !== undefined && one === same ? one : days);
}

const TIME =
  /^(?<hour>\d{1,2})(?::(?<minute>\d\d))?(?::(?<second>\d\d)(?:[.,]\d+)?)? ?(?<half>[ap])?(?:\.?m\.?)? ?(?<utc>Z|UTC?|GMT)? ?(?:(?<sign>[+-])(?<ahead>\d{1,2}):?(?<minutes>\d\d)?)?(?: ?\([^()]*\))?$/i;

/**
 * `3:15 PM`, `15:15:30`, `9 am`, `08:35:00 GMT-0500` as `HH:MM` or `HH:MM:SS`, with the offset where it is given.
 * @throws {RangeError} where it is no time of day
 */
export function timeOf(text: string): string {
  const groups = TIME.exec(text.replace(/\s+/g, ' ').trim())?.groups;
  const { hour: h, minute = '00', second, half, utc, sign, ahead, minutes = '00' } = groups ?? {};
  const fault = new RangeError(`"${text.trim()}" is no time of day`);
  if (h === undefined || (half === undefined && groups?.['minute'] === undefined)) throw fault;
  if (half !== undefined && (Number(h) < 1 || Number(h) > 12)) throw fault;
  const hour = half ? (Number(h) % 12) + (/p/i.test(half) ? 12 : 0) : Number(h);
  const offset = ahead === undefined ? (utc ? 'Z' : '') : `${sign}${two(Number(ahead))}:${minutes}`;
  return `${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}${offset}`;
}
