/** Time runs to the right: labels of the first lane above, those of the others below, the axis at the foot. */
import * as words from '#words';
import { axisShapes } from './axis.ts';
import { pointAcross } from './extents.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Group, groupsInView, isMany, type LaneItems, laneItems } from './groups.ts';
import type { Item, Lane } from './item.ts';
import { fittingStair } from './labels.ts';
import {
  clusterShape,
  LABEL,
  type LabelledGroup,
  type MarkPosition,
  markShape,
  SIZES,
  type Sizes,
  TYPE,
} from './marks.ts';
import { textWidth, type WrappedText, wrapText } from './measure.ts';
import { memo } from './memo.ts';
import { baseScale, type Prepared } from './prepare.ts';
import { type ElasticScale, windowScale } from './scale.ts';
import { type BandShape, type LaneShape, type MarkShape, round, type Scene } from './scene.ts';
import { edgesOf, PAD, type Room, type View } from './view.ts';

/** The most rows of a lane where the view sets no room. */
const ROWS = 3;
/** Of many events, about so many marks are drawn at a time. */
const MOST = 48;
/** The room for many events: not all titles show, and extents in closer views only. */
const SPARE = { titles: 110, rows: 2 };

/** After a title that is cut. */
const ELLIPSIS = ' …';

/** The geometry of a view that runs across. Lanes are drawn in their order. */
export function layoutAcross(
  prepared: Prepared,
  lanes: readonly Lane[],
  view: View,
  shows: (item: Item) => boolean,
): Scene {
  const sizes = SIZES[view.detail];
  const isFull = view.detail === 'full';
  const isLine = view.detail === 'line';
  const edges = edgesOf(view.width, view.detail);
  const base = baseScale(prepared, view.spacing, ...edges);
  const frame = frameOf(
    windowScale(base, view.window, ...edges),
    prepared,
    ...edges,
    view.language,
  );
  const items = laneItems(prepared, lanes.length, shows);
  const groups = labelledGroups(items, base, frame, view);
  const many = isFull && isMany(items);
  const reach = many ? Math.min(view.reach, SPARE.titles) : view.reach;
  const sides = {
    above: layoutLabels(
      groups.filter(({ lane }) => lane === 0),
      view.room?.above ?? reach,
    ),
    below: layoutLabels(
      groups.filter(({ lane }) => lane > 0),
      view.room?.below ?? reach,
    ),
  };
  const room = view.room ?? roomFor(groups, sides, lanes.length, many);
  const heights = heightsOf(room, sizes, isFull);
  const { top, axis, rowY } = heights;
  return {
    orientation: 'across',
    width: view.width,
    height: round(axis + sizes.axis),
    room,
    bands: bandsOf(frame, top - 8, axis),
    lanes: lanes.map((lane, i) =>
      laneShape(isLine ? { ...lane, label: '' } : lane, rowY(i, 0), edges[1]),
    ),
    ...axisShapes(
      prepared,
      frame,
      groups.flatMap(({ first, ids }) => (ids.length === 1 ? first : [])),
      view,
      heights,
    ),
    marks: groups.map((group): MarkShape => {
      const position = positionOf(group, sides, heights, sizes.off);
      return group.ids.length > 1
        ? clusterShape(position, lanes, sizes)
        : markShape(position, lanes, frame, sizes);
    }),
  };
}

/** The marks of a view, each in its lane and row, in the order of the axis. */
function labelledGroups(
  items: readonly LaneItems[],
  base: ElasticScale,
  frame: Frame,
  view: View,
): LabelledGroup[] {
  const sizes = SIZES[view.detail];
  const many = isMany(items);
  const [start, end] = frame.edges;
  const spread = { ...sizes, apart: Math.max(sizes.apart, ((end - start) * items.length) / MOST) };
  const groups = items.flatMap((items, lane, { length }) =>
    groupsInView({
      items,
      base,
      frame,
      sizes: many ? spread : sizes,
      rows: view.detail === 'line' ? 1 : (view.room?.rows[lane] ?? ROWS),
      turn: many ? lane / length : null,
    }).map((group) => ({ ...group, lane, ...labelOf(group, view, many) })),
  );
  // A title whose leader would cross a mark of another lane is left out.
  if (many)
    for (const group of groups)
      if (group.lane > 0 && groups.some((other) => isInTheWay(other, group, sizes)))
        group.lines = [];
  // Clipped extents can share a position: break ties by time, on rounded values.
  return groups.sort((a, b) => round(a.x) - round(b.x) || a.first.anchor - b.first.anchor);
}

const isInTheWay = (
  other: LabelledGroup,
  { lane, x }: LabelledGroup,
  { cluster }: Sizes,
): boolean => other.lane > lane && Math.abs(other.x - x) < cluster + 4;

/** The labels above the lanes and those below them. */
type Sides = Record<'above' | 'below', ReturnType<typeof layoutLabels>>;

/** The room that the labels and rows of a view take. */
function roomFor(
  groups: readonly LabelledGroup[],
  { above, below }: Sides,
  lanes: number,
  many: boolean,
): Room {
  const least = many ? SPARE : { titles: 0, rows: 1 };
  const rows = new Array<number>(lanes).fill(least.rows);
  for (const { lane, row } of groups) rows[lane] = Math.max(rows[lane] ?? 0, row + 1);
  return {
    above: Math.max(above.reach, least.titles),
    below: Math.max(below.reach, least.titles),
    rows,
  };
}

/** @param off how far labels are from the lanes at least */
function positionOf(
  mark: LabelledGroup,
  sides: Sides,
  { top, bottom, rowY }: Heights,
  off: number,
): MarkPosition {
  const isAbove = mark.lane === 0;
  const offset = (isAbove ? sides.above : sides.below).offsets.get(mark);
  const height = mark.lines.length * TYPE.line;
  const labelTop = isAbove ? top - off - (offset ?? 0) - height : bottom + off + (offset ?? 0);
  return {
    mark,
    y: rowY(mark.lane, mark.row),
    labelTop: offset === undefined ? null : labelTop,
    height,
    isAbove,
  };
}

interface Heights {
  /** Of the uppermost lane, the lowest one and the axis, in pixels. */
  top: number;
  bottom: number;
  axis: number;
  /** The middle of a row. */
  rowY: (lane: number, row: number) => number;
}

/** The height of a view with the detail `line`, which follows from the number of lanes alone. */
export const lineHeight = (lanes: number): number => {
  const { off, row, lane } = SIZES.line;
  return 2 * off + lanes * row + (lanes - 1) * lane;
};

/** Heights, from the top down. */
function heightsOf({ above, below, rows }: Room, sizes: Sizes, isFull: boolean): Heights {
  const top = sizes.off + (isFull ? above : 0);
  const laneTops: number[] = [];
  const bottom = rows.reduce((y, count, i) => {
    laneTops.push(y);
    return y + count * sizes.row + (i < rows.length - 1 ? sizes.lane : 0);
  }, top);
  return {
    top,
    bottom,
    axis: bottom + sizes.off + (isFull ? below + 16 : 0),
    // Rows are counted from the side of the labels, so that leaders cross no other mark.
    rowY: (lane, row) =>
      (laneTops[lane] ?? top) +
      ((lane === 0 ? row : (rows[lane] ?? 1) - 1 - row) + 0.5) * sizes.row,
  };
}

/** The bands of shared days, from `top` to the axis. */
const bandsOf = ({ shared, scale, edges }: Frame, top: number, axis: number): BandShape[] =>
  shared.map(({ lo, hi }) => {
    const from = Math.max(scale(lo) + 3, edges[0]);
    return {
      x: round(from),
      y: round(top),
      width: round(Math.max(Math.min(scale(hi) - 3, edges[1]) - from, 1)),
      height: round(axis - top),
    };
  });

/** @param end of the axis, where the lane's name follows */
const laneShape = ({ id, colour, label }: Lane, y: number, end: number): LaneShape => ({
  key: id,
  colour,
  label,
  path: `M${pointAcross(PAD.left, y)}H${round(end + 6)}`,
  x: round(end + 14),
  y: round(y + 4),
});

/** A title is broken into lines anew only when it has another width. */
const wrapTitle = memo(
  ({ title }: Item, max: number): WrappedText => wrapText(title, max, TYPE.size),
);

function labelOf({ x, telling, ids }: Group, view: View, many: boolean): WrappedText {
  const max = Math.min(LABEL.max, view.width - x - LABEL.lead);
  if (view.detail !== 'full' || (ids.length > 1 && !(many && max > LABEL.max / 2)))
    return { lines: [], width: 0 };
  return ids.length > 1 ? captionOf(telling, ids.length, max) : wrapTitle(telling, max);
}

/** Names the mark of several by one of them: its title in two lines at most, and how many more there are. */
function captionOf(item: Item, count: number, max: number): WrappedText {
  const sign = textWidth(ELLIPSIS, TYPE.size);
  const { lines, width } = wrapTitle(item, max - sign);
  const more = words.andMore(count - 1);
  const title = lines.length > 2 ? [`${lines[0]}`, `${lines[1]}${ELLIPSIS}`] : lines;
  return {
    lines: [...title, more],
    width: Math.max(width + sign, textWidth(more, TYPE.size)),
  };
}

/** The distances of labels from the lanes, and how far they reach. */
function layoutLabels(
  groups: readonly LabelledGroup[],
  reach: number,
): { offsets: Map<LabelledGroup, number>; reach: number } {
  const labelled = groups.filter(({ lines }) => lines.length > 0);
  const boxes = labelled.map(({ x, lines, width }) => ({
    x,
    width: LABEL.lead + width,
    height: lines.length * TYPE.line,
  }));
  // The further the next mark, the more its title tells. Of many, those come first of which most is told.
  const priorities = labelled.map(
    ({ x, telling }, i) => (telling.weight ?? 0) * 1e5 + (labelled[i + 1]?.x ?? 1e5) - x,
  );
  const offsets = new Map<LabelledGroup, number>();
  let most = 0;
  fittingStair(boxes, priorities, LABEL.gap, reach).forEach((offset, i) => {
    const [mark, box] = [labelled[i], boxes[i]];
    if (offset === null || !mark || !box) return;
    offsets.set(mark, offset);
    most = Math.max(most, offset + box.height);
  });
  return { offsets, reach: most };
}
