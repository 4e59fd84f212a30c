/** What one view shows of all of time, along the axis: the part that drawing across and drawing down share. */
import { type Break, findBreaks } from './breaks.ts';
import type { Extent, Slot } from './item.ts';
import { memo } from './memo.ts';
import type { Prepared } from './prepare.ts';
import type { ElasticScale } from './scale.ts';

export interface Frame {
  scale: ElasticScale;
  /** Ends of the axis in pixels. */
  edges: readonly [number, number];
  /** The moments at its ends. */
  seen: Extent;
  breaks: Break[];
  /** Shared days that are in view and wide enough to be drawn. */
  shared: Slot[];
  /** Where calendar ticks may stand: extents in view without breaks and shared days, each at least `NAMED` wide. */
  calendar: Extent[];
}

/** A shared day narrower than this many pixels has no band. */
const BAND = 12;
/** The name of a tick needs at least this many pixels. */
const NAMED = 40;

/**
 * Kept for the last scale, which is the same in a frame's chart and its strip.
 * @param scale of the view
 * @param from the ends of the axis, in pixels
 */
export const frameOf = memo(
  (scale: ElasticScale, prepared: Prepared, from: number, to: number, language: string): Frame => {
    const edges = [from, to] as const;
    const breaks = findBreaks(scale, prepared, prepared.ends, language).filter(
      ({ at }) => at > from && at < to,
    );
    const seen = { lo: scale.invert(from), hi: scale.invert(to) };
    const shared = prepared.shared.filter(
      (slot) =>
        slot.lo < seen.hi && slot.hi > seen.lo && scale.at(slot.to) - scale.at(slot.from) >= BAND,
    );
    // The outermost extents may reach far beyond the view.
    const calendar = calendarExtents(prepared, scale, edges, breaks, shared).map(({ lo, hi }) => ({
      lo: Math.max(lo, seen.lo),
      hi: Math.min(hi, seen.hi),
    }));
    return { scale, edges, seen, breaks, shared, calendar };
  },
);

/** Gaps between instants, without breaks and shared days; neighbours are joined until a name may fit. */
function calendarExtents(
  { instants }: Prepared,
  scale: ElasticScale,
  [from, to]: readonly [number, number],
  breaks: readonly Break[],
  days: readonly Extent[],
): Extent[] {
  const found: Extent[] = [];
  const timeOf = (i: number): number => instants[i] ?? 0;
  // The instant and the position where the extent that is being joined begins; −1 where none is.
  let [open, opened] = [-1, 0];
  const close = (end: number, at: number): void => {
    if (open >= 0 && at - opened >= NAMED) found.push({ lo: timeOf(open), hi: timeOf(end) });
    open = -1;
  };
  let start = scale.at(scale.first);
  let nextBreak = 0;
  let day = 0;
  for (let i = scale.first; i < scale.last; i++) {
    const end = scale.at(i + 1);
    while ((breaks[nextBreak]?.at ?? Infinity) <= start) nextBreak++;
    const time = timeOf(i);
    while ((days[day]?.hi ?? Infinity) <= time) day++;
    const skipped =
      (days[day]?.lo ?? Infinity) <= time ||
      end < from ||
      start > to ||
      (breaks[nextBreak]?.at ?? Infinity) < end;
    if (skipped) close(i, start);
    else {
      if (open < 0) [open, opened] = [i, start];
      if (end - opened >= 2 * NAMED) close(i + 1, end);
    }
    start = end;
  }
  close(scale.last, start);
  return found;
}
