/** What every view of the same items shares: their moments, and the instants that elastic time is laid out by. */
import { bisectLeft } from 'd3-array';
import {
  anchorItems,
  type Extent,
  home,
  type Item,
  isHollow,
  isPoint,
  isShared,
  type PlacedItem,
  type Slot,
  slots,
} from './item.ts';
import { type ElasticScale, elastic } from './scale.ts';

export interface Prepared {
  /** In time order. */
  anchored: PlacedItem[];
  /** Slots whose items share a date and have no order, in time order. */
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
  /** The shortest extent known, in milliseconds: nothing on the axis may be finer. */
  finest: number;
}

export interface SharedSlot extends Slot {
  /** Indices of its ends among the instants. */
  from: number;
  to: number;
}

const known = new WeakMap<readonly Item[], Prepared>();

/** Lays the items out in time, of which there is at least one; once for each array of them. */
export function prepare(items: readonly Item[]): Prepared {
  const made = known.get(items) ?? prepareAnew(items);
  known.set(items, made);
  return made;
}

function prepareAnew(items: readonly Item[]): Prepared {
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
    // A day shows as a dot, so its ends need no room of their own.
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
  const placed = anchored.map((entry): PlacedItem => {
    const at = indexOf(entry.anchor);
    return { ...entry, at, reach: reachOf(entry.item, at, index) };
  });

  const [lo, hi] = [instants[0], instants.at(-1)] as [number, number];
  const [earliest, latest] = [placed[0], placed.at(-1)] as [PlacedItem, PlacedItem];

  const unordered = new Array<boolean>(instants.length - 1).fill(false);
  for (const { lo, hi } of shared)
    unordered.fill(true, bisectLeft(instants, lo), bisectLeft(instants, hi));

  return {
    anchored: placed,
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
}

/** The ends of all that an item covers, as indices of instants. */
function reachOf(item: Item, at: number, index: ReadonlyMap<number, number>): PlacedItem['reach'] {
  const ends = [at];
  if (isHollow(item)) ends.push(index.get(item.range.lo) ?? -1, index.get(item.range.hi) ?? -1);
  if (item.solid && !isPoint(item))
    ends.push(index.get(item.solid.lo) ?? -1, index.get(item.solid.hi) ?? -1);
  const from = Math.min(...ends);
  return from < 0 ? null : { from, to: Math.max(...ends) };
}

/** Distance in pixels that keeps two marks apart at any elasticity but the last. */
const PITCH = 30;

interface Scales {
  of: ReturnType<typeof elastic>;
  kept: Map<string, ElasticScale>;
}

const scales = new WeakMap<Prepared, Scales>();
/** A page shows a strip and a chart, and glides from one elasticity to the next. */
const KEPT = 4;

function scalesOf(prepared: Prepared): Scales {
  const known = scales.get(prepared);
  if (known) return known;
  const { instants, marked } = prepared;
  // Marks keep their pitch; the ends of extents ask for less.
  const room = (i: number): number => (marked[i] ? 0.5 : 0.2);
  const floors = instants.slice(1).map((_, i) => PITCH * (room(i) + room(i + 1)));
  const made = { of: elastic(instants, floors), kept: new Map<string, ElasticScale>() };
  scales.set(prepared, made);
  return made;
}

/** The scale of all of time, whatever part of it is in view: kept while elasticity and range stay. */
export function baseScale(
  prepared: Prepared,
  alpha: number,
  range: readonly [number, number],
): ElasticScale {
  const { of, kept } = scalesOf(prepared);
  const key = `${alpha} ${range}`;
  const known = kept.get(key);
  if (known) return known;
  const scale = of(alpha, range);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, scale);
  return scale;
}
