/** The axis of a view that runs across: its line, its breaks, and the dates on it. */
import type { Break } from './breaks.ts';
import { pointAcross, type Segment, type WritePoint, zigzag } from './extents.ts';
import type { Frame } from './frame.ts';
import type { AnchoredItem } from './item.ts';
import { TYPE } from './marks.ts';
import { textWidth } from './measure.ts';
import { memo } from './memo.ts';
import type { Prepared } from './prepare.ts';
import { round, type Scene, type TickShape } from './scene.ts';
import { layoutTicks, type Tick } from './ticks.ts';
import type { View } from './view.ts';

/**
 * The axis at the bottom of a view that runs across.
 * @param alone the items whose marks are not clusters
 * @param heights of the uppermost lane, the lowest one, and the axis, in pixels
 */
export function axisShapes(
  prepared: Prepared,
  frame: Frame,
  alone: readonly AnchoredItem[],
  view: View,
  { top, bottom, axis }: { top: number; bottom: number; axis: number },
): Pick<Scene, 'breaks' | 'axis' | 'ticks'> {
  const { breaks, edges } = frame;
  const isFull = view.detail === 'full';
  const beyond = isFull ? 6 : 2;
  const [breakY, tickY] = [axis + 4.5, axis + (isFull ? 24 : 19)];
  const sign = signOf(pointAcross, top - beyond - breakY, bottom + beyond - breakY);
  const signs = breaks.map(({ key, at, text }) => ({
    key,
    path: sign,
    text,
    x: round(at),
    y: round(breakY),
  }));
  if (view.detail === 'line')
    return { breaks: signs.map((sign) => ({ ...sign, text: '' })), axis: '', ticks: [] };
  // The line leaves room for the text of each break.
  const gaps = breaks.map(textSegment);
  const ticks = layoutTicks({
    ...frame,
    alone,
    finest: prepared.finest,
    bounds: [0, view.width],
    language: view.language,
    measure: (text) => textWidth(text, TYPE.size),
  });
  return {
    // Of two texts that would touch, the second is left out.
    breaks: signs.map((sign, i) => ({
      ...sign,
      text: (gaps[i]?.from ?? 0) < (gaps[i - 1]?.to ?? -Infinity) ? '' : sign.text,
    })),
    axis: `M${pointAcross(edges[0], axis)}${broken({ from: edges[0], to: edges[1] }, gaps, axis)}`,
    ticks: ticks.map((tick) => tickShape(tick, edges, gaps, axis, tickY)),
  };
}

/** The sign of all breaks, which stays the same while the lanes stay where they are. A page shows a chart and a strip. */
const signOf = memo(
  (point: WritePoint, from: number, to: number): string => zigzag(0, from, to, point),
  2,
);

/** Where the text of a break stands, with some white space. */
function textSegment({ at, text }: Break): Segment {
  const half = textWidth(text, TYPE.size) / 2 + 6;
  return { from: at - half, to: at + half };
}

/** A tick, or the bracket of a period that is wide enough for one. Its path is relative to its text. */
function tickShape(
  { key, text, at, ...period }: Tick,
  edges: readonly [number, number],
  gaps: readonly Segment[],
  axis: number,
  y: number,
): TickShape {
  const { from, to } = outside(
    gaps,
    Math.max(period.from + 4, edges[0]),
    Math.min(period.to - 4, edges[1]),
  );
  const bracket = to - from > 8;
  const line = axis - y;
  return {
    key,
    text,
    path: bracket
      ? bracketPath({ from: from - at, to: to - at }, gaps, at, line)
      : gaps.some((gap) => gap.from < at && at < gap.to)
        ? ''
        : `M${pointAcross(0, line)}V${line + 6}`,
    x: round(at),
    y: round(y),
    bracket,
  };
}

function bracketPath(own: Segment, gaps: readonly Segment[], at: number, line: number): string {
  const ownGaps = gaps.map(({ from, to }) => ({ from: from - at, to: to - at }));
  return `M${pointAcross(own.from, line + 6)}V${line}${broken(own, ownGaps, line)}V${line + 6}`;
}

/** A horizontal line to the end of a segment, without the gaps. */
const broken = ({ from, to }: Segment, gaps: readonly Segment[], y: number): string =>
  `${gaps
    .filter((gap) => gap.to > from && gap.from < to)
    .map((gap) => `H${round(Math.max(from, gap.from))}M${pointAcross(Math.min(to, gap.to), y)}`)
    .join('')}H${round(to)}`;

/** A segment whose ends are moved out of the gaps. */
function outside(gaps: readonly Segment[], from: number, to: number): Segment {
  let left = { from, to };
  for (const gap of gaps) {
    if (gap.from <= left.from && gap.to > left.from) left = { ...left, from: gap.to };
    if (gap.from < left.to && gap.to >= left.to) left = { ...left, to: gap.from };
  }
  return left;
}
