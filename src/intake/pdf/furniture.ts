/**
 * Running heads, page numbers and line numbers: what a page has around its text, and what parts a sentence that runs on
 * to the next page. Nothing is taken for such but at the edge of a page, and because other pages have the same there.
 */

import { romanNumeral } from '../roman.ts';
import type { Row } from './columns.ts';
import type { SetAside } from './document.ts';
import type { Run } from './letters.ts';
import { lineOf } from './line.ts';

/** A page's rows in its main direction. */
export interface PageRows {
  rows: Row[];
  /** Where its edges are, as the bases of rows are given. */
  top: number;
  bottom: number;
  rightToLeft: boolean;
}

/** At each edge of a page so many rows can be furniture. */
const MOST = 3;
/** Pages on which the same stands in the same place; of a few pages all but the first. */
const LEAST_PAGES = 3;
/** How far away such a page may be: left and right pages differ, and so do chapters. */
const NEAR = 4;

/** A row at the edge of a page. */
interface Edge {
  page: number;
  row: Row;
  /** From the edge of the page; negative from the bottom. */
  place: number;
  text: string;
  /** The text with `#` for every number. */
  pattern: string;
  numbers: Numeral[];
  /** The file says so itself. */
  artifact: boolean;
}

/** A number that may be a page's. */
export interface Numeral {
  written: string;
  value: number;
  style: 'decimal' | 'roman';
}

export interface Furniture {
  aside: SetAside[];
  /** By page, the number that it bears; `null` if none was found. */
  numbers: (Numeral | null)[];
}

/** Takes furniture out of the rows of pages. */
export function takeFurniture(pages: readonly PageRows[]): Furniture {
  const edges = [...edgesOf(pages, 'top'), ...edgesOf(pages, 'bottom')];
  const counted = numbered(edges);
  // Some files mark all of their text so; then the marks mean nothing.
  const said = edges.filter(({ artifact }) => artifact).length < 0.9 * edges.length;
  const aside: SetAside[] = [];
  const numbers = pages.map((): Numeral | null => null);
  const taken = new Set<Row>();
  for (const side of [
    edges.filter(({ place }) => place >= 0),
    edges.filter(({ place }) => place < 0),
  ])
    for (const [page, onPage] of Map.groupBy(side, (edge) => edge.page)) {
      // What lies further in than text is text.
      const isFurniture = (edge: Edge): boolean =>
        !taken.has(edge.row) &&
        (counted.has(edge) || (said && edge.artifact) || repeats(edge, side, pages.length));
      const inner = onPage.findIndex((edge) => !isFurniture(edge));
      const outer = inner < 0 ? onPage : onPage.slice(0, inner);
      const { rows } = pages[page] as PageRows;
      while (outer.length > 0 && !counted.has(outer.at(-1) as Edge) && adjoins(outer.at(-1), rows))
        outer.pop();
      for (const edge of outer) {
        const number = counted.get(edge);
        taken.add(edge.row);
        numbers[page] ??= number ?? null;
        aside.push({
          page,
          words: edge.text,
          why:
            number && isAlone(edge)
              ? 'page number'
              : edge.place >= 0
                ? 'running head'
                : 'running foot',
        });
      }
    }
  for (const page of pages) page.rows = page.rows.filter((row) => !taken.has(row));
  for (const one of takeLineNumbers(pages)) aside.push(one);
  return { aside: aside.sort((a, b) => a.page - b.page), numbers };
}

/** Whether a number is all that a row says. */
const isAlone = ({ pattern }: Edge): boolean => pattern.replace(/[^\p{L}\p{N}#]/gu, '') === '#';

/** A row is apart from the text if there is so much more space than between two lines of it. */
const APART = 1.3;

/** Whether a row is as close to the next one further in as the lines of the text are. */
function adjoins(edge: Edge | undefined, rows: readonly Row[]): boolean {
  if (!edge) return false;
  const steps = rows.slice(1).map(({ base }, i) => base - (rows[i]?.base ?? 0));
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 2] ?? 0;
  const at = rows.indexOf(edge.row);
  const step = edge.place >= 0 ? steps[at] : steps[at - 1];
  return step !== undefined && steps.length > 2 && step < APART * usual;
}

/** The rows at an edge of every page, the outermost first. */
function edgesOf(pages: readonly PageRows[], side: 'top' | 'bottom'): Edge[] {
  return pages.flatMap(({ rows, top, bottom, rightToLeft }, page) =>
    (side === 'top' ? rows.slice(0, MOST) : rows.slice(-MOST).reverse()).map((row): Edge => {
      const { text } = lineOf(row.runs, rightToLeft);
      const letters = row.runs.flatMap((run) => run.letters);
      return {
        page,
        row,
        place: side === 'top' ? row.base - top : row.base - bottom,
        text,
        pattern: text.toLowerCase().replace(NUMBERS, '#'),
        numbers: [...text.matchAll(NUMBERS)].flatMap(({ 0: written }) => numeralOf(written) ?? []),
        artifact: letters.every(({ artifact }) => artifact),
      };
    }),
  );
}

/** Numbers that are no part of a date, a sum or a word. */
const NUMBERS =
  /(?<![\p{L}\p{N}][.,:/-]?)(?:\p{Nd}{1,5}|[ivxlc]{1,9}|[IVXLC]{1,9})(?![.,:/-]?[\p{L}\p{N}])/gu;

const near = (a: Edge, b: Edge): boolean =>
  Math.abs(a.place - b.place) < 0.7 * a.row.size &&
  Math.abs(a.row.size - b.row.size) < 0.1 * a.row.size;

/** Whether enough pages around have the same in the same place. @param pages of the document */
function repeats(edge: Edge, side: readonly Edge[], pages: number): boolean {
  if (!/[\p{L}#]/u.test(edge.pattern)) return false;
  const alike = side.filter((other) => other.pattern === edge.pattern && near(other, edge));
  const on = new Set(
    alike.map(({ page }) => page).filter((page) => Math.abs(page - edge.page) <= NEAR),
  );
  return on.size >= Math.min(LEAST_PAGES, Math.max(2, pages - 1));
}

/** The page numbers among rows, by the rows that have them: those that go up by one from page to page. */
function numbered(edges: readonly Edge[]): Map<Edge, Numeral> {
  const found = new Map<Edge, Numeral>();
  const outer = edges.flatMap((edge) => {
    const { numbers, pattern } = edge;
    const [first, last] = [numbers[0], numbers.at(-1)];
    // "12", "- 12 -", "Page 12 of 30", "12 The Journal", "The Journal 12".
    return [
      ...(first && /^[^\p{L}\p{N}#]*(?:\p{L}+\.?\s)?#/u.test(pattern)
        ? [{ edge, number: first }]
        : []),
      ...(last && last !== first && /#[^\p{L}\p{N}#]*$/u.test(pattern)
        ? [{ edge, number: last }]
        : []),
    ];
  });
  for (const { edge, number } of outer) {
    const offset = number.value - edge.page;
    const inStep = outer.filter(
      ({ edge: other, number: its }) =>
        its.style === number.style &&
        its.value - other.page === offset &&
        Math.abs(other.page - edge.page) <= NEAR &&
        other.place >= 0 === edge.place >= 0 &&
        near(other, edge),
    );
    const pages = new Set(inStep.map(({ edge: { page } }) => page)).size;
    // A number alone needs less proof than one that words stand beside.
    if (pages >= (isAlone(edge) ? 2 : LEAST_PAGES)) found.set(edge, found.get(edge) ?? number);
  }
  return found;
}

/** A number in digits of any script, or in Roman ones. */
function numeralOf(written: string): Numeral | null {
  if (/^\p{Nd}+$/u.test(written)) {
    const digits = [...written].map((digit) => worthOf(digit)).join('');
    return { written, value: Number(digits), style: 'decimal' };
  }
  const value = romanOf(written.toLowerCase());
  return value === null ? null : { written, value, style: 'roman' };
}

/** Digits of a script follow each other in Unicode, from a zero. */
function worthOf(digit: string): number {
  let value = 0;
  for (let code = (digit.codePointAt(0) ?? 0) - 1; value < 9; code--, value++)
    if (!/\p{Nd}/u.test(String.fromCodePoint(code))) break;
  return value;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanOf(written: string): number | null {
  let value = 0;
  for (let i = 0; i < written.length; i++) {
    const [one, next] = [ROMAN[written[i] ?? ''] ?? 0, ROMAN[written[i + 1] ?? ''] ?? 0];
    value += one < next ? -one : one;
  }
  return romanNumeral(value) === written ? value : null;
}

/** A list has fewer entries of one line. */
const MANY_LINES = 20;

/** Line numbers of transcripts and editions: 1, 2, 3 … or 5, 10, 15 … down a margin, on several pages. */
function takeLineNumbers(pages: readonly PageRows[]): SetAside[] {
  const found = pages.map(({ rows }) => lineNumbersOf(rows));
  const on = found.filter((runs) => runs.length > 0).length;
  if (on < 2 && !found.some((runs) => runs.length >= MANY_LINES)) return [];
  return pages.flatMap((page, i) => {
    const runs = new Set(found[i]);
    if (runs.size === 0) return [];
    for (const row of page.rows) row.runs = row.runs.filter((run) => !runs.has(run));
    page.rows = page.rows.filter((row) => row.runs.length > 0);
    for (const row of page.rows) {
      row.from = row.runs.map(({ from }) => from).reduce((a, b) => Math.min(a, b), Infinity);
      row.to = row.runs.map(({ to }) => to).reduce((a, b) => Math.max(a, b), -Infinity);
    }
    return [
      { page: i, words: [...runs].map(({ text }) => text.trim()).join(' '), why: 'line numbers' },
    ];
  });
}

function lineNumbersOf(rows: readonly Row[]): Run[] {
  let best: Run[] = [];
  for (const end of [0, -1])
    for (const edge of ['to', 'from'] as const) {
      const outer = rows.flatMap(({ runs }) => {
        const run = runs.at(end);
        return run && /^\s*\p{Nd}{1,3}\s*$/u.test(run.text) ? [run] : [];
      });
      const place = outer.map((run) => run[edge]).sort((a, b) => a - b)[outer.length >> 1] ?? 0;
      const found = inStep(outer.filter((run) => Math.abs(run[edge] - place) < run.size / 2));
      // Numbers that stand beside nothing are the text itself.
      const beside = rows.filter(
        ({ runs }) => runs.length > 1 && found.includes(runs.at(end) as Run),
      );
      if (beside.length >= found.length / 2 && found.length > best.length) best = found;
    }
  return best;
}

/** The longest series of numbers that go up by 1, or by 5. */
function inStep(runs: readonly Run[]): Run[] {
  let best: Run[] = [];
  for (const step of [1, 5]) {
    let series: Run[] = [];
    for (const run of runs) {
      const last = series.at(-1);
      const goesOn = last && valueOfRun(run) - valueOfRun(last) === step;
      series = goesOn ? [...series, run] : [run];
      if (series.length >= (step === 1 ? 5 : 3) && series.length > best.length) best = series;
    }
  }
  return best;
}

const valueOfRun = (run: Run): number => numeralOf(run.text.trim())?.value ?? 0;
