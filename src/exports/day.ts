import { isoDay } from '../model/calendar.ts';
import type { When } from '../model/date.ts';

/** The first and the last day of a date's extent; `null` for an open end. */
export const daysOf = ({ lo, hi }: When): { earliest: string | null; latest: string | null } => ({
  earliest: Number.isFinite(lo) ? isoDay(lo) : null,
  latest: Number.isFinite(hi) ? isoDay(hi - 1) : null,
});
