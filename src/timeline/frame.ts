/** One view's scale and what of the items it shows: what drawing across and drawing down have in common. */
import { type Fold, findFolds } from './folds.ts';
import type { Extent, Slot } from './item.ts';
import type { Prepared } from './prepare.ts';
import type { ElasticScale } from './scale.ts';

export interface Frame {
  scale: ElasticScale;
  /** Ends of the axis in pixels. */
  edges: readonly [number, number];
  /** The moments at its ends. */
  seen: Extent;
  folds: Fold[];
  /** Shared days of which something is in view, wide enough to be drawn. */
  shared: Slot[];
  /** Stretches of ordered time in view, for calendar ticks; each at least `STRETCH` wide. */
  stretches: Extent[];
}

/** A shared day narrower than this is no ground to stand on. */
const BAND = 12;
/** Less room than this has no place for a tick's name. */
const STRETCH = 40;

/** @param scale of the view */
export function frameOf(
  prepared: Prepared,
  scale: ElasticScale,
  edges: readonly [number, number],
  language: string,
): Frame {
  const folds = findFolds(scale, prepared, prepared.ends, language).filter(
    ({ at }) => at > edges[0] && at < edges[1],
  );
  const seen = { lo: scale.invert(edges[0]), hi: scale.invert(edges[1]) };
  const shared = prepared.shared.filter(
    (slot) =>
      slot.lo < seen.hi && slot.hi > seen.lo && scale.at(slot.to) - scale.at(slot.from) >= BAND,
  );
  return {
    scale,
    edges,
    seen,
    folds,
    shared,
    // Only what is in view: the outermost stretches may reach far beyond it.
    stretches: stretchesInView(prepared, scale, edges, folds, shared).map(({ lo, hi }) => ({
      lo: Math.max(lo, seen.lo),
      hi: Math.min(hi, seen.hi),
    })),
  };
}

/** Gaps between instants, neighbours joined until a name may fit, without folds and the days that are drawn. */
function stretchesInView(
  { instants }: Prepared,
  scale: ElasticScale,
  [from, to]: readonly [number, number],
  folds: readonly Fold[],
  days: readonly Extent[],
): Extent[] {
  const found: Extent[] = [];
  const timeOf = (i: number): number => instants[i] ?? 0;
  // Where the stretch that is being joined begins, if one is.
  let [open, opened] = [-1, 0];
  const close = (end: number, at: number): void => {
    if (open >= 0 && at - opened >= STRETCH) found.push({ lo: timeOf(open), hi: timeOf(end) });
    open = -1;
  };
  let start = scale.at(scale.first);
  let fold = 0;
  let day = 0;
  for (let i = scale.first; i < scale.last; i++) {
    const end = scale.at(i + 1);
    while ((folds[fold]?.at ?? Infinity) <= start) fold++;
    const time = timeOf(i);
    while ((days[day]?.hi ?? Infinity) <= time) day++;
    const skipped =
      (days[day]?.lo ?? Infinity) <= time ||
      end < from ||
      start > to ||
      (folds[fold]?.at ?? Infinity) < end;
    if (skipped) close(i, start);
    else {
      if (open < 0) [open, opened] = [i, start];
      if (end - opened >= 2 * STRETCH) close(i + 1, end);
    }
    start = end;
  }
  close(scale.last, start);
  return found;
}
