// @ts-check
/** What the data, feeds and citations of a site say, as lists of a title, a date and quotes for each event. */
import { all, folded, fragment, textOf } from './html.mjs';

/**
 * @typedef {{ id: string, title: string, date?: string | undefined, day?: string | undefined, quotes?: string[], words?: string | undefined, row?: Record<string, string>, start?: string, group?: string, url?: string }} Entry
 */

const idOf = (/** @type {string} */ address) =>
  decodeURIComponent(/\/events\/([^/]+)\/?(?:#.*)?$/.exec(address)?.[1] ?? address);
const quotesIn = (/** @type {string} */ html) =>
  all(fragment(html), ({ tagName }) => tagName === 'blockquote').map((one) => folded(textOf(one)));
/** Without media, which are compared by themselves. */
const wordsOf = (/** @type {string} */ html) =>
  textOf(fragment(html), ({ tagName }) => tagName === 'figure');

/** By the file's name in `dist`: how it is read. @type {Record<string, (text: string) => Entry[]>} */
export const READERS = {
  'data/events.json': (text) =>
    JSON.parse(text).events.map((/** @type {any} */ { id, title, date, quotes }) => ({
      id,
      title,
      date: typeof date === 'string' ? date : date?.edtf,
      quotes: quotes.map((/** @type {any} */ one) => one.text),
    })),
  'data/events.csv': (text) =>
    csv(text).map((row) => ({
      id: row['id'] ?? '',
      title: row['title'] ?? '',
      date: row['date'],
      day: row['date_text'],
      words: row['quotes'],
      row,
    })),
  'data/timelinejs.json': (text) =>
    JSON.parse(text).events.map((/** @type {any} */ one) => ({
      id: one.unique_id,
      title: wordsOf(one.text.headline),
      day: one.display_date,
      quotes: quotesIn(one.text.text),
      words: wordsOf(one.text.text),
    })),
  'data/timeline.json': (text) => items(JSON.parse(text)),
  'feed.json': (text) =>
    JSON.parse(text).items.map((/** @type {any} */ one) => ({
      id: idOf(one.url),
      title: one.title,
      group: one.tags?.join(),
      url: one.id,
      quotes: quotesIn(one.content_html),
      words: wordsOf(one.content_html),
    })),
  'feed.xml': (text) =>
    [...text.matchAll(/<entry>([\s\S]*?)<\/entry>/g)].map(([, entry = '']) => {
      const field = (/** @type {string} */ name) =>
        textOf(fragment(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(entry)?.[1] ?? ''));
      return {
        id: idOf(field('id')),
        title: field('title'),
        group: wordsOf(/<category term="([^"]*)"/.exec(entry)?.[1] ?? ''),
        url: /<link [^>]*href="([^"]*)"/.exec(entry)?.[1] ?? '',
        quotes: quotesIn(field('content')),
        words: wordsOf(field('content')),
      };
    }),
  'data/events.ics': (text) =>
    [...text.replace(/\r?\n[ \t]/g, '').matchAll(/BEGIN:VEVENT([\s\S]*?)END:VEVENT/g)].map(
      ([, event = '']) => {
        const field = (/** @type {string} */ name) =>
          (new RegExp(`^${name}(?:;[^:\\n]*)?:(.*)$`, 'm').exec(event)?.[1] ?? '')
            .trim()
            .replace(/\\n/gi, '\n')
            .replace(/\\(.)/g, '$1');
        return {
          id: idOf(field('UID')),
          title: field('SUMMARY'),
          words: field('DESCRIPTION').replace(/\n?\S+\s*$/, ''),
          start: field('DTSTART'),
          group: field('CATEGORIES'),
          url: /\S+$/.exec(field('DESCRIPTION'))?.[0] ?? '',
        };
      },
    ),
};

/** The items that the drawing is handed, in a file or in a page. @param {any} data @returns {Entry[]} */
export const items = (data) =>
  (data.items ?? []).map((/** @type {any} */ one) => ({ id: one.id, title: one.title }));

/** @param {string} text */
function csv(text) {
  /** @type {string[][]} */
  const rows = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [header = [], ...rest] = rows.filter((row) => row.length > 1);
  return rest.map((row) =>
    Object.fromEntries(
      // A sign that a spreadsheet would run stands behind an apostrophe.
      header.map((name, i) => [name, (row[i] ?? '').replace(/^'(?=[=+\-@\t\r])/, '')]),
    ),
  );
}

/** The title that a citation gives. @param {string} name @param {string} text */
export function citedTitle(name, text) {
  if (name.endsWith('.bib')) return /^\s*title = \{\{(.*)\}\},?$/m.exec(text)?.[1] ?? '';
  if (name.endsWith('.ris')) return /^TI {2}- (.*)$/m.exec(text)?.[1] ?? '';
  return JSON.parse(text)[0]?.title ?? '';
}
