/** Time runs to the right: labels of the first track above, those of the others below, the axis at the foot. */
import { axisShapes } from './axis.ts';
import { placeAcross as place } from './extents.ts';
import { frameOf } from './frame.ts';
import type { Item, Lane } from './item.ts';
import { fittingStair } from './labels.ts';
import { clusterShape, LABEL, markShape, type Placed, SIZES, TYPE } from './marks.ts';
import { type WrappedText, wrapText } from './measure.ts';
import { baseScale, type Prepared } from './prepare.ts';
import { zoomScale } from './scale.ts';
import { type MarkShape, round, type Scene } from './scene.ts';
import { type Group, groupsInView, isMany, tracksOf } from './tracks.ts';
import type { Room, View } from './view.ts';

const PAD = { left: 8, right: 160 };

/** Ends of the axis in pixels: at the right the lanes have their names. */
export const edgesOf = (width: number): [number, number] => [PAD.left, width - PAD.right];

/** The tallest a stair of labels may grow by itself, in pixels. */
const REACH = 320;
/** The most rows a lane takes by itself. */
const ROWS = 3;
/** Of many events, about so many marks are drawn at a time. */
const MOST = 48;
/** Room that many events get for the titles and the extents that only a closer view shows. */
const SPARE = { titles: 110, rows: 2 };

/** The geometry of a view that runs across. Lanes are drawn in their order. */
export function layoutAcross(
  prepared: Prepared,
  lanes: readonly Lane[],
  view: View,
  shows: (item: Item) => boolean,
): Scene {
  const sizes = view.compact ? SIZES.compact : SIZES.full;
  const edges = edgesOf(view.width);
  const base = baseScale(prepared, view.alpha, edges);
  const scale = zoomScale(base, view.window, edges);
  const frame = frameOf(prepared, scale, edges, view.language);

  // Which marks there are, each in its lane and row.
  const tracks = tracksOf(prepared, lanes.length, shows);
  const length = (edges[1] - edges[0]) * lanes.length;
  const many = isMany(tracks);
  const marks = { ...sizes, apart: many ? Math.max(sizes.apart, length / MOST) : sizes.apart };
  const placed = tracks.flatMap((track, lane): Placed[] =>
    groupsInView(
      ...([track, base, frame, marks, view.room?.rows[lane] ?? ROWS] as const),
      many ? lane / lanes.length : null,
    ).map((group) => ({ ...group, lane, ...labelOf(group, view) })),
  );
  // Extents that the view cuts may stand at one place: then by their moments, whichever way the last digit falls.
  placed.sort((a, b) => round(a.x) - round(b.x) || a.first.anchor - b.first.anchor);
  const least = many ? SPARE : { titles: 0, rows: 1 };
  const rows =
    view.room?.rows ??
    lanes.map((_, lane) =>
      placed.reduce((most, p) => (p.lane === lane ? Math.max(most, p.row + 1) : most), least.rows),
    );

  // Which titles have room, on both sides of the lanes.
  const above = placeLabels(
    placed.filter(({ lane }) => lane === 0),
    view.room?.above ?? REACH,
  );
  const below = placeLabels(
    placed.filter(({ lane }) => lane > 0),
    view.room?.below ?? REACH,
  );
  const room: Room = view.room ?? {
    above: Math.max(above.reach, least.titles),
    below: Math.max(below.reach, least.titles),
    rows,
  };

  // Heights, from the top down.
  const top = sizes.off + (view.compact ? 0 : room.above);
  const laneTops: number[] = [];
  const bottom = rows.reduce((y, count, i) => {
    laneTops.push(y);
    return y + count * sizes.row + (i < rows.length - 1 ? sizes.lane : 0);
  }, top);
  const axis = bottom + sizes.off + (view.compact ? 0 : room.below + 16);
  /** Rows are counted from the side the labels are on, so that leaders cross no other mark. */
  const rowY = (lane: number, row: number): number =>
    (laneTops[lane] ?? top) + ((lane === 0 ? row : (rows[lane] ?? 1) - 1 - row) + 0.5) * sizes.row;

  const shapes = placed.map((mark): MarkShape => {
    const isAbove = mark.lane === 0;
    const offset = (isAbove ? above : below).offsets.get(mark) ?? null;
    const height = mark.lines.length * TYPE.line;
    const labelTop =
      offset === null
        ? null
        : isAbove
          ? top - sizes.off - offset - height
          : bottom + sizes.off + offset;
    const shape = { mark, y: rowY(mark.lane, mark.row), labelTop, height, isAbove };
    return mark.ids.length > 1
      ? clusterShape(shape, lanes, sizes)
      : markShape(shape, lanes, frame, sizes);
  });

  return {
    orientation: 'across',
    width: view.width,
    height: round(axis + sizes.axis),
    room,
    bands: frame.shared.map((slot) => {
      const from = Math.max(scale(slot.lo) + 3, edges[0]);
      return {
        x: round(from),
        y: round(top - 8),
        width: round(Math.max(Math.min(scale(slot.hi) - 3, edges[1]) - from, 1)),
        height: round(axis - top + 8),
      };
    }),
    lanes: lanes.map((lane, i) => ({
      key: lane.id,
      colour: lane.colour,
      label: lane.label,
      path: `M${place(PAD.left, rowY(i, 0))}H${round(edges[1] + 6)}`,
      x: round(edges[1] + 14),
      y: round(rowY(i, 0) + 4),
    })),
    ...axisShapes(
      prepared,
      frame,
      placed.flatMap(({ first, ids }) => (ids.length === 1 ? first : [])),
      view,
      { top, bottom, axis },
    ),
    marks: shapes,
  };
}

/** A title is broken anew only where it has less room. */
const wrapped = new WeakMap<Item, { max: number; text: WrappedText }>();

function labelOf({ x, first: { item }, ids }: Group, view: View): WrappedText {
  if (ids.length > 1 || view.compact) return { lines: [], width: 0 };
  const max = Math.min(LABEL.max, view.width - x - LABEL.lead);
  const known = wrapped.get(item);
  if (known?.max === max) return known.text;
  const text = wrapText(item.title, max, TYPE.size);
  wrapped.set(item, { max, text });
  return text;
}

function placeLabels(
  placed: readonly Placed[],
  reach: number,
): { offsets: Map<Placed, number>; reach: number } {
  const own = placed.filter(({ lines }) => lines.length > 0);
  const boxes = own.map(({ x, lines, width }) => ({
    x,
    width: LABEL.lead + width,
    height: lines.length * TYPE.line,
  }));
  // The lonelier a mark, the more its title tells.
  const gaps = own.map(({ x }, i) => (own[i + 1]?.x ?? Infinity) - x);
  const offsets = new Map<Placed, number>();
  let most = 0;
  fittingStair(boxes, gaps, LABEL.gap, reach).forEach((offset, i) => {
    const [mark, box] = [own[i], boxes[i]];
    if (offset === null || !mark || !box) return;
    offsets.set(mark, offset);
    most = Math.max(most, offset + box.height);
  });
  return { offsets, reach: most };
}
