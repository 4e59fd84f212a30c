/** Medians and quantiles. */

/**
 * A quantile, interpolated between neighbours.
 * @param share from 0, the least, to 1, the greatest; 0.5 is the median
 * @returns NaN if there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of each field over several measurements, among those that have the field. */
export function medians<Name extends string>(
  runs: readonly Partial<Record<Name, number>>[],
): Partial<Record<Name, number>> {
  const names = new Set(runs.flatMap((run) => Object.keys(run) as Name[]));
  const entries = [...names].map((name) => {
    const values = runs.flatMap((run) => run[name] ?? []);
    return [name, median(values)] as const;
  });
  return Object.fromEntries(entries) as Partial<Record<Name, number>>;
}
