/** Citations of an event's page and of a source: in words, and in the formats of reference managers. */
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { eventPath } from '../model/address.ts';
import { type Archive, type Event, isRetracted } from '../model/archive.ts';
import type { Bibliographic } from '../model/bibliography.ts';
import { type DatePart, parseDate, type When } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { locate, textOfParts } from '../model/locator.ts';
import type { Source } from '../model/source.ts';
import { oneLine } from '../model/text.ts';
import { updatedOf } from './updated.ts';

/** The data of a citation in any format. */
export interface Citation extends Omit<Bibliographic, 'author'> {
  id: string;
  title: string;
  /** The site that it is a page of. */
  container?: string;
  /** Names as the document has them; none if it names nobody. */
  authors: readonly string[];
  publisher: string;
  /** EDTF. Of an event's page, the day of its state, YYYY-MM-DD. */
  issued: string;
  language: string;
  /** The pages and sections of it that are quoted here, in words. */
  quoted?: string;
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
    title: isRetracted(event) ? words.retractedTitle(event.title) : event.title,
    container: site.title,
    authors: [site.author],
    publisher: site.author,
    url: address(eventPath(event.id)),
    issued: updatedOf(event, archive, edition),
    language: site.language,
  };
}

/** A source itself, not its page on this site. */
export function citationOfSource({ actors, events }: Archive, source: Source): Citation {
  const { id, title, author = [], publisher, published, language } = source;
  const { url, held, archived, translator, edition, identifier } = source;
  const passages = events.flatMap(({ quotes }) =>
    quotes.flatMap((quote) => (quote.source.id === id ? quote.passages : [])),
  );
  return {
    id,
    title,
    authors: author,
    publisher: actors.get(publisher)?.name ?? publisher,
    issued: published,
    language,
    url,
    held,
    archived,
    translator,
    edition,
    identifier,
    quoted: textOfParts(locate(source, passages)),
  };
}

export function plainCitation(citation: Citation): string {
  const { title, container = '', publisher, url, issued, language } = citation;
  const date = formatDate(parseDate(issued), language);
  return `${words.citation(publisher, title, container, date)} ${url}`;
}

const isBook = ({ identifier }: Citation): boolean => identifier?.isbn !== undefined;
const isPage = ({ url }: Citation): boolean => url !== undefined;
/** What has no field: a copy of the page; and the pages that are quoted, which are not those that the document has. */
const noteOf = ({ archived, quoted }: Citation): string =>
  [
    ...(quoted ? [`${words.quotedPages}${words.colon}${quoted}`] : []),
    ...(archived === undefined ? [] : [`${words.record.archived}${words.colon}${archived}`]),
  ].join(words.semicolon);

/** Where a copy is held, and what it is asked for by there. */
const heldAt = ({ held, identifier }: Citation): string =>
  [held, identifier?.callNumber].filter((part) => part !== undefined).join(words.comma);

/** The one date that every format can write: a plain year, month or day from the year 1 to 9999. */
function plainDate({ kind, start }: When): DatePart | null {
  if (kind !== 'date' || !start) return null;
  const { precision, year, uncertain, approximate, edtf } = start;
  return /^(?:year|month|day)$/.test(precision) &&
    !edtf.includes('X') &&
    !uncertain &&
    !approximate &&
    year > 0 &&
    year <= 9999
    ? start
    : null;
}

/** BibTeX with biblatex's fields; `date` is EDTF there too, but without choices, seconds and years of five digits. */
export function bibtex(citation: Citation): string {
  const { id, title, container, authors, publisher, issued, url, language } = citation;
  const { translator, edition, identifier } = citation;
  const when = parseDate(issued);
  const plain = plainDate(when);
  const fields: [name: string, value: string | undefined][] = [
    ['author', namesInTex(authors)],
    ['title', `{${tex(title)}}`],
    ['howpublished', container && tex(container)],
    ['translator', namesInTex(translator)],
    ['edition', edition && tex(edition)],
    ['publisher', `{${tex(publisher)}}`],
    ['year', plain ? String(plain.year) : undefined],
    ['month', plain?.month ? String(plain.month) : undefined],
    ['date', when.kind === 'choice' || /[YT]/.test(issued) ? undefined : tex(issued)],
    ['doi', identifier?.doi],
    ['isbn', identifier?.isbn],
    ['library', tex(heldAt(citation))],
    ['url', url],
    ['language', tex(language)],
    ['note', tex(noteOf(citation))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${isBook(citation) ? 'book' : 'misc'}{${id},\n${lines.join(',\n')}\n}\n`;
}

/** Each name in braces, or BibTeX would part it into first and last names. */
const namesInTex = (names: readonly string[] = []): string =>
  names.map((name) => `{${tex(name)}}`).join(' and ');

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

export function ris(citation: Citation): string {
  const { id, title, container, authors, publisher, issued, url, language } = citation;
  const { translator = [], edition, identifier, held } = citation;
  const plain = plainDate(parseDate(issued));
  const [year, month = '', day = ''] = issued.split('-');
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', isBook(citation) ? 'BOOK' : isPage(citation) ? 'ELEC' : 'GEN'],
    ['ID', id],
    // The comma makes all of it one family name.
    ...authors.map((name): [string, string] => ['AU', `${name},`]),
    ['TI', title],
    ['T2', container],
    ...translator.map((name): [string, string] => ['A4', `${name},`]),
    ['ET', edition],
    ['PB', publisher],
    ['PY', plain ? year : undefined],
    ['DA', plain ? `${year}/${month}/${day}/` : undefined],
    ['N1', plain ? undefined : formatDate(parseDate(issued), language)],
    ['LA', language],
    ['DO', identifier?.doi],
    ['SN', identifier?.isbn],
    ['AV', held],
    ['CN', identifier?.callNumber],
    ['UR', url],
    ['N1', noteOf(citation)],
    ['ER', ''],
  ];
  return lines
    .filter(([tag, value]) => value || tag === 'ER')
    .map(([tag, value = '']) => `${tag}  - ${oneLine(value)}\r\n`)
    .join('');
}

export function cslJson(citation: Citation): string {
  const { id, title, container, authors, publisher, issued, url, language } = citation;
  const { translator, edition, identifier, held } = citation;
  const literal = (names: readonly string[]): { literal: string }[] =>
    names.map((name) => ({ literal: name }));
  const note = noteOf(citation);
  const item = {
    id,
    type: isBook(citation) ? 'book' : isPage(citation) ? 'webpage' : 'document',
    title,
    'container-title': container,
    author: authors.length > 0 ? literal(authors) : undefined,
    translator: translator && literal(translator),
    edition,
    publisher,
    issued: cslDate(parseDate(issued), language),
    DOI: identifier?.doi,
    ISBN: identifier?.isbn,
    archive: held,
    'call-number': identifier?.callNumber,
    URL: url,
    language,
    note: note || undefined,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** @see https://docs.citationstyles.org/en/stable/specification.html#date-variables */
function cslDate(when: When, language: string): object {
  const plain = plainDate(when);
  if (!plain) return { literal: formatDate(when, language) };
  const { year, month, day } = plain;
  return { 'date-parts': [[year, month, day].filter((part) => part !== null)] };
}
