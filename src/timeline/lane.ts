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

/** What is in view of one lane. */
export interface LaneContents {
  /** In time order, and where they stand. */
  dots: AnchoredItem[];
  xs: number[];
  wide: WideItem[];
}

/** One or more items that share a mark, and the row it is in. */
export interface Group {
  x: number;
  entries: AnchoredItem[];
  row: number;
}

/**
 * Arranges a lane. Marks closer than `apart` become clusters in row 0; extents wider than that keep a mark of their
 * own in the first row where they touch nothing, and where no row is left they join the clusters.
 * @param radius of a mark, in pixels
 * @param most rows there may be
 */
export function arrangeLane(
  { dots, xs, wide }: LaneContents,
  apart: number,
  radius: number,
  most: number,
): Group[] {
  let crowded = new Set(wide.filter(({ from, to }) => to - from <= apart));
  for (;;) {
    const small = { items: dots, xs };
    if (crowded.size > 0) {
      const merged = [...dots.map((item, i) => ({ item, x: xs[i] ?? 0 }))];
      for (const item of crowded) merged.push({ item, x: item.x });
      merged.sort((a, b) => a.x - b.x);
      small.items = merged.map(({ item }) => item);
      small.xs = merged.map(({ x }) => x);
    }
    const groups = cluster(small.xs, apart).map(({ x, start, end }) => ({
      ...{ x, row: 0 },
      entries: small.items.slice(start, end),
    }));
    const rows = placeWide(
      wide.filter((entry) => !crowded.has(entry)),
      groups.map(({ x, entries: { length } }) => {
        const half = length > 1 ? apart / 2 : radius;
        return { from: x - half, to: x + half };
      }),
      most,
    );
    const left = [...rows].filter(([, row]) => row < 0).map(([entry]) => entry);
    if (left.length === 0)
      return [
        ...groups,
        ...[...rows].map(([entry, row]) => ({ x: entry.x, entries: [entry], row })),
      ];
    crowded = new Set([...crowded, ...left]);
  }
}

const GAP = 2;

/** First-fit rows for extents, the first row being taken by marks already; `-1` where none is free. */
function placeWide(
  wide: readonly WideItem[],
  taken: readonly { from: number; to: number }[],
  most: number,
): Map<WideItem, number> {
  const ends: number[] = [];
  return new Map(
    [...wide]
      .sort((a, b) => a.from - b.from)
      .map((entry) => {
        const free = Array.from({ length: Math.min(ends.length + 1, most) }, (_, row) => row).find(
          (row) =>
            (ends[row] ?? -Infinity) + GAP <= entry.from &&
            (row > 0 ||
              taken.every(({ from, to }) => to + GAP <= entry.from || entry.to + GAP <= from)),
        );
        // A row that marks alone have taken is there all the same.
        const row = free ?? (ends.length === 0 && most > 1 ? 1 : -1);
        if (row >= 0) {
          while (ends.length < row) ends.push(-Infinity);
          ends[row] = entry.to;
        }
        return [entry, row] as const;
      }),
  );
}
