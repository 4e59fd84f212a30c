/** Folds: the places where elastic time is squeezed, which the drawing never passes over in silence. */
import { bisectLeft, bisectRight } from 'd3-array';
import { half } from '../words/signs.ts';
import type { ElasticScale } from './scale.ts';

export interface Fold {
  key: string;
  /** Position of its middle along the axis. */
  at: number;
  /** The length of time between the marks on either side, in words. */
  text: string;
}

/** A gap drawn at less than this share of its true length is a fold. */
const SQUEEZED = 1 / 3;
/** The sign needs this many pixels; in a narrower gap there is nothing to see but the marks. */
const ROOM = 14;

/** What of the whole a search for folds goes by, for each of its instants and the gaps after them. */
interface Marks {
  instants: readonly number[];
  marked: readonly boolean[];
  unordered: readonly boolean[];
}

/**
 * The folds between consecutive marks in view. Within a day whose events have no order there is none: the marks
 * stand at no times that could lie apart.
 * @param ends of what the scale's share is measured by: moments, the second the later
 */
export function findFolds(
  scale: ElasticScale,
  { instants, marked, unordered }: Marks,
  ends: readonly [number, number],
  language: string,
): Fold[] {
  const [first, last] = ends;
  const perPixel = (last - first) / (scale(last) - scale(first));
  const folds: Fold[] = [];
  // A fold may lie between a mark in view and one beyond it: from the mark before the view to the one after.
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
      folds.push({
        key: `${from}`,
        at: longestGap(from, to, scale),
        text: formatDuration(to - from, language),
      });
    from = to;
    start = end;
    ordered = false;
    beyond = i > scale.last;
  }
  return folds;
}

/** The middle of the longest time between two marks that no extent's end divides. */
function longestGap(from: number, to: number, scale: ElasticScale): number {
  const instants = scale.instants as number[];
  const ends = [...instants.slice(bisectRight(instants, from), bisectLeft(instants, to)), to];
  let [start, longest] = [from, { start: from, end: from }];
  for (const end of ends) {
    if (end - start > longest.end - longest.start) longest = { start, end };
    start = end;
  }
  return (scale(longest.start) + scale(longest.end)) / 2;
}

const UNITS = [
  ['year', 365.2425 * 86_400_000],
  ['month', 30.436875 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const formats = new Map<string, Intl.NumberFormat>();

/** A length of time in its largest fitting unit, years to the half: `7½ years`, `5 months`. */
export function formatDuration(ms: number, language: string): string {
  const [unit, length] =
    UNITS.find(([, size]) => ms >= 1.5 * size) ?? (['minute', 60_000] as const);
  const count = ms / length;
  const rounded = unit === 'year' && count < 20 ? Math.round(count * 2) / 2 : Math.round(count);
  const key = `${language} ${unit}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, format);
  return format.format(rounded).replace(/[.,]5(?!\d)/, half);
}
