/** What is cut out of the pages of a PDF to show a passage as it is printed, and what of that is marked. */
import type { PlacedLine } from '../intake/pdf/flow.ts';
import type { Glyph } from '../intake/pdf/glyph.ts';
import type { Box } from '../intake/pdf/matrix.ts';
import type { Span } from '../model/text.ts';

/** A part of a page, in points of the page as it is shown, y downwards. */
export interface Crop {
  /** From 0. */
  page: number;
  box: Box;
  /** The quoted words: a box or more for each line. */
  marks: Box[];
  /** Quarter turns clockwise after which its lines are level. */
  turns: 0 | 1 | 2 | 3;
  /** The size of its type. */
  size: number;
  /** Of the text. */
  span: Span;
}

/** In ems: space around the lines, so that a line above and one below show that something goes before and after. */
const AROUND = 1.5;
const BESIDE = 0.8;
/** Words of a justified line are no further apart. */
const WORDS_APART = 2.5;
/** Lines further apart are in other parts of the page. */
const APART = 4;

interface Quoted {
  line: PlacedLine;
  boxes: Box[];
  box: Box;
  span: Span;
}

/**
 * The parts of pages that show a passage: one for each page and column that it stands on, in order.
 * @param lines of the whole text, in order
 */
export function cropsOf(lines: readonly PlacedLine[], span: Span): Crop[] {
  const groups: Quoted[][] = [];
  for (const line of lines) {
    const quoted = quotedOf(line, span);
    if (!quoted) continue;
    const last = groups.at(-1)?.at(-1);
    if (last && adjoin(last, quoted)) groups.at(-1)?.push(quoted);
    else groups.push([quoted]);
  }
  return groups.map((group) => cropOf(group, lines));
}

/** What of a line is within a span; `null` if nothing is. */
function quotedOf(line: PlacedLine, { start, end }: Span): Quoted | null {
  const from = Math.max(0, start - line.start);
  const to = Math.min(line.text.length, end - line.start);
  if (from >= to) return null;
  const glyphs = line.letters
    .slice(from, to)
    .flatMap((letter) => (letter && letter.text !== ' ' ? [letter.glyph] : []));
  if (glyphs.length === 0) return null;
  const boxes = joined([...new Set(glyphs)].map(boxOfGlyph), WORDS_APART * line.size);
  return {
    line,
    boxes,
    box: around(boxes),
    span: { start: line.start + from, end: line.start + to },
  };
}

/** Of letters that stand side by side one box; what is read from both sides may have a gap in it. */
function joined(boxes: readonly Box[], gap: number): Box[] {
  const runs: Box[] = [];
  for (const box of boxes.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const at = runs.findIndex(
      (run) =>
        box[0] <= run[2] + gap &&
        box[2] >= run[0] - gap &&
        box[1] <= run[3] + gap &&
        box[3] >= run[1] - gap,
    );
    if (at < 0) runs.push(box);
    else runs[at] = around([runs[at] as Box, box]);
  }
  return runs;
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
];

function adjoin(a: Quoted, b: Quoted): boolean {
  if (a.line.page !== b.line.page || turnsOf(a.line) !== turnsOf(b.line)) return false;
  const step = b.line.base - a.line.base;
  const overlap = Math.min(a.line.to, b.line.to) - Math.max(a.line.from, b.line.from);
  return step >= 0 && step < APART * Math.max(a.line.size, b.line.size) && overlap > 0;
}

function cropOf(group: readonly Quoted[], lines: readonly PlacedLine[]): Crop {
  const [first, last] = [group[0] as Quoted, group.at(-1) as Quoted];
  const { page, size } = first.line;
  const quoted = around(group.map(({ box }) => box));
  const turns = turnsOf(first.line);
  const level = turns % 2 === 0;
  // As wide as the column: its lines around the quoted ones, also those that only begin or end there.
  const [before, after] = level ? [quoted[1], quoted[3]] : [quoted[0], quoted[2]];
  const reach = AROUND * size;
  const beside = lines
    .filter((line) => line.page === page && turnsOf(line) === turns)
    .map((line) =>
      around(line.letters.flatMap((letter) => (letter ? [boxOfGlyph(letter.glyph)] : []))),
    )
    .filter((box) => {
      const [start, end, near, far] = level
        ? [box[1], box[3], box[0], box[2]]
        : [box[0], box[2], box[1], box[3]];
      const [low, high] = level ? [quoted[0], quoted[2]] : [quoted[1], quoted[3]];
      return (
        end > before - reach && start < after + reach && Math.min(far, high) > Math.max(near, low)
      );
    });
  const column = around([quoted, ...beside]);
  const [along, across] = [BESIDE * size, reach];
  return {
    page,
    box: level
      ? [column[0] - along, quoted[1] - across, column[2] + along, quoted[3] + across]
      : [quoted[0] - across, column[1] - along, quoted[2] + across, column[3] + along],
    marks: group.flatMap(({ boxes }) => boxes),
    turns,
    size,
    span: { start: first.span.start, end: last.span.end },
  };
}

/** Text from top to bottom stays as it is. */
function turnsOf({ letters }: PlacedLine): Crop['turns'] {
  const glyph = letters.find((letter) => letter !== null)?.glyph;
  if (!glyph || glyph.vertical) return 0;
  return ((((4 - Math.round(glyph.angle / 90)) % 4) + 4) % 4) as Crop['turns'];
}

/** The letter with its room above and below the line. */
function boxOfGlyph({ x, y, width, size, angle, vertical }: Glyph): Box {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [above, below] = vertical ? [size / 2, size / 2] : [0.8 * size, 0.25 * size];
  const corners = [0, width].flatMap((along) =>
    [above, -below].map((up) => [x + along * cos + up * sin, y + along * sin - up * cos] as const),
  );
  return [
    Math.min(...corners.map(([at]) => at)),
    Math.min(...corners.map(([, at]) => at)),
    Math.max(...corners.map(([at]) => at)),
    Math.max(...corners.map(([, at]) => at)),
  ];
}
