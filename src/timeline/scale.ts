/**
 * Elastic time: a scale that runs from "to scale" to "evenly spaced".
 *
 * Between consecutive instants the distance is `rigid · floor + c · weight^(1−α) · gap^α`, where α = 1 − spacing. At
 * spacing 0 it is proportional to time, at spacing 1 to the floors (evenly spaced where they are equal), and it changes
 * continuously in between. `c` makes the whole fill the range.
 */
import { bisectLeft, bisectRight } from 'd3-array';
import type { Extent } from './item.ts';
import { memo } from './memo.ts';

export interface ElasticScale {
  /** Position of a moment; strictly increasing, also beyond the first and the last instant. */
  (time: number): number;
  /** The moment at a position: `invert(scale(t)) = t`. */
  invert(position: number): number;
  /** The instants it was made from. */
  instants: readonly number[];
  /** Position of the i-th of them. */
  at(i: number): number;
  /** Indices of the first and the last instant in view, with one more on either side. */
  first: number;
  last: number;
  /** How far it is zoomed in from the scale of all of time. */
  transform: Transform;
}

/** As d3-zoom has it: `x ↦ k · x + shift`, in pixels. */
export interface Transform {
  k: number;
  shift: number;
}

const IDENTITY: Transform = { k: 1, shift: 0 };

export interface ElasticOptions {
  /** Strictly increasing moments in milliseconds, at least two. */
  instants: readonly number[];
  /** For each gap between them, the distance in pixels that keeps its ends apart; positive. */
  floors: readonly number[];
  /** 0 to scale … 1 evenly spaced. */
  spacing: number;
  /** Positions of the first and the last instant. */
  range: readonly [number, number];
}

/** @throws {RangeError} when there are fewer than two instants or their order is wrong */
export const elasticScale = ({ instants, floors, spacing, range }: ElasticOptions): ElasticScale =>
  elastic(instants, floors)(spacing, range);

/**
 * Scales of the same instants, one for each spacing and range. What depends on neither is computed once.
 * @throws {RangeError} when there are fewer than two instants or their order is wrong
 */
export function elastic(
  instants: readonly number[],
  floors: readonly number[],
): (spacing: number, range: readonly [number, number]) => ElasticScale {
  const last = instants.length - 1;
  if (last < 1) throw new RangeError('a scale needs two instants');
  const instant = (i: number): number => instants[i] ?? 0;
  const span = instant(last) - instant(0);
  const floorSum = floors.reduce((a, b) => a + b, 0);
  // A product of powers is the exponential of a sum: one call to `exp` for each gap instead of two to `pow`.
  const logGaps: number[] = [];
  const logFloors: number[] = [];
  // Gaps of days are often equal: each different one is computed once, and here is which of them each gap is.
  const kinds = new Uint32Array(last);
  const known = new Map<number, Map<number, number>>();
  for (let i = 0; i < last; i++) {
    const gap = instant(i + 1) - instant(i);
    if (!(gap > 0)) throw new RangeError('instants must increase');
    const floor = floors[i] ?? 0;
    const ofFloor = known.get(floor) ?? new Map<number, number>();
    known.set(floor, ofFloor);
    const kind = ofFloor.get(gap) ?? logGaps.length;
    ofFloor.set(gap, kind);
    kinds[i] = kind;
    if (kind < logGaps.length) continue;
    logGaps.push(Math.log(gap / span));
    logFloors.push(Math.log((floor * last) / floorSum));
  }

  return (spacing, range) => {
    const alpha = 1 - spacing;
    const [from, to] = range;
    // The floors give way towards "to scale", and where they alone would fill the range.
    const rigid = Math.min(1 - alpha ** 3, (0.8 * (to - from)) / floorSum);
    const shares = Float64Array.from(logGaps, (log, kind) =>
      Math.exp(spacing * (logFloors[kind] as number) + alpha * log),
    );
    let sum = 0;
    for (let i = 0; i < last; i++) sum += shares[kinds[i] as number] as number;
    const c = (to - from - rigid * floorSum) / sum;
    const positions = new Float64Array(last + 1);
    let position = from;
    for (let i = 0; i < last; i++) {
      positions[i] = position;
      position =
        position + rigid * (floors[i] as number) + c * (shares[kinds[i] as number] as number);
    }
    // Exactly, without a rounding error: an extent that ends with all of time is not clipped by the edge.
    positions[last] = to;
    return Object.assign((time: number) => along(instants, positions, time), {
      invert: (position: number) => along(positions, instants, position),
      instants,
      at: (i: number) => positions[i] ?? Number.NaN,
      first: 0,
      last,
      transform: IDENTITY,
    });
  };
}

/** Maps from one increasing sequence to another, linearly between neighbours. */
function along(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  // Beyond the ends the outermost gap goes on at its own slope.
  const i = Math.min(Math.max(bisectRight(xs, x), 1), xs.length - 1);
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 1] = [xs[i - 1], xs[i], ys[i - 1], ys[i]];
  if (x === x1) return y1;
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/** The part of a scale that a window shows, zoomed to a range: linearly, so that a pointer stays on its moment. */
export function zoomScale(
  base: ElasticScale,
  window: Extent,
  [from, to]: readonly [number, number],
): ElasticScale {
  const { instants } = base;
  const start = base(window.lo);
  const k = (to - from) / (base(window.hi) - start);
  return Object.assign((time: number) => from + (base(time) - start) * k, {
    invert: (position: number) => base.invert(start + (position - from) / k),
    instants,
    at: (i: number) => from + (base.at(i) - start) * k,
    first: Math.max(bisectRight(instants, window.lo) - 1, 0),
    last: Math.min(bisectLeft(instants, window.hi), instants.length - 1),
    transform: { k, shift: from - k * start },
  });
}

/**
 * The scale of a window. Kept for the last one, so that a frame computes it once for the chart, the strip and the pointer.
 * @param base of all of time
 * @param window `null` for all of time
 * @param from the ends of the axis, in pixels
 */
export const windowScale = memo(
  (base: ElasticScale, window: Extent | null, from: number, to: number): ElasticScale =>
    window ? zoomScale(base, window, [from, to]) : base,
);
