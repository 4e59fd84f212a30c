/** Where the labels of a map stand: apart from one another, from all marks and within the frame. */
import { wrapText } from '../timeline/measure.ts';

export interface Mark {
  x: number;
  y: number;
  /** Of what is drawn, in map units. */
  radius: number;
  /** What stands beside it, each a line or several. */
  texts: readonly string[];
}

export interface Label {
  /** Where the first line begins, or ends if it stands at the left of its mark; and its baseline. */
  x: number;
  y: number;
  side: 'start' | 'middle' | 'end';
  /** The lines of each text. */
  lines: string[][];
  /** From the mark to a label that found no room beside it. */
  leader: Segment | null;
  box: Box;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Segment = [x1: number, y1: number, x2: number, y2: number];

export interface Sheet {
  width: number;
  height: number;
  /** Of the type, in map units. */
  size: number;
}

/** Lines are this many times as high as the type. */
export const LEADING = 1.2;
/** Ems: no line is longer. */
const LONGEST = 12;

/** The ways from a mark to its label, the best first: right, left, below, above, and between. */
const WAYS = [0, 180, 90, 270, 315, 45, 225, 135, 20, 340, 160, 200, 65, 115, 245, 295];
/** How far off a label may stand, in ems. */
const FAR = [0, 1.2, 2.4, 4, 6, 9];

/**
 * A label for each mark, in order, or `null` where none has room. Those that have the most neighbours choose first.
 */
export function placeLabels(marks: readonly Mark[], sheet: Sheet): (Label | null)[] {
  const placed: (Label | null)[] = marks.map(() => null);
  const crowd = marks.map(
    (mark) =>
      marks.filter(({ x, y }) => Math.hypot(x - mark.x, y - mark.y) < 6 * sheet.size).length,
  );
  const order = marks.map((_, i) => i).sort((a, b) => (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b);
  for (const i of order) {
    const mark = marks[i] as Mark;
    const others = placed.filter((label) => label !== null);
    placed[i] =
      candidates(mark, sheet).find((label) => fits(label, i, marks, others, sheet)) ?? null;
  }
  return placed;
}

function* candidates(mark: Mark, { size }: Sheet): Generator<Label> {
  const wrapped = mark.texts.map((text) => wrapText(text, LONGEST * size, size));
  const lines = wrapped.map((one) => one.lines);
  const width = Math.max(...wrapped.map((one) => one.width));
  const height = lines.flat().length * LEADING * size;
  for (const off of FAR)
    for (const way of WAYS) {
      const [across, down] = [Math.cos(way * RADIANS), Math.sin(way * RADIANS)];
      const reach = mark.radius + size * (0.35 + off);
      const [x, y] = [mark.x + across * reach, mark.y + down * reach];
      const side = across > 0.3 ? 'start' : across < -0.3 ? 'end' : 'middle';
      const left = side === 'start' ? x : side === 'end' ? x - width : x - width / 2;
      // Beside its mark a label is level with it; above and below it stands clear.
      const top = y - height / 2 + (down * height) / 2;
      const from = mark.radius + 1;
      yield {
        x,
        // From the top of a line to its baseline.
        y: top + size * 0.95,
        side,
        lines,
        leader:
          off === 0
            ? null
            : [
                mark.x + across * from,
                mark.y + down * from,
                mark.x + across * (reach - size * 0.2),
                mark.y + down * (reach - size * 0.2),
              ],
        box: { left, top, right: left + width, bottom: top + height },
      };
    }
}

const RADIANS = Math.PI / 180;

function fits(
  { box, leader }: Label,
  own: number,
  marks: readonly Mark[],
  others: readonly Label[],
  { width, height, size }: Sheet,
): boolean {
  const edge = size * 0.4;
  return (
    box.left >= edge &&
    box.top >= edge &&
    box.right <= width - edge &&
    box.bottom <= height - edge &&
    marks.every(
      (mark, i) =>
        (i === own && leader === null) ||
        (!meet(box, around(mark)) && (i === own || !leader || !crosses(leader, around(mark)))),
    ) &&
    others.every(
      (other) =>
        !meet(box, other.box) &&
        !(leader && crosses(leader, other.box)) &&
        !(other.leader && crosses(other.leader, box)) &&
        !(leader && other.leader && cross(leader, other.leader)),
    )
  );
}

const around = ({ x, y, radius }: Mark): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

export const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether two segments cross. */
const cross = (a: Segment, b: Segment): boolean => splits(a, b) && splits(b, a);

/** Whether the ends of a segment lie on different sides of another's line. */
function splits([x1, y1, x2, y2]: Segment, [ax, ay, bx, by]: Segment): boolean {
  const side = (x: number, y: number): number => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  return side(ax, ay) * side(bx, by) <= 0;
}

/** Whether a segment runs through a box (Liang and Barsky). */
function crosses([x1, y1, x2, y2]: Segment, { left, top, right, bottom }: Box): boolean {
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [x1 - x2, x1 - left],
    [x2 - x1, right - x1],
    [y1 - y2, y1 - top],
    [y2 - y1, bottom - y1],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from < to;
}
