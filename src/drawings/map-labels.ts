/** Where the labels of a map stand: apart from one another, from all marks and within the frame. */
import { wrapText } from '../timeline/measure.ts';

export interface Mark {
  x: number;
  y: number;
  /** Of what is drawn, in map units. */
  radius: number;
  /** Whether it is a circle as large as the doubt, which a label of what lies in it may cover. */
  area: boolean;
  /** What stands beside it, each a line or several. */
  texts: readonly Text[];
  /** What stands there where those have no room. */
  short: Text;
}

/** Numbers of events, and the name of their place; `''` where there is no room for it. */
export interface Text {
  numbers: string;
  name: string;
}

export interface Label {
  /** Where the first line begins, or ends if it stands at the left of its mark; and its baseline. */
  x: number;
  y: number;
  side: 'start' | 'middle' | 'end';
  texts: readonly Text[];
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
/** A name far from its mark would be taken for another place's. */
const FAR_NAMES = FAR.slice(0, 3);
/** Times that labels are placed anew with more short ones among them. */
const ROUNDS = 6;

/**
 * A label for each mark, in order, or `null` where not even a short one has room. Those that have the most neighbours
 * choose first. A label that finds no room becomes short, and chooses before the long ones; in the end it becomes long
 * again if it can.
 */
export function placeLabels(marks: readonly Mark[], sheet: Sheet): (Label | null)[] {
  const near = marks.map((mark) =>
    marks.flatMap(({ x, y }, i) =>
      Math.hypot(x - mark.x, y - mark.y) < 6 * sheet.size ? [i] : [],
    ),
  );
  const crowd = (i: number): number => near[i]?.length ?? 0;
  const order = marks.map((_, i) => i).sort((a, b) => crowd(b) - crowd(a) || a - b);
  const placed: (Label | null)[] = [];
  const place = (i: number, isShort: boolean): Label | null => {
    const mark = marks[i] as Mark;
    const others = placed.filter((label, j) => label && j !== i) as Label[];
    const isAround = (one: Mark): boolean =>
      one !== mark && one.area && meet(around(mark), around(one));
    // Numbers cover a circle that their mark lies in where they have no other room.
    const obstacles = isShort ? [marks, marks.filter((one) => !isAround(one))] : [marks];
    for (const these of obstacles)
      for (const label of candidates(mark, isShort, sheet))
        if (fits(label, mark, these, others, sheet)) return label;
    return null;
  };
  const short = new Set<number>();
  for (let round = 1, before = -1; short.size > before; round++) {
    before = short.size;
    placed.splice(0, marks.length, ...marks.map(() => null));
    const long = order.filter((i) => !short.has(i));
    for (const i of order.filter((one) => short.has(one))) {
      placed[i] = place(i, true);
      // Its neighbours must be short too.
      if (!placed[i]) for (const one of near[i] ?? []) short.add(one);
    }
    for (const i of long) {
      placed[i] = place(i, false);
      if (!placed[i]) short.add(i);
    }
    if (round === ROUNDS) for (const i of order) short.add(i);
  }
  for (const i of order.filter((one) => short.has(one)))
    placed[i] = place(i, false) ?? placed[i] ?? null;
  return placed;
}

function* candidates(mark: Mark, isShort: boolean, { size }: Sheet): Generator<Label> {
  const texts = isShort ? [mark.short] : mark.texts;
  const wrapped = texts.map(({ numbers, name }) =>
    wrapText(`${numbers} ${name}`.trim(), LONGEST * size, size),
  );
  const lines = wrapped.map((one) => one.lines);
  const width = Math.max(...wrapped.map((one) => one.width));
  const height = lines.flat().length * LEADING * size;
  for (const off of isShort ? FAR : FAR_NAMES)
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
        texts,
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
  own: Mark,
  marks: readonly Mark[],
  others: readonly Label[],
  { width, height, size }: Sheet,
): boolean {
  const edge = size * 0.4;
  // Words of one line stand apart.
  const apart = { ...box, left: box.left - edge, right: box.right + edge };
  return (
    box.left >= edge &&
    box.top >= edge &&
    box.right <= width - edge &&
    box.bottom <= height - edge &&
    marks.every(
      (mark) =>
        (mark === own && leader === null) ||
        (!meet(box, around(mark)) && (mark === own || !leader || !crosses(leader, around(mark)))),
    ) &&
    others.every(
      (other) =>
        !meet(apart, other.box) &&
        !(leader && crosses(leader, other.box)) &&
        !(other.leader && crosses(other.leader, box)) &&
        !(leader && other.leader && cross(leader, other.leader)),
    )
  );
}

export const around = ({ x, y, radius }: Mark): Box => ({
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
