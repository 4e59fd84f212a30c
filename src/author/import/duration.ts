/** Durations in words, as `6 months`, and the dates in which they end. */
import { parseDate } from '../../model/date.ts';
import { dateOf, rangeOf } from './edtf.ts';

const LENGTH = '(?:\\d{1,6}\\s*(?:minutes?|hours?|days?|weeks?|months?|years?)\\s*)+';
export const SPAN = new RegExp(`^${LENGTH}$`, 'i');
/** A start and a length, as `2020-01-01 / 3 days`. */
export const FROM = new RegExp(`^(?<start>.+?)\\s?(?:/|-|\\bto\\b)\\s?(?<span>${LENGTH})$`, 'i');

const UNITS: Record<string, { months?: number; minutes?: number }> = {
  minute: { minutes: 1 },
  hour: { minutes: 60 },
  day: { minutes: 1440 },
  week: { minutes: 10_080 },
  month: { months: 1 },
  year: { months: 12 },
};

/** A start and how long it lasts, to the precision of the start: the last day, month or year that is part of it. */
export function lasting(start: string, span: string): string {
  const [months, minutes] = [...span.matchAll(/(\d+)\s*([a-z]+?)s?(?![a-z])/gi)].reduce(
    ([m, n], [, count, unit = '']) => {
      const { months: perUnit = 0, minutes: each = 0 } = UNITS[unit.toLowerCase()] ?? {};
      return [m + Number(count) * perUnit, n + Number(count) * each] as const;
    },
    [0, 0] as readonly [number, number],
  );
  const part = parseDate(start).start;
  const [year = 0, month] = start.split('-').map(Number);
  if (!part || !/^\d{4}(?:-\d\d){0,2}(?:T\d\d:\d\d|$)/.test(start) || months > 120_000)
    throw new RangeError(`${span} from ${start} has no form here`);
  if (part.precision === 'year' || part.precision === 'month') {
    if (minutes > 0 || (month === undefined && months % 12 !== 0))
      throw new RangeError(`${span} from ${start} has no certain end`);
    const last = year * 12 + (month ?? 1) - 1 + months - 1;
    const end = { year: Math.floor(last / 12), month: (last % 12) + 1 };
    return rangeOf(start, dateOf(month === undefined ? { year: end.year } : end));
  }
  // The day of a month that is too short for it is that month's last.
  const from = new Date(part.lo);
  const to = new Date(part.lo);
  to.setUTCMonth(to.getUTCMonth() + months, 1);
  to.setUTCDate(
    Math.min(
      from.getUTCDate(),
      new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate(),
    ),
  );
  to.setTime(to.getTime() + minutes * 60_000);
  if (part.precision === 'day') {
    if (minutes % 1440 !== 0) throw new RangeError(`${span} from ${start} ends on no certain day`);
    to.setTime(to.getTime() - 86_400_000);
  }
  if (!(to.getTime() < Date.UTC(9999, 11, 31)))
    throw new RangeError('it ends beyond the year 9999');
  const length = part.precision === 'day' ? 10 : 16;
  const offset = /(?:Z|[+-]\d\d:?\d\d)$/.exec(length === 16 ? start : '')?.[0] ?? '';
  return rangeOf(start, to.toISOString().slice(0, length) + offset);
}
