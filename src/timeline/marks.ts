/** The marks of a view that runs across: what is drawn of an item, or of several that share a mark. */
import * as words from '#words';
import { drawExtent, isInside, pill, placeAcross as place } from './extents.ts';
import type { Frame } from './frame.ts';
import { colourOf, isHollow, isPoint, type Lane } from './item.ts';
import { type MarkShape, round } from './scene.ts';
import type { Group } from './tracks.ts';

/** Of titles and of the axis, in pixels. */
export const TYPE = { size: 13, line: 16 };
export const LABEL = { max: 150, lead: 6, gap: 9 };
/** Pixels, with titles and without. */
export const SIZES = {
  full: {
    row: 28,
    lane: 10,
    radius: 6,
    cluster: 11,
    half: 7,
    bar: 3.5,
    apart: 24,
    off: 22,
    axis: 34,
  },
  compact: {
    row: 11,
    lane: 3,
    radius: 4,
    cluster: 4.5,
    half: 4.5,
    bar: 2.5,
    apart: 11,
    off: 8,
    axis: 24,
  },
};
export type Sizes = (typeof SIZES)['full'];

/** A group with what is drawn of it. */
export interface Placed extends Group {
  lane: number;
  lines: string[];
  width: number;
}

export interface MarkPlace {
  mark: Placed;
  y: number;
  /** `null` where its title has no room. */
  labelTop: number | null;
  height: number;
  isAbove: boolean;
}

/** One item's mark. */
export function markShape(
  { mark, y, labelTop, height, isAbove }: MarkPlace,
  lanes: readonly Lane[],
  { scale, edges }: Frame,
  sizes: Sizes,
): MarkShape {
  const { item, anchor } = mark.first;
  // The day may be out of view while the year it lies in is not.
  const point = isPoint(item) && isInside(scale(anchor), edges);
  const edge = point ? sizes.radius : sizes.half;
  const top = labelTop === null ? null : labelTop - y;
  return {
    key: item.id,
    ids: mark.ids,
    from: anchor,
    to: anchor,
    lane: mark.lane,
    name: item.name,
    colour: colourOf(lanes, mark.lane),
    hollow: isHollow(item)
      ? pill(drawExtent(item.range, item.solid, scale, edges), mark.x, sizes.half, place)
      : '',
    solid:
      item.solid && !isPoint(item)
        ? pill(drawExtent(item.solid, null, scale, edges), mark.x, sizes.bar, place)
        : '',
    x: round(mark.x),
    y: round(y),
    radius: point ? sizes.radius : 0,
    leader:
      top === null
        ? ''
        : isAbove
          ? `M${place(0, -edge)}V${round(top)}`
          : `M${place(0, edge)}V${round(top + height)}`,
    lines: top === null ? [] : mark.lines,
    textX: LABEL.lead,
    textY: round((top ?? 0) + TYPE.line * 0.77),
    lineHeight: TYPE.line,
    target: sizes.apart,
  };
}

/** The mark of several. */
export function clusterShape(
  { mark, y }: MarkPlace,
  lanes: readonly Lane[],
  sizes: Sizes,
): MarkShape {
  const { first, last, ids } = mark;
  const count = ids.length;
  const ends = [first, last].map(({ item }) => item.dateNames.at(-1) ?? '');
  return {
    key: `${first.item.id}+`,
    ids,
    from: first.anchor,
    to: last.anchor,
    lane: mark.lane,
    name: words.clusterName(count, [...new Set(ends)].reduce(words.range)),
    colour: colourOf(lanes, mark.lane),
    hollow: '',
    solid: '',
    x: round(mark.x),
    y: round(y),
    radius: sizes.cluster,
    leader: '',
    lines:
      sizes === SIZES.compact ? [] : [count < 1000 ? words.number(count) : `${words.number(999)}+`],
    textX: 0,
    textY: 4,
    lineHeight: TYPE.line,
    target: sizes.apart,
  };
}
