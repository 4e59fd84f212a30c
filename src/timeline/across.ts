/** Time runs to the right: labels of the first track above, those of the others below, the axis at the foot. */
import { drawExtent, footprint, pill, placeAcross as place, zigzag } from './extents.ts';
import { findFolds } from './folds.ts';
import type { Instant } from './instants.ts';
import { isHollow, isPoint, type Lane } from './item.ts';
import { stair } from './labels.ts';
import { textWidth, wrapText } from './measure.ts';
import type { Prepared } from './prepare.ts';
import { assignRows } from './rows.ts';
import { elasticScale } from './scale.ts';
import { type MarkShape, round, type Scene } from './scene.ts';
import { placeTicks } from './ticks.ts';
import type { View } from './view.ts';

const TYPE = { size: 13, line: 16, axis: 13 };
const LABEL = { max: 150, lead: 6, gap: 9, off: 22 };
const ROW = 28;
const LANE_GAP = 10;
const RADIUS = 6;
const HALF = 7;
const PAD = { left: 8, right: 160 };
/** Distance in pixels that keeps two marks apart at any elasticity but the last. */
const PITCH = 30;
const AXIS = 34;

/** The geometry of a view that runs across. Items need not be visible; lanes are drawn in their order. */
export function layoutAcross(prepared: Prepared, lanes: readonly Lane[], view: View): Scene {
  const { anchored, shared, anchors } = prepared;
  const right = view.width - PAD.right;
  const edges = [PAD.left, right] as const;
  const scale = elasticScale({
    instants: prepared.instants.map(({ time }) => time),
    floors: floors(prepared.instants),
    alpha: view.alpha,
    range: edges,
  });
  const folds = findFolds(anchors, scale, view.language);
  const breaks = folds.map(({ at, text }) => {
    const half = textWidth(text, TYPE.axis) / 2 + 6;
    return { from: at - half, to: at + half };
  });

  // Rows within each lane, counted from the side its labels are on, so that leaders cross no other mark.
  const placed = anchored.map(({ item, anchor }) => ({
    item,
    x: scale(anchor),
    ...footprint(item, anchor, scale, edges, RADIUS),
    row: 0,
  }));
  const rowCounts = lanes.map((_, track) => {
    const own = placed.filter(({ item }) => item.track === track).sort((a, b) => a.from - b.from);
    const rows = assignRows(own, 2);
    own.forEach((entry, i) => {
      entry.row = rows[i] ?? 0;
    });
    return Math.max(1, ...rows.map((row) => row + 1));
  });

  // Labels hang on both sides of the lanes; the taller stair on each side sets the height.
  const labelled = placed.map((entry) => ({
    ...entry,
    text: wrapText(
      entry.item.title,
      Math.min(LABEL.max, view.width - entry.x - LABEL.lead),
      TYPE.size,
    ),
  }));
  const side = (above: boolean) => {
    const own = labelled.filter(({ item }) => (item.track === 0) === above);
    const boxes = own.map(({ x, text }) => ({
      x,
      width: LABEL.lead + text.width,
      height: text.lines.length * TYPE.line,
    }));
    const offsets = stair(boxes, LABEL.gap);
    const reach = Math.max(0, ...boxes.map(({ height }, i) => (offsets[i] ?? 0) + height));
    return { offsets: new Map(own.map(({ item }, i) => [item.id, offsets[i] ?? 0])), reach };
  };
  const above = side(true);
  const below = side(false);

  const top = above.reach + LABEL.off;
  const laneTops: number[] = [];
  const bottom = rowCounts.reduce((y, count, i) => {
    laneTops.push(y);
    return y + count * ROW + (i < rowCounts.length - 1 ? LANE_GAP : 0);
  }, top);
  const axis = bottom + LABEL.off + below.reach + 16;

  const rowY = (track: number, row: number): number => {
    const count = rowCounts[track] ?? 1;
    return (laneTops[track] ?? top) + ((track === 0 ? row : count - 1 - row) + 0.5) * ROW;
  };

  const marks = labelled.map(({ item, x, row, text }): MarkShape => {
    const y = rowY(item.track, row);
    const point = isPoint(item);
    const isAbove = item.track === 0;
    const height = text.lines.length * TYPE.line;
    const offset = (isAbove ? above : below).offsets.get(item.id) ?? 0;
    const labelTop = isAbove ? top - LABEL.off - offset - height : bottom + LABEL.off + offset;
    const edge = point ? RADIUS : HALF;
    return {
      key: item.id,
      name: item.name,
      colour: lanes[item.track]?.colour ?? '',
      hollow: isHollow(item)
        ? pill(drawExtent(item.range, item.solid, scale, edges), y, HALF, place)
        : '',
      solid:
        item.solid && !point ? pill(drawExtent(item.solid, null, scale, edges), y, 3.5, place) : '',
      x: round(x),
      y: round(y),
      radius: point ? RADIUS : 0,
      leader: isAbove
        ? `M${place(x, y - edge)}V${round(labelTop)}`
        : `M${place(x, y + edge)}V${round(labelTop + height)}`,
      lines: text.lines,
      textX: round(x + LABEL.lead),
      textY: round(labelTop + TYPE.line * 0.77),
      lineHeight: TYPE.line,
      target: { x: round(x - 12), y: round(y - 12), width: 24, height: 24 },
    };
  });

  return {
    orientation: 'across',
    width: view.width,
    height: round(axis + AXIS),
    bands: shared.map((slot) => ({
      key: `${slot.lo} ${slot.hi}`,
      x: round(scale(slot.lo) + 3),
      y: round(top - 10),
      width: round(scale(slot.hi) - scale(slot.lo) - 6),
      height: round(axis - top + 10),
    })),
    lanes: lanes.map((lane, i) => {
      const y = rowY(i, 0);
      return {
        key: lane.id,
        colour: lane.colour,
        label: lane.label,
        path: `M${place(PAD.left, y)}H${round(right + 6)}`,
        x: round(right + 14),
        y: round(y + 4),
      };
    }),
    folds: folds.map(({ key, at, text }) => ({
      key,
      path: zigzag(at, top - 8, bottom + 8, place),
      text,
      x: round(at),
      y: round(axis + 4.5),
    })),
    axis: axisLine(edges, breaks, axis),
    ticks: placeTicks({
      scale,
      anchored,
      shared,
      folds,
      bounds: [0, view.width],
      language: view.language,
      measure: (text) => textWidth(text, TYPE.axis),
    }).map((tick) => {
      const { from, to } = outside(breaks, tick.from + 4, tick.to - 4);
      const bracket = to - from > 8;
      return {
        key: tick.key,
        text: tick.text,
        path: bracket
          ? `M${place(from, axis + 6)}V${round(axis)}H${round(to)}V${round(axis + 6)}`
          : `M${place(tick.at, axis)}V${round(axis + 6)}`,
        x: round(tick.at),
        y: round(axis + 24),
        bracket,
      };
    }),
    marks,
  };
}

/** Marks keep their pitch; the ends of extents ask for less. */
function floors(instants: readonly Instant[]): number[] {
  const room = (instant: Instant | undefined): number => (instant?.anchors.length ? 0.5 : 0.2);
  return instants.slice(1).map((next, i) => PITCH * (room(instants[i]) + room(next)));
}

interface Stretch {
  from: number;
  to: number;
}

/** The axis, broken where a fold's length is written on it. */
function axisLine(
  [from, to]: readonly [number, number],
  breaks: readonly Stretch[],
  y: number,
): string {
  let path = `M${place(from, y)}`;
  for (const gap of breaks)
    path += `H${round(Math.max(from, gap.from))}M${place(Math.min(to, gap.to), y)}`;
  return `${path}H${round(to)}`;
}

/** What the breaks leave of a bracket. */
function outside(breaks: readonly Stretch[], from: number, to: number): Stretch {
  let left = { from, to };
  for (const gap of breaks) {
    if (gap.from <= left.from && gap.to > left.from) left = { ...left, from: gap.to };
    if (gap.from < left.to && gap.to >= left.to) left = { ...left, to: gap.from };
  }
  return left;
}
