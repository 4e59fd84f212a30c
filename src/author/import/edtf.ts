/** Dates as other tools write them, as EDTF of the very same precision. A date is read or refused, never guessed. */
import { parseDate } from '../../model/date.ts';

const two = (n: number): string => String(n).padStart(2, '0');

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
    // Beyond that, a tool's year is a round number of years before now.
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

function checked(edtf: string): string {
  parseDate(edtf);
  return edtf;
}

/** `3:15 PM`, `15:15:30`, `9 am` as `HH:MM` or `HH:MM:SS`; an offset stays. */
export function timeOf(text: string): string {
  const [, h, m = '00', s, half, zone = ''] =
    /^(\d{1,2})(?::(\d\d))?(?::(\d\d)(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i.exec(
      text.trim(),
    ) ?? [];
  if (h === undefined || (half === undefined && !text.includes(':')))
    throw new RangeError(`"${text}" is no time of day`);
  const hour = half ? (Number(h) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(h);
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2');
  return `${two(hour)}:${m}${s === undefined ? '' : `:${s}`}${offset}`;
}
