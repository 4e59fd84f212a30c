/** What all views of the same items share: the moments of their marks, and the instants of the elastic scale. */
import { bisectLeft } from 'd3-array';
import {
  anchorItems,
  type Extent,
  home,
  type IndexedItem,
  type Item,
  isHollow,
  isPoint,
  isShared,
  type Slot,
  slots,
} from './item.ts';
import { memo } from './memo.ts';
import { type ElasticScale, elastic } from './scale.ts';

export interface Prepared {
  /** In time order. */
  anchored: IndexedItem[];
  /** The slots of several items that no date orders, in time order. */
  shared: SharedSlot[];
  /** Moments where a mark stands or an extent begins or ends, increasing. */
  instants: number[];
  /** From the first instant to the last. */
  extent: Extent;
  /** For each instant, whether a mark stands there. */
  marked: boolean[];
  /** For each gap between instants, whether it lies within a shared slot. */
  unordered: boolean[];
  /** The first and the last mark's moments. */
  ends: [number, number];
  /** The shortest extent of all items, in milliseconds: no tick of the axis may be finer. */
  finest: number;
}

export interface SharedSlot extends Slot {
  /** Indices of its ends among the instants. */
  from: number;
  to: number;
}

/** Lays the items out in time, of which there is at least one. Kept for each array of items. */
export const prepare = memo((items: readonly Item[]): Prepared => {
  const all = slots(items);
  const anchored = anchorItems(all);
  const shared = all.filter(isShared).sort((a, b) => a.lo - b.lo);
  const anchors = new Set(anchored.map(({ anchor }) => anchor));
  const times = new Set(anchors);
  const bound = ({ lo, hi }: Extent): void => {
    for (const time of [lo, hi]) if (Number.isFinite(time)) times.add(time);
  };
  let [first, last] = [Infinity, -Infinity];
  for (const { item } of anchored) {
    if (isHollow(item)) bound(item.range);
    // A day is drawn as a dot: its ends need no room.
    if (item.solid && !isPoint(item)) bound(item.solid);
    const { lo, hi } = home(item);
    first = Math.min(first, lo);
    last = Math.max(last, hi);
  }
  shared.forEach(bound);
  bound({ lo: first, hi: last });
  const instants = [...times].sort((a, b) => a - b);
  const index = new Map(instants.map((time, i) => [time, i]));
  const indexOf = (time: number): number => index.get(time) ?? 0;
  const indexed = anchored.map((entry, order): IndexedItem => {
    const at = indexOf(entry.anchor);
    const { item } = entry;
    return { ...entry, at, order, point: isPoint(item), reach: reachOf(item, at, index) };
  });

  const [lo, hi] = [instants[0], instants.at(-1)] as [number, number];
  const [earliest, latest] = [indexed[0], indexed.at(-1)] as [IndexedItem, IndexedItem];

  const unordered = new Array<boolean>(instants.length - 1).fill(false);
  for (const { lo, hi } of shared)
    unordered.fill(true, bisectLeft(instants, lo), bisectLeft(instants, hi));

  return {
    anchored: indexed,
    shared: shared.map((slot) => ({ ...slot, from: indexOf(slot.lo), to: indexOf(slot.hi) })),
    instants,
    extent: { lo, hi },
    marked: instants.map((time) => anchors.has(time)),
    unordered,
    ends: [earliest.anchor, latest.anchor],
    finest: anchored.reduce((least, { item: { range, solid } }) => {
      const { lo, hi } = solid ?? range;
      return Math.min(least, hi - lo);
    }, Infinity),
  };
});

/** What the name of a mark of several depends on, by the order of the items; infinite where a date is open. */
export interface Outlines {
  starts: Float64Array;
  ends: Float64Array;
  weights: Float64Array;
}

/** Typed arrays: a mark may stand for thousands of items, and while the elasticity changes, all marks change. */
export const outlinesOf = memo(({ anchored }: Prepared): Outlines => {
  const list = (read: (item: Item) => number): Float64Array =>
    Float64Array.from(anchored, ({ item }) => read(item));
  return {
    starts: list(({ ends }) => ends[0]?.lo ?? -Infinity),
    ends: list(({ ends }) => ends.at(-1)?.hi ?? Infinity),
    weights: list(({ weight = 0 }) => weight),
  };
});

/** The first and the last instant that an item covers, by their indices. */
function reachOf(item: Item, at: number, index: ReadonlyMap<number, number>): IndexedItem['reach'] {
  const ends = [at];
  if (isHollow(item)) ends.push(index.get(item.range.lo) ?? -1, index.get(item.range.hi) ?? -1);
  if (item.solid && !isPoint(item))
    ends.push(index.get(item.solid.lo) ?? -1, index.get(item.solid.hi) ?? -1);
  const from = Math.min(...ends);
  return from < 0 ? null : { from, to: Math.max(...ends) };
}

/** Pixels between the centres of two marks, at any spacing but "to scale". */
const PITCH = 30;

const elasticOf = memo((prepared: Prepared) => {
  const { instants, marked } = prepared;
  // Marks keep their pitch; the ends of extents need less.
  const room = (i: number): number => (marked[i] ? 0.5 : 0.2);
  const floors = instants.slice(1).map((_, i) => PITCH * (room(i) + room(i + 1)));
  return elastic(instants, floors);
});

/** A page shows a chart and a strip, and glides from one spacing to the next. */
const KEPT = 4;

/** The scale of all of time, whatever part of it is in view. The last few are kept. */
export const baseScale = memo(
  (prepared: Prepared, spacing: number, from: number, to: number): ElasticScale =>
    elasticOf(prepared)(spacing, [from, to]),
  KEPT,
);
