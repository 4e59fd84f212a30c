/** The marks of a view that runs across: of one item, or of several that share a mark. */
import * as words from '#words';
import { bodyOf, isInside, pointAcross, stubOf } from './extents.ts';
import type { Frame } from './frame.ts';
import type { Group } from './groups.ts';
import { colourOf, isPoint, type Lane } from './item.ts';
import { clusterName } from './joint-date.ts';
import { type MarkShape, round } from './scene.ts';
import type { Detail } from './view.ts';

/** Type of titles and of the axis, in pixels. */
export const TYPE = { size: 13, line: 16 };
export const LABEL = { max: 150, lead: 6, gap: 9 };
/**
 * Pixels, by detail: the height of a row and the space between lanes; the radius of a dot and of a cluster;
 * half the thickness of an outline and of a bar; between the centres of two marks; between lanes and labels; the axis.
 */
export const SIZES = {
  full: {
    row: 28,
    lane: 10,
    radius: 6,
    cluster: 11,
    outline: 7,
    bar: 3.5,
    apart: 24,
    off: 22,
    axis: 34,
  },
  strip: {
    row: 11,
    lane: 3,
    radius: 4,
    cluster: 4.5,
    outline: 4.5,
    bar: 2.5,
    apart: 11,
    off: 8,
    axis: 24,
  },
  line: {
    row: 10,
    lane: 1,
    radius: 3.5,
    cluster: 5,
    outline: 4,
    bar: 2.5,
    apart: 12,
    off: 7,
    axis: 0,
  },
} satisfies Record<Detail, object>;
export type Sizes = (typeof SIZES)['full'];

/** A group with its lane, and its title broken into lines. */
export interface LabelledGroup extends Group {
  lane: number;
  lines: string[];
  /** Of the widest line, in pixels. */
  width: number;
}

/** Where a mark and its label stand, in pixels. */
export interface MarkPosition {
  mark: LabelledGroup;
  y: number;
  /** `null` where its title has no room. */
  labelTop: number | null;
  /** Of the label. */
  height: number;
  /** Whether the label is above the lanes. */
  isAbove: boolean;
}

/** From a mark's edge along the whole label, in the mark's own coordinates. */
const leaderTo = (top: number, height: number, edge: number, isAbove: boolean): string =>
  isAbove
    ? `M${pointAcross(0, -edge)}V${round(top)}`
    : `M${pointAcross(0, edge)}V${round(top + height)}`;

const baselineFrom = (top: number): number => round(top + TYPE.line * 0.77);

/** One item's mark. */
export function markShape(
  { mark, y, labelTop, height, isAbove }: MarkPosition,
  lanes: readonly Lane[],
  frame: Frame,
  sizes: Sizes,
): MarkShape {
  const { item, anchor } = mark.first;
  // The day may be out of view while the source's year is not.
  const point = isPoint(item) && isInside(frame.scale(anchor), frame.edges);
  const edge = point ? sizes.radius : sizes.outline;
  const top = labelTop === null ? null : labelTop - y;
  return {
    key: item.id,
    ids: mark.ids,
    from: anchor,
    to: anchor,
    lane: mark.lane,
    name: item.name,
    colour: colourOf(lanes, mark.lane),
    ...(mark.stub
      ? stubOf(item, sizes.radius, sizes, pointAcross)
      : bodyOf(item, frame, mark.x, sizes, pointAcross)),
    x: round(mark.x),
    y: round(y),
    radius: point ? sizes.radius : 0,
    leader: top === null ? '' : leaderTo(top, height, edge, isAbove),
    lines: top === null ? [] : mark.lines,
    textX: LABEL.lead,
    textY: baselineFrom(top ?? 0),
    lineHeight: TYPE.line,
    caption: [],
    captionX: 0,
    captionY: 0,
    target: sizes.apart,
  };
}

/** The mark of several. */
export function clusterShape(
  { mark, y, labelTop, height, isAbove }: MarkPosition,
  lanes: readonly Lane[],
  sizes: Sizes,
): MarkShape {
  const { first, last, ids, date } = mark;
  const count = ids.length;
  const top = labelTop === null ? null : labelTop - y;
  return {
    key: `${first.item.id}+`,
    ids,
    from: first.anchor,
    to: last.anchor,
    lane: mark.lane,
    name: clusterName(count, date),
    colour: colourOf(lanes, mark.lane),
    hollow: '',
    solid: '',
    x: round(mark.x),
    y: round(y),
    radius: sizes.cluster,
    leader: top === null ? '' : leaderTo(top, height, sizes.cluster, isAbove),
    lines:
      sizes !== SIZES.full ? [] : [count < 1000 ? words.number(count) : `${words.number(999)}+`],
    textX: 0,
    textY: 4,
    lineHeight: TYPE.line,
    caption: top === null ? [] : mark.lines,
    captionX: LABEL.lead,
    captionY: baselineFrom(top ?? 0),
    target: sizes.apart,
  };
}
