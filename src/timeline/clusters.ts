/** Marks that would be closer than a finger become a cluster, which shows how many they are. */

/** A run of neighbours, and the position of their mark. */
export interface Run {
  x: number;
  /** Indices of the first of them and of the one after the last. */
  start: number;
  end: number;
}

/**
 * Groups neighbours. The marks of two runs stand at least `apart` from each other, so there are at most length ÷
 * `apart` of them, however many items there are.
 * @param xs positions in pixels, increasing
 * @param apart pixels
 */
export function cluster(xs: ArrayLike<number>, apart: number): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  let sum = 0;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] as number;
    if (last && x - last.x < apart) {
      last.end = i + 1;
      sum += x;
      last.x = sum / (last.end - last.start);
    } else {
      last = { x, start: i, end: i + 1 };
      runs.push(last);
      sum = x;
    }
  }
  return runs;
}
