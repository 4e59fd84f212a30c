/** Time runs down the page: narrow columns of marks at the left, dates and whole titles beside them. */
import * as words from '#words';
import type { Break } from './breaks.ts';
import { cluster } from './clusters.ts';
import { BREAK, type Columns, columnsOf, GAP, linesOf, RADIUS, TALLEST, TYPE } from './columns.ts';
import { bodyOf, pointDown, stubOf, zigzag } from './extents.ts';
import { type Frame, frameOf } from './frame.ts';
import { mostTelling } from './groups.ts';
import { type AnchoredItem, colourOf, type Item, isPoint, type Lane } from './item.ts';
import { clusterName, jointDate } from './joint-date.ts';
import { type ColumnBox, pushApart } from './labels.ts';
import type { Prepared } from './prepare.ts';
import {
  type BandShape,
  type BreakShape,
  type LaneShape,
  type MarkShape,
  round,
  type Scene,
  type TickShape,
} from './scene.ts';
import type { View } from './view.ts';

/** Half the thickness of a mark's outline and of its bar. */
const HALF = { outline: 6, bar: 3 };
/** The radius of the mark of several, in pixels. */
const SEVERAL = 8;
/** Marks closer than a finger become a cluster; of many events, sooner. */
const APART = 24;
const MANY_APART = 64;
const PAD = { top: 34, bottom: 12 };
/** The axis is this many times as long as the titles need, so that elastic time shows. */
const SLACK = 1.25;

/** Items that share a mark, with its text: the whole title of one item, or the number of several. */
interface Group {
  items: AnchoredItem[];
  first: AnchoredItem;
  last: AnchoredItem;
  /** Position of the mark. */
  at: number;
  lines: string[];
  date: string;
}

/** What stands in the column of texts: a group, or the text of an axis break. */
interface Entry extends ColumnBox {
  group: Group | null;
  break: Break | null;
  /** Position along the axis. */
  at: number;
  /** Height of its date, where it has another one than the entry before. */
  heading: number;
}

/** An entry and where it begins. */
type PlacedEntry = Entry & { start: number };

/** The geometry of a view that runs down. */
export function layoutDown(
  prepared: Prepared,
  lanes: readonly Lane[],
  view: View,
  shows: (item: Item) => boolean,
): Scene {
  const columns = columnsOf(prepared, lanes, view, shows);
  const { part, textX, floors } = columns;

  // The scale gives each title its room; marks that are still too close become clusters.
  const length = Math.min(floors.reduce((a, b) => a + b, 0) * SLACK, TALLEST);
  const edges = [PAD.top, PAD.top + length] as const;
  const scale = columns.scaleOf(view.spacing, edges);
  const frame = frameOf(scale, part, ...edges, view.language);
  const groups = cluster(
    part.anchored.map(({ at }) => scale.at(at)),
    columns.many ? MANY_APART : APART,
  ).map(
    ({ x: at, start, end }): Group =>
      groupOf(
        at,
        part.anchored.slice(start, end),
        (text) => linesOf(text, view.width - textX),
        columns.many,
      ),
  );
  const entries = layoutEntries(groups, frame.breaks);
  const bottom = Math.max(edges[1], ...entries.map(({ start, size }) => start + size));

  return {
    orientation: 'down',
    width: view.width,
    height: round(bottom + PAD.bottom),
    room: null,
    bands: bandsOf(frame, columns.gutter),
    lanes: lanes.map((lane, i) => laneShape(lane, columns.laneX[i] ?? 0, edges[1])),
    breaks: entries.flatMap((entry) => breakShape(entry, columns)),
    axis: '',
    ticks: entries.flatMap((entry) => dateShape(entry, textX)),
    marks: entries.flatMap(({ group, start, heading }) =>
      group ? [markShape(group, start + heading + TYPE.line / 2, columns, lanes, frame)] : [],
    ),
  };
}

/** @param many whether a mark of several is named by one of them */
function groupOf(
  at: number,
  items: AnchoredItem[],
  measure: (text: string) => string[],
  many: boolean,
): Group {
  const [first, last] = [items[0], items.at(-1)] as [AnchoredItem, AnchoredItem];
  return {
    items,
    first,
    last,
    at,
    lines: items.length === 1 ? measure(first.item.title) : severalLines(items, measure, many),
    date: items.length === 1 ? first.item.dateNames[0] : jointDate(items.map(({ item }) => item)),
  };
}

/** How many they are; of many events, also the title of one, cut to a line. */
function severalLines(
  items: readonly AnchoredItem[],
  measure: (text: string) => string[],
  many: boolean,
): string[] {
  if (!many) return [words.eventCount(items.length)];
  const { title } = mostTelling(items.map(({ item }) => item));
  return [cutToLine(title, measure), words.andMore(items.length - 1)];
}

/** As much of a title as has room on a line. */
function cutToLine(title: string, measure: (text: string) => string[]): string {
  if (measure(title).length === 1) return title;
  let line = '';
  for (const word of title.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(`${longer} …`).length > 1) break;
    line = longer;
  }
  return `${line || measure(title)[0]} …`;
}

/** Texts and breaks in one column, each as near to its position as the others let it. */
function layoutEntries(groups: readonly Group[], breaks: readonly Break[]): PlacedEntry[] {
  const entries = [
    ...groups.map((group, i): Entry => {
      const heading = group.date === groups[i - 1]?.date ? 0 : TYPE.heading;
      return {
        group,
        break: null,
        at: group.at,
        heading,
        desired: group.at - heading - TYPE.line / 2,
        size: heading + group.lines.length * TYPE.line + GAP,
      };
    }),
    ...breaks.map(
      (gap): Entry => ({
        group: null,
        break: gap,
        at: gap.at,
        heading: 0,
        desired: gap.at - BREAK / 2,
        size: BREAK,
      }),
    ),
  ].sort((a, b) => a.at - b.at);
  const starts = pushApart(entries, 0);
  return entries.map((entry, i) => ({ ...entry, start: starts[i] ?? 0 }));
}

/** The bands of shared days, behind the columns. */
const bandsOf = ({ shared, scale, edges }: Frame, width: number): BandShape[] =>
  shared.map(({ lo, hi }) => {
    const from = Math.max(scale(lo) + 2, edges[0]);
    return {
      x: 0,
      y: round(from),
      width: round(width),
      height: round(Math.max(Math.min(scale(hi) - 2, edges[1]) - from, 1)),
    };
  });

const laneShape = ({ id, colour, label }: Lane, x: number, end: number): LaneShape => ({
  key: id,
  colour,
  label,
  path: `M${pointDown(PAD.top - 6, x)}V${round(end)}`,
  x: round(x),
  y: 12,
});

function breakShape({ break: gap, start }: PlacedEntry, { textX, gutter }: Columns): BreakShape[] {
  if (!gap) return [];
  const y = start + BREAK / 2 + 4;
  return [
    {
      key: gap.key,
      path: zigzag(gap.at - y, -textX, gutter - textX, pointDown),
      text: gap.text,
      x: round(textX),
      y: round(y),
    },
  ];
}

/** The date above the first of the texts that have it. */
const dateShape = ({ group, start, heading }: PlacedEntry, textX: number): TickShape[] =>
  group && heading > 0
    ? [
        {
          key: group.first.item.id,
          text: group.date,
          path: '',
          x: round(textX),
          y: round(start + TYPE.heading * 0.62),
          bracket: false,
        },
      ]
    : [];

/** @param firstLine the middle of the text's first line */
function markShape(
  { items, first, last, at, lines, date }: Group,
  firstLine: number,
  { markX, stubs, gutter, textX }: Columns,
  lanes: readonly Lane[],
  frame: Frame,
): MarkShape {
  const { item } = first;
  const { scale, edges } = frame;
  const many = items.length > 1;
  const point = isPoint(item) && scale(first.anchor) >= edges[0] && scale(first.anchor) <= edges[1];
  const reach = many ? SEVERAL : point ? RADIUS : HALF.outline;
  // The mark of several is of several lanes, and beside their columns.
  const x = many ? gutter + 1 : (markX.get(item) ?? 0);
  const labelX = textX - x;
  const elbow = Math.max(labelX - 8, reach);
  const line = round(firstLine - at);
  return {
    key: many ? `${item.id}+` : item.id,
    ids: items.map((entry) => entry.item.id),
    from: first.anchor,
    to: last.anchor,
    lane: item.track,
    name: many ? clusterName(items.length, date) : item.name,
    colour: colourOf(lanes, item.track),
    ...(many
      ? { hollow: '', solid: '' }
      : stubs.has(item)
        ? stubOf(item, RADIUS, HALF, pointDown)
        : bodyOf(item, frame, at, HALF, pointDown)),
    x: round(x),
    y: round(at),
    radius: many ? reach : point ? RADIUS : 0,
    leader: `M${reach},0H${round(Math.max(elbow - 6, reach))}L${round(elbow)},${line}H${round(labelX - 4)}`,
    lines,
    textX: round(labelX),
    textY: round(firstLine - at + TYPE.size * 0.34),
    lineHeight: TYPE.line,
    caption: [],
    captionX: 0,
    captionY: 0,
    target: APART,
  };
}
