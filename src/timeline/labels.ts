/** Where labels stand. Pure arithmetic on boxes. */

/** A label that hangs on a leader at `x` and reaches `width` to the right of it. */
export interface FlagBox {
  x: number;
  width: number;
  height: number;
}

/**
 * How far from the tracks each label stands, so that none touches another and no leader crosses a text: seen from
 * the tracks, a later label lies nearer than every earlier one it would touch, and the leaders form a stair.
 * @param boxes in order of `x`
 * @param gap white space between labels, in pixels
 * @returns for each box, the distance of its near edge
 */
export function stair(boxes: readonly FlagBox[], gap: number): number[] {
  const offsets = new Array<number>(boxes.length).fill(0);
  for (let i = boxes.length - 2; i >= 0; i--) {
    const box = boxes[i];
    if (!box) continue;
    let offset = 0;
    for (let j = i + 1; j < boxes.length; j++) {
      const later = boxes[j];
      if (!later || later.x >= box.x + box.width + gap) break;
      offset = Math.max(offset, (offsets[j] ?? 0) + later.height + gap);
    }
    offsets[i] = offset;
  }
  return offsets;
}

/**
 * Which labels to show where room runs out: whole ones, by priority, as long as the stair stays within reach.
 * @param boxes in order of `x`
 * @param priorities of the boxes; higher is kept longer
 * @param reach pixels from the tracks
 * @returns for each box the distance of its near edge; `null` where it is left out
 */
export function fittingStair(
  boxes: readonly FlagBox[],
  priorities: readonly number[],
  gap: number,
  reach: number,
): (number | null)[] {
  const far = (offsets: number[], shown: number[]): number =>
    shown.reduce((most, i, k) => Math.max(most, (offsets[k] ?? 0) + (boxes[i]?.height ?? 0)), 0);
  const stairOf = (shown: number[]): number[] =>
    stair(
      shown.flatMap((i) => boxes[i] ?? []),
      gap,
    );
  let shown = boxes.map((_, i) => i);
  let offsets = stairOf(shown);
  if (far(offsets, shown) > reach) {
    shown = [];
    const byPriority = boxes.map((_, i) => i);
    byPriority.sort((a, b) => (priorities[b] ?? 0) - (priorities[a] ?? 0) || a - b);
    for (const i of byPriority) {
      const tried = [...shown, i].sort((a, b) => a - b);
      if (far(stairOf(tried), tried) <= reach) shown = tried;
    }
    offsets = stairOf(shown);
  }
  const fitting = new Array<number | null>(boxes.length).fill(null);
  shown.forEach((i, k) => {
    fitting[i] = offsets[k] ?? 0;
  });
  return fitting;
}

/** A label that would best begin at `desired` and takes `size` along the axis, white space included. */
export interface Block {
  desired: number;
  size: number;
}

/**
 * Pushes blocks apart so that none overlaps the next, moving them as little as possible (least squares), and keeps
 * all of them from `min` on. Pool-adjacent-violators: Barlow et al., Statistical Inference under Order
 * Restrictions (1972).
 * @param blocks in order
 * @returns where each begins
 */
export function pushApart(blocks: readonly Block[], min: number): number[] {
  const pools: { mean: number; count: number }[] = [];
  let before = 0;
  const ahead = blocks.map(({ size }) => {
    const offset = before;
    before += size;
    return offset;
  });
  blocks.forEach(({ desired }, i) => {
    pools.push({ mean: desired - (ahead[i] ?? 0), count: 1 });
    for (let last = pools.at(-1), prior = pools.at(-2); last && prior && prior.mean > last.mean; ) {
      pools.splice(-2, 2, {
        mean: (prior.mean * prior.count + last.mean * last.count) / (prior.count + last.count),
        count: prior.count + last.count,
      });
      last = pools.at(-1);
      prior = pools.at(-2);
    }
  });
  const starts = pools.flatMap(({ mean, count }) =>
    new Array<number>(count).fill(Math.max(mean, min)),
  );
  return starts.map((start, i) => start + (ahead[i] ?? 0));
}
