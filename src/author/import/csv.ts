/** Tables as text: rows of cells, whichever sign parts them; a stray quotation mark costs its cell, not the file. */
import { parse } from 'csv-parse/sync';
import { Refusal } from '../refusal.ts';
import { isHeader } from './columns.ts';
import { attempt } from './fields.ts';

/** A quotation mark that quotes nothing. It is of no file: Unicode keeps it for private use. */
const STRAY = '\uE0FF';
/** Times the signs of a text that are gone through at most, to tell quotation marks that quote from others. */
const MOST_STEPS = 20;

/** Lines that may stand above the header. */
const MOST_ABOVE = 20;

/** What parts the cells of a table: the sign of its header, which may have lines above it, else of its first line. */
export function delimiterIn(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/, MOST_ABOVE);
  const header = lines.find((line) => {
    const sign = delimiterOf(line);
    return sign !== null && isHeader(line.split(sign).map((cell) => cell.replace(/^"|"$/g, '')));
  });
  return delimiterOf(header ?? lines[0] ?? '');
}

/** What parts the cells of a line, by the sign it has most of outside quotation marks; `null` where it has none. */
function delimiterOf(line: string): string | null {
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, bare.split(sign).length - 1] as const);
  const [best] = counts.sort(([, a], [, b]) => b - a);
  return best && best[1] > 0 ? best[0] : null;
}

export interface Stray {
  line: number;
  column: number;
}

/**
 * The rows of a table, blank ones as well, so that the first is row 1 as in a spreadsheet.
 * @returns the rows, and the quotation marks that were read as they stand
 * @throws {Refusal} where it cannot be parted into cells
 */
export function rowsOf(text: string): { rows: string[][]; strays: Stray[] } {
  const [, named] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = named === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const delimiter = named ?? delimiterIn(body) ?? ',';
  const parsed = attempt(() => rowsBy(body, delimiter));
  if (!(parsed instanceof Error)) return { rows: parsed, strays: [] };
  const { text: mended, strays } = withoutStrays(body, delimiter);
  const again = attempt(() => rowsBy(mended, delimiter));
  if (again instanceof Error) throw new Refusal(`not a table: ${again.message}`);
  return { rows: again.map((cells) => cells.map((cell) => cell.replaceAll(STRAY, '"'))), strays };
}

const rowsBy = (text: string, delimiter: string): string[][] =>
  parse(text, {
    delimiter,
    recordDelimiter: ['\r\n', '\n', '\r'],
    relaxColumnCount: true,
    skipEmptyLines: false,
    bom: true,
  });

/** The text with the quotation marks that begin or end no cell made signs like others, and where they were. */
function withoutStrays(text: string, delimiter: string): { text: string; strays: Stray[] } {
  const signs = [...text.matchAll(new RegExp(`"|[${delimiter}]|\\r?\\n|\\r`, 'g'))];
  const strays: number[] = [];
  const ends = (at: number): boolean =>
    at >= text.length || text[at] === delimiter || /[\r\n]/.test(text[at] ?? '');
  const marks = signs.map(({ index }) => index);
  let start = 0;
  let steps = signs.length * MOST_STEPS;
  for (let i = 0; i < signs.length; i++) {
    const at = marks[i] ?? 0;
    if (text[at] !== '"') {
      start = at + (signs[i]?.[0].length ?? 1);
      continue;
    }
    const close = at === start ? closing(i) : null;
    if (close !== null) i = close;
    else strays.push(at);
    if (steps < 0) throw new Refusal('not a table: its quotation marks cannot be told apart');
  }
  let mended = '';
  let from = 0;
  for (const at of strays) {
    mended += text.slice(from, at) + STRAY;
    from = at + 1;
  }
  return { text: mended + text.slice(from), strays: positionsOf(text, strays) };

  /** Which sign ends the cell that a quotation mark begins; `null` where none does. */
  function closing(opening: number): number | null {
    for (let i = opening + 1; i < signs.length; i++, steps--) {
      const at = marks[i] ?? 0;
      if (text[at] !== '"') continue;
      if (text[at + 1] === '"') i++;
      else return ends(at + 1) ? i : null;
    }
    return null;
  }
}

/** Lines and columns from 1. */
function positionsOf(text: string, offsets: readonly number[]): Stray[] {
  let line = 1;
  let from = 0;
  return offsets.map((at) => {
    for (
      let next = text.indexOf('\n', from);
      next >= 0 && next < at;
      next = text.indexOf('\n', from)
    ) {
      line++;
      from = next + 1;
    }
    return { line, column: at - from + 1 };
  });
}
