/** The marks of each lane: items that share a mark, arranged so that a view finds its own without a look at every item. */
import { bisector } from 'd3-array';
import type { Run } from './clusters.ts';
import { footprint, isInside } from './extents.ts';
import type { Frame } from './frame.ts';
import { type AnchoredItem, type IndexedItem, type Item, isSeen } from './item.ts';
import { jointDate } from './joint-date.ts';
import { type Arrangement, arrangeLane, type MarkSizes, type WidePlaces } from './lane.ts';
import { memo } from './memo.ts';
import { type Outlines, outlinesOf, type Prepared } from './prepare.ts';
import { type ElasticScale, zoomScale } from './scale.ts';

/** The items of a lane that are shown: those drawn as dots, and those drawn wider. */
export interface LaneItems {
  dots: SideBySide;
  wide: SideBySide & Spans;
  /** Of all lanes. */
  outlines: Outlines;
}

/** Items in time order. Parallel lists: every drawing goes through them, and there may be many. */
interface SideBySide {
  items: IndexedItem[];
  ids: string[];
  /** Their order among the items of all lanes. */
  orders: number[];
  /** Indices of their marks among the instants. */
  at: number[];
}

/** What wide items cover, by indices among the instants. */
interface Spans {
  /** `-1` where only `footprint` knows. */
  from: number[];
  to: number[];
  /** Whether an item has a dot too. */
  dotted: boolean[];
}

const sideBySide = (): SideBySide => ({ items: [], ids: [], orders: [], at: [] });

function add({ items, ids, orders, at }: SideBySide, entry: IndexedItem): void {
  items.push(entry);
  ids.push(entry.item.id);
  orders.push(entry.order);
  at.push(entry.at);
}

/**
 * The items that are shown, by lane. Kept for the last filter, which holds for many views.
 * @param count of lanes
 */
export const laneItems = memo(
  (prepared: Prepared, count: number, shows: (item: Item) => boolean): LaneItems[] => {
    const lanes = Array.from(
      { length: count },
      (): LaneItems => ({
        dots: sideBySide(),
        wide: { ...sideBySide(), from: [], to: [], dotted: [] },
        outlines: outlinesOf(prepared),
      }),
    );
    for (const entry of prepared.anchored) {
      const { item, dot, reach, point } = entry;
      const lane = lanes[item.track];
      if (!lane || !shows(item)) continue;
      const { dots, wide } = lane;
      add(dot ? dots : wide, entry);
      if (dot) continue;
      const isKnown = reach && !(point && reach.from === reach.to);
      wide.from.push(isKnown ? reach.from : -1);
      wide.to.push(isKnown ? reach.to : -1);
      wide.dotted.push(point);
    }
    return lanes;
  },
);

/** So many events at most are drawn one by one. */
export const FEW = 300;

/**
 * Whether there are more events than a reader can take in one by one. Their marks keep further apart than a finger needs,
 * so that ten thousand events draw as few marks as a hundred. All events that are shown count, in view or not: zooming
 * must not change the answer.
 */
export const isMany = (lanes: readonly LaneItems[]): boolean =>
  lanes.reduce((count, { dots, wide }) => count + dots.items.length + wide.items.length, 0) > FEW;

/** One or more items that share a mark, and the row it is in. */
export interface Group {
  /** Pixels. */
  x: number;
  row: number;
  first: AnchoredItem;
  last: AnchoredItem;
  ids: string[];
  /** Of several items, when they happened; `''` for one. */
  date: string;
  /** Whether there is no room for the extent of its one item. */
  stub: boolean;
  /** The item of which most is told. */
  telling: Item;
}

export interface Grouping {
  items: LaneItems;
  /** The scale of all of time, of which the frame's scale shows a part, between the same edges. */
  base: ElasticScale;
  frame: Frame;
  sizes: MarkSizes;
  /** The most rows there may be. */
  rows: number;
  /** For many events, the lane's share of a doubling of the zoom at which it is grouped anew, 0 … 1; `null` for few. */
  turn: number | null;
}

/**
 * The zoom at which many events are grouped. They are grouped anew only when the zoom has doubled, so that marks move
 * apart between doublings and do not change what they stand for at every step. Each lane has its own turn within a
 * doubling, so that the lanes do not all change at once.
 */
function groupingZoom(zoom: number, turn: number): number {
  // A zoom of exactly 2ⁿ may come out a rounding error below it.
  const doublings = Math.floor(Math.log2(zoom) - turn + 1e-9);
  return Math.max(1, 2 ** (doublings + turn));
}

/** The groups of a lane that are in view. All of time is grouped, so that panning never groups anew. */
export function groupsInView({ items, base, frame, sizes, rows, turn }: Grouping): Group[] {
  const { scale, edges, seen } = frame;
  const zoom = scale.transform.k;
  const level = turn === null ? zoom : groupingZoom(zoom, turn);
  const { apart, radius, cluster } = sizes;
  const arranged = arrangedAt(items, base, level, rows, apart, radius, cluster);
  const { order, runs, extents, stubs } = arranged;
  // From positions along all of time at `level` to positions in view.
  const origin = scale.at(0);
  const stretch = zoom / level;
  const positionOf = (x: number): number => edges[0] + (x - origin) / stretch;
  const start = byPosition.left(runs, positionOf(edges[0] - 1));
  const end = byPosition.right(runs, positionOf(edges[1] + 1));
  const entryAt = (i: number): IndexedItem => itemAt(items, order[i] as number);
  const inView = runs.slice(start, end).map((run): Group => {
    const { x, start, end } = run;
    const first = entryAt(start);
    const isOne = end - start === 1;
    return {
      x: origin + (x - edges[0]) * stretch,
      row: 0,
      ids: idsOf(items, order, start, end),
      first,
      last: entryAt(end - 1),
      stub: isOne && stubs.has(~(order[start] as number)),
      ...(isOne ? { date: '', telling: first.item } : namesOf(run, order, items)),
    };
  });
  for (const { i, row } of extents) {
    const entry = items.wide.items[i] as IndexedItem;
    if (isSeen(entry, seen))
      inView.push({
        x: middleOf(entry, scale, edges),
        row,
        ids: [entry.item.id],
        first: entry,
        last: entry,
        date: '',
        stub: false,
        telling: entry.item,
      });
  }
  return inView;
}

// As a lane is arranged, a dot is `i` and a wide item `~i`.
const itemAt = ({ dots, wide }: LaneItems, i: number): IndexedItem =>
  (i < 0 ? wide.items[~i] : dots.items[i]) as IndexedItem;
const orderAt = ({ dots, wide }: LaneItems, i: number): number =>
  (i < 0 ? wide.orders[~i] : dots.orders[i]) as number;

function idsOf({ dots, wide }: LaneItems, row: Int32Array, start: number, end: number): string[] {
  const ids = new Array<string>(end - start);
  for (let i = start; i < end; i++) {
    const one = row[i] as number;
    ids[i - start] = (one < 0 ? wide.ids[~one] : dots.ids[one]) as string;
  }
  return ids;
}

/** A run may have thousands of items, and is drawn in many frames. */
const namesOf = memo(
  ({ start, end }: Run, row: Int32Array, items: LaneItems): Pick<Group, 'date' | 'telling'> => {
    const { starts, ends, weights } = items.outlines;
    let [first, last, most] = [Infinity, -Infinity, -Infinity];
    let telling = start;
    for (let i = start; i < end; i++) {
      const order = orderAt(items, row[i] as number);
      first = Math.min(first, starts[order] as number);
      last = Math.max(last, ends[order] as number);
      if ((weights[order] as number) > most) [most, telling] = [weights[order] as number, i];
    }
    // Only items at the ends decide the date.
    const outermost: Item[] = [];
    for (let i = start; i < end; i++) {
      const order = orderAt(items, row[i] as number);
      if (starts[order] === first || ends[order] === last)
        outermost.push(itemAt(items, row[i] as number).item);
    }
    return { date: jointDate(outermost), telling: itemAt(items, row[telling] as number).item };
  },
);

/** The first of the items with the greatest weight. */
export const mostTelling = (items: readonly Item[]): Item =>
  items.reduce((most, item) => ((item.weight ?? 0) > (most.weight ?? 0) ? item : most));

const byPosition = bisector<Run, number>(({ x }) => x);

/** A page shows a chart and a strip, with marks of other sizes. */
const KEPT = 2;

/** All items of a lane, arranged along all of time, which is `level` times as long as the view. */
const arrangedAt = memo(
  (
    items: LaneItems,
    base: ElasticScale,
    level: number,
    rows: number,
    apart: number,
    radius: number,
    cluster: number,
  ): Arrangement => {
    const from = base.at(0);
    const to = from + (base.at(base.last) - from) * level;
    const { instants } = base;
    const [lo, hi] = [instants[0], instants.at(-1)] as [number, number];
    const scale = zoomScale(base, { lo, hi }, [from, to]);
    const places = {
      dots: positionsOf(items.dots.at, scale),
      wide: placesOf(items.wide, scale, [from, to], radius),
    };
    return arrangeLane(places, { apart, radius, cluster }, rows);
  },
  KEPT,
);

/** Where wide items are, as `footprint` says of each. */
function placesOf(
  wide: LaneItems['wide'],
  scale: ElasticScale,
  edges: readonly [number, number],
  radius: number,
): WidePlaces {
  const xs = positionsOf(wide.at, scale);
  const from = positionsOf(wide.from, scale);
  const to = positionsOf(wide.to, scale);
  const inside = (x: number): number => Math.min(Math.max(x, edges[0]), edges[1]);
  for (let i = 0; i < xs.length; i++)
    if (wide.from[i] === -1) {
      const covered = footprint(wide.items[i] as IndexedItem, scale, edges, radius);
      from[i] = covered.from;
      to[i] = covered.to;
    } else {
      const dot = wide.dotted[i] ? radius : -Infinity;
      from[i] = Math.min((xs[i] as number) - dot, inside(from[i] as number));
      to[i] = Math.max((xs[i] as number) + dot, inside(to[i] as number));
    }
  return { xs, from, to };
}

/** A typed array: for ten thousand numbers it is faster than an array. */
function positionsOf(at: readonly number[], scale: ElasticScale): Float64Array {
  const xs = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) xs[i] = scale.at(at[i] as number);
  return xs;
}

/** The position of an extent's mark: its moment, or the middle of the part in view. */
function middleOf(entry: IndexedItem, scale: Frame['scale'], edges: Frame['edges']): number {
  const at = scale.at(entry.at);
  if (isInside(at, edges)) return at;
  const { from, to } = footprint(entry, scale, edges, 0);
  return (Math.max(from, edges[0]) + Math.min(to, edges[1])) / 2;
}
