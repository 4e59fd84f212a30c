/** Lines of a column as paragraphs, by what shows a reader where one ends: space, indents, short lines, type. */
import type { Line } from './line.ts';

/** Ems. */
const INDENT = 0.7;
/** How much more space than between most lines parts two paragraphs. */
const APART = 1.3;
/** The logarithm of how much wider one of two columns is, so that none goes on in the other. */
const OTHER_WIDTH = Math.log(1.4);
/** How much larger or smaller type parts them. */
const OTHER_SIZE = 1.12;

const ENDS_SENTENCE = /[.!?:;…。！？؟۔]["'”’»)\]」』]*[⁰¹²³⁴-⁹]*$/u;
const BEGINS_ENTRY = /^(?:[•▪■◻➢✓‣◦–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]\s)/u;

/** Lines that make one text, from the side on which they are read. */
export interface Column {
  lines: Line[];
  rightToLeft: boolean;
}

/** A column's paragraphs. */
export function paragraphsOf(column: Column): Line[][] {
  const paragraphs: Line[][] = [];
  const edges = edgesOf(column);
  for (const [i, line] of column.lines.entries()) {
    const before = column.lines[i - 1];
    if (before && !parts(before, line, column, edges)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/**
 * Whether a column begins with the rest of the paragraph that the column before it ends with.
 * @param samePage whether it may stand below it
 */
export function continues(before: Column, after: Column, samePage: boolean): boolean {
  const [last, first] = [before.lines.at(-1), after.lines[0]];
  if (!last || !first || isOfOtherType(last, first)) return false;
  const [edgesBefore, edgesAfter] = [edgesOf(before), edgesOf(after)];
  const step = first.base - last.base;
  if (samePage && step > APART * edgesAfter.leading(first)) return false;
  // What stands over two columns is none of the first of them.
  const [wide, narrow] = [edgesBefore, edgesAfter].map(({ start, end }) => end - start);
  if (after.lines.length > 2 && Math.abs(Math.log((wide ?? 1) / (narrow ?? 1))) > OTHER_WIDTH)
    return false;
  // Of a line alone, no margin is known to begin further to the left.
  if (after.lines.length > 1 && startOf(first, after) > edgesAfter.start + INDENT * first.size)
    return false;
  if (BEGINS_ENTRY.test(first.text)) return false;
  if (/[-\u00AD\u2010¬⸗]$/u.test(last.text)) return true;
  if (before.lines.length === 1)
    return /^\p{Ll}/u.test(first.text) && !ENDS_SENTENCE.test(last.text);
  const short = isShort(last, first, before, edgesBefore);
  return !short || (!ENDS_SENTENCE.test(last.text) && /^\p{Ll}/u.test(first.text));
}

/** Where most lines of a column begin, and where the longest end. */
interface Edges {
  start: number;
  end: number;
  /** From baseline to baseline, of lines in the type of one. */
  leading(of: Line): number;
  /** Most lines end at the same place. */
  justified: boolean;
}

const startOf = ({ from, to }: Line, { rightToLeft }: Column): number => (rightToLeft ? -to : from);
const endOf = ({ from, to }: Line, { rightToLeft }: Column): number => (rightToLeft ? -from : to);

function edgesOf(column: Column): Edges {
  const { lines } = column;
  const counts = new Map<number, number>();
  for (const line of lines) {
    const place = Math.round(startOf(line, column) / 3);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const most = counts.values().reduce((a, b) => Math.max(a, b), -Infinity);
  const [place = 0] = [...counts]
    .filter(([, count]) => count === most)
    .map(([key]) => key)
    .sort((a, b) => a - b);
  const steps = lines
    .slice(1)
    .map((line, i) => [line, lines[i] as Line] as const)
    .filter(([line, before]) => !isOfOtherType(before, line) && line.base > before.base);
  const end = lines.map((line) => endOf(line, column)).reduce((a, b) => Math.max(a, b), -Infinity);
  const full = lines.filter((line) => end - endOf(line, column) < line.size / 2);
  return {
    start: place * 3,
    end,
    justified: full.length > 0.5 * lines.length,
    leading(of) {
      const alike = steps.filter(([line]) => !isOfOtherType(line, of));
      return leadingOf(
        alike.map(([line, before]) => line.base - before.base),
        of.size,
      );
    },
  };
}

/** Lines further apart, in ems, are those of one paragraph only if most lines of the column are. */
const WIDEST_LEADING = 1.6;

function leadingOf(unsorted: readonly number[], size: number): number {
  const steps = unsorted.toSorted((a, b) => a - b);
  const step = steps[steps.length >> 2] ?? Infinity;
  const alike = steps.filter((one) => Math.abs(one - step) < 0.08 * step).length;
  // Of two paragraphs of a line each, the step between them is no measure.
  const isUsual = steps.length >= 5 && alike >= 0.6 * steps.length;
  return isUsual ? step : Math.min(step, WIDEST_LEADING * size);
}

const isOfOtherType = (a: Line, b: Line): boolean =>
  Math.max(a.size, b.size) > OTHER_SIZE * Math.min(a.size, b.size);

/** The width of a line's first word, or of the first character where words have no spaces, with the space before it. */
function firstWord(line: Line): number {
  const word = /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\S+)/u.exec(line.text)?.[0] ?? '';
  const letters = line.letters.slice(0, word.length).filter((letter) => letter !== null);
  const width =
    letters.map(({ to }) => to).reduce((a, b) => Math.max(a, b), -Infinity) -
    letters.map(({ from }) => from).reduce((a, b) => Math.min(a, b), Infinity);
  return width + 0.3 * line.size;
}

/** How much of the width lines that are not justified leave at their ends. */
const RAGGED = 0.1;

/** The room after a line. */
const roomAfter = (line: Line, column: Column, { end }: Edges): number => end - endOf(line, column);

/** Whether a line ends where the first word of the next would have had room. */
function isShort(line: Line, next: Line, column: Column, edges: Edges): boolean {
  const room = roomAfter(line, column, edges);
  const even = edges.justified || ENDS_SENTENCE.test(line.text);
  const ragged = even ? 0 : RAGGED * (edges.end - edges.start);
  return room > firstWord(next) + ragged;
}

/** Whether a new paragraph begins with a line. */
function parts(before: Line, line: Line, column: Column, edges: Edges): boolean {
  const step = line.base - before.base;
  if (step < 0 || step > APART * edges.leading(line) || isOfOtherType(before, line)) return true;
  const short = isShort(before, line, column, edges);
  if (before.bold !== line.bold && short) return true;
  if (BEGINS_ENTRY.test(line.text) && (short || /^[•▪■◻➢✓‣◦]/u.test(line.text))) return true;
  if (short && ENDS_SENTENCE.test(before.text)) return true;
  // Centred lines begin where they happen to.
  const centre = (one: Line): number => (one.from + one.to) / 2;
  const centred =
    Math.abs(centre(before) - centre(line)) < 0.5 * line.size &&
    Math.abs(startOf(before, column) - startOf(line, column)) > 0.5 * line.size;
  if (centred) return false;
  const [start, startBefore] = [startOf(line, column), startOf(before, column)];
  const indent = INDENT * line.size;
  // After a full line in the middle of a sentence, an indented line goes on with an entry of a list, and one that is
  // not goes on with an indented paragraph.
  if (
    (start < startBefore - indent && start < edges.start - indent) ||
    (start > startBefore + indent && start > edges.start + indent)
  )
    return short || ENDS_SENTENCE.test(before.text);
  const width = edges.end - edges.start;
  return (
    short && roomAfter(before, column, edges) > 0.3 * width && /^[\p{Lu}\p{N}"“„«]/u.test(line.text)
  );
}
