/** Arranges the marks of one lane: single marks, clusters, and extents in rows of their own. */
import { cluster, type Run } from './clusters.ts';
import type { AnchoredItem } from './item.ts';

/** Items that are drawn wider than a dot, in order. Parallel lists, as in a row. */
export interface WideItems<Entry extends AnchoredItem = AnchoredItem> {
  items: readonly Entry[];
  /** Positions of their marks, in pixels. */
  xs: ArrayLike<number>;
  /** Ends of all that they cover, in pixels. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
}

/** Items side by side, in order. Three parallel lists: every drawing goes through them, and there may be many. */
export interface Row {
  items: readonly AnchoredItem[];
  ids: readonly string[];
  /** Positions of their marks, in pixels. */
  xs: ArrayLike<number>;
}

/** The items of one lane. */
export interface LaneContents<Entry extends AnchoredItem> {
  dots: Row;
  wide: WideItems<Entry>;
}

/** Pixels: between the centres of two marks, and the radius of a dot and of a cluster. */
export interface MarkSizes {
  apart: number;
  radius: number;
  cluster: number;
}

export interface Arrangement<Entry extends AnchoredItem> {
  /** The items of the first row. */
  row: Row;
  /** Its marks: each one item or several. */
  runs: Run[];
  /** Extents with a mark of their own, and the row of each. */
  extents: { entry: Entry; row: number }[];
  /** Items of the first row whose extent found no row. */
  stubs: ReadonlySet<AnchoredItem>;
}

/**
 * Arranges a lane. Marks closer than `apart` become clusters in row 0; extents wider than that keep a mark of their
 * own, in the first row where they touch nothing. An extent that finds no row joins the marks of row 0 without its ends.
 * @param most rows there may be
 */
export function arrangeLane<Entry extends AnchoredItem>(
  { dots, wide }: LaneContents<Entry>,
  { apart, radius, cluster: wider }: MarkSizes,
  most: number,
): Arrangement<Entry> {
  const { items, xs: at, from, to } = wide;
  // Both hold indices.
  let free: number[] = [];
  let crowded: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const x = at[i] as number;
    const reach = Math.max(x - (from[i] as number), (to[i] as number) - x);
    (reach > apart / 2 ? free : crowded).push(i);
  }
  const by = (positions: ArrayLike<number>) => (a: number, b: number) =>
    (positions[a] as number) - (positions[b] as number);
  free.sort(by(from));
  const stubs = new Set<AnchoredItem>();
  for (;;) {
    const merged = merge(dots, wide, crowded);
    const runs = cluster(merged.xs, apart);
    const halfOf = ({ start, end }: Run): number =>
      end - start > 1
        ? wider + 1
        : (merged.order[start] as number) >= 0
          ? radius
          : Math.max(radius, apart / 2);
    const rows = layoutWide(free, wide, runs, halfOf, most);
    if (rows.every((row) => row >= 0))
      return {
        row: rowOf(dots, wide, merged),
        runs,
        extents: free.map((one, i) => ({ entry: items[one] as Entry, row: rows[i] as number })),
        stubs,
      };
    const unplaced = free.filter((_, i) => (rows[i] as number) < 0);
    for (const one of unplaced) stubs.add(items[one] as Entry);
    crowded = [...crowded, ...unplaced].sort(by(at));
    free = free.filter((_, i) => (rows[i] as number) >= 0);
  }
}

/** Dots and the extents that have joined them, in order of position: a dot by its index `i`, an extent as `~i`. */
interface Merged {
  order: Int32Array;
  xs: Float64Array;
}

/** @param crowded indices of extents, in order of position */
function merge({ xs: dots }: Row, wide: WideItems, crowded: readonly number[]): Merged {
  const length = dots.length + crowded.length;
  const order = new Int32Array(length);
  const xs = new Float64Array(length);
  let dot = 0;
  let next = 0;
  const xOf = (i: number): number => wide.xs[crowded[i] as number] as number;
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

/** The last order of some dots and extents, which is often the next one too: it depends on few distances. */
const lastRows = new WeakMap<
  Row['items'],
  { order: Int32Array; items: Row['items']; ids: Row['ids'] }
>();

function rowOf(dots: Row, wide: WideItems, { order, xs }: Merged): Row {
  if (order.length === dots.ids.length) return { ...dots, xs };
  const last = lastRows.get(dots.items);
  if (last && areEqual(last.order, order)) return { items: last.items, ids: last.ids, xs };
  const items = Array.from(order, (i) => (i < 0 ? wide.items[~i] : dots.items[i]) as AnchoredItem);
  const ids = items.map(({ item }) => item.id);
  lastRows.set(dots.items, { order, items, ids });
  return { items, ids, xs };
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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
  wide: WideItems,
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
