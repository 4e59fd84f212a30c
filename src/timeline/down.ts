/** Time runs down the page: thin columns of marks at the left, dates and whole titles beside them. */
import * as words from '#words';
import { cluster } from './clusters.ts';
import { drawExtent, pill, placeDown as place, zigzag } from './extents.ts';
import { type Frame, frameOf } from './frame.ts';
import { FOLD, GAP, groundOf, linesOf, RADIUS, TALLEST, TYPE } from './ground.ts';
import { type AnchoredItem, colourOf, type Item, isHollow, isPoint, type Lane } from './item.ts';
import { pushApart } from './labels.ts';
import type { Prepared } from './prepare.ts';
import { type MarkShape, round, type Scene } from './scene.ts';
import type { View } from './view.ts';

const HALF = 6;
/** Marks closer than a finger merge; where there are many, sooner. */
const APART = 24;
const MANY_APART = 64;
const PAD = { top: 34, bottom: 12 };
/** The whole is this much taller than the titles need, so that elastic time shows. */
const SLACK = 1.25;

/** A date where it changes, and the whole title of one item or the number of several. */
interface Block {
  items: AnchoredItem[];
  first: AnchoredItem;
  last: AnchoredItem;
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
  const ground = groundOf(prepared, lanes, view, shows);
  const { part, gutter, textX, floors } = ground;

  // The scale gives each title its room, and marks that still come too close merge.
  const length = Math.min(floors.reduce((a, b) => a + b, 0) * SLACK, TALLEST);
  const edges = [PAD.top, PAD.top + length] as const;
  const scale = ground.scaleOf(view.alpha, edges);
  const frame = frameOf(part, scale, edges, view.language);
  const blocks = cluster(
    part.anchored.map(({ at }) => scale.at(at)),
    ground.many ? MANY_APART : APART,
  ).map(
    ({ x: at, start, end }): Block =>
      blockOf(at, part.anchored.slice(start, end), (text) => linesOf(text, view.width - textX)),
  );

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
  const startOf = (i: number): number => starts[i] ?? 0;
  const bottom = Math.max(edges[1], ...column.map(({ size }, i) => startOf(i) + size));

  return {
    orientation: 'down',
    width: view.width,
    height: round(bottom + PAD.bottom),
    room: null,
    bands: frame.shared.map((slot) => {
      const from = Math.max(scale(slot.lo) + 2, edges[0]);
      return {
        x: 0,
        y: round(from),
        width: round(gutter),
        height: round(Math.max(Math.min(scale(slot.hi) - 2, edges[1]) - from, 1)),
      };
    }),
    lanes: lanes.map((lane, i) => {
      const x = ground.laneX[i] ?? 0;
      return {
        key: lane.id,
        colour: lane.colour,
        label: lane.label,
        path: `M${place(PAD.top - 6, x)}V${round(edges[1])}`,
        x: round(x),
        y: 12,
      };
    }),
    folds: column.flatMap(({ fold }, i) => {
      if (!fold) return [];
      const y = startOf(i) + FOLD / 2 + 4;
      return [
        {
          key: fold.key,
          path: zigzag(fold.at - y, -textX, gutter - textX, place),
          text: fold.text,
          x: round(textX),
          y: round(y),
        },
      ];
    }),
    axis: '',
    ticks: column.flatMap(({ block, heading }, i) =>
      block && heading > 0
        ? [
            {
              key: block.first.item.id,
              text: block.date,
              path: '',
              x: round(textX),
              y: round(startOf(i) + TYPE.heading * 0.62),
              bracket: false,
            },
          ]
        : [],
    ),
    marks: column.flatMap(({ block, heading }, i) => {
      if (!block) return [];
      const x = ground.markX.get(block.first.item) ?? 0;
      const firstLine = startOf(i) + heading + TYPE.line / 2;
      return [markShape(block, x, firstLine, textX, lanes, frame)];
    }),
  };
}

function blockOf(at: number, items: AnchoredItem[], measure: (text: string) => string[]): Block {
  const [first, last] = [items[0], items.at(-1)] as [AnchoredItem, AnchoredItem];
  const names = [first.item.dateNames, last.item.dateNames] as const;
  const one = names[0][0] === names[1][0];
  return {
    ...{ items, first, last, at },
    lines: items.length === 1 ? measure(first.item.title) : [words.eventCount(items.length)],
    date: one ? names[0][0] : names.map((all) => all[1] ?? all[0]).reduce(words.range),
  };
}

function markShape(
  { items, first, last, at, lines, date }: Block,
  x: number,
  firstLine: number,
  textX: number,
  lanes: readonly Lane[],
  { scale, edges }: Frame,
): MarkShape {
  const { item } = first;
  const many = items.length > 1;
  const point = isPoint(item) && scale(first.anchor) >= edges[0] && scale(first.anchor) <= edges[1];
  const reach = many ? APART / 2 - 1 : point ? RADIUS : HALF;
  const labelX = textX - x;
  const elbow = labelX - 8;
  const line = round(firstLine - at);
  return {
    key: many ? `${item.id}+` : item.id,
    ids: items.map((entry) => entry.item.id),
    from: first.anchor,
    to: last.anchor,
    lane: item.track,
    name: many ? words.clusterName(items.length, date) : item.name,
    colour: colourOf(lanes, item.track),
    hollow:
      isHollow(item) && !many
        ? pill(drawExtent(item.range, item.solid, scale, edges), at, HALF, place)
        : '',
    solid:
      item.solid && !isPoint(item) && !many
        ? pill(drawExtent(item.solid, null, scale, edges), at, 3, place)
        : '',
    x: round(x),
    y: round(at),
    radius: many ? reach : point ? RADIUS : 0,
    leader: `M${reach},0H${round(elbow - 6)}L${round(elbow)},${line}H${round(labelX - 4)}`,
    lines,
    textX: round(labelX),
    textY: round(firstLine - at + TYPE.size * 0.34),
    lineHeight: TYPE.line,
    target: APART,
  };
}
