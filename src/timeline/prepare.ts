/** What every view of the same items shares: their moments, and the instants that elastic time is laid out by. */
import { bisectLeft } from 'd3';
import {
  type AnchoredItem,
  anchorItems,
  type Extent,
  home,
  type Item,
  isHollow,
  isPoint,
  isShared,
  type Slot,
  slots,
} from './item.ts';
import { type ElasticScale, elasticScale } from './scale.ts';

export interface Prepared {
  /** In time order. */
  anchored: AnchoredItem[];
  /** Slots whose items share a date and have no order, in time order. */
  shared: Slot[];
  /** Moments where a mark stands or an extent begins or ends, increasing. */
  instants: number[];
  /** For each instant, whether a mark stands there. */
  marked: boolean[];
  /** For each gap between instants, whether it lies within a shared slot. */
  unordered: boolean[];
  /** The first and the last mark's moments. */
  ends: [number, number];
  /** The shortest extent known, in milliseconds: nothing on the axis may be finer. */
  finest: number;
}

const known = new WeakMap<readonly Item[], Prepared>();

/** Lays the items out in time, once for each array of them. */
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

  const unordered = new Array<boolean>(instants.length - 1).fill(false);
  for (const { lo, hi } of shared)
    unordered.fill(true, bisectLeft(instants, lo), bisectLeft(instants, hi));

  return {
    anchored,
    shared,
    instants,
    marked: instants.map((time) => anchors.has(time)),
    unordered,
    ends: [anchored[0]?.anchor ?? first, anchored.at(-1)?.anchor ?? last],
    finest: anchored.reduce((least, { item: { range, solid } }) => {
      const { lo, hi } = solid ?? range;
      return Math.min(least, hi - lo);
    }, Infinity),
  };
}

/** Distance in pixels that keeps two marks apart at any elasticity but the last. */
const PITCH = 30;

const scales = new WeakMap<Prepared, Map<string, ElasticScale>>();
/** A page shows a strip and a chart, and glides from one elasticity to the next. */
const KEPT = 4;

/** The scale of all of time, whatever part of it is in view: kept while elasticity and range stay. */
export function baseScale(
  prepared: Prepared,
  alpha: number,
  range: readonly [number, number],
): ElasticScale {
  const key = `${alpha} ${range}`;
  const kept = scales.get(prepared) ?? new Map<string, ElasticScale>();
  scales.set(prepared, kept);
  const known = kept.get(key);
  if (known) return known;
  // Marks keep their pitch; the ends of extents ask for less.
  const room = (i: number): number => (prepared.marked[i] ? 0.5 : 0.2);
  const scale = elasticScale({
    instants: prepared.instants,
    floors: prepared.instants.slice(1).map((_, i) => PITCH * (room(i) + room(i + 1))),
    alpha,
    range,
  });
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, scale);
  return scale;
}
