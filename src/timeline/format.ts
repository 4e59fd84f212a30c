/** Dates and durations in words. A formatter is kept: making one takes as long as drawing ten marks. */
import { half } from '../words/signs.ts';
import { DAY } from './item.ts';
import { memo, remember } from './memo.ts';

/** Beyond this many milliseconds from 1970, `Date` and `Intl` know no calendar: 271,821 years. */
export const CALENDAR_END = 8.64e15;

/**
 * The formatter of some fields of a date, in UTC.
 * @param options a constant: a formatter is kept for each object and the language last asked for
 */
export const dateFormat = memo(
  (options: Intl.DateTimeFormatOptions, language: string) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }),
);

interface Unit {
  name: 'year' | 'month' | 'day' | 'hour' | 'minute';
  /** Milliseconds, on average. */
  length: number;
}

const MINUTE: Unit = { name: 'minute', length: 60_000 };
/** From the longest. */
const UNITS: Unit[] = [
  { name: 'year', length: 365.2425 * DAY },
  { name: 'month', length: 30.436875 * DAY },
  { name: 'day', length: DAY },
  { name: 'hour', length: 3_600_000 },
  MINUTE,
];

const unitFormat = memo(
  ({ name }: Unit, language: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }),
);

/**
 * A duration in its largest fitting unit; below 20 years, years to the half: `7½ years`, `5 months`.
 * @param ms milliseconds
 */
export const formatDuration = (ms: number, language: string): string => durationsIn(language)(ms);

const durationsIn = remember((language: string) =>
  remember((ms: number) => wordDuration(ms, language)),
);

function wordDuration(ms: number, language: string): string {
  const unit = UNITS.find(({ length }) => ms >= 1.5 * length) ?? MINUTE;
  const count = ms / unit.length;
  const halves = unit.name === 'year' && count < 20;
  const rounded = halves ? Math.round(count * 2) / 2 : Math.round(count);
  return unitFormat(unit, language)
    .format(rounded)
    .replace(/[.,]5(?!\d)/, half);
}
