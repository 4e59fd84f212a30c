/** Arranges the marks of one lane: single marks, clusters, and extents in rows of their own. All of it is positions. */
import { cluster, type Run } from './clusters.ts';

/** Extents, in the order of their marks: parallel lists, in pixels. */
export interface WidePlaces {
  xs: ArrayLike<number>;
  /** Ends of all that they cover. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
}

/** Where the items of one lane are. */
export interface LanePlaces {
  /** The dots, in order. */
  dots: ArrayLike<number>;
  wide: WidePlaces;
}

/** Pixels: between the centres of two marks, and the radius of a dot and of a cluster. */
export interface MarkSizes {
  apart: number;
  radius: number;
  cluster: number;
}

export interface Arrangement {
  /** The items of the first row, in order of position: a dot by its index `i`, an extent by `~i`. */
  order: Int32Array;
  /** Its marks: each one item or several. */
  runs: Run[];
  /** Extents with a mark of their own, by index, and the row of each. */
  extents: { i: number; row: number }[];
  /** Extents that found no row and so are in the first one. */
  stubs: ReadonlySet<number>;
}

/**
 * Arranges a lane. Marks closer than `apart` become clusters in row 0; extents wider than that keep a mark of their
 * own, in the first row where they touch nothing. An extent that finds no row joins the marks of row 0 without its ends.
 * @param most rows there may be
 */
export function arrangeLane(
  { dots, wide }: LanePlaces,
  { apart, radius, cluster: wider }: MarkSizes,
  most: number,
): Arrangement {
  const { xs: at, from, to } = wide;
  // Both hold indices.
  let free: number[] = [];
  let crowded: number[] = [];
  for (let i = 0; i < at.length; i++) {
    const x = at[i] as number;
    const reach = Math.max(x - (from[i] as number), (to[i] as number) - x);
    (reach > apart / 2 ? free : crowded).push(i);
  }
  const by = (positions: ArrayLike<number>) => (a: number, b: number) =>
    (positions[a] as number) - (positions[b] as number);
  free.sort(by(from));
  const stubs = new Set<number>();
  for (;;) {
    const { order, xs } = merge(dots, at, crowded);
    const runs = cluster(xs, apart);
    const halfOf = ({ start, end }: Run): number =>
      end - start > 1
        ? wider + 1
        : (order[start] as number) >= 0
          ? radius
          : Math.max(radius, apart / 2);
    const rows = layoutWide(free, wide, runs, halfOf, most);
    if (rows.every((row) => row >= 0))
      return { order, runs, extents: free.map((i, n) => ({ i, row: rows[n] as number })), stubs };
    const unplaced = free.filter((_, i) => (rows[i] as number) < 0);
    for (const i of unplaced) stubs.add(i);
    crowded = [...crowded, ...unplaced].sort(by(at));
    free = free.filter((_, i) => (rows[i] as number) >= 0);
  }
}

/**
 * Merges dots and the extents that have joined them, in order of position.
 * @param wide positions of all extents
 * @param crowded indices of those that have joined, in order
 */
function merge(
  dots: ArrayLike<number>,
  wide: ArrayLike<number>,
  crowded: readonly number[],
): { order: Int32Array; xs: Float64Array } {
  const length = dots.length + crowded.length;
  const order = new Int32Array(length);
  const xs = new Float64Array(length);
  let dot = 0;
  let next = 0;
  const xOf = (i: number): number => wide[crowded[i] as number] as number;
  let beyond = crowded.length > 0 ? xOf(0) : Infinity;
  for (let i = 0; i < length; i++) {
    const x = dot < dots.length ? (dots[dot] as number) : Infinity;
    if (beyond < x) {
      order[i] = ~(crowded[next++] as number);
      xs[i] = beyond;
      beyond = next < crowded.length ? xOf(next) : Infinity;
    } else {
      order[i] = dot++;
      xs[i] = x;
    }
  }
  return { order, xs };
}

const GAP = 2;

/**
 * First-fit rows for extents, where the first row holds marks already; `-1` where no row is free.
 * @param free indices of the extents, in order of their start
 * @param taken the marks of the first row, in order
 * @param halfOf how far such a mark reaches to either side
 */
function layoutWide(
  free: readonly number[],
  wide: WidePlaces,
  taken: readonly Run[],
  halfOf: (mark: Run) => number,
  most: number,
): number[] {
  const ends: number[] = [];
  // A mark that ends before an extent begins also ends before every later extent.
  let passed = 0;
  const side = (mark: Run | undefined, sign: 1 | -1): number =>
    mark ? mark.x + sign * halfOf(mark) : Infinity;
  return free.map((one) => {
    const [from, to] = [wide.from[one] as number, wide.to[one] as number];
    while (side(taken[passed], 1) + GAP <= from) passed++;
    const isFree = (row: number): boolean =>
      (ends[row] ?? -Infinity) + GAP <= from && (row > 0 || side(taken[passed], -1) >= to + GAP);
    let row = 0;
    while (row < most && row <= ends.length && !isFree(row)) row++;
    // Row 0 exists even if it holds marks and no extent: the next free row is 1, not 0.
    if (row >= most || row > ends.length) row = ends.length === 0 && most > 1 ? 1 : -1;
    if (row >= 0) {
      while (ends.length < row) ends.push(-Infinity);
      ends[row] = to;
    }
    return row;
  });
}
