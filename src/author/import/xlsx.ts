/**
 * The first sheet of an Excel workbook (ECMA-376), as texts. A date is no finer than its cell shows it: what is typed
 * as July 1969 is kept by Excel as its first day, and shown as a month. No library tells that of a cell.
 */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { Refusal } from '../refusal.ts';
import { dateText } from './excel-date.ts';
import { attempt } from './fields.ts';
import type { Imported } from './imported.ts';

/** Unpacked, a file of 50 MB may be anything. */
const MOST_BYTES = 400_000_000;
const MOST_COLUMNS = 500;

/** A link that is on a cell, not in its text; counted from 0. */
export interface CellLink {
  row: number;
  column: number;
  href: string;
}

/**
 * @returns rows of cells, the links on them, and what else the workbook holds
 * @throws {Refusal} where it is no workbook
 */
export function readWorkbook(bytes: Uint8Array): {
  rows: string[][];
  links: CellLink[];
  left: Imported['left'];
} {
  let size = 0;
  const files = attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new Refusal('the workbook is larger than 400 MB');
        return true;
      },
    }),
  );
  if (files instanceof Refusal) throw files;
  const NONE = 'the file is a zip and no workbook of Excel';
  if (files instanceof Error) throw new Refusal(NONE, [files.message]);
  const part = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const workbook = 'xl/workbook.xml';
  if (part(workbook) === '') throw new Refusal(NONE);
  const sheets = sheetsOf(part(workbook), relationsOf(part, workbook));
  const [first] = sheets;
  if (!first) throw new Refusal('the workbook has no sheet');
  const texts = sharedTexts(part('xl/sharedStrings.xml'));
  const styles = stylesOf(
    part('xl/styles.xml'),
    /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(part(workbook)),
  );
  const { rows, links } = rowsOf(part(first.path), texts, styles, relationsOf(part, first.path));
  return {
    rows,
    links,
    left: [
      ...sheets.slice(1).map(({ name, path }) => ({
        kind: 'another sheet of the workbook',
        where: `sheet ${name}`,
        text: rowsOf(part(path), texts, styles, new Map()).rows.flat().filter(Boolean).join(', '),
      })),
      ...commentsOf(part, first.path),
    ].filter(({ text }) => text !== ''),
  };
}

interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Goes through XML once; names without their prefix. */
function walk(xml: string, { open, text, close }: Handlers): void {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(local(name), attributes),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** What a part of the workbook calls other parts, by their ids: paths, or addresses of the web. */
function relationsOf(part: (name: string) => string, path: string): Map<string, string> {
  const relations = new Map<string, string>();
  const folder = posix.dirname(path);
  walk(part(`${folder}/_rels/${posix.basename(path)}.rels`), {
    open: (name, { Id = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship') return;
      const inside = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, TargetMode === 'External' ? Target : inside);
    },
  });
  return relations;
}

function sheetsOf(xml: string, relations: Map<string, string>): { name: string; path: string }[] {
  const sheets: { name: string; path: string }[] = [];
  walk(xml, {
    open: (name, attributes) => {
      const path = relations.get(attributes['r:id'] ?? '');
      if (name === 'sheet' && path !== undefined)
        sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return sheets;
}

/** A text of several runs is one; how East Asian words are read is beside the text, not in it. */
function sharedTexts(xml: string): string[] {
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

interface Styles {
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

function stylesOf(xml: string, date1904: boolean): Styles {
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

function rowsOf(
  xml: string,
  texts: readonly string[],
  styles: Styles,
  relations: Map<string, string>,
): { rows: string[][]; links: CellLink[] } {
  const rows: string[][] = [];
  let [row, column] = [-1, -1];
  let [type, style, within] = ['', 0, ''];
  let value = '';
  const links: { at: string; href: string }[] = [];
  walk(xml, {
    open: (name, attributes) => {
      within = name;
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 2) - 1;
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        [type, style, value] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
      } else if (name === 'hyperlink') {
        const href = relations.get(attributes['r:id'] ?? '');
        if (href !== undefined) links.push({ at: attributes['ref'] ?? '', href });
      }
    },
    text: (piece) => {
      if (within === 'v' || within === 't') value += piece;
    },
    close: (name) => {
      within = '';
      if (name !== 'c' || value === '' || row < 0 || row >= 1_048_576) return;
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
  return {
    rows,
    links: links
      .map(({ at, href }) => ({
        row: Number(/\d+/.exec(at)?.[0] ?? 0) - 1,
        column: columnOf(at),
        href,
      }))
      .filter(({ row, column, href }) => {
        const text = rows[row]?.[column] ?? '';
        return text !== '' && !text.includes(href) && !/["<>]/.test(href + text);
      }),
  };
}

/** `AB12` is the 28th column, counted from 0. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]+/i.exec(reference)?.[0] ?? '').toUpperCase()].reduce(
    (n, letter) => n * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

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

/** What people note on cells. */
function commentsOf(part: (name: string) => string, sheet: string): Imported['left'] {
  const left: Imported['left'] = [];
  for (const path of relationsOf(part, sheet).values()) {
    if (!/comments[^/]*\.xml$/i.test(path)) continue;
    let within = '';
    walk(part(path), {
      open: (name, attributes) => {
        within = name;
        if (/^(?:comment|threadedComment)$/.test(name))
          left.push({ kind: 'note on a cell', where: `cell ${attributes['ref'] ?? ''}`, text: '' });
      },
      text: (piece) => {
        const last = left.at(-1);
        if (last && (within === 't' || within === 'text')) last.text += piece;
      },
      close: () => {
        within = '';
      },
    });
  }
  return left;
}
