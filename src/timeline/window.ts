/** Moving and zooming a view's window. A window is an extent of time; all arithmetic is along the elastic scale. */
import { bisectLeft, bisectRight } from 'd3-array';
import type { Extent, Item } from './item.ts';
import { memo } from './memo.ts';
import { baseScale, type Prepared, prepare } from './prepare.ts';
import { type ElasticScale, type Transform, windowScale } from './scale.ts';
import { edgesOf } from './view.ts';

/** All of time at one spacing, along the axis of a chart of some width. */
export interface Whole {
  scale: ElasticScale;
  edges: readonly [number, number];
  /** From the first instant to the last. */
  extent: Extent;
  /** The largest zoom factor, at which the two closest marks stand well apart. */
  most: number;
  /** The moments of the marks, increasing. */
  marks: readonly number[];
}

/**
 * Pixels between the two closest marks at the deepest zoom. Twice what keeps the marks of many events apart: their
 * groups may be those of half that zoom.
 */
const DEEPEST_GAP = 320;

/** @param width of the chart, in pixels, as in its view */
export function wholeOf(items: readonly Item[], spacing: number, width: number): Whole {
  const edges = edgesOf(width);
  const prepared = prepare(items);
  const scale = baseScale(prepared, spacing, ...edges);
  return {
    scale,
    edges,
    extent: prepared.extent,
    // Only gestures ask for it, and it takes a look at every mark.
    get most() {
      return Math.min(Math.max(DEEPEST_GAP / closestMarks(prepared, scale), 1), 1e8);
    },
    marks: marksOf(prepared),
  };
}

const marksOf = memo(({ instants, marked }: Prepared): number[] =>
  instants.filter((_, i) => marked[i]),
);

/** The least distance between two marks, in pixels; infinite if there is one. */
const closestMarks = memo(({ instants, marked }: Prepared, scale: ElasticScale): number => {
  let least = Infinity;
  let before = -Infinity;
  for (let i = 0; i < instants.length; i++) {
    if (!marked[i]) continue;
    const at = scale.at(i);
    least = Math.min(least, at - before);
    before = at;
  }
  return least;
}, 4);

/** How far a window is zoomed in. */
export const transformOf = ({ scale, edges }: Whole, window: Extent | null): Transform =>
  windowScale(scale, window, ...edges).transform;

/** The window at a transform, bounded by the whole; `null` where that is all of it. */
export function windowOf({ scale, edges, most }: Whole, { k, shift }: Transform): Extent | null {
  const bounded = Math.min(Math.max(k, 1), most);
  if (bounded < 1.0001) return null;
  const length = (edges[1] - edges[0]) / bounded;
  const start = Math.min(
    Math.max((edges[0] - shift) / k + ((edges[1] - edges[0]) / k - length) / 2, edges[0]),
    edges[1] - length,
  );
  return { lo: scale.invert(start), hi: scale.invert(start + length) };
}

/** The nearest window that lies within the whole. An infinite end stands for the whole's. */
export function fitWindow(whole: Whole, window: Extent | null): Extent | null {
  if (!window) return null;
  const lo = window.lo === -Infinity ? whole.extent.lo : window.lo;
  const hi = window.hi === Infinity ? whole.extent.hi : window.hi;
  return lo < hi ? windowOf(whole, transformOf(whole, { lo, hi })) : null;
}

/** What the ends of a window may be rounded to: days, hours, minutes, seconds. */
const ROUND = [86_400_000, 3_600_000, 60_000, 1000];
/** The share of the view by which rounding may move an end. */
const ROUNDED = 0.01;

/**
 * A window that looks the same in fewer digits: each end is rounded as far as that moves it little, and past no mark. An
 * end that is the whole's becomes infinite.
 */
export function roundWindow(whole: Whole, window: Extent | null): Extent | null {
  if (!window) return null;
  const { scale, extent, marks, edges } = whole;
  const room = ((edges[1] - edges[0]) * ROUNDED) / transformOf(whole, window).k;
  const before = (time: number): number => bisectRight(marks as number[], time);
  const looksTheSame = (a: number, b: number): boolean =>
    Math.abs(scale(a) - scale(b)) <= room && before(a) === before(b);
  const rounded = (time: number): number =>
    ROUND.map((step) => Math.round(time / step) * step).find((near) => looksTheSame(near, time)) ??
    time;
  return {
    lo: looksTheSame(window.lo, extent.lo) ? -Infinity : rounded(window.lo),
    hi: looksTheSame(window.hi, extent.hi) ? Infinity : rounded(window.hi),
  };
}

/**
 * Zooms by a factor about a position of the axis, whose moment stays there.
 * @param at in pixels; the middle where there is none
 */
export function zoomBy(
  whole: Whole,
  window: Extent | null,
  factor: number,
  at?: number,
): Extent | null {
  const { k, shift } = transformOf(whole, window);
  const to = Math.min(Math.max(k * factor, 1), whole.most);
  const centre = at ?? (whole.edges[0] + whole.edges[1]) / 2;
  return windowOf(whole, { k: to, shift: centre - ((centre - shift) / k) * to });
}

/**
 * Zooms like `zoomBy`, but never in on nothing: not where no mark would be left in view, and no further than one that is
 * alone there.
 */
export function zoomOnMarks(
  whole: Whole,
  window: Extent | null,
  factor: number,
  at?: number,
): Extent | null {
  const zoomed = zoomBy(whole, window, factor, at);
  if (factor <= 1) return zoomed;
  const left = marksIn(whole, zoomed);
  return left > 1 || (left === 1 && marksIn(whole, window) > 1) ? zoomed : window;
}

/** How many marks are in a window. */
const marksIn = ({ marks }: Whole, window: Extent | null): number =>
  window
    ? bisectRight(marks as number[], window.hi) - bisectLeft(marks as number[], window.lo)
    : marks.length;

/** Moves by pixels, towards later time for positive ones. Stops at the ends. */
export function panBy(whole: Whole, window: Extent | null, pixels: number): Extent | null {
  if (!window) return null;
  const { k, shift } = transformOf(whole, window);
  return windowOf(whole, { k, shift: shift - pixels });
}

/** The window that shows an extent, with a tenth of the view free on either side. */
export function windowAround(whole: Whole, { lo, hi }: Extent): Extent | null {
  const { scale, edges, most } = whole;
  const centre = (scale(lo) + scale(hi)) / 2;
  const length = edges[1] - edges[0];
  const k = Math.min((length * 0.8) / Math.max(scale(hi) - scale(lo), length / most), most);
  return windowOf(whole, { k, shift: (edges[0] + edges[1]) / 2 - k * centre });
}

/** A window between two others, linearly along the elastic scale. @param share 0 … 1 of the way */
export function windowBetween(
  whole: Whole,
  from: Extent | null,
  to: Extent | null,
  share: number,
): Extent | null {
  if (share >= 1 || from === to) return to;
  const [a, b] = [from ?? whole.extent, to ?? whole.extent];
  const between = (start: number, end: number): number =>
    whole.scale.invert(whole.scale(start) * (1 - share) + whole.scale(end) * share);
  return { lo: between(a.lo, b.lo), hi: between(a.hi, b.hi) };
}

/** Moves a moment to the middle, as far as the ends allow. */
export function centreOn(whole: Whole, window: Extent | null, time: number): Extent | null {
  const { k, shift } = transformOf(whole, window);
  const [from, to] = whole.edges;
  return panBy(whole, window, k * whole.scale(time) + shift - (from + to) / 2);
}

/** The moment of each item's mark, by id. */
export const moments = memo(
  (items: readonly Item[]): ReadonlyMap<string, number> =>
    new Map(prepare(items).anchored.map(({ item, anchor }) => [item.id, anchor])),
);

/** Whether a moment is in view. */
export const isIn = (window: Extent | null, time: number): boolean =>
  !window || (time >= window.lo && time <= window.hi);
