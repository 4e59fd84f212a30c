/** Suggests the name that a misspelt one may mean. */

/**
 * How many single-character edits lead from `a` to `b`: insertions, deletions, substitutions and swaps of
 * neighbours (optimal string alignment).
 */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** The candidate nearest to a name; `null` if none is near enough to be meant. */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  const sought = name.toLowerCase();
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let least = most + 1;
  const containing: string[] = [];
  for (const candidate of candidates) {
    if (sought.length >= 4 && candidate.includes(sought)) containing.push(candidate);
    // The difference in length is a lower bound of the distance, and much faster to compute for ten thousand ids.
    if (Math.abs(candidate.length - sought.length) >= least) continue;
    const edits = distance(sought, candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  // Part of an id, as `business-standard` of `business-standard-2019-04-26`, if only one contains it.
  const [only = null, another] = containing;
  return best ?? (another === undefined ? only : null);
}

/** `; did you mean "…"?`, or `''`. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates);
  return nearest === null ? '' : `; did you mean "${nearest}"?`;
}
