/** The axis of a view that runs across: its line, the folds that break it, and what is written on it. */
import { placeAcross as place, zigzag } from './extents.ts';
import type { Frame } from './frame.ts';
import type { AnchoredItem } from './item.ts';
import { TYPE } from './marks.ts';
import { textWidth } from './measure.ts';
import type { Prepared } from './prepare.ts';
import { round, type Scene } from './scene.ts';
import { placeTicks } from './ticks.ts';
import type { View } from './view.ts';

/**
 * The foot of a view that runs across.
 * @param alone the items whose marks stand for them alone
 * @param heights of the uppermost lane, the lowest, and the axis, in pixels
 */
export function axisShapes(
  prepared: Prepared,
  frame: Frame,
  alone: readonly AnchoredItem[],
  view: View,
  { top, bottom, axis }: { top: number; bottom: number; axis: number },
): Pick<Scene, 'folds' | 'axis' | 'ticks'> {
  const { folds, edges } = frame;
  const breaks = folds.map(({ at, text }) => {
    const half = textWidth(text, TYPE.size) / 2 + 6;
    return { from: at - half, to: at + half };
  });
  const ticks = placeTicks({
    ...frame,
    alone,
    finest: prepared.finest,
    bounds: [0, view.width],
    language: view.language,
    measure: (text) => textWidth(text, TYPE.size),
  });
  const beyond = view.compact ? 2 : 6;
  const [foldY, tickY] = [axis + 4.5, axis + (view.compact ? 19 : 24)];
  return {
    folds: folds.map(({ key, at, text }, i) => ({
      key,
      path: zigzag(0, top - beyond - foldY, bottom + beyond - foldY, place),
      // Two lengths that would touch: the sign alone, for the second.
      text: (breaks[i]?.from ?? 0) < (breaks[i - 1]?.to ?? -Infinity) ? '' : text,
      x: round(at),
      y: round(foldY),
    })),
    axis: `M${place(edges[0], axis)}${broken({ from: edges[0], to: edges[1] }, breaks, axis)}`,
    ticks: ticks.map((tick) => {
      const { from, to } = outside(
        breaks,
        Math.max(tick.from + 4, edges[0]),
        Math.min(tick.to - 4, edges[1]),
      );
      const bracket = to - from > 8;
      // Told from where its text stands.
      const line = axis - tickY;
      const own = (x: number): number => x - tick.at;
      const gaps = breaks.map((gap) => ({ from: own(gap.from), to: own(gap.to) }));
      return {
        key: tick.key,
        text: tick.text,
        path: bracket
          ? `M${place(own(from), line + 6)}V${line}${broken({ from: own(from), to: own(to) }, gaps, line)}V${line + 6}`
          : gaps.some((gap) => gap.from < 0 && 0 < gap.to)
            ? ''
            : `M${place(0, line)}V${line + 6}`,
        x: round(tick.at),
        y: round(tickY),
        bracket,
      };
    }),
  };
}

interface Stretch {
  from: number;
  to: number;
}

/** A level line to `to`, broken where a fold's length is written on it. */
const broken = ({ from, to }: Stretch, breaks: readonly Stretch[], y: number): string =>
  `${breaks
    .filter((gap) => gap.to > from && gap.from < to)
    .map((gap) => `H${round(Math.max(from, gap.from))}M${place(Math.min(to, gap.to), y)}`)
    .join('')}H${round(to)}`;

/** What the breaks leave of a bracket. */
function outside(breaks: readonly Stretch[], from: number, to: number): Stretch {
  let left = { from, to };
  for (const gap of breaks) {
    if (gap.from <= left.from && gap.to > left.from) left = { ...left, from: gap.to };
    if (gap.from < left.to && gap.to >= left.to) left = { ...left, to: gap.from };
  }
  return left;
}
