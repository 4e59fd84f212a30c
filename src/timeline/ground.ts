/** What of a view that runs down does not depend on its elasticity: who is in view, in which column, with what room. */
import { bisectLeft } from 'd3-array';
import { footprint } from './extents.ts';
import { type Item, isSeen, type Lane, type PlacedItem } from './item.ts';
import { wrapText } from './measure.ts';
import type { Prepared } from './prepare.ts';
import { assignRows } from './rows.ts';
import { elastic, elasticScale } from './scale.ts';
import { isMany, tracksOf } from './tracks.ts';
import type { View } from './view.ts';

export const TYPE = { size: 14, line: 17, heading: 20 };
/** Of a dot. */
export const RADIUS = 6;
/** White space after a title. */
export const GAP = 11;
/** Room for a fold's length. */
export const FOLD = 26;
/** The whole is never taller than this. */
export const TALLEST = 3200;
/** Left of the columns. */
const PAD = 4;
const COLUMN = 18;
/** From the last column to the titles. */
const LEAD = 22;
/** A gap of this share of the whole may become a fold, and gets room for its text. */
const LONG = 0.2;
/** Overlapping extents take at most this many columns of a lane; more lie on each other. */
const COLUMNS = 3;

/** A title, broken to a width in pixels. */
export const linesOf = (title: string, width: number): string[] =>
  wrapText(title, width, TYPE.size).lines;

export interface Ground {
  /** Whether there are more than a reader takes in one by one. */
  many: boolean;
  /** What is in view, laid out for itself. */
  part: Prepared;
  /** Where each item's mark stands across the page, and each lane's line. */
  markX: ReadonlyMap<Item, number>;
  laneX: number[];
  /** Where the columns end, and where titles begin. */
  gutter: number;
  textX: number;
  /** The distance that the titles ask for, from each instant to the next. */
  floors: number[];
  scaleOf: ReturnType<typeof elastic>;
}

type Given = readonly unknown[];

/** While the elasticity changes, its ground stays. */
const known = new WeakMap<Prepared, { given: Given; ground: Ground }>();

/** @param shows which items are drawn */
export function groundOf(
  prepared: Prepared,
  lanes: readonly Lane[],
  view: View,
  shows: (item: Item) => boolean,
): Ground {
  const given: Given = [lanes, view.width, view.window?.lo, view.window?.hi, shows];
  const last = known.get(prepared);
  if (last?.given.every((value, i) => value === given[i])) return last.ground;
  const part = partOf(prepared, view, shows);
  const { instants } = part;
  const { of, first, count } = arrangeColumns(part, lanes);
  const x = (column: number): number => PAD + (column + 0.5) * COLUMN;
  const textX = PAD + count * COLUMN + LEAD;
  const floors = spread(part, (title) => linesOf(title, view.width - textX));
  const ground = {
    many: isMany(tracksOf(prepared, lanes.length, shows)),
    part,
    markX: new Map([...of].map(([item, column]) => [item, x(column)])),
    laneX: first.map(x),
    gutter: PAD * 2 + count * COLUMN,
    ...{ textX, floors, scaleOf: elastic(instants, floors) },
  };
  known.set(prepared, { given, ground });
  return ground;
}

/** What is in view, laid out for itself: the view's own ends are instants too. */
function partOf(prepared: Prepared, { window }: View, shows: (item: Item) => boolean): Prepared {
  if (!window)
    return { ...prepared, anchored: prepared.anchored.filter(({ item }) => shows(item)) };
  const { lo, hi } = window;
  const from = bisectLeft(prepared.instants, lo);
  const inside = prepared.instants.slice(from, bisectLeft(prepared.instants, hi));
  const head = inside[0] === lo ? [] : [lo];
  const instants = [...head, ...inside, hi];
  const shift = head.length - from;
  const local = (i: number): number => Math.min(Math.max(i + shift, 0), instants.length - 1);
  return {
    ...prepared,
    anchored: prepared.anchored
      .filter((entry) => isSeen(entry, window) && shows(entry.item))
      .map(({ at, reach, ...entry }) => ({
        ...entry,
        at: local(at),
        reach: reach && { from: local(reach.from), to: local(reach.to) },
      })),
    shared: prepared.shared.map((slot) => ({
      ...slot,
      from: local(slot.from),
      to: local(slot.to),
    })),
    instants,
    extent: window,
    marked: [...head.map(() => false), ...inside.map((_, i) => prepared.marked[from + i] === true)],
    unordered: instants.slice(1).map((_, i) => prepared.unordered[i - shift] === true),
    ends: [lo, hi],
  };
}

/** A column for each lane, and more where its extents overlap. */
function arrangeColumns(
  { anchored, instants }: Prepared,
  lanes: readonly Lane[],
): { of: Map<Item, number>; first: number[]; count: number } {
  // Whether extents overlap depends on order alone: unit positions will do.
  const unit = [0, (instants.length - 1) * 100] as const;
  const even = instants.slice(1).map(() => 1);
  const order = elasticScale({ instants, floors: even, alpha: 0, range: unit });
  const of = new Map<Item, number>();
  let count = 0;
  const first = lanes.map((_, track) => {
    const own = anchored
      .filter(({ item }) => item.track === track)
      .map((entry) => ({ item: entry.item, ...footprint(entry, order, unit, RADIUS) }))
      .sort((a, b) => a.from - b.from);
    const start = count;
    const rows = assignRows(own, 2, COLUMNS).map((row) => (row < 0 ? COLUMNS - 1 : row));
    own.forEach(({ item }, i) => {
      of.set(item, start + (rows[i] ?? 0));
    });
    count += rows.reduce((most, row) => Math.max(most, row + 1), 1);
    return start;
  });
  return { of, first, count };
}

/**
 * The floors between instants: from one mark to the next as much as the titles need, shared among the gaps that the
 * ends of extents make between them.
 */
function spread(
  { instants, extent, anchored }: Prepared,
  measure: (text: string) => string[],
): number[] {
  const span = extent.hi - extent.lo;
  const floors = new Array<number>(instants.length - 1).fill(8);
  // Where there are more than could ever show, all are alike.
  const many = anchored.length * TYPE.line > TALLEST;
  let previous: PlacedItem | undefined;
  for (const entry of anchored) {
    if (previous && entry.at > previous.at) {
      const height = (many ? 1 : measure(previous.item.title).length) * TYPE.line;
      const heading = entry.item.dateNames[0] === previous.item.dateNames[0] ? 0 : TYPE.heading;
      const fold = (entry.anchor - previous.anchor) / span > LONG ? FOLD : 0;
      const need = height + GAP + heading + fold;
      floors.fill(need / (entry.at - previous.at), previous.at, entry.at);
    }
    previous = entry;
  }
  return floors;
}
