/**
 * The cells of a sheet of an Excel workbook, as texts. A date is no finer than its cell shows it: what is typed as July
 * 1969 is kept by Excel as its first day, and shown as a month. No library tells that of a cell.
 */
import { Refusal } from '../refusal.ts';
import { dateText } from './excel-date.ts';
import type { Imported } from './imported.ts';
import { walk } from './xlsx-parts.ts';

const MOST_COLUMNS = 500;
const MOST_ROWS = 1_048_576;
/** Cells that a link or a merged cell may cover. */
const MOST_COVERED = 10_000;

/** Counted from 0. */
export interface Cell {
  row: number;
  column: number;
}

/** A link that is on a cell, not in its text. */
export interface CellLink extends Cell {
  href: string;
}

export interface Sheet {
  rows: string[][];
  links: CellLink[];
  /** Of merged cells, the first and the last; only the first has a text. */
  merged: { first: Cell; last: Cell }[];
  /** What else it says, with its cell. */
  left: Imported['left'];
}

/** A text of several runs is one; how East Asian words are read is beside the text, not in it. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let within = '';
  let phonetic = false;
  walk(xml, {
    open: (name) => {
      within = name;
      if (name === 'si') texts.push('');
      if (name === 'rPh') phonetic = true;
    },
    text: (piece) => {
      if (within === 't' && !phonetic) texts[texts.length - 1] += piece;
    },
    close: (name) => {
      within = '';
      if (name === 'rPh') phonetic = false;
    },
  });
  return texts.map(unescaped);
}

/** `_x000D_` is how a character that XML cannot hold is written. */
const unescaped = (text: string): string =>
  text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

export interface Styles {
  /** Of each style a cell may have, its number format. */
  formats: string[];
  date1904: boolean;
}

/** Formats that have a number and no code in the file; only those of dates matter. */
const BUILT_IN: Record<number, string> = {
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
};

export function stylesOf(xml: string, date1904: boolean): Styles {
  const codes = new Map<number, string>(
    Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]),
  );
  // Of East Asia's, which all show a whole day or less; a month and a day are as little as any.
  for (const id of [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) codes.set(id, 'd-mmm');
  const formats: string[] = [];
  let cells = false;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') cells = true;
      if (name === 'xf' && cells) formats.push(codes.get(Number(attributes['numFmtId'])) ?? '');
    },
    close: (name) => {
      if (name === 'cellXfs') cells = false;
    },
  });
  return { formats, date1904 };
}

/** The cells of a sheet. @param relations addresses of its links, by their ids */
export function readCells(
  xml: string,
  texts: readonly string[],
  styles: Styles,
  relations: Map<string, string>,
): Sheet {
  const rows: string[][] = [];
  const links: { at: string; href: string }[] = [];
  const merged: Sheet['merged'] = [];
  const left: Imported['left'] = [];
  let [row, column] = [-1, -1];
  let [type, style, within] = ['', 0, ''];
  let [value, formula] = ['', ''];
  let [hasValue, hasFormula, hidden] = [false, false, false];
  let margin = '';
  walk(xml, {
    open: (name, attributes) => {
      within = name;
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 2) - 1;
        column = -1;
        hidden = isTrue(attributes['hidden']);
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        [type, style] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0)];
        [value, formula, hasValue, hasFormula] = ['', '', false, false];
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v' || name === 't') hasValue = true;
      else if (name === 'mergeCell') merged.push(rangeOf(attributes['ref'] ?? ''));
      else if (name === 'hyperlink') {
        const href = relations.get(attributes['r:id'] ?? '');
        const location = attributes['location'] ?? '';
        if (href !== undefined) links.push({ at: attributes['ref'] ?? '', href });
        else if (location !== '')
          left.push({
            kind: 'link within the workbook',
            where: `cell ${attributes['ref']}`,
            text: location,
          });
      } else if (MARGIN.test(name)) margin = '';
    },
    text: (piece) => {
      if (within === 'v' || within === 't') value += piece;
      else if (within === 'f') formula += piece;
      else if (MARGIN.test(within)) margin += piece;
    },
    close: (name) => {
      within = '';
      if (MARGIN.test(name))
        left.push({ kind: 'page header or footer', where: 'sheet', text: margin });
      if (name === 'row' && hidden && (rows[row]?.length ?? 0) > 0)
        left.push({ kind: HIDDEN, where: `row ${row + 1}`, text: '', noted: true });
      if (name !== 'c' || row < 0 || row >= MOST_ROWS) return;
      const at = `cell ${letters(column)}${row + 1}`;
      if (hasFormula && !hasValue)
        left.push({ kind: NO_VALUE, where: at, text: `=${formula || '…'}` });
      const [, address] = /^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formula) ?? [];
      if (address !== undefined)
        links.push({ at: `${letters(column)}${row + 1}`, href: address.replaceAll('""', '"') });
      if (value === '') return;
      if (column >= MOST_COLUMNS)
        throw new Refusal(`the sheet has more than ${MOST_COLUMNS} columns`);
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length <= column) cells.push('');
      cells[column] = cellText(value, type, styles.formats[style] ?? '', {
        texts,
        date1904: styles.date1904,
      });
    },
  });
  return { rows, links: onCells(links, rows, left), merged, left };
}

const HIDDEN = 'a hidden row, read like any other';
const NO_VALUE =
  'a formula without its value; open the workbook in a spreadsheet program and save it there';
const MARGIN = /^(?:odd|even|first)(?:Header|Footer)$/;
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Links by cell; of those that no text carries, the address goes to `left`. */
function onCells(
  links: readonly { at: string; href: string }[],
  rows: readonly (readonly string[])[],
  left: Imported['left'],
): CellLink[] {
  return links.flatMap(({ at, href }) => {
    const { first, last } = rangeOf(at);
    const cells: CellLink[] = [];
    for (let row = first.row; row <= last.row; row++)
      for (let column = first.column; column <= last.column; column++)
        if ((rows[row]?.[column] ?? '') !== '' && cells.length < MOST_COVERED)
          cells.push({ row, column, href });
    if (cells.length === 0)
      left.push({ kind: 'link on an empty cell', where: `cell ${at}`, text: href });
    return cells.filter((cell) => !(rows[cell.row]?.[cell.column] ?? '').includes(href));
  });
}

/** `A2:B5`, or one cell. */
function rangeOf(reference: string): { first: Cell; last: Cell } {
  const [first = '', last = first] = reference.replaceAll('$', '').split(':');
  const cellOf = (one: string): Cell => ({
    row: Math.min(Number(/\d+/.exec(one)?.[0] ?? 0), MOST_ROWS) - 1,
    column: Math.min(columnOf(one), MOST_COLUMNS),
  });
  return { first: cellOf(first), last: cellOf(last) };
}

/** The rows with the text of a merged cell in each row that it covers, and which these are. */
export function withMerged({ rows, merged }: Pick<Sheet, 'rows' | 'merged'>): Imported['left'] {
  const left: Imported['left'] = [];
  let covered = 0;
  for (const { first, last } of merged) {
    const text = rows[first.row]?.[first.column] ?? '';
    const end = Math.min(last.row, rows.length - 1);
    if (text === '' || end <= first.row) continue;
    for (let row = first.row + 1; row <= end && covered < MOST_COVERED; row++, covered++) {
      const cells = rows[row] ?? [];
      while (cells.length <= first.column) cells.push('');
      // What a file has below a merged cell is its own.
      cells[first.column] ||= text;
    }
    left.push({
      kind: 'a merged cell, read as that of each of its rows',
      where: `rows ${first.row + 1} to ${end + 1}`,
      text,
      noted: true,
    });
  }
  return left;
}

/** `AB12` is the 28th column, counted from 0. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]+/i.exec(reference)?.[0] ?? '').toUpperCase()].reduce(
    (n, letter) => n * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

/** The 28th column, counted from 0 as 27, is `AB`. */
export const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) +
  String.fromCharCode(65 + (column % 26));

function cellText(
  value: string,
  type: string,
  format: string,
  { texts, date1904 }: { texts: readonly string[]; date1904: boolean },
): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value;
  if (type !== 'n') return unescaped(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return dateText(number, format, date1904) ?? String(number);
}
