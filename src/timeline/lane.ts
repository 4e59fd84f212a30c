/** Arranges the marks of one lane: single marks, clusters, and extents in rows of their own. */
import { cluster, type Run } from './clusters.ts';
import type { AnchoredItem } from './item.ts';

/** An item that is drawn wider than a dot. Positions in pixels. */
export interface WideItem<Entry extends AnchoredItem = AnchoredItem> {
  entry: Entry;
  /** Of its mark. */
  x: number;
  /** Ends of all that it covers. */
  from: number;
  to: number;
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
  /** In the order of `x`. */
  wide: readonly WideItem<Entry>[];
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
  const isWide = ({ x, from, to }: WideItem): boolean => Math.max(x - from, to - x) > apart / 2;
  const stubs = new Set<AnchoredItem>();
  let free = wide.filter(isWide).sort((a, b) => a.from - b.from);
  let crowded = wide.filter((item) => !isWide(item));
  for (;;) {
    const row = merge(dots, crowded);
    const runs = cluster(row.xs, apart);
    const halfOf = ({ start, end }: Run): number =>
      end - start > 1 ? wider + 1 : row.items[start]?.dot ? radius : Math.max(radius, apart / 2);
    const rows = layoutWide(free, runs, halfOf, most);
    if (rows.every((row) => row >= 0))
      return {
        row,
        runs,
        extents: free.map(({ entry }, i) => ({ entry, row: rows[i] as number })),
        stubs,
      };
    const unplaced = free.filter((_, i) => (rows[i] as number) < 0);
    for (const { entry } of unplaced) stubs.add(entry);
    crowded = [...crowded, ...unplaced].sort((a, b) => a.x - b.x);
    free = free.filter((_, i) => (rows[i] as number) >= 0);
  }
}

/** Merges dots and the extents that have joined them, in order of position. */
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
 * First-fit rows for extents, where the first row holds marks already; `-1` where no row is free.
 * @param wide in order of their start
 * @param taken the marks of the first row, in order
 * @param halfOf how far such a mark reaches to either side
 */
function layoutWide(
  wide: readonly WideItem[],
  taken: readonly Run[],
  halfOf: (mark: Run) => number,
  most: number,
): number[] {
  const ends: number[] = [];
  // A mark that ends before an extent begins also ends before every later extent.
  let passed = 0;
  const side = (mark: Run | undefined, sign: 1 | -1): number =>
    mark ? mark.x + sign * halfOf(mark) : Infinity;
  return wide.map(({ from, to }) => {
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
