/**
 * Elastic time: a scale that runs from "to scale" to "evenly spaced".
 *
 * Between consecutive instants the distance is `rigid · floor + c · weight^(1−α) · gap^α`. At α = 1 it is
 * proportional to time, at α = 0 to the floors (evenly spaced where they are equal), and it changes
 * continuously in between. `c` makes the whole fill the range.
 */
import { bisectLeft, bisectRight } from 'd3';
import type { Extent } from './item.ts';

export interface ElasticScale {
  /** Position of a moment; strictly increasing, also beyond the first and the last instant. */
  (time: number): number;
  /** The moment at a position: `invert(scale(t)) = t`. */
  invert(position: number): number;
  /** The instants it was made from, or of a part those in it; and where they lie. */
  instants: readonly number[];
  positions: readonly number[];
  /** The index of the first of them in the whole. */
  first: number;
}

export interface ElasticOptions {
  /** Strictly increasing moments in milliseconds, at least two. */
  instants: readonly number[];
  /** For each gap between them, the distance in pixels that keeps its ends apart; positive. */
  floors: readonly number[];
  /** 0 evenly spaced … 1 to scale. */
  alpha: number;
  /** Positions of the first and the last instant. */
  range: readonly [number, number];
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** @throws {RangeError} when there are fewer than two instants or their order is wrong */
export function elasticScale({ instants, floors, alpha, range }: ElasticOptions): ElasticScale {
  if (instants.length < 2) throw new RangeError('a scale needs two instants');
  const gaps = instants.slice(1).map((t, i) => t - (instants[i] ?? t));
  if (!gaps.every((gap) => gap > 0)) throw new RangeError('instants must increase');
  const span = sum(gaps);
  const [from, to] = range;
  const floorSum = sum(floors);
  const meanFloor = floorSum / floors.length;
  // The floors give way towards "to scale", and where they alone would fill the range.
  const rigid = Math.min(1 - alpha ** 3, (0.8 * (to - from)) / floorSum);
  // Floors are few and gaps many: each floor's power is computed once.
  const powers = new Map<number, number>();
  const weight = (floor: number): number => {
    const known = powers.get(floor) ?? (floor / meanFloor) ** (1 - alpha);
    powers.set(floor, known);
    return known;
  };
  const shares = gaps.map((gap, i) => weight(floors[i] ?? meanFloor) * (gap / span) ** alpha);
  const c = (to - from - rigid * floorSum) / sum(shares);
  const positions = [from];
  shares.forEach((share, i) => {
    positions.push((positions[i] ?? from) + rigid * (floors[i] ?? 0) + c * share);
  });

  const along = (xs: readonly number[], ys: readonly number[], x: number): number => {
    // Beyond the ends the outermost gap goes on at its own slope.
    const i = Math.min(Math.max(bisectRight(xs as number[], x), 1), xs.length - 1);
    const [x0 = 0, x1 = 1, y0 = 0, y1 = 1] = [xs[i - 1], xs[i], ys[i - 1], ys[i]];
    if (x === x1) return y1;
    return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  };
  return Object.assign((time: number) => along(instants, positions, time), {
    invert: (position: number) => along(positions, instants, position),
    instants,
    positions,
    first: 0,
  });
}

/**
 * The part of a scale that a window shows, stretched over a range. Stretching is even, so a pointer stays on its
 * moment while zooming.
 * @returns a scale whose instants are those in the window, with one more on either side
 */
export function zoomScale(
  base: ElasticScale,
  window: Extent | null,
  [from, to]: readonly [number, number],
): ElasticScale {
  if (!window) return base;
  const start = base(window.lo);
  const k = (to - from) / (base(window.hi) - start);
  const first = Math.max(bisectRight(base.instants as number[], window.lo) - 1, 0);
  const last = bisectLeft(base.instants as number[], window.hi) + 1;
  return Object.assign((time: number) => from + (base(time) - start) * k, {
    invert: (position: number) => base.invert(start + (position - from) / k),
    instants: base.instants.slice(first, last),
    positions: base.positions.slice(first, last).map((at) => from + (at - start) * k),
    first,
  });
}
