/** Axis breaks: where elastic time is squeezed, the axis is broken and says how much time the gap stands for. */
import { bisectLeft, bisectRight } from 'd3-array';
import { formatDuration } from './format.ts';
import type { ElasticScale } from './scale.ts';

export interface Break {
  key: string;
  /** Position of its middle along the axis. */
  at: number;
  /** The length of time between the marks on either side, in words. */
  text: string;
}

/** The axis is broken at a gap drawn at less than this share of its true length. */
const SQUEEZED = 1 / 3;
/** Pixels that the sign of a break needs. A narrower gap has none. */
const ROOM = 14;

/** What a search for breaks needs to know of each instant, and of the gap after it. */
interface Gaps {
  instants: readonly number[];
  marked: readonly boolean[];
  unordered: readonly boolean[];
}

/**
 * The breaks between consecutive marks in view. There is none within a day whose events have no
 * order: the distance between their marks stands for no time.
 * @param ends the first and the last moment of the whole, by which "true length" is measured
 */
export function findBreaks(
  scale: ElasticScale,
  { instants, marked, unordered }: Gaps,
  ends: readonly [number, number],
  language: string,
): Break[] {
  const [first, last] = ends;
  const perPixel = (last - first) / (scale(last) - scale(first));
  const breaks: Break[] = [];
  // A break may lie between a mark in view and one out of view: search from the mark before the view to the one after.
  let i = scale.first;
  while (i > 0 && !marked[i]) i--;
  let from = Number.NaN;
  let start = 0;
  let ordered = false;
  for (let beyond = false; i < instants.length && !beyond; i++) {
    ordered ||= !unordered[i - 1];
    if (!marked[i]) continue;
    const to = instants[i] ?? 0;
    const end = scale.at(i);
    const squeezed = (end - start) * perPixel < SQUEEZED * (to - from);
    if (ordered && squeezed && end - start >= ROOM)
      breaks.push({
        key: `${from}`,
        at: longestGap(from, to, scale),
        text: formatDuration(to - from, language),
      });
    from = to;
    start = end;
    ordered = false;
    beyond = i > scale.last;
  }
  return breaks;
}

/** The middle of the longest time between two marks in which no extent begins or ends. */
function longestGap(from: number, to: number, scale: ElasticScale): number {
  const { instants } = scale;
  const inner = instants.slice(
    bisectRight(instants as number[], from),
    bisectLeft(instants as number[], to),
  );
  let [start, longest] = [from, { start: from, end: from }];
  for (const end of [...inner, to]) {
    if (end - start > longest.end - longest.start) longest = { start, end };
    start = end;
  }
  return (scale(longest.start) + scale(longest.end)) / 2;
}
