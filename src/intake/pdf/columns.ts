/** The order in which the parts of a page are read: columns one after the other, what stands above them first. */
import type { Run } from './letters.ts';

/** Runs that stand side by side. */
export interface Row {
  runs: Run[];
  from: number;
  to: number;
  base: number;
  size: number;
}

/** The space between two columns, in ems, is at least so wide. */
const GUTTER = 0.9;
/** Two columns have at least so many lines side by side, most of them at least so wide; anything less is a table. */
const LEAST_ROWS = 3;
const LEAST_WIDTH = 7;
/** Text outside of the columns has so many times more space around it than there is between most lines. */
const ASIDE = 1.4;
/** How much of a column its lines fill. */
const FILLED = 0.55;

const top = ({ base, size }: { base: number; size: number }): number => base - 0.75 * size;
const bottom = ({ base, size }: { base: number; size: number }): number => base + 0.25 * size;

/** Runs by the lines on which they stand, from the top; small ones belong to the line that they are raised from. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const rows: (Row & { letters: number })[] = [];
  for (const run of runs.toSorted((a, b) => a.base - b.base || a.from - b.from)) {
    const row = rows
      .slice(-3)
      .map((one) => ({ one, shared: overlapOf(one, run) }))
      .sort((a, b) => b.shared - a.shared)[0];
    const count = run.letters.length;
    if (!row || row.shared < 0.5) {
      const { from, to, base, size } = run;
      rows.push({ runs: [run], from, to, base, size, letters: count });
      continue;
    }
    const { one } = row;
    one.runs.push(run);
    one.from = Math.min(one.from, run.from);
    one.to = Math.max(one.to, run.to);
    if (count <= one.letters) continue;
    one.letters = count;
    one.base = run.base;
    one.size = run.size;
  }
  return rows.map(({ runs: inRow, from, to, base, size }) => ({
    runs: inRow.sort((a, b) => a.from - b.from),
    from,
    to,
    base,
    size,
  }));
}

/** How much of the lower of two rows is as high as the other. */
const overlapOf = (a: Pick<Row, 'base' | 'size'>, b: Pick<Row, 'base' | 'size'>): number =>
  (Math.min(bottom(a), bottom(b)) - Math.max(top(a), top(b))) / Math.min(a.size, b.size);

/**
 * The parts of a page in the order in which they are read, each as its rows.
 * @param rightToLeft whether the right one of two columns is read first
 */
export function columnsOf(rows: readonly Row[], rightToLeft: boolean): Row[][] {
  const found = gutterOf(rows);
  if (!found) return rows.length > 0 ? [[...rows]] : [];
  const { first, last, at } = found;
  const within = rows.slice(first, last + 1).flatMap(({ runs }) => runs);
  const left = rowsOf(within.filter((run) => run.to <= at));
  const right = rowsOf(within.filter((run) => run.to > at));
  const sides = rightToLeft ? [right, left] : [left, right];
  return [
    ...columnsOf(rows.slice(0, first), rightToLeft),
    ...sides.flatMap((side) => columnsOf(side, rightToLeft)),
    ...columnsOf(rows.slice(last + 1), rightToLeft),
  ];
}

interface Gutter {
  /** Rows that it parts. */
  first: number;
  last: number;
  at: number;
}

/** The space between columns that parts the most rows. */
function gutterOf(rows: readonly Row[]): Gutter | null {
  let best: Gutter | null = null;
  for (const [first, begun] of rows.entries()) {
    let open = gapsOf(begun);
    for (let next = first + 1; open.length > 0; next++) {
      const row = rows[next];
      const on = open.flatMap((gap) => (row ? leftOf(gap, row) : []));
      // A gap is tested where it ends, because the test is expensive.
      if (on.length < open.length && (!best || next - 1 - first > best.last - best.first)) {
        const part = rows.slice(first, next);
        const gap = open.find((one) => isBetweenColumns(part, one));
        if (gap) best = { first, last: next - 1, at: (gap[0] + gap[1]) / 2 };
      }
      open = on;
    }
  }
  return best && trimmed(rows, untilAside(rows, best));
}

/**
 * A gutter as far as something else begins between its columns, as a table that stands on one side alone: with space
 * before and after it, and columns again behind it.
 */
function untilAside(rows: readonly Row[], { first, last, at }: Gutter): Gutter {
  const steps = rows
    .slice(first + 1, last + 1)
    .map(({ base }, i) => base - (rows[first + i]?.base ?? 0));
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const isApart = (i: number): boolean => (steps[i - first - 1] ?? 0) > ASIDE * usual;
  let start: number | null = null;
  for (let i = first + 1; i <= last; i++) {
    const { from, to } = rows[i] as Row;
    const oneSided = to <= at || from >= at;
    if (!oneSided && start !== null && isApart(i)) return { first, last: start - 1, at };
    if (!oneSided) start = null;
    else if (isApart(i)) start ??= i;
  }
  return { first, last, at };
}

type Gap = readonly [from: number, to: number];

/** The gaps in a row that could be between columns. */
function gapsOf({ runs, size }: Row): Gap[] {
  const gaps: Gap[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    if (run.from - end >= GUTTER * size) gaps.push([end, run.from]);
    end = end === Number.POSITIVE_INFINITY ? run.to : Math.max(end, run.to);
  }
  return gaps;
}

/** What a row leaves of a gap. */
function leftOf([from, to]: Gap, { runs, size }: Row): Gap[] {
  let free: Gap[] = [[from, to]];
  for (const run of runs)
    free = free.flatMap(([start, end]): Gap[] =>
      run.to <= start || run.from >= end
        ? [[start, end]]
        : [
            [start, Math.min(end, run.from)],
            [Math.max(start, run.to), end],
          ],
    );
  return free.filter(([start, end]) => end - start >= GUTTER * size);
}

/** Whether both sides are running text: several lines, wide, most of them full, and of words. */
function isBetweenColumns(rows: readonly Row[], [from, to]: Gap): boolean {
  const sides = rows.map(({ runs, size }) => ({
    left: runs.filter((run) => run.to <= from),
    right: runs.filter((run) => run.from >= to),
    size,
  }));
  if (sides.filter(({ left, right }) => left.length && right.length).length < LEAST_ROWS)
    return false;
  return (['left', 'right'] as const).every((side) => {
    const lines = sides.filter((row) => row[side].length > 0);
    const widths = lines.map((row) => widthOf(row[side]) / row.size).sort((a, b) => a - b);
    const [median = 0, widest = 0] = [widths[widths.length >> 1], widths.at(-1)];
    const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
    if (median < LEAST_WIDTH || mean < FILLED * widest) return false;
    return isProse(lines.map((row) => row[side].map(({ text }) => text).join('')));
  });
}

const widthOf = (runs: readonly Run[]): number =>
  runs.map(({ to }) => to).reduce((a, b) => Math.max(a, b), -Infinity) -
  runs.map(({ from }) => from).reduce((a, b) => Math.min(a, b), Infinity);

/** Of the lines of running text so many begin in the middle of a sentence, and so much of them are letters. */
const LEAST_SMALL = 0.2;
const LEAST_LETTERS = 0.6;

/** Whether lines go on from one to the next; the cells of a table do not. */
function isProse(lines: readonly string[]): boolean {
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  const cased = count(/^\P{L}?(?:\p{Lu}|\p{Ll})/u);
  if (cased >= LEAST_ROWS && count(/^\P{L}?\p{Ll}/u) < LEAST_SMALL * cased) return false;
  const all = lines.join('').replace(/\s+/g, '');
  return (all.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS * all.length;
}

/** With rows of one side before it that are close, and without those at its end that are not. */
function trimmed(rows: readonly Row[], gutter: Gutter): Gutter {
  const { at } = gutter;
  let { first, last } = gutter;
  const isOneSided = ({ from, to }: Row): boolean => to <= at || from >= at;
  const steps = rows
    .slice(first + 1, last + 1)
    .map((row, i) => row.base - (rows[first + i]?.base ?? 0));
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const isClose = (i: number): boolean =>
    (rows[i]?.base ?? 0) - (rows[i - 1]?.base ?? 0) <= 1.5 * usual;
  for (let i = last; i > first && isOneSided(rows[i] as Row); i--) if (!isClose(i)) last = i - 1;
  while (first > 0 && isOneSided(rows[first - 1] as Row) && isClose(first)) first--;
  return { first, last, at };
}
