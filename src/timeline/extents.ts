/** The outlines of marks: pills for extents, chevrons for open ends. */
import { type Extent, isHollow, isPoint, type PlacedItem } from './item.ts';
import type { ElasticScale } from './scale.ts';
import { round } from './scene.ts';

/** A stretch of the axis in pixels, and how each of its ends is drawn. */
export interface DrawnExtent {
  from: number;
  to: number;
  /** `round` where it is known, `open` where it is not, `cut` where the view ends first. */
  start: 'round' | 'open' | 'cut';
  end: 'round' | 'open' | 'cut';
}

/** Turns a place along the axis and one across it into `x,y`. */
export type Place = (along: number, across: number) => string;

export const placeAcross: Place = (along, across) => `${round(along)},${round(across)}`;
export const placeDown: Place = (along, across) => `${round(across)},${round(along)}`;

/** How far an open end reaches beyond what is known, in pixels. */
const OPEN = 14;

/**
 * An extent on the axis. An open end is drawn a little beyond the nearest moment that is known, or to the edge where
 * none is.
 */
export function drawExtent(
  extent: Extent,
  known: Extent | null,
  scale: ElasticScale,
  edges: readonly [number, number],
): DrawnExtent {
  const openStart = extent.lo === -Infinity;
  const openEnd = extent.hi === Infinity;
  const knownFrom = known && Number.isFinite(known.lo) ? scale(known.lo) - OPEN : edges[0];
  const knownTo = known && Number.isFinite(known.hi) ? scale(known.hi) + OPEN : edges[1];
  const from = openStart ? knownFrom : scale(extent.lo);
  const to = openEnd ? knownTo : scale(extent.hi);
  return {
    from: Math.min(Math.max(from, edges[0]), edges[1]),
    to: Math.max(Math.min(to, edges[1]), edges[0]),
    start: from < edges[0] ? 'cut' : openStart ? 'open' : 'round',
    // What is known may reach the edge, and an open end a little past it.
    end: to > edges[1] + OPEN ? 'cut' : openEnd ? 'open' : 'round',
  };
}

/** Whether a place is in view, give or take a pixel. */
export const isInside = (at: number, [from, to]: readonly [number, number]): boolean =>
  at >= from - 1 && at <= to + 1;

/** Everything an item covers on its lane: dot, known extent and possible extent. */
export function footprint(
  { item, at, reach }: Pick<PlacedItem, 'item' | 'at' | 'reach'>,
  scale: ElasticScale,
  edges: readonly [number, number],
  radius: number,
): Stretch {
  const point = isPoint(item);
  const x = scale.at(at);
  const dot = point ? { from: x - radius, to: x + radius } : { from: Infinity, to: -Infinity };
  if (reach) {
    if (point && reach.from === reach.to) return dot;
    return union(dot, {
      from: Math.min(Math.max(scale.at(reach.from), edges[0]), edges[1]),
      to: Math.max(Math.min(scale.at(reach.to), edges[1]), edges[0]),
    });
  }
  // How far an open end reaches is for drawing to say.
  const solid = item.solid && !point ? union(dot, drawExtent(item.solid, null, scale, edges)) : dot;
  return isHollow(item) ? union(solid, drawExtent(item.range, item.solid, scale, edges)) : solid;
}

interface Stretch {
  from: number;
  to: number;
}

const union = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/**
 * A pill with round ends, pointed where it is open and straight where the view cuts it.
 * @param at the place along the axis that it is told from
 */
export function pill(drawn: DrawnExtent, at: number, half: number, place: Place): string {
  const [from, to] = [drawn.from - at, drawn.to - at];
  const r = Math.min(half, Math.max((to - from) / 2, 1));
  const [near, far] = [-half, half];
  const end = {
    round: `L${place(to - r, near)}Q${place(to, near)} ${place(to, 0)}Q${place(to, far)} ${place(to - r, far)}`,
    open: `L${place(to - r, near)}L${place(to, 0)}L${place(to - r, far)}`,
    cut: `L${place(to, near)}L${place(to, far)}`,
  }[drawn.end];
  const start = {
    round: `L${place(from + r, far)}Q${place(from, far)} ${place(from, 0)}Q${place(from, near)} ${place(from + r, near)}`,
    open: `L${place(from + r, far)}L${place(from, 0)}L${place(from + r, near)}`,
    cut: `L${place(from, far)}L${place(from, near)}`,
  }[drawn.start];
  return `M${place(from + (drawn.start === 'cut' ? 0 : r), near)}${end}${start}Z`;
}

/** Two zigzags across the lanes. */
export function zigzag(at: number, from: number, to: number, place: Place): string {
  const teeth = Math.max(2, Math.round((to - from) / 8));
  const step = (to - from) / teeth;
  return [-4, 4]
    .map((shift) => {
      const points = Array.from({ length: teeth + 1 }, (_, i) =>
        place(at + shift + (i % 2 === 0 ? -2.5 : 2.5), from + i * step),
      );
      return `M${points.join('L')}`;
    })
    .join('');
}
