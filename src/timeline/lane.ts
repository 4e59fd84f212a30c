/** What stands where in one lane: single marks, clusters, and extents in rows of their own. */
import { cluster, type Run } from './clusters.ts';
import type { AnchoredItem } from './item.ts';

/** An item that takes more of its lane than a dot. */
export interface WideItem<Entry extends AnchoredItem = AnchoredItem> {
  entry: Entry;
  /** Where its mark stands. */
  x: number;
  /** Ends of all it covers. */
  from: number;
  to: number;
}

/** Items side by side, in order; three lists, for there may be many and each drawing goes through them. */
export interface Row {
  items: readonly AnchoredItem[];
  ids: readonly string[];
  /** Where their marks stand, in pixels. */
  xs: ArrayLike<number>;
}

/** What one lane holds. */
export interface LaneContents<Entry extends AnchoredItem> {
  dots: Row;
  /** In the order of where their marks stand. */
  wide: readonly WideItem<Entry>[];
}

/** Pixels: between the middles of two marks, and the radius of a mark of one and of several. */
export interface Marks {
  apart: number;
  radius: number;
  cluster: number;
}

export interface Arrangement<Entry extends AnchoredItem> {
  /** What the first row's marks are made of. */
  row: Row;
  /** Its marks, of one or several. */
  runs: Run[];
  /** Extents that have a mark of their own, and in which row. */
  extents: { entry: Entry; row: number }[];
}

/**
 * Arranges a lane. Marks closer than `apart` become clusters in row 0; extents wider than that keep a mark of their
 * own in the first row where they touch nothing, and where no row is left they join the clusters.
 * @param most rows there may be
 */
export function arrangeLane<Entry extends AnchoredItem>(
  { dots, wide }: LaneContents<Entry>,
  { apart, radius, cluster: wider }: Marks,
  most: number,
): Arrangement<Entry> {
  const halfOf = ({ start, end }: Run): number => (end - start > 1 ? wider + 1 : radius);
  const isWide = ({ from, to }: WideItem): boolean => to - from > apart;
  let free = wide.filter(isWide).sort((a, b) => a.from - b.from);
  let crowded = wide.filter((item) => !isWide(item));
  for (;;) {
    const row = merge(dots, crowded);
    const runs = cluster(row.xs, apart);
    const rows = placeWide(free, runs, halfOf, most);
    if (rows.every((row) => row >= 0))
      return {
        row,
        runs,
        extents: free.map(({ entry }, i) => ({ entry, row: rows[i] as number })),
      };
    const unplaced = free.filter((_, i) => (rows[i] as number) < 0);
    crowded = [...crowded, ...unplaced].sort((a, b) => a.x - b.x);
    free = free.filter((_, i) => (rows[i] as number) >= 0);
  }
}

/** Dots and what has joined them. */
function merge(dots: Row, more: readonly WideItem[]): Row {
  if (more.length === 0) return dots;
  const length = dots.ids.length + more.length;
  const items = new Array<AnchoredItem>(length);
  const ids = new Array<string>(length);
  const xs = new Float64Array(length);
  let dot = 0;
  let wide = 0;
  for (let i = 0; i < length; i++) {
    const x = dots.xs[dot] ?? Infinity;
    const next = more[wide];
    if (next && next.x < x) {
      items[i] = next.entry;
      ids[i] = next.entry.item.id;
      xs[i] = next.x;
      wide++;
    } else {
      items[i] = dots.items[dot] as AnchoredItem;
      ids[i] = dots.ids[dot] as string;
      xs[i] = x;
      dot++;
    }
  }
  return { items, ids, xs };
}

const GAP = 2;

/**
 * First-fit rows for extents, the first row being taken by marks already; `-1` where none is free.
 * @param wide in order of their start
 * @param taken the marks of the first row, in order
 * @param halfOf how far such a mark reaches to either side
 */
function placeWide(
  wide: readonly WideItem[],
  taken: readonly Run[],
  halfOf: (mark: Run) => number,
  most: number,
): number[] {
  const ends: number[] = [];
  // Those taken that end before an extent begins do so for every later one too.
  let passed = 0;
  const side = (mark: Run | undefined, sign: 1 | -1): number =>
    mark ? mark.x + sign * halfOf(mark) : Infinity;
  return wide.map(({ from, to }) => {
    while (side(taken[passed], 1) + GAP <= from) passed++;
    const isFree = (row: number): boolean =>
      (ends[row] ?? -Infinity) + GAP <= from && (row > 0 || side(taken[passed], -1) >= to + GAP);
    let row = 0;
    while (row < most && row <= ends.length && !isFree(row)) row++;
    // A row that marks alone have taken is there all the same.
    if (row >= most || row > ends.length) row = ends.length === 0 && most > 1 ? 1 : -1;
    if (row >= 0) {
      while (ends.length < row) ends.push(-Infinity);
      ends[row] = to;
    }
    return row;
  });
}
