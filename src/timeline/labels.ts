/** Positions of labels: pure arithmetic on boxes. */
import { descending } from 'd3-array';

/** A label that hangs on a leader at `x` and reaches `width` to the right of it. */
export interface FlagBox {
  x: number;
  width: number;
  height: number;
}

/**
 * How far from the lanes each label stands, so that none touches another and no leader crosses a text: seen from the
 * lanes, a later label lies nearer than every earlier one it would touch, and the leaders form a stair.
 * @returns for each box the distance of its near edge, 0 where it is not shown; and how far the stair reaches
 */
function stairOf(
  boxes: readonly FlagBox[],
  gap: number,
  shown: readonly boolean[],
): { offsets: number[]; reach: number } {
  const offsets = new Array<number>(boxes.length).fill(0);
  let reach = 0;
  for (let i = boxes.length - 1; i >= 0; i--) {
    const box = boxes[i];
    if (!box || !shown[i]) continue;
    let offset = 0;
    for (let j = i + 1; j < boxes.length; j++) {
      const later = boxes[j];
      if (!later || later.x >= box.x + box.width + gap) break;
      if (shown[j]) offset = Math.max(offset, (offsets[j] ?? 0) + later.height + gap);
    }
    offsets[i] = offset;
    reach = Math.max(reach, offset + box.height);
  }
  return { offsets, reach };
}

/**
 * The stair of the labels that have room. Where not all have, labels are left out as a whole, those of low priority first.
 * @param boxes in order of `x`
 * @param priorities of the boxes; higher is kept longer
 * @param gap white space between labels, in pixels
 * @param reach how far from the lanes labels may stand, in pixels
 * @returns for each box the distance of its near edge; `null` where it is left out
 */
export function fittingStair(
  boxes: readonly FlagBox[],
  priorities: readonly number[],
  gap: number,
  reach: number,
): (number | null)[] {
  const shown = boxes.map(() => true);
  let fitting = stairOf(boxes, gap, shown);
  if (fitting.reach > reach) {
    shown.fill(false);
    const byPriority = boxes.map((_, i) => i);
    byPriority.sort((a, b) => descending(priorities[a], priorities[b]));
    for (const i of byPriority) {
      shown[i] = true;
      if (stairOf(boxes, gap, shown).reach > reach) shown[i] = false;
    }
    fitting = stairOf(boxes, gap, shown);
  }
  return fitting.offsets.map((offset, i) => (shown[i] ? offset : null));
}

/** A box of a column that would best begin at `desired` and takes `size` along the axis, white space included. */
export interface ColumnBox {
  desired: number;
  size: number;
}

/**
 * Pushes boxes apart so that none overlaps the next, moving them as little as possible (least squares), and keeps
 * all of them from `min` on. Pool-adjacent-violators: Barlow et al., Statistical Inference under Order
 * Restrictions (1972).
 * @param boxes in order
 * @returns where each begins
 */
export function pushApart(boxes: readonly ColumnBox[], min: number): number[] {
  const pools: { mean: number; count: number }[] = [];
  // Where each would begin if the first began at 0 and there was no space between them.
  const packed: number[] = [];
  let before = 0;
  for (const { desired, size } of boxes) {
    packed.push(before);
    pools.push({ mean: desired - before, count: 1 });
    before += size;
    for (let last = pools.at(-1), prior = pools.at(-2); last && prior && prior.mean > last.mean; ) {
      pools.splice(-2, 2, {
        mean: (prior.mean * prior.count + last.mean * last.count) / (prior.count + last.count),
        count: prior.count + last.count,
      });
      last = pools.at(-1);
      prior = pools.at(-2);
    }
  }
  const shifts = pools.flatMap(({ mean, count }) =>
    new Array<number>(count).fill(Math.max(mean, min)),
  );
  return shifts.map((shift, i) => shift + (packed[i] ?? 0));
}
