/** The columns of a view that runs down, and what else of its layout does not depend on the spacing. */
import { bisectLeft } from 'd3-array';
import { footprint } from './extents.ts';
import { isMany, laneItems } from './groups.ts';
import { type IndexedItem, type Item, isSeen, type Lane } from './item.ts';
import { wrapText } from './measure.ts';
import { memo } from './memo.ts';
import type { Prepared } from './prepare.ts';
import { assignRows } from './rows.ts';
import { elastic, elasticScale } from './scale.ts';
import type { View } from './view.ts';

export const TYPE = { size: 14, line: 17, heading: 20 };
/** Of a dot. */
export const RADIUS = 6;
/** White space after a title. */
export const GAP = 11;
/** Height of an axis break with its text. */
export const BREAK = 26;
/** The axis is never longer than this. */
export const TALLEST = 3200;
/** Left of the columns. */
const PAD = 4;
const COLUMN = 18;
/** From the last column to the titles. */
const LEAD = 22;
/** A gap of at least this share of the whole may become an axis break, and has room for its text. */
const LONG = 0.2;
/**
 * Overlapping extents take at most so many columns of a lane; of further ones, short pieces are in one more column. Fewer
 * where all columns would take more than this share of the width, so that titles keep their room.
 */
const COLUMNS = [3, 2, 1] as const;
const SHARE = 0.45;
/** Pixels between two instants of the scale by which columns are assigned, and between two dots of a column. */
const EVEN = 100;
const APART = 2;

/** A title, broken into lines of a width in pixels. */
export const linesOf = (title: string, width: number): string[] =>
  wrapText(title, width, TYPE.size).lines;

export interface Columns {
  /** Whether there are more events than a reader can take in one by one. */
  many: boolean;
  /** The items in view, with instants of their own. */
  part: Prepared;
  /** The horizontal position of each item's mark, and of each lane's line. */
  markX: ReadonlyMap<Item, number>;
  /** Items whose extent has no column. */
  stubs: ReadonlySet<Item>;
  laneX: number[];
  /** Where the columns end, and where titles begin. */
  gutter: number;
  textX: number;
  /** The distance that the titles need between each instant and the next, in pixels. */
  floors: number[];
  scaleOf: ReturnType<typeof elastic>;
}

/**
 * The columns of a view. Kept while nothing but the spacing changes.
 * @param shows which items are drawn
 */
export const columnsOf = (
  prepared: Prepared,
  lanes: readonly Lane[],
  { width, window }: View,
  shows: (item: Item) => boolean,
): Columns => keptColumns(prepared, lanes, width, window?.lo, window?.hi, shows);

const keptColumns = memo(
  (
    prepared: Prepared,
    lanes: readonly Lane[],
    width: number,
    lo: number | undefined,
    hi: number | undefined,
    shows: (item: Item) => boolean,
  ): Columns => {
    const part = partInView(prepared, lo, hi, shows);
    const { of, first, count, stubs } = fittingColumns(part, lanes, (width * SHARE) / COLUMN);
    const x = (column: number): number => PAD + (column + 0.5) * COLUMN;
    const textX = PAD + count * COLUMN + LEAD;
    const floors = floorsOf(part, (title) => linesOf(title, width - textX));
    return {
      many: isMany(laneItems(prepared, lanes.length, shows)),
      part,
      markX: new Map([...of].map(([item, column]) => [item, x(column)])),
      stubs,
      laneX: first.map(x),
      gutter: PAD * 2 + count * COLUMN,
      textX,
      floors,
      scaleOf: elastic(part.instants, floors),
    };
  },
);

/** The items in view. The ends of the window are instants too. */
function partInView(
  prepared: Prepared,
  lo: number | undefined,
  hi: number | undefined,
  shows: (item: Item) => boolean,
): Prepared {
  if (lo === undefined || hi === undefined)
    return { ...prepared, anchored: prepared.anchored.filter(({ item }) => shows(item)) };
  const window = { lo, hi };
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

interface Arranged {
  of: Map<Item, number>;
  first: number[];
  count: number;
  stubs: Set<Item>;
}

/** @param room how many columns there may be in all, as far as that can be */
function fittingColumns(part: Prepared, lanes: readonly Lane[], room: number): Arranged {
  const [most, fewer, fewest] = COLUMNS;
  const arranged = arrangeColumns(part, lanes, most);
  if (arranged.count <= room) return arranged;
  const tighter = arrangeColumns(part, lanes, fewer);
  return tighter.count <= room ? tighter : arrangeColumns(part, lanes, fewest);
}

/** A column for each lane, and more where its extents overlap. @param most columns of a lane */
function arrangeColumns(
  { anchored, instants }: Prepared,
  lanes: readonly Lane[],
  most: number,
): Arranged {
  // Whether extents overlap depends on their order alone, so any spacing will do.
  const range = [0, (instants.length - 1) * EVEN] as const;
  const floors = instants.slice(1).map(() => 1);
  const even = elasticScale({ instants, floors, spacing: 1, range });
  const of = new Map<Item, number>();
  const stubs = new Set<Item>();
  let count = 0;
  const first = lanes.map((_, track) => {
    const own = anchored
      .filter(({ item }) => item.track === track)
      .map((entry) => ({ entry, ...footprint(entry, even, range, RADIUS) }))
      .sort((a, b) => a.from - b.from);
    const start = count;
    // Marks keep apart from each other, but an extent may end close to one: there is to be an instant between them.
    const rows = assignRows(
      own,
      (before, { entry }) => (before.entry.dot && entry.dot ? APART : EVEN + APART),
      most,
    );
    own.forEach(({ entry: { item } }, i) => {
      const row = rows[i] ?? -1;
      if (row < 0) stubs.add(item);
      of.set(item, start + (row < 0 ? most : row));
    });
    count += rows.reduce((count, row) => Math.max(count, row < 0 ? most + 1 : row + 1), 1);
    return start;
  });
  return { of, first, count, stubs };
}

/** The floors between instants. What a title needs up to the next mark is divided among the instants between them. */
function floorsOf(
  { instants, extent, anchored }: Prepared,
  measure: (text: string) => string[],
): number[] {
  const span = extent.hi - extent.lo;
  const floors = new Array<number>(instants.length - 1).fill(8);
  // Where the titles could never all show, none is measured.
  const many = anchored.length * TYPE.line > TALLEST;
  let previous: IndexedItem | undefined;
  for (const entry of anchored) {
    if (previous && entry.at > previous.at) {
      const height = (many ? 1 : measure(previous.item.title).length) * TYPE.line;
      const heading = entry.item.dateNames[0] === previous.item.dateNames[0] ? 0 : TYPE.heading;
      const gap = (entry.anchor - previous.anchor) / span > LONG ? BREAK : 0;
      const need = height + GAP + heading + gap;
      floors.fill(need / (entry.at - previous.at), previous.at, entry.at);
    }
    previous = entry;
  }
  return floors;
}
