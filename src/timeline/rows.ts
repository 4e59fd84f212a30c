/** Overlapping extents of one lane are drawn in rows of their own. */

/**
 * First-fit rows.
 * @param extents pixels along the axis, in order of their start
 * @param gap white space between an extent and the one before it in its row
 * @param most rows there may be
 * @returns the row of each; `-1` where none is free
 */
export function assignRows<Segment extends { from: number; to: number }>(
  extents: readonly Segment[],
  gap: (before: Segment, extent: Segment) => number,
  most = Infinity,
): number[] {
  const last: Segment[] = [];
  return extents.map((extent) => {
    const free = last.findIndex((before) => before.to + gap(before, extent) <= extent.from);
    const row = free < 0 ? last.length : free;
    if (row >= most) return -1;
    last[row] = extent;
    return row;
  });
}
