/** Moving and zooming a view's window. A window is a stretch of time; all arithmetic is along the elastic scale. */
import { edgesOf } from './across.ts';
import type { Extent, Item } from './item.ts';
import { baseScale, prepare } from './prepare.ts';
import type { ElasticScale } from './scale.ts';

/** All of time at one elasticity, laid along the axis of a chart of some width. */
export interface Whole {
  scale: ElasticScale;
  edges: readonly [number, number];
  /** From the first instant to the last. */
  extent: Extent;
  /** How far one may zoom in: until the closest instants are a label apart. */
  most: number;
}

/**
 * Pixels between the closest instants at the deepest zoom, which is this deep at least: twice as far as the marks of
 * many keep apart, who are grouped as for half of a zoom.
 */
const DEEPEST = 320;
const SHALLOWEST = 500;

/** @param width of the chart, in pixels, as in its view */
export function wholeOf(items: readonly Item[], alpha: number, width: number): Whole {
  const edges = edgesOf(width);
  const prepared = prepare(items);
  const scale = baseScale(prepared, alpha, edges);
  return {
    scale,
    edges,
    extent: prepared.extent,
    most: Math.min(Math.max(DEEPEST / closest(scale), SHALLOWEST), 1e8),
  };
}

const distances = new WeakMap<ElasticScale, number>();

/** The least distance between two instants, in pixels. */
function closest(scale: ElasticScale): number {
  const known = distances.get(scale);
  if (known !== undefined) return known;
  let least = Infinity;
  let before = -Infinity;
  for (let i = 0; i < scale.instants.length; i++) {
    const at = scale.at(i);
    least = Math.min(least, at - before);
    before = at;
  }
  distances.set(scale, least);
  return least;
}

/** A d3-zoom transform, as numbers: `x ↦ k · x + shift`. */
export interface Stretch {
  k: number;
  shift: number;
}

export function stretchOf({ scale, edges }: Whole, window: Extent | null): Stretch {
  if (!window) return { k: 1, shift: 0 };
  const start = scale(window.lo);
  const k = (edges[1] - edges[0]) / (scale(window.hi) - start);
  return { k, shift: edges[0] - k * start };
}

/** The window that a stretch shows, bounded by the whole; `null` where that is all of it. */
export function windowOf({ scale, edges, most }: Whole, { k, shift }: Stretch): Extent | null {
  const bounded = Math.min(Math.max(k, 1), most);
  if (bounded < 1.0001) return null;
  const length = (edges[1] - edges[0]) / bounded;
  const start = Math.min(
    Math.max((edges[0] - shift) / k + ((edges[1] - edges[0]) / k - length) / 2, edges[0]),
    edges[1] - length,
  );
  return { lo: scale.invert(start), hi: scale.invert(start + length) };
}

/** The nearest window that lies within the whole. */
export const fitWindow = (whole: Whole, window: Extent | null): Extent | null =>
  windowOf(whole, stretchOf(whole, window));

/** Zooms by a factor, keeping the moment at a position of the axis where it is. */
export function zoomBy(
  whole: Whole,
  window: Extent | null,
  factor: number,
  at?: number,
): Extent | null {
  const { k, shift } = stretchOf(whole, window);
  const to = Math.min(Math.max(k * factor, 1), whole.most);
  const centre = at ?? (whole.edges[0] + whole.edges[1]) / 2;
  return windowOf(whole, { k: to, shift: centre - ((centre - shift) / k) * to });
}

/** Moves by pixels; later for positive ones. Stops at the ends. */
export function panBy(whole: Whole, window: Extent | null, pixels: number): Extent | null {
  if (!window) return null;
  const { k, shift } = stretchOf(whole, window);
  return windowOf(whole, { k, shift: shift - pixels });
}

/** The window that shows an extent with some room on both sides. */
export function windowAround(whole: Whole, { lo, hi }: Extent): Extent | null {
  const { scale, edges, most } = whole;
  const centre = (scale(lo) + scale(hi)) / 2;
  const length = edges[1] - edges[0];
  const k = Math.min((length * 0.8) / Math.max(scale(hi) - scale(lo), length / most), most);
  return windowOf(whole, { k, shift: (edges[0] + edges[1]) / 2 - k * centre });
}

/** A window on the way from one to another; `share` 0 … 1. Moves evenly along the elastic scale. */
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

/** Moves until a moment stands in the middle, as far as the ends allow. */
export function centreOn(whole: Whole, window: Extent | null, time: number): Extent | null {
  const { k, shift } = stretchOf(whole, window);
  const [from, to] = whole.edges;
  return panBy(whole, window, k * whole.scale(time) + shift - (from + to) / 2);
}

/** The moment of each item's mark, by id. */
export const moments = (items: readonly Item[]): Map<string, number> =>
  new Map(prepare(items).anchored.map(({ item, anchor }) => [item.id, anchor]));

/** Whether a moment is in view. */
export const isIn = (window: Extent | null, time: number): boolean =>
  !window || (time >= window.lo && time <= window.hi);
