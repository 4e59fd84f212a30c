/** Overlapping extents of one lane are drawn in rows of their own. */

/**
 * First-fit rows.
 * @param extents pixels along the axis, in order of their start
 * @param gap white space between two extents of a row
 * @param most rows there may be
 * @returns the row of each; `-1` where none is free
 */
export function assignRows(
  extents: readonly { from: number; to: number }[],
  gap: number,
  most = Infinity,
): number[] {
  const ends: number[] = [];
  return extents.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const row = free < 0 ? ends.length : free;
    if (row >= most) return -1;
    ends[row] = to;
    return row;
  });
}
