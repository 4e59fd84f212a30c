/** One view's scale and what of the items it shows: what drawing across and drawing down have in common. */
import { type Fold, findFolds } from './folds.ts';
import { type AnchoredItem, type Extent, home, type Slot } from './item.ts';
import type { Prepared } from './prepare.ts';
import type { ElasticScale } from './scale.ts';

export interface Frame {
  scale: ElasticScale;
  /** Ends of the axis in pixels. */
  edges: readonly [number, number];
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
  return {
    scale,
    edges,
    folds,
    shared: sharedInView(prepared.shared, scale, edges),
    stretches: stretchesInView(prepared, scale, edges, folds),
  };
}

function sharedInView(
  shared: readonly Slot[],
  scale: ElasticScale,
  [from, to]: readonly [number, number],
): Slot[] {
  const [first, last] = [scale.invert(from), scale.invert(to)];
  return shared.filter(({ lo, hi }) => lo < last && hi > first && scale(hi) - scale(lo) >= BAND);
}

/** Gaps between instants, neighbours joined until a name may fit, without shared days and folds. */
function stretchesInView(
  { unordered }: Prepared,
  scale: ElasticScale,
  [from, to]: readonly [number, number],
  folds: readonly Fold[],
): Extent[] {
  const found: Extent[] = [];
  let open: { lo: number; start: number } | null = null;
  const close = (hi: number, end: number): void => {
    if (open && end - open.start >= STRETCH) found.push({ lo: open.lo, hi });
    open = null;
  };
  const visible = scale.instants;
  visible.slice(1).forEach((hi, i) => {
    const lo = visible[i] ?? hi;
    const [start, end] = [scale.positions[i] ?? 0, scale.positions[i + 1] ?? 0];
    const skipped =
      unordered[scale.first + i] ||
      end < from ||
      start > to ||
      folds.some(({ at }) => start < at && at < end);
    if (skipped) close(lo, start);
    else {
      open ??= { lo, start };
      if (end - open.start >= 2 * STRETCH) close(hi, end);
    }
  });
  const last = visible.at(-1) ?? 0;
  close(last, scale(last));
  // Only what is in view: the outermost stretches may reach far beyond it.
  const [first, end] = [scale.invert(from), scale.invert(to)];
  return found.map(({ lo, hi }) => ({ lo: Math.max(lo, first), hi: Math.min(hi, end) }));
}

/** The items whose marks, or some of whose extents, are in view. */
export function inView(
  anchored: readonly AnchoredItem[],
  scale: ElasticScale,
  [from, to]: readonly [number, number],
): AnchoredItem[] {
  const [first, last] = [scale.invert(from), scale.invert(to)];
  return anchored.filter(({ item, anchor, dot }) => {
    if (anchor >= first && anchor <= last) return true;
    if (dot) return false;
    const { lo, hi } = item.lasting ? home(item) : item.range;
    return lo < last && hi > first && Number.isFinite(hi - lo);
  });
}
