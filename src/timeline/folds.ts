/** Folds: the places where elastic time is squeezed, which the drawing never passes over in silence. */
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

/**
 * The folds between consecutive marks.
 * @param anchors increasing moments, those of the marks
 */
export function findFolds(
  anchors: readonly number[],
  scale: ElasticScale,
  language: string,
): Fold[] {
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const perPixel = (last - first) / (scale(last) - scale(first));
  return anchors.slice(1).flatMap((to, i) => {
    const from = anchors[i] ?? to;
    const drawn = (scale(to) - scale(from)) * perPixel;
    return to > from && drawn < SQUEEZED * (to - from)
      ? [
          {
            key: `${from}`,
            at: longestGap(from, to, scale),
            text: formatDuration(to - from, language),
          },
        ]
      : [];
  });
}

/** The middle of the longest time between two marks that no extent's end divides. */
function longestGap(from: number, to: number, scale: ElasticScale): number {
  const inside = scale.instants.filter((t) => t >= from && t <= to);
  const ends = inside.slice(1);
  const longest = ends.reduce(
    (best, end, i) => {
      const start = inside[i] ?? end;
      return end - start > best.end - best.start ? { start, end } : best;
    },
    { start: from, end: from },
  );
  return (scale(longest.start) + scale(longest.end)) / 2;
}

const UNITS = [
  ['year', 365.2425 * 86_400_000],
  ['month', 30.436875 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A length of time in its largest fitting unit, years to the half: `7½ years`, `5 months`. */
export function formatDuration(ms: number, language: string): string {
  const [unit, length] =
    UNITS.find(([, size]) => ms >= 1.5 * size) ?? (['minute', 60_000] as const);
  const count = ms / length;
  const rounded = unit === 'year' && count < 20 ? Math.round(count * 2) / 2 : Math.round(count);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
    .format(rounded)
    .replace(/[.,]5(?!\d)/, '½');
}
