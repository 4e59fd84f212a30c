/** `npm run export -- sheet.xlsx`: the archive's events as a table that an import reads back, to go on writing there. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { checkFiles } from '../../check/check.ts';
import { plural } from '../../check/problem.ts';
import { digestOf } from '../../check/read/digest.ts';
import { type EventDraft, parseArchive } from '../../check/read/draft.ts';
import { writeTogether } from '../../files/together.ts';
import { writeWhole } from '../../files/write.ts';
import type { EventDraftRecord } from '../../model/event.ts';
import { bodyOf, openArchive } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { formatLedger, LEDGER, readLedger, SHEET } from './import-record.ts';
import { cellOf, guarded, SHEET_COLUMNS, type SheetColumn } from './sheet.ts';
import { workbookOf } from './workbook.ts';

type Row = Partial<Record<SheetColumn, string>>;

/** As many characters as a cell of Excel holds. */
const LONGEST_CELL = 32_767;

/**
 * Writes the events of an archive as a table, a row for each quote.
 * @param path ends in `.xlsx` or `.csv`; must not be there yet
 * @throws {Refusal} where the archive does not pass check, or the table cannot hold it
 */
export function exportSheet(folder: string, path: string, cwd = process.cwd()): string {
  const extension = extname(path).toLowerCase();
  if (extension !== '.xlsx' && extension !== '.csv')
    throw new Refusal(`${path} ends in neither .xlsx nor .csv`, ['npm run export -- sheet.xlsx']);
  if (existsSync(path)) throw new Refusal(`${path} is there already; nothing is overwritten`);
  const { files } = openArchive(folder, cwd);
  const { draft } = parseArchive(files);
  if (checkFiles(files).problems.some(({ severity, gap }) => severity === 'error' && !gap))
    throw new Refusal(`${folder} does not pass check, so that not all of it can be written`, [
      'mend it first: npm run check',
    ]);
  const texts = new Map(files.events.map(({ id, file }) => [id, file]));
  const rows = draft.events.flatMap((event) => {
    const file = texts.get(event.id);
    return rowsOf(event, file ? bodyOf(file) : '');
  });
  const table = [
    [...SHEET_COLUMNS],
    ...rows.map((row) => SHEET_COLUMNS.map((name) => row[name] ?? '')),
  ];
  if (extension === '.csv') writeWhole(path, table.map(csvLine).join(''));
  else writeWhole(path, workbook(table));
  // By this, an import of the table knows what nobody has edited in between.
  const digests = new Map(files.events.map(({ id, file }) => [id, digestOf(file)]));
  const events = draft.events.map(({ id, part: { title = '', date = '' } }) => ({
    key: id,
    title,
    date,
    text: '',
    id,
    sha256: digests.get(id) ?? '',
  }));
  const file = { file: basename(path), format: SHEET };
  const others = readLedger(folder).filter(
    (one) => one.file !== file.file || one.format !== file.format,
  );
  writeTogether(folder, [[LEDGER, formatLedger([...others, { ...file, sha256: '', events }])]]);
  return `${path}: ${plural(draft.events.length, 'event')} in ${plural(rows.length, 'row')}\n  edit it there, then npm run import -- ${path}`;
}

/** An event's rows: its own fields in the first, a quote in each. */
function rowsOf(event: EventDraft, body: string): Row[] {
  const { title, track, kind, date, place, actors, quotes, ...rest } =
    event.part as EventDraftRecord;
  const { name: placeName = '', ...placeRest } = place ?? {};
  const more = {
    ...rest,
    ...(Object.keys(placeRest).length > 0 && { place: placeRest }),
  };
  const own: Row = {
    title,
    edtf: date,
    track,
    kind: kind ?? '',
    place: placeName,
    actors: actors.join('; '),
    markdown: body,
    more: Object.keys(more).length > 0 ? JSON.stringify(more) : '',
    format: event.file.endsWith('.mdx') ? 'mdx' : 'md',
  };
  const rows = Object.entries(quotes).map(([id, quote]): Row => {
    const { exact, source, speaker, mode, via, prefix, suffix, inferred, ...others } = quote;
    const moreOf = Object.keys(others).length > 0 ? JSON.stringify(others) : '';
    return {
      'quote id': id,
      quote: cellOf(exact),
      source,
      speaker,
      mode,
      via: via.join('; '),
      prefix: prefix ?? '',
      suffix: suffix ?? '',
      inferred: inferred ?? '',
      'quote more': moreOf,
    };
  });
  const [first = {}, ...others] = rows;
  return [{ ...own, ...first }, ...others].map((row) => ({ id: event.id, ...row }));
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

const WIDTHS: Record<string, number> = { title: 30, markdown: 60, quote: 60 };

/** @throws {Refusal} where a cell is longer than Excel's are */
function workbook(table: readonly (readonly string[])[]): Uint8Array {
  for (const [i, row] of table.entries())
    for (const [j, cell] of row.entries())
      if (cell.length > LONGEST_CELL)
        throw new Refusal(
          `row ${i + 1}, column ${table[0]?.[j]}: a cell of Excel holds no more than ${LONGEST_CELL} characters`,
          ['export to a .csv'],
        );
  return workbookOf(
    table,
    SHEET_COLUMNS.map((name) => WIDTHS[name] ?? 16),
  );
}
