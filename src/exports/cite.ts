/** Citations of an event's page: in words, and in the formats of reference managers. */
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { eventPath } from '../model/address.ts';
import type { Archive, Event } from '../model/archive.ts';
import { parseDate } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { updatedOf } from './updated.ts';

/** The data of a citation in any format. */
export interface Citation {
  id: string;
  title: string;
  /** The site. */
  container: string;
  author: string;
  url: string;
  /** The day of the page's state, YYYY-MM-DD. */
  issued: string;
  language: string;
}

/** @param edition the edition's day, YYYY-MM-DD */
export function citationOf(
  archive: Archive,
  event: Event,
  address: Address,
  edition: string | null,
): Citation {
  const { site } = archive;
  return {
    id: event.id,
    title: event.title,
    container: site.title,
    author: site.author,
    url: address(eventPath(event.id)),
    issued: updatedOf(event, archive, edition),
    language: site.language,
  };
}

export function plainCitation({
  title,
  container,
  author,
  url,
  issued,
  language,
}: Citation): string {
  const date = formatDate(parseDate(issued), language);
  return `${words.citation(author, title, container, date)} ${url}`;
}

export function bibtex({ id, title, container, author, url, issued, language }: Citation): string {
  const [year, month] = issued.split('-');
  const fields = {
    author: `{${tex(author)}}`,
    title: `{${tex(title)}}`,
    howpublished: tex(container),
    publisher: `{${tex(author)}}`,
    year,
    month: String(Number(month)),
    date: issued,
    url,
    language: tex(language),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${id},\n${lines.join(',\n')}\n}\n`;
}

/**
 * Escapes what TeX would read as a command; on one line, because to many readers an @ at the beginning of a line
 * starts an entry.
 */
const tex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}&%$#_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

export function ris({ id, title, container, author, url, issued, language }: Citation): string {
  const lines = [
    ['TY', 'ELEC'],
    ['ID', id],
    // The comma makes all of it one family name.
    ['AU', `${author},`],
    ['TI', title],
    ['T2', container],
    ['PB', author],
    ['PY', issued.slice(0, 4)],
    ['DA', `${issued.replaceAll('-', '/')}/`],
    ['LA', language],
    ['UR', url],
    ['ER', ''],
  ];
  return lines.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`).join('');
}

export function cslJson({ id, title, container, author, url, issued, language }: Citation): string {
  const item = {
    id,
    type: 'webpage',
    title,
    'container-title': container,
    author: [{ literal: author }],
    publisher: author,
    issued: { 'date-parts': [issued.split('-').map(Number)] },
    URL: url,
    language,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
