/** Time runs down the page: thin columns of marks at the left, dates and whole titles beside them. */
import { bisectLeft } from 'd3';
import { cluster } from './clusters.ts';
import { drawExtent, footprint, pill, placeDown as place, zigzag } from './extents.ts';
import { type Frame, frameOf, inView } from './frame.ts';
import { type AnchoredItem, type Item, isHollow, isPoint, type Lane } from './item.ts';
import { pushApart } from './labels.ts';
import { wrapText } from './measure.ts';
import type { Prepared } from './prepare.ts';
import { assignRows } from './rows.ts';
import { type ElasticScale, elasticScale } from './scale.ts';
import { type MarkShape, round, type Scene } from './scene.ts';
import type { View } from './view.ts';

const TYPE = { size: 14, line: 17, heading: 20 };
const COLUMN = 18;
const RADIUS = 6;
const HALF = 6;
/** Marks closer than a finger merge. */
const APART = 24;
const PAD = { top: 34, bottom: 12, left: 4 };
/** From the last column to the titles. */
const LEAD = 22;
const GAP = 11;
/** Room for a fold's length. */
const FOLD = 26;
/** A gap of this share of the whole may become a fold, and gets room for its text. */
const LONG = 0.2;
/** The whole is this much taller than the titles need, so that elastic time shows, but never taller than this. */
const SLACK = 1.25;
const TALLEST = 3200;
/** Overlapping extents take at most this many columns of a lane; more lie on each other. */
const COLUMNS = 3;

/** A date where it changes, and the whole title of one item or the number of several. */
interface Block {
  items: AnchoredItem[];
  /** Position of the mark. */
  at: number;
  lines: string[];
  date: string;
}

/** The geometry of a view that runs down. */
export function layoutDown(
  prepared: Prepared,
  lanes: readonly Lane[],
  view: View,
  shows: (item: Item) => boolean,
): Scene {
  const local = partOf(prepared, view);
  const { instants } = local;
  const unit = [0, (instants.length - 1) * 100] as const;
  // Which items are in view, and whether their extents overlap, depends on order alone: unit positions will do.
  const order = elasticScale({
    instants,
    floors: instants.slice(1).map(() => 1),
    alpha: 0,
    range: unit,
  });
  const visible = inView(prepared.anchored, order, unit).filter(({ item }) => shows(item));
  const columns = arrangeColumns(visible, lanes, order, unit);
  const columnX = (column: number): number => PAD.left + (column + 0.5) * COLUMN;
  const gutter = PAD.left * 2 + columns.count * COLUMN;
  const textX = PAD.left + columns.count * COLUMN + LEAD;
  const measure = (text: string): string[] => wrapText(text, view.width - textX, TYPE.size).lines;

  // The scale gives each title its room, and marks that still come too close merge.
  const floors = spread(instants, visible, measure);
  const length = Math.min(floors.reduce((a, b) => a + b, 0) * SLACK, TALLEST);
  const edges = [PAD.top, PAD.top + length] as const;
  const scale = elasticScale({ instants, floors, alpha: view.alpha, range: edges });
  const frame = frameOf(local, scale, edges, view.language);
  const blocks = cluster(
    visible.map(({ anchor }) => clamp(scale(anchor), edges)),
    APART,
  ).map(({ x: at, start, end }): Block => blockOf(at, visible.slice(start, end), measure));

  // Titles and folds in one column, each as near to its place as the others let it.
  const column = [
    ...blocks.map((block, i) => {
      const heading = block.date === blocks[i - 1]?.date ? 0 : TYPE.heading;
      return {
        ...{ block, heading, fold: null, at: block.at },
        desired: block.at - heading - TYPE.line / 2,
        size: heading + block.lines.length * TYPE.line + GAP,
      };
    }),
    ...frame.folds.map((fold) => ({
      ...{ block: null, heading: 0, fold, at: fold.at },
      ...{ desired: fold.at - FOLD / 2, size: FOLD },
    })),
  ].sort((a, b) => a.at - b.at);
  const starts = pushApart(column, 0);
  const bottom = Math.max(edges[1], ...column.map(({ size }, i) => (starts[i] ?? 0) + size));

  return {
    orientation: 'down',
    width: view.width,
    height: round(bottom + PAD.bottom),
    room: null,
    bands: frame.shared.map((slot) => {
      const from = Math.max(scale(slot.lo) + 2, edges[0]);
      return {
        key: `${slot.lo} ${slot.hi}`,
        x: 0,
        y: round(from),
        width: round(gutter),
        height: round(Math.max(Math.min(scale(slot.hi) - 2, edges[1]) - from, 1)),
      };
    }),
    lanes: lanes.map((lane, i) => {
      const x = columnX(columns.first[i] ?? 0);
      return {
        key: lane.id,
        colour: lane.colour,
        label: lane.label,
        path: `M${place(PAD.top - 6, x)}V${round(edges[1])}`,
        x: round(x),
        y: 12,
      };
    }),
    folds: column.flatMap(({ fold }, i) =>
      fold
        ? [
            {
              key: fold.key,
              path: zigzag(fold.at, 0, gutter, place),
              text: fold.text,
              x: round(textX),
              y: round((starts[i] ?? fold.at) + FOLD / 2 + 4),
            },
          ]
        : [],
    ),
    axis: '',
    ticks: column.flatMap(({ block, heading }, i) =>
      block && heading > 0
        ? [
            {
              key: block.items[0]?.item.id ?? '',
              text: block.date,
              path: '',
              x: round(textX),
              y: round((starts[i] ?? 0) + TYPE.heading * 0.62),
              bracket: false,
            },
          ]
        : [],
    ),
    marks: column.flatMap(({ block, heading }, i) => {
      const first = block?.items[0];
      if (!block || !first) return [];
      const x = columnX(columns.of.get(first.item) ?? 0);
      const firstLine = (starts[i] ?? 0) + heading + TYPE.line / 2;
      return [markShape(block, x, firstLine, textX, lanes, frame)];
    }),
  };
}

const clamp = (value: number, [from, to]: readonly [number, number]): number =>
  Math.min(Math.max(value, from), to);

/** What is in view, laid out for itself: the view's own ends are instants too. */
function partOf(prepared: Prepared, { window }: View): Prepared {
  if (!window) return prepared;
  const { lo, hi } = window;
  const from = bisectLeft(prepared.instants, lo);
  const inside = prepared.instants.slice(from, bisectLeft(prepared.instants, hi));
  const instants = [...new Set([lo, ...inside, hi])];
  const anchors = new Set(inside.filter((_, i) => prepared.marked[from + i]));
  return {
    ...prepared,
    instants,
    marked: instants.map((time) => anchors.has(time)),
    unordered: instants
      .slice(1)
      .map((end, i) =>
        prepared.shared.some((day) => day.lo <= (instants[i] ?? lo) && end <= day.hi),
      ),
    ends: [lo, hi],
  };
}

/** A column for each lane, and more where its extents overlap. */
function arrangeColumns(
  visible: readonly AnchoredItem[],
  lanes: readonly Lane[],
  order: ElasticScale,
  unit: readonly [number, number],
): { of: Map<Item, number>; first: number[]; count: number } {
  const of = new Map<Item, number>();
  let count = 0;
  const first = lanes.map((_, track) => {
    const own = visible
      .filter(({ item }) => item.track === track)
      .map(({ item, anchor }) => ({ item, ...footprint(item, anchor, order, unit, RADIUS) }))
      .sort((a, b) => a.from - b.from);
    const start = count;
    const rows = assignRows(own, 2, COLUMNS).map((row) => (row < 0 ? COLUMNS - 1 : row));
    own.forEach(({ item }, i) => {
      of.set(item, start + (rows[i] ?? 0));
    });
    count += Math.max(1, ...rows.map((row) => row + 1));
    return start;
  });
  return { of, first, count };
}

function blockOf(at: number, items: AnchoredItem[], measure: (text: string) => string[]): Block {
  const [first, last] = [items[0]?.item, items.at(-1)?.item];
  const names = [first, last].map((item) => item?.dateNames ?? []);
  const one = items.length === 1 || names[0]?.[0] === names[1]?.[0];
  return {
    items,
    at,
    lines: items.length === 1 ? measure(first?.title ?? '') : [`${items.length} events`],
    date: one ? (names[0]?.[0] ?? '') : names.map((all) => all[1] ?? all[0]).join(' – '),
  };
}

function markShape(
  { items, at, lines, date }: Block,
  x: number,
  firstLine: number,
  textX: number,
  lanes: readonly Lane[],
  { scale, edges }: Frame,
): MarkShape {
  const [first, last] = [items[0], items.at(-1)] as [AnchoredItem, AnchoredItem];
  const { item } = first;
  const many = items.length > 1;
  const point = isPoint(item) && scale(first.anchor) >= edges[0] && scale(first.anchor) <= edges[1];
  const reach = many ? APART / 2 - 1 : point ? RADIUS : HALF;
  const elbow = textX - 8;
  return {
    key: many ? `${item.id}+` : item.id,
    ids: items.map((entry) => entry.item.id),
    from: first.anchor,
    to: last.anchor,
    lane: item.track,
    name: many ? `${items.length} events, ${date}` : item.name,
    colour: lanes[item.track]?.colour ?? '',
    hollow:
      isHollow(item) && !many
        ? pill(drawExtent(item.range, item.solid, scale, edges), x, HALF, place)
        : '',
    solid:
      item.solid && !isPoint(item) && !many
        ? pill(drawExtent(item.solid, null, scale, edges), x, 3, place)
        : '',
    x: round(x),
    y: round(at),
    radius: many ? reach : point ? RADIUS : 0,
    leader: `M${round(x + reach)},${round(at)}H${round(elbow - 6)}L${round(elbow)},${round(firstLine)}H${round(textX - 4)}`,
    lines,
    textX: round(textX),
    textY: round(firstLine + TYPE.size * 0.34),
    lineHeight: TYPE.line,
    target: { x: round(x - 12), y: round(at - 12), width: 24, height: 24 },
  };
}

/**
 * The floors between instants: from one mark to the next as much as the titles need, shared among the gaps that the
 * ends of extents make between them.
 */
function spread(
  instants: readonly number[],
  visible: readonly AnchoredItem[],
  measure: (text: string) => string[],
): number[] {
  const span = (instants.at(-1) ?? 1) - (instants[0] ?? 0) || 1;
  const floors = new Array<number>(instants.length - 1).fill(8);
  // Where there are more than could ever show, all are alike.
  const many = visible.length * TYPE.line > TALLEST;
  const heights = visible.map(({ item }) =>
    many ? TYPE.line : measure(item.title).length * TYPE.line,
  );
  visible.slice(1).forEach(({ item, anchor }, i) => {
    const previous = visible[i];
    if (!previous || anchor === previous.anchor) return;
    const from = Math.max(bisectLeft(instants as number[], previous.anchor), 0);
    const to = bisectLeft(instants as number[], anchor);
    const heading = item.dateNames[0] === previous.item.dateNames[0] ? 0 : TYPE.heading;
    const fold = (anchor - previous.anchor) / span > LONG ? FOLD : 0;
    const need = (heights[i] ?? 0) + GAP + heading + fold;
    for (let gap = from; gap < to; gap++) floors[gap] = need / (to - from);
  });
  return floors;
}
