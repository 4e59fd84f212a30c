/** What a file of another tool says, in one shape for all of them. */
import type { QuoteDraft } from '../../model/quote.ts';
import { webAddress } from '../markdown.ts';
import type { Json } from './fields.ts';
import { type ImportedLink, plainText, toMarkdown } from './html.ts';

/** Something the file says that an archive has no room for. */
export interface Detail {
  /** What it is called in the file: `status`, `column Source`. Those of one kind are counted together. */
  kind: string;
  text: string;
  /** Nothing is lost: how it was read is worth a look. */
  noted?: true;
}

export interface ImportedEvent {
  /** Where in the file: `event 3`, `row 12`. */
  where: string;
  /** The file's permanent id of it, if it has one; with `uid:` in front if the id is the same in any file. */
  key: string;
  /** Plain text; where it is empty, one is made of the text or the date. */
  title: string;
  /** Markdown that is already safe. */
  body: string;
  /** EDTF; an `Error` says why there is none. */
  date: string | Error;
  group: string;
  place: string;
  links: ImportedLink[];
  /** Media that the file names by a path beside it. */
  beside: BesideMedium[];
  /** Entries of `media`: those of them that are taken in. */
  media: Json[];
  left: Detail[];
  /** What a table with quotes says of it besides. */
  sheet?: SheetEvent;
}

/** A file beside the imported one, and what that says of it in plain text; `''` where it says nothing. */
export interface BesideMedium {
  path: string;
  alt: string;
  caption: string;
  credit: string;
}

export interface Imported {
  /** The format's name, as the report has it. */
  format: string;
  /** What the whole is called, and a sentence on it, where the file says so; plain text. */
  title: string;
  deck: string;
  events: ImportedEvent[];
  /** What the file says besides its events, with its place. */
  left: (Detail & { where: string })[];
}

/** An event as a row has it, with the quotes of it and of the rows below. */
export interface SheetEvent {
  /** `''` where none is given. */
  id: string;
  /** As it stands. */
  title: string;
  place: string;
  kind: string;
  actors: string[];
  /** The body as it stands; where it is empty, it is made of the statements. */
  markdown: string;
  notes: { about: 'date' | 'context'; text: string }[];
  /** In the order of the rows; each links to the quote of its row. */
  statements: { text: string; quote: SheetQuote | null }[];
  /** Further fields of the front matter. */
  more: Json;
  /** `null` where the table is not as an export writes it. */
  extension: 'md' | 'mdx' | null;
}

export interface SheetQuote {
  /** `row 5`. */
  where: string;
  id: string;
  exact: QuoteDraft['exact'];
  prefix: string;
  suffix: string;
  /** An id, a title or an address; `''` where any source may hold it. */
  source: string;
  /** An id or a name. */
  speaker: string;
  mode: string;
  via: string[];
  inferred: string;
  more: Json;
}

/** An event with nothing but its place. */
export const blank = (where: string): ImportedEvent => ({
  where,
  key: '',
  title: '',
  body: '',
  date: new Error('it has no date'),
  group: '',
  place: '',
  links: [],
  beside: [],
  media: [],
  left: [],
});

/** If a date cannot be read, the report has all the fields it was made of. */
export function dateFrom(
  event: ImportedEvent,
  texts: readonly string[],
  read: () => string,
): string | Error {
  const before = event.left.length;
  try {
    return read();
  } catch (cause) {
    event.left.length = before;
    leave(event, 'date', texts.filter(Boolean).join(' '));
    return cause as Error;
  }
}

/** Notes what has no room, unless it says nothing. */
export function leave(event: { left: Detail[] }, kind: string, text: string): void {
  if (text.trim() !== '') event.left.push({ kind, text });
}

/** Only an address of the web becomes a link; any other is reported as left out. */
export function addLink(event: ImportedEvent, kind: string, given: string, words = ''): void {
  const address = /^\/\/|^www\.[^\s/]+\.\S+$/i.test(given)
    ? `https:${given.startsWith('//') ? '' : '//'}${given}`
    : given;
  const href = webAddress(address);
  if (href !== null) event.links.push({ href, words });
  else leave(event, kind, [given, words].filter(Boolean).join('; '));
}

/** The Markdown of a field that may be HTML. */
export function markdownOf(event: ImportedEvent, text: string): string {
  if (text.startsWith('{\\rtf'))
    event.left.push({ kind: 'a text in RTF, taken over as it stands', text: '', noted: true });
  return toMarkdown(text, (kind, dropped) => leave(event, kind, dropped));
}

/** The plain text of a field that may be HTML; what it links to goes with the event. */
export function wordsOf(event: ImportedEvent, kind: string, html: string): string {
  const { text, links } = plainText(html, (dropped, said) => leave(event, dropped, said));
  for (const { href, words } of links) addLink(event, `link in the ${kind}`, href, words);
  return text;
}

/** Paragraphs one after another, the empty ones left out. */
export const joined = (...paragraphs: string[]): string => paragraphs.filter(Boolean).join('\n\n');
