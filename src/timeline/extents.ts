/** The outlines of marks: pills for extents, pointed at open ends. */
import type { Frame } from './frame.ts';
import { type Extent, type IndexedItem, type Item, isHollow, isPoint } from './item.ts';
import type { ElasticScale } from './scale.ts';
import { type MarkShape, round } from './scene.ts';

/** A part of the axis, in pixels. */
export interface Segment {
  from: number;
  to: number;
}

/** A segment, and how each of its ends is drawn. */
export interface DrawnExtent extends Segment {
  /** `round` for a known end, `open` for an unknown one, `cut` where the view ends first. */
  start: 'round' | 'open' | 'cut';
  end: 'round' | 'open' | 'cut';
}

/** Writes a point of a path, `x,y`, from its distances along the axis and across it. */
export type WritePoint = (along: number, across: number) => string;

export const pointAcross: WritePoint = (along, across) => `${round(along)},${round(across)}`;
export const pointDown: WritePoint = (along, across) => `${round(across)},${round(along)}`;

/** How far an open end reaches beyond what is certain, in pixels. */
const OPEN = 14;

/**
 * An extent on the axis. An open end is drawn a little beyond what is certain, or to the edge where nothing is.
 * @param certain the extent within it that is certain
 */
function drawExtent(
  extent: Extent,
  certain: Extent | null,
  scale: ElasticScale,
  edges: readonly [number, number],
): DrawnExtent {
  const openStart = extent.lo === -Infinity;
  const openEnd = extent.hi === Infinity;
  const openFrom = certain && Number.isFinite(certain.lo) ? scale(certain.lo) - OPEN : edges[0];
  const openTo = certain && Number.isFinite(certain.hi) ? scale(certain.hi) + OPEN : edges[1];
  const from = openStart ? openFrom : scale(extent.lo);
  const to = openEnd ? openTo : scale(extent.hi);
  return {
    from: Math.min(Math.max(from, edges[0]), edges[1]),
    to: Math.max(Math.min(to, edges[1]), edges[0]),
    start: from < edges[0] ? 'cut' : openStart ? 'open' : 'round',
    // Where the certain extent reaches the edge, its open end reaches a little past it.
    end: to > edges[1] + OPEN ? 'cut' : openEnd ? 'open' : 'round',
  };
}

/** Whether a position is in view, give or take a pixel. */
export const isInside = (at: number, [from, to]: readonly [number, number]): boolean =>
  at >= from - 1 && at <= to + 1;

/** Everything an item covers on its lane: dot, certain extent and possible extent. */
export function footprint(
  { item, at, reach, point }: Pick<IndexedItem, 'item' | 'at' | 'reach' | 'point'>,
  scale: ElasticScale,
  edges: readonly [number, number],
  radius: number,
): Segment {
  const x = scale.at(at);
  const covered = { from: point ? x - radius : Infinity, to: point ? x + radius : -Infinity };
  if (reach) {
    if (point && reach.from === reach.to) return covered;
    const [start, end] = [scale.at(reach.from), scale.at(reach.to)];
    covered.from = Math.min(covered.from, Math.min(Math.max(start, edges[0]), edges[1]));
    covered.to = Math.max(covered.to, Math.max(Math.min(end, edges[1]), edges[0]));
    return covered;
  }
  // With an open end it covers what is drawn of it.
  const include = ({ from, to }: Segment): void => {
    covered.from = Math.min(covered.from, from);
    covered.to = Math.max(covered.to, to);
  };
  if (item.solid && !point) include(drawExtent(item.solid, null, scale, edges));
  if (isHollow(item)) include(drawExtent(item.range, item.solid, scale, edges));
  return covered;
}

/**
 * A pill with round ends, pointed where it is open and straight where the view cuts it.
 * @param at the position along the axis that its path is relative to
 * @param half of its thickness, in pixels
 */
export function pill(drawn: DrawnExtent, at: number, half: number, point: WritePoint): string {
  const [from, to] = [drawn.from - at, drawn.to - at];
  const r = Math.min(half, Math.max((to - from) / 2, 1));
  const [near, far] = [-half, half];
  const end = {
    round: `L${point(to - r, near)}Q${point(to, near)} ${point(to, 0)}Q${point(to, far)} ${point(to - r, far)}`,
    open: `L${point(to - r, near)}L${point(to, 0)}L${point(to - r, far)}`,
    cut: `L${point(to, near)}L${point(to, far)}`,
  }[drawn.end];
  const start = {
    round: `L${point(from + r, far)}Q${point(from, far)} ${point(from, 0)}Q${point(from, near)} ${point(from + r, near)}`,
    open: `L${point(from + r, far)}L${point(from, 0)}L${point(from + r, near)}`,
    cut: `L${point(from, far)}L${point(from, near)}`,
  }[drawn.start];
  return `M${point(from + (drawn.start === 'cut' ? 0 : r), near)}${end}${start}Z`;
}

/**
 * The body of one item's mark: what is possible as a hollow outline, what is certain and longer than a day as a bar.
 * @param at the position along the axis that the paths are relative to
 * @param half of the thickness of the outline and of the bar, in pixels
 */
export const bodyOf = (
  item: Item,
  { scale, edges }: Pick<Frame, 'scale' | 'edges'>,
  at: number,
  half: { outline: number; bar: number },
  point: WritePoint,
): Pick<MarkShape, 'hollow' | 'solid'> => ({
  hollow: isHollow(item)
    ? pill(drawExtent(item.range, item.solid, scale, edges), at, half.outline, point)
    : '',
  solid:
    item.solid && !isPoint(item)
      ? pill(drawExtent(item.solid, null, scale, edges), at, half.bar, point)
      : '',
});

/**
 * The body of a mark whose extent has no room of its own: a short piece of it, cut at both ends.
 * @param reach of the piece to either side, in pixels
 */
export function stubOf(
  item: Item,
  reach: number,
  half: { outline: number; bar: number },
  point: WritePoint,
): Pick<MarkShape, 'hollow' | 'solid'> {
  if (isPoint(item)) return { hollow: '', solid: '' };
  const piece = { from: -reach, to: reach, start: 'cut', end: 'cut' } as const;
  return item.solid
    ? { hollow: '', solid: pill(piece, 0, half.bar, point) }
    : { hollow: pill(piece, 0, half.outline, point), solid: '' };
}

/** Two zigzags across the lanes, the sign of an axis break. */
export function zigzag(at: number, from: number, to: number, point: WritePoint): string {
  const teeth = Math.max(2, Math.round((to - from) / 8));
  const step = (to - from) / teeth;
  return [-4, 4]
    .map((shift) => {
      const points = Array.from({ length: teeth + 1 }, (_, i) =>
        point(at + shift + (i % 2 === 0 ? -2.5 : 2.5), from + i * step),
      );
      return `M${points.join('L')}`;
    })
    .join('');
}
