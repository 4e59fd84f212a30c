/**
 * A table with quotes: a row for each quote, several of them an event. The first row of an event has its title and
 * date; the rows below it have the same id, or none of them. `npm run export` writes such a table.
 */
import { idSchema } from '../../model/id.ts';
import { type QuoteDraft, quoteSchema } from '../../model/quote.ts';
import { cleanLine } from '../markdown.ts';
import { headingOf, isHeader, roleOf } from './columns.ts';
import { attempt, isObject, type Json } from './fields.ts';
import {
  type Imported,
  type ImportedEvent,
  leave,
  type SheetEvent,
  type SheetQuote,
  wordsOf,
} from './imported.ts';

/** The columns in the order that an export writes them. */
export const SHEET_COLUMNS = [
  'id',
  'title',
  'edtf',
  'track',
  'kind',
  'place',
  'actors',
  'markdown',
  'quote id',
  'quote',
  'source',
  'speaker',
  'mode',
  'via',
  'prefix',
  'suffix',
  'inferred',
  'note',
  'date note',
  'more',
  'quote more',
  'format',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Those that any table may have. */
const COMMON: readonly string[] = ['title', 'edtf', 'track', 'place'];

/** What a spreadsheet would run as a formula has one apostrophe more in a CSV, which an import takes off again. */
const FORMULA = /^'*[=+\-@\t\r]/;
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** The words of a quote as a cell: a text, or its passages as a list in JSON. */
export const cellOf = (exact: QuoteDraft['exact']): string =>
  typeof exact === 'string' && listIn(exact) === null ? exact : JSON.stringify([exact].flat());

const listIn = (cell: string): unknown[] | null => {
  const value = /^\s*\[/.test(cell) ? attempt((): unknown => JSON.parse(cell)) : null;
  return Array.isArray(value) ? value : null;
};

/** What {@link cellOf} wrote; any other cell is the words themselves. */
function wordsIn(cell: string): QuoteDraft['exact'] {
  const list = listIn(cell) ?? [cell];
  const read = quoteSchema.shape.exact.safeParse(list.length === 1 ? list[0] : list);
  return read.success ? read.data : cell;
}

export const isSheet = (headings: readonly string[]): boolean =>
  headings.some((heading) => headingOf(heading) === 'quote');

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '');

/** Which row names the columns: one of the first that does, else the first that is not blank. */
export function headerIn(rows: readonly (readonly string[])[]): number {
  const header = rows.slice(0, 20).findIndex((cells) => isHeader(cells) || isSheet(cells));
  return header >= 0 ? header : rows.findIndex((cells) => !isBlank(cells));
}

type Row = { where: string; cells: string[] };

/**
 * Reads a table with quotes.
 * @param headings as they stand
 * @param plain reads the columns that any table has
 */
export function readSheet(
  headings: readonly string[],
  rows: readonly Row[],
  plain: (headings: string[], rows: Row[]) => Imported,
): Imported {
  const names = headings.map(headingOf).map((name) => (name === 'notes' ? 'note' : name));
  const own = new Set<string>(SHEET_COLUMNS.filter((name) => !COMMON.includes(name)));
  // Of an event's rows, the text of each is a statement of its own.
  const texts = names.flatMap((name, i) =>
    !own.has(name) && (name === 'statement' || roleOf(name) === 'text') ? [i] : [],
  );
  // Of two columns of a name, the first one counts.
  const twins = names.flatMap((name, i) => (own.has(name) && names.indexOf(name) < i ? [i] : []));
  const common = headings.flatMap((_, i) =>
    own.has(names[i] ?? '') || texts.includes(i) ? [] : [i],
  );
  const at = (row: Row, column: SheetColumn): string => {
    const i = names.indexOf(column);
    return row.cells[i] ?? '';
  };
  const groups: Row[][] = [];
  const byId = new Map<string, Row[]>();
  const begins = names.findIndex((name) => roleOf(name) === 'title');
  for (const row of rows) {
    const id = at(row, 'id').trim();
    // Rows of one id are one event wherever they stand: a spreadsheet may have sorted them.
    const group =
      id !== ''
        ? byId.get(id)
        : (row.cells[begins] ?? '').trim() === ''
          ? groups.at(-1)
          : undefined;
    if (group) group.push(row);
    else {
      groups.push([row]);
      if (id !== '') byId.set(id, groups.at(-1) ?? []);
    }
  }
  const picked = ({ where, cells }: Row): Row => ({
    where,
    cells: common.map((i) => (cells[i] ?? '').trim()),
  });
  const imported = plain(
    [...common.map((i) => headings[i] ?? ''), 'text'],
    groups.flatMap(([first]) => (first ? [picked(first)] : [])),
  );
  imported.events.forEach((event, i) => {
    const group = groups[i] ?? [];
    const [first] = group;
    if (!first) return;
    for (const row of group.slice(1))
      common.forEach((column) => {
        const text = (row.cells[column] ?? '').trim();
        if (text !== (first.cells[column] ?? '').trim())
          leave(event, `column ${headings[column]} of a further row of the event`, text);
      });
    for (const row of group)
      for (const i of twins)
        leave(event, `a second column ${headings[i]}`, (row.cells[i] ?? '').trim());
    event.sheet = sheetEvent(group, event, at, texts);
    event.key = event.sheet.id;
  });
  return imported;
}

/** What says something of a quote. */
const OF_QUOTE = [
  'quote id',
  'source',
  'speaker',
  'mode',
  'via',
  'prefix',
  'suffix',
  'inferred',
  'quote more',
] as const;

function sheetEvent(
  group: readonly Row[],
  event: ImportedEvent,
  at: (row: Row, column: SheetColumn) => string,
  texts: readonly number[],
): SheetEvent {
  /** The first cell of an event's column; another one that says something else is left out. */
  const first = (column: SheetColumn): string => {
    const [cell = '', ...others] = group
      .map((row) => at(row, column))
      .filter((one) => one.trim() !== '');
    if (!COMMON.includes(column))
      for (const other of others)
        if (other !== cell) leave(event, `column ${column} of a further row of the event`, other);
    return cell;
  };
  const json = (text: string, column: SheetColumn): Json => {
    if (text.trim() === '') return {};
    const value = attempt((): unknown => JSON.parse(text));
    if (!(value instanceof Error) && isObject(value)) return value;
    leave(event, `column ${column}, which is not as an export writes it`, text);
    return {};
  };
  const statements = group.flatMap((row): SheetEvent['statements'] => {
    const exact = at(row, 'quote');
    const text = texts
      .map((i) => wordsOf(event, 'text', row.cells[i] ?? ''))
      .filter(Boolean)
      .join(' ');
    if (exact.trim() === '') {
      for (const column of OF_QUOTE) leave(event, `${column} without a quote`, at(row, column));
      return text === '' ? [] : [{ text, quote: null }];
    }
    const quote: SheetQuote = {
      where: row.where,
      id: at(row, 'quote id').trim(),
      exact: wordsIn(exact),
      prefix: at(row, 'prefix'),
      suffix: at(row, 'suffix'),
      source: at(row, 'source').trim(),
      speaker: at(row, 'speaker').trim(),
      mode: at(row, 'mode').trim().toLowerCase(),
      via: listOf(at(row, 'via')),
      inferred: at(row, 'inferred'),
      more: json(at(row, 'quote more'), 'quote more'),
    };
    return [{ text, quote }];
  });
  const notes = group.flatMap((row) =>
    (['context', 'date'] as const).flatMap((about) => {
      const text = cleanLine(at(row, about === 'date' ? 'date note' : 'note'));
      return text === '' ? [] : [{ about, text }];
    }),
  );
  const format = first('format').trim().toLowerCase();
  if (!/^(?:mdx?)?$/.test(format)) leave(event, 'column format', format);
  const id = first('id').trim();
  if (id !== '' && !idSchema.safeParse(id).success) leave(event, 'column id, which is none', id);
  return {
    id,
    title: first('title') || event.title,
    place: first('place') || event.place,
    kind: first('kind').trim(),
    actors: listOf(first('actors')),
    markdown: first('markdown'),
    notes,
    statements,
    more: json(first('more'), 'more'),
    extension: format === 'md' || format === 'mdx' ? format : null,
  };
}

const listOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
