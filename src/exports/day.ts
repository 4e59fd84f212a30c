/** Days as ISO 8601 writes them. */
import { civilFromMs, type When } from '../model/date.ts';

/** `2019-04-25`; years outside 0–9999 as the standard extends them, with a sign and six digits. */
export function isoDay(ms: number): string {
  const { year, month, day } = civilFromMs(ms);
  const digits = String(Math.abs(year)).padStart(year < 0 || year > 9999 ? 6 : 4, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first and the last day that a date allows; `null` where that end is open. */
export const daysOf = ({ lo, hi }: When): { earliest: string | null; latest: string | null } => ({
  earliest: Number.isFinite(lo) ? isoDay(lo) : null,
  latest: Number.isFinite(hi) ? isoDay(hi - 1) : null,
});
