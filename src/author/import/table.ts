/** Tables: the spreadsheet of TimelineJS, and any other with a header. */
import { parse } from 'csv-parse/sync';
import { oneLine, webAddress } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { rangeOf } from './edtf.ts';
import { toMarkdown } from './html.ts';
import { blank, type Imported, type ImportedEvent } from './imported.ts';
import { readDate } from './read-date.ts';
import { named, plainText, readSlide } from './timelinejs.ts';

type Row = Record<string, string>;

export function readTable(text: string): Imported {
  const rows = rowsOf(text);
  const [header = []] = rows;
  const keys = header.map((name) => oneLine(name).toLowerCase());
  const records = rows
    .slice(1)
    .map(
      (cells): Row =>
        Object.assign(
          Object.create(null),
          Object.fromEntries(keys.map((key, i) => [key, cells[i]?.trim() ?? ''])),
        ),
    );
  const row = (i: number): string => `row ${i + 2}`;
  const extra = rows
    .slice(1)
    .flatMap((cells, i) =>
      cells.length > keys.length
        ? [
            `${row(i)}: more cells than the header has columns: ${cells.slice(keys.length).map(oneLine).join(', ')}`,
          ]
        : [],
    );
  if (keys.includes('headline') && keys.includes('year')) return timelineJs(records, row, extra);
  return plain(keys, records, row, extra);
}

function rowsOf(text: string): string[][] {
  const [line = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].reduce((best, next) =>
    line.split(next).length > line.split(best).length ? next : best,
  );
  try {
    return parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: true, bom: true });
  } catch (cause) {
    throw new Refusal(`not a table: ${(cause as Error).message}`);
  }
}

function timelineJs(rows: Row[], row: (i: number) => string, left: string[]): Imported {
  const events: ImportedEvent[] = [];
  rows.forEach((cells, i) => {
    const cell = (name: string): string => cells[name] ?? '';
    const type = cell('type').toLowerCase();
    const text = [cell('headline'), cell('text')].filter(Boolean).map(plainText).join(': ');
    if (type === 'title')
      left.push(`${row(i)}, title slide ${named(text)}: put it into title and deck of site.yaml`);
    else if (type === 'era')
      left.push(`${row(i)}, era ${named(text)}: eras have no place here; write it as an event`);
    else if (Object.values(cells).some(Boolean))
      events.push(
        readSlide(
          {
            start_date: dateCells(cells, ''),
            ...(cell('end year') && { end_date: dateCells(cells, 'end ') }),
            text: { headline: cell('headline'), text: cell('text') },
            media: {
              url: cell('media'),
              credit: cell('media credit'),
              caption: cell('media caption'),
              thumbnail: cell('media thumbnail'),
              alt: cell('alt text'),
            },
            group: cell('group') || cell('tag'),
            display_date: cell('display date'),
            background: cell('background'),
          },
          row(i),
        ),
      );
  });
  return { format: 'TimelineJS CSV', events, left };
}

const dateCells = (cells: Row, prefix: string): Row => ({
  year: cells[`${prefix}year`] ?? '',
  month: cells[`${prefix}month`] ?? '',
  day: cells[`${prefix}day`] ?? '',
  time: cells[`${prefix}time`] ?? '',
});

/** What a column is, by the names that people give it. */
const COLUMNS = {
  title: ['title', 'headline', 'name', 'event', 'summary', 'label', 'subject'],
  date: ['date', 'start', 'start date', 'start_date', 'startdate', 'begin', 'from', 'when', 'year'],
  end: ['end', 'end date', 'end_date', 'enddate', 'until', 'finish', 'to', 'end year'],
  text: ['text', 'description', 'body', 'notes', 'details', 'content'],
  group: ['group', 'track', 'category', 'lane', 'series'],
  place: ['place', 'location', 'where', 'venue'],
  link: ['url', 'link', 'href', 'source', 'media', 'image', 'website'],
};

function plain(keys: string[], rows: Row[], row: (i: number) => string, left: string[]): Imported {
  const column = (names: string[]): string[] => keys.filter((key) => names.includes(key));
  const [title] = column(COLUMNS.title);
  const [date] = column(COLUMNS.date);
  if (title === undefined || date === undefined)
    throw new Refusal(
      `the header names no ${title === undefined ? 'title' : 'date'}: ${keys.join(', ')}`,
      ['the first line of a table names its columns: title, date, end, text, group, place, url'],
    );
  const columns = {
    end: column(COLUMNS.end)[0],
    text: column(COLUMNS.text)[0],
    group: column(COLUMNS.group)[0],
    place: column(COLUMNS.place)[0],
  };
  const links = column(COLUMNS.link);
  const used = new Set([title, date, ...Object.values(columns), ...links]);
  const events = rows.map((cells, i): ImportedEvent => {
    const cell = (name: string | undefined): string =>
      name === undefined ? '' : (cells[name] ?? '');
    const event: ImportedEvent = {
      ...blank(row(i)),
      title: plainText(cell(title)),
      body: toMarkdown(cell(columns.text)),
      group: plainText(cell(columns.group)),
      place: plainText(cell(columns.place)),
      date: attempt(() => {
        const start = readDate(cell(date));
        return cell(columns.end) === '' ? start : rangeOf(start, readDate(cell(columns.end)));
      }),
    };
    for (const name of links) {
      const href = webAddress(cell(name));
      if (href) event.links.push({ href, words: '' });
      else if (cell(name)) event.left.push(`${name}: ${oneLine(cell(name))}`);
    }
    for (const key of keys)
      if (!used.has(key) && cell(key))
        event.left.push(`${key || '(no heading)'}: ${oneLine(cell(key))}`);
    return event;
  });
  return { format: 'CSV', events, left };
}

/** A value, or the error that says why there is none. */
export function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (cause) {
    return cause as Error;
  }
}
