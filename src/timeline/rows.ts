/** Extents that would lie on each other in one lane take rows of their own. */

/**
 * First-fit rows.
 * @param extents pixels along the axis, in order of their start
 * @param gap white space between two extents of a row
 * @returns the row of each
 */
export function assignRows(
  extents: readonly { from: number; to: number }[],
  gap: number,
): number[] {
  const ends: number[] = [];
  return extents.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}
