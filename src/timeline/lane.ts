/** What stands where in one lane: single marks, clusters, and extents in rows of their own. */
import { cluster } from './clusters.ts';
import type { AnchoredItem } from './item.ts';

/** An item that takes more of its lane than a dot. */
export interface WideItem extends AnchoredItem {
  /** Where its mark stands. */
  x: number;
  /** Ends of all it covers. */
  from: number;
  to: number;
}

/** What one lane holds. */
export interface LaneContents<Wide extends WideItem> {
  /** In time order, and where they stand. */
  dots: readonly AnchoredItem[];
  xs: readonly number[];
  /** In the order of where their marks stand. */
  wide: readonly Wide[];
}

/** Pixels: between the middles of two marks, and the radius of a mark of one and of several. */
export interface Marks {
  apart: number;
  radius: number;
  cluster: number;
}

/** One or more items that share a mark, and the row it is in. */
export interface Group {
  x: number;
  entries: AnchoredItem[];
  row: number;
}

export interface Arrangement<Wide extends WideItem> {
  /** Marks of one or several in the first row, in the order of where they stand. */
  groups: Group[];
  /** Extents that have a mark and a row of their own. */
  extents: { entry: Wide; row: number }[];
}

/**
 * Arranges a lane. Marks closer than `apart` become clusters in row 0; extents wider than that keep a mark of their
 * own in the first row where they touch nothing, and where no row is left they join the clusters.
 * @param most rows there may be
 */
export function arrangeLane<Wide extends WideItem>(
  { dots, xs, wide }: LaneContents<Wide>,
  { apart, radius, cluster: wider }: Marks,
  most: number,
): Arrangement<Wide> {
  const byStart = [...wide].sort((a, b) => a.from - b.from);
  const crowded = new Set(wide.filter(({ from, to }) => to - from <= apart));
  for (;;) {
    const small = merge(
      dots,
      xs,
      wide.filter((entry) => crowded.has(entry)),
    );
    const groups = cluster(small.xs, apart).map(({ x, start, end }) => ({
      ...{ x, row: 0 },
      entries: small.items.slice(start, end),
    }));
    const rows = placeWide(
      byStart.filter((entry) => !crowded.has(entry)),
      groups.map(({ x, entries: { length } }) => {
        const half = length > 1 ? wider + 1 : radius;
        return { from: x - half, to: x + half };
      }),
      most,
    );
    const before = crowded.size;
    for (const [entry, row] of rows) if (row < 0) crowded.add(entry);
    if (crowded.size === before)
      return { groups, extents: [...rows].map(([entry, row]) => ({ entry, row })) };
  }
}

/** Dots and what has joined them, in order of position. */
function merge(
  dots: readonly AnchoredItem[],
  xs: readonly number[],
  more: readonly WideItem[],
): { items: readonly AnchoredItem[]; xs: readonly number[] } {
  if (more.length === 0) return { items: dots, xs };
  const merged: { items: AnchoredItem[]; xs: number[] } = { items: [], xs: [] };
  let i = 0;
  const addDots = (until: number): void => {
    for (let x = xs[i]; x !== undefined && x <= until; x = xs[++i]) {
      merged.items.push(dots[i] as AnchoredItem);
      merged.xs.push(x);
    }
  };
  for (const item of more) {
    addDots(item.x);
    merged.items.push(item);
    merged.xs.push(item.x);
  }
  addDots(Infinity);
  return merged;
}

const GAP = 2;

/**
 * First-fit rows for extents, the first row being taken by marks already; `-1` where none is free.
 * @param wide in order of their start
 * @param taken of the first row, in order
 */
function placeWide<Wide extends WideItem>(
  wide: readonly Wide[],
  taken: readonly { from: number; to: number }[],
  most: number,
): Map<Wide, number> {
  const ends: number[] = [];
  // Those taken that end before an extent begins do so for every later one too.
  let passed = 0;
  return new Map(
    wide.map((entry) => {
      while ((taken[passed]?.to ?? Infinity) + GAP <= entry.from) passed++;
      const isFree = (row: number): boolean =>
        (ends[row] ?? -Infinity) + GAP <= entry.from &&
        (row > 0 || (taken[passed]?.from ?? Infinity) >= entry.to + GAP);
      let row = 0;
      while (row < most && row <= ends.length && !isFree(row)) row++;
      // A row that marks alone have taken is there all the same.
      if (row >= most || row > ends.length) row = ends.length === 0 && most > 1 ? 1 : -1;
      if (row >= 0) {
        while (ends.length < row) ends.push(-Infinity);
        ends[row] = entry.to;
      }
      return [entry, row] as const;
    }),
  );
}
