/** Time runs down the page: thin columns of marks at the left, dates and whole titles beside them. */
import { drawExtent, footprint, pill, placeDown as place, zigzag } from './extents.ts';
import { findFolds } from './folds.ts';
import { isHollow, isPoint, type Lane } from './item.ts';
import { pushApart } from './labels.ts';
import { wrapText } from './measure.ts';
import type { Prepared } from './prepare.ts';
import { assignRows } from './rows.ts';
import { elasticScale } from './scale.ts';
import { type MarkShape, round, type Scene } from './scene.ts';
import type { View } from './view.ts';

const TYPE = { size: 14, line: 17, heading: 20 };
const COLUMN = 18;
const RADIUS = 6;
const HALF = 6;
const PAD = { top: 34, bottom: 12, left: 4 };
/** From the last column to the titles. */
const LEAD = 22;
const GAP = 11;
/** Room for a fold's length. */
const FOLD = 26;
/** A gap of this share of the whole may become a fold, and gets room for its text. */
const LONG = 0.2;
/** The whole is this much taller than the titles need, so that elastic time shows. */
const SLACK = 1.25;

/** The geometry of a view that runs down. */
export function layoutDown(prepared: Prepared, lanes: readonly Lane[], view: View): Scene {
  const { anchored, shared, instants } = prepared;

  // Columns first: the titles' width, and so their lines, follow from how many there are. Whether extents overlap
  // depends on the scale's order alone, so unit positions will do.
  const order = elasticScale({
    instants: instants.map(({ time }) => time),
    floors: instants.slice(1).map(() => 1),
    alpha: 0,
    range: [0, (instants.length - 1) * 100],
  });
  const columns = new Map<string, number>();
  let columnCount = 0;
  const laneColumns = lanes.map((_, track) => {
    const own = anchored
      .filter(({ item }) => item.track === track)
      .map(({ item, anchor }) => ({
        id: item.id,
        ...footprint(item, anchor, order, [0, (instants.length - 1) * 100], RADIUS),
      }))
      .sort((a, b) => a.from - b.from);
    const first = columnCount;
    const rows = assignRows(own, 2);
    own.forEach(({ id }, i) => {
      columns.set(id, first + (rows[i] ?? 0));
    });
    columnCount += Math.max(1, ...rows.map((row) => row + 1));
    return first;
  });
  const columnX = (column: number): number => PAD.left + (column + 0.5) * COLUMN;
  const textX = PAD.left + columnCount * COLUMN + LEAD;

  // A block is a date where it changes and the whole title.
  const blocks = anchored.map(({ item, anchor }, i) => {
    const { lines } = wrapText(item.title, view.width - textX, TYPE.size);
    const heading = item.dateNames[0] === anchored[i - 1]?.item.dateNames[0] ? 0 : TYPE.heading;
    return { item, anchor, lines, heading, height: heading + lines.length * TYPE.line + GAP };
  });

  const floors = spread(prepared, blocks);
  const length = floors.reduce((a, b) => a + b, 0) * SLACK;
  const edges = [PAD.top, PAD.top + length] as const;
  const scale = elasticScale({
    instants: instants.map(({ time }) => time),
    floors,
    alpha: view.alpha,
    range: edges,
  });
  const folds = findFolds(prepared.anchors, scale, view.language);

  // Titles and folds in one column, each as near to its place as the others let it.
  const column = [
    ...blocks.map((block) => ({
      block,
      fold: null,
      at: scale(block.anchor),
      desired: scale(block.anchor) - block.heading - TYPE.line / 2,
      size: block.height,
    })),
    ...folds.map((fold) => ({
      block: null,
      fold,
      at: fold.at,
      desired: fold.at - FOLD / 2,
      size: FOLD,
    })),
  ].sort((a, b) => a.at - b.at);
  const starts = pushApart(column, 0);
  const bottom = Math.max(edges[1], ...column.map(({ size }, i) => (starts[i] ?? 0) + size));

  const marks = column.flatMap(({ block }, i): MarkShape[] => {
    if (!block) return [];
    const { item, anchor, lines, heading } = block;
    const x = columnX(columns.get(item.id) ?? 0);
    const y = scale(anchor);
    const firstLine = (starts[i] ?? 0) + heading + TYPE.line / 2;
    const point = isPoint(item);
    const elbow = textX - 8;
    return [
      {
        key: item.id,
        name: item.name,
        colour: lanes[item.track]?.colour ?? '',
        hollow: isHollow(item)
          ? pill(drawExtent(item.range, item.solid, scale, edges), x, HALF, place)
          : '',
        solid:
          item.solid && !point ? pill(drawExtent(item.solid, null, scale, edges), x, 3, place) : '',
        x: round(x),
        y: round(y),
        radius: point ? RADIUS : 0,
        leader: `M${round(x + (point ? RADIUS : HALF))},${round(y)}H${round(elbow - 6)}L${round(elbow)},${round(firstLine)}H${round(textX - 4)}`,
        lines,
        textX: round(textX),
        textY: round(firstLine + TYPE.size * 0.34),
        lineHeight: TYPE.line,
        target: { x: round(x - 12), y: round(y - 12), width: 24, height: 24 },
      },
    ];
  });

  return {
    orientation: 'down',
    width: view.width,
    height: round(bottom + PAD.bottom),
    bands: shared.map((slot) => ({
      key: `${slot.lo} ${slot.hi}`,
      x: 0,
      y: round(scale(slot.lo) + 2),
      width: round(PAD.left * 2 + columnCount * COLUMN),
      height: round(scale(slot.hi) - scale(slot.lo) - 4),
    })),
    lanes: lanes.map((lane, i) => ({
      key: lane.id,
      colour: lane.colour,
      label: lane.label,
      path: `M${place(PAD.top - 6, columnX(laneColumns[i] ?? 0))}V${round(edges[1])}`,
      x: round(columnX(laneColumns[i] ?? 0)),
      y: 12,
    })),
    folds: folds.map(({ key, at, text }) => {
      const i = column.findIndex(({ fold }) => fold?.key === key);
      return {
        key,
        path: zigzag(at, 0, PAD.left * 2 + columnCount * COLUMN, place),
        text,
        x: round(textX),
        y: round((starts[i] ?? at) + FOLD / 2 + 4),
      };
    }),
    axis: '',
    ticks: column.flatMap(({ block }, i) =>
      block && block.heading > 0
        ? [
            {
              key: block.item.id,
              text: block.item.dateNames[0] ?? '',
              path: '',
              x: round(textX),
              y: round((starts[i] ?? 0) + TYPE.heading * 0.62),
              bracket: false,
            },
          ]
        : [],
    ),
    marks,
  };
}

/**
 * The floors between instants: from one mark to the next as much as the titles need, shared among the gaps that the
 * ends of extents make between them.
 */
function spread(
  { instants }: Prepared,
  blocks: readonly { anchor: number; heading: number; height: number }[],
): number[] {
  const first = instants[0]?.time ?? 0;
  const span = (instants.at(-1)?.time ?? 1) - first || 1;
  const floors = new Array<number>(Math.max(instants.length - 1, 1)).fill(8);
  let from = 0;
  blocks.slice(1).forEach((block, i) => {
    const previous = blocks[i];
    if (!previous || block.anchor === previous.anchor) return;
    const a = instants.findIndex(({ time }) => time === previous.anchor);
    const b = instants.findIndex(({ time }) => time === block.anchor);
    from = a;
    const fold = (block.anchor - previous.anchor) / span > LONG ? FOLD : 0;
    const need = previous.height - previous.heading + block.heading + fold;
    for (let gap = from; gap < b; gap++) floors[gap] = need / (b - from);
  });
  return floors;
}
