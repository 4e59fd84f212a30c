/** Tables: the spreadsheet of TimelineJS, and any other with a header. */
import { cleanLine } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { headingOf, isHeader, type Role, roleOf, SINGLE, someNames } from './columns.ts';
import { type Conventions, conventionsOf, type DayOrder } from './conventions.ts';
import { delimiterIn, rowsOf } from './csv.ts';
import { checked } from './edtf.ts';
import {
  addLink,
  blank,
  dateFrom,
  type Imported,
  type ImportedEvent,
  joined,
  leave,
  markdownOf,
  wordsOf,
} from './imported.ts';
import { readDate, readSpan } from './read-date.ts';
import { headerIn, isBlank, isSheet, readSheet, unguarded } from './sheet.ts';
import { edtfOfFields, RELATIVE, readSlide } from './timelinejs.ts';

/** Whether a text is lines of cells: its first line has more than one. */
export function isTable(text: string): boolean {
  if (/^sep=.\r?\n/i.test(text)) return true;
  return delimiterIn(text) !== null;
}

/** A table whose first row names the columns. */
interface Table {
  headings: string[];
  rows: { where: string; cells: string[] }[];
  left: Imported['left'];
}

/**
 * Reads a table that is text.
 * @param order of day and month, where no date of a column shows it
 * @throws {Refusal} where its header names no title or no date
 */
export function readTable(text: string, order?: DayOrder): Imported {
  const { rows, strays } = rowsOf(text);
  const names = rows[0]?.map(headingOf) ?? [];
  const exported = names.includes('quote') && names.includes('markdown');
  const table = readRows(exported ? rows.map((cells) => cells.map(unguarded)) : rows, order);
  return {
    ...table,
    left: [
      ...strays.map(({ line, column }) => ({
        kind: 'a quotation mark that quotes nothing, read as it stands',
        where: `line ${line}`,
        text: `column ${column}`,
        noted: true as const,
      })),
      ...table.left,
    ],
  };
}

/** Reads the rows of a table, wherever they are from. */
export function readRows(rows: readonly (readonly string[])[], order?: DayOrder): Imported {
  const first = headerIn(rows);
  const headings = (rows[first] ?? []).map(cleanLine);
  const sheet = isSheet(headings);
  const table: Table = { headings, rows: [], left: [] };
  rows.forEach((given, i) => {
    const cells = sheet ? [...given] : given.map((cell) => cell.trim());
    // Spreadsheets write rows of nothing but delimiters by the thousand.
    if (i === first || isBlank(cells)) return;
    const where = `row ${i + 1}`;
    if (i < first) {
      const text = cells.filter(Boolean).map(cleanLine).join(', ');
      table.left.push({ kind: 'cells above the header', where, text });
      return;
    }
    table.rows.push({ where, cells });
    const beyond = cells.slice(headings.length).filter(Boolean);
    if (beyond.length > 0)
      table.left.push({
        kind: 'cells beyond the header',
        where,
        text: beyond.map(cleanLine).join(', '),
      });
  });
  const columns = headings.map(headingOf);
  const known = sheet || isHeader(headings) || columns.includes('headline');
  if (known && table.rows.length === 0)
    throw new Refusal('the table has no row below its header', [headings.join(', ')]);
  if (sheet)
    return readSheet(headings, table.rows, (common, picked) =>
      plain({ headings: common, rows: picked, left: table.left }, common.map(headingOf), order),
    );
  const names = headings.map(headingOf);
  return names.includes('headline') && names.includes('year')
    ? timelineJs(table, names)
    : plain(table, names, order);
}

/** How messages call a column. */
const columnName = (headings: readonly string[], i: number): string =>
  headings[i] ? `column ${headings[i]}` : `column ${i + 1} (no heading)`;

/** The first cell of a name that is not blank; those of the same name after it are left out. */
type Cell = (name: string) => string;

const SLIDE = new Set(
  'year|month|day|time|end year|end month|end day|end time|display date|headline|text|media|media credit|media caption|media thumbnail|alt text|type|group|tag|background|link'.split(
    '|',
  ),
);

function timelineJs({ headings, rows, left }: Table, names: string[]): Imported {
  const events: ImportedEvent[] = [];
  const whole = { title: '', deck: '' };
  for (const { where, cells } of rows) {
    const used = new Set<number>();
    const cell: Cell = (name) => {
      const at = names.findIndex((one, i) => one === name && cells[i]);
      used.add(at);
      return cells[at] ?? '';
    };
    const slide = readSlide(
      {
        start_date: datedCells(cell, ''),
        end_date: datedCells(cell, 'end '),
        text: { headline: cell('headline'), text: cell('text') },
        media: {
          url: cell('media'),
          credit: cell('media credit'),
          caption: cell('media caption'),
          thumbnail: cell('media thumbnail'),
          alt: cell('alt text'),
          link: cell('link'),
        },
        group: cell('group') || cell('tag'),
        display_date: cell('display date'),
        background: cell('background'),
      },
      where,
    );
    const type = cell('type').toLowerCase();
    cells.slice(0, headings.length).forEach((value, i) => {
      if (used.has(i)) return;
      if (!SLIDE.has(names[i] ?? '') && /^https?:\/\/\S+$/i.test(value)) addLink(slide, '', value);
      else leave(slide, columnName(headings, i), value);
    });
    if (type === 'title' || type === 'era') {
      const shown = ['headline', 'text'].map((name) =>
        names.findIndex((one, i) => one === name && cells[i]),
      );
      const first = type === 'title' && whole.title + whole.deck === '';
      if (first)
        Object.assign(whole, { title: slide.title, deck: wordsOf(slide, 'text', cell('text')) });
      left.push({
        kind: type === 'title' ? 'title slide' : 'era',
        where,
        text: cells
          .filter((text, i) => !first || !shown.includes(i) || text.includes('<'))
          .map(cleanLine)
          .filter((value) => value !== '' && value !== cell('type'))
          .join(', '),
      });
    } else {
      leave(slide, 'column Type', type === 'default' ? '' : cell('type'));
      events.push(slide);
    }
  }
  return {
    format: 'TimelineJS CSV',
    ...whole,
    events,
    left: left.filter(({ text }) => text !== ''),
  };
}

const datedCells = (cell: Cell, prefix: string): Record<string, string> =>
  Object.fromEntries(['year', 'month', 'day', 'time'].map((key) => [key, cell(prefix + key)]));

function plain({ headings, rows, left }: Table, names: string[], order?: DayOrder): Imported {
  const roles = headings.map((heading, i) => {
    const role = roleOf(heading);
    // Of several columns for a text, those of the first one's name are one text.
    const first = headings.findIndex((one) => roleOf(one) === role);
    return role === 'text' && names[i] !== names[first] ? undefined : role;
  });
  requireColumns(headings, roles);
  const column = (role: Role): string[] =>
    rows.flatMap(({ cells }) => roles.flatMap((one, i) => (one === role ? (cells[i] ?? '') : [])));
  const [dates, ends, years] = [column('date'), column('end'), column('year')];
  const all = conventionsOf([...dates, ...ends, ...years], order);
  const conventions = {
    date: conventionsOf(dates, all.order),
    end: conventionsOf(ends, all.order),
    year: { ...conventionsOf(years, all.order), yearsOnly: true },
  };
  const events = rows.map(({ where, cells }): ImportedEvent => {
    const event = blank(where);
    const used = new Set<number>();
    const cell = (role: Role): string => {
      const at = roles.findIndex((one, i) => one === role && cells[i]);
      used.add(at);
      return cells[at] ?? '';
    };
    const value = Object.fromEntries(SINGLE.map((role) => [role, cell(role)])) as Record<
      Role,
      string
    >;
    event.title = wordsOf(event, 'title', value.title);
    event.group = wordsOf(event, 'group', value.group);
    event.place = wordsOf(event, 'place', value.place);
    const dates = DATES.map((role) => value[role]);
    event.date = dateFrom(event, dates, () => dateOfRow(value, conventions, event));
    cells.slice(0, headings.length).forEach((text, i) => {
      if (used.has(i)) return;
      if (roles[i] === 'text') event.body = joined(event.body, markdownOf(event, text));
      else if (roles[i] === 'link')
        for (const one of text.split(/\s+(?=https?:\/\/)/i))
          if (RELATIVE.test(one) && !/^www\./i.test(one))
            event.beside.push({ path: one, alt: '', caption: '', credit: '' });
          else addLink(event, columnName(headings, i), one);
      else leave(event, columnName(headings, i), text);
    });
    return event;
  });
  return { format: 'CSV', title: '', deck: '', events, left };
}

function requireColumns(headings: readonly string[], roles: readonly (Role | undefined)[]): void {
  const has = (...some: Role[]): boolean =>
    roles.some((role) => role !== undefined && some.includes(role));
  const missing = !has('title', 'text') ? 'title' : has('date', 'edtf', 'year') ? null : 'date';
  if (missing === null) return;
  const nameless = headings.indexOf('');
  const said = headings.filter(Boolean).slice(0, 20).join(', ').slice(0, 300);
  throw new Refusal(`the header names no ${missing}: ${said}`, [
    ...(nameless < 0
      ? []
      : [
          `column ${nameless + 1} has no heading${nameless === 0 && headings.some((one) => headingOf(one) === 'headline') ? '; in a sheet of TimelineJS it is Year' : ''}`,
        ]),
    `the first line of a table names its columns: one of ${someNames('title')}; one of ${someNames('date')}, or year with month and day; and end, text, group, place, url`,
  ]);
}

/** The date of a row: in one cell, with its end in another, or in cells of its parts. */
function dateOfRow(
  value: Record<Role, string>,
  conventions: Record<'date' | 'end' | 'year', Conventions>,
  event: ImportedEvent,
): string {
  const { edtf, date, end, year, month, day, time } = value;
  if (edtf !== '') return checked(edtf);
  const [endYear, endMonth, endDay, endTime] = END.map((role) => value[role]);
  // The end, as a text that is still to be read or as a date of its parts.
  let last = end;
  if (endYear) {
    leave(event, 'column end', end);
    last = inParts(endYear, endMonth, endDay, endTime, conventions.year);
  } else for (const role of END) leave(event, `${role} without an end year`, value[role]);
  if (date === '' && (month || day || time))
    return readSpan(inParts(year, month, day, time, conventions.year), last, conventions.end);
  if (date !== '')
    for (const role of ['year', 'month', 'day'] as const)
      if (value[role] !== date) leave(event, `column ${role}`, value[role]);
  return date === ''
    ? readSpan(year, last, conventions.year, conventions.end)
    : readSpan(time ? `${date} ${time}` : date, last, conventions.date, conventions.end);
}

const DATES = SINGLE.filter((role) => !['title', 'group', 'place'].includes(role));
const END = ['end year', 'end month', 'end day', 'end time'] as const;

/** A date of its parts; a minus year is meant as the column's others are. */
function inParts(
  year: string,
  month = '',
  day = '',
  time = '',
  conventions: Conventions = {},
): string {
  if (month === '' && day === '' && time === '') return readDate(year, conventions);
  const minus = /^-\d+$/.test(year);
  if (minus && conventions.minus === 'unclear') readDate(year, conventions);
  return edtfOfFields({
    year: minus && conventions.minus === 'edtf' ? Number(year) - 1 : year,
    month,
    day,
    time,
  });
}
