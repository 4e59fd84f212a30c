/** An EPUB book: its chapters in the order in which they are read, each taken as a page with its style sheets. */
import { Parser } from 'htmlparser2';
import { textIn } from './docx.ts';
import type { Extract } from './extract.ts';
import { type Page, readHtml } from './html.ts';
import type { Section } from './sections.ts';
import { Unreadable } from './unreadable.ts';
import { type Packed, unpack } from './zip.ts';

const CONTAINER = 'META-INF/container.xml';
const MOST_CHAPTERS = 5000;

/** @throws {Unreadable} if it is broken, or protected */
export function readEpub(bytes: Uint8Array): Extract {
  const packed = unpack(
    bytes,
    (name) => !/\.(?:jpe?g|png|gif|webp|mp[34]|ttf|otf|woff2?)$/i.test(name),
  );
  const [, opf = ''] =
    /<rootfile\b[^>]*\bfull-path="([^"]*)"/.exec(packed.text(CONTAINER) ?? '') ?? [];
  const book = packed.text(decoded(opf));
  if (book === null) throw broken(`${CONTAINER} names no list of its chapters`);
  const { items, spine } = parsed(book);
  if (spine.length === 0) throw broken('it has no order of chapters');
  if (spine.length > MOST_CHAPTERS) throw broken(`it has more than ${MOST_CHAPTERS} chapters`);
  const chapters = spine.map((id) => {
    const href = items.get(id);
    return href === undefined ? id : resolved(opf, href);
  });
  refuseProtected(packed, chapters);
  const pages = chapters.map((name) => chapter(packed, name));
  const missing = chapters.filter((_, i) => pages[i] === null);
  if (missing.length === chapters.length) throw broken('none of its chapters is in it');
  const read = pages.filter((page) => page !== null);
  const shown = read.filter(({ text }) => text !== '');
  return {
    title: textIn(book, 'dc:title'),
    language: textIn(book, 'dc:language'),
    authors: [textIn(book, 'dc:creator')].filter(Boolean),
    charset: null,
    text: shown.map(({ text }) => text).join('\n'),
    sections: sectionsOf(shown),
    leftOut: read.flatMap(({ leftOut }) => leftOut),
    remarks: [
      `${read.length === 1 ? '1 chapter was' : `${read.length} chapters were`} read, in the order of the book`,
      ...missing.map((name) => `the chapter ${name} is not in the book`),
    ],
    ...(read.some(({ text }) => /\[\d+\]/.test(text)) && { marks: 'footnotes' as const }),
  };
}

const broken = (what: string): Unreadable =>
  new Unreadable(`it is an EPUB book, and broken: ${what}`, [
    'get the book anew, or open it in a program as Calibre, save it again, and take that in',
  ]);

/** The files of a book by id, and the ids of its chapters in order. */
function parsed(book: string): { items: Map<string, string>; spine: string[] } {
  const items = new Map<string, string>();
  const spine: string[] = [];
  new Parser(
    {
      onopentag(name, attributes) {
        const { id, href, idref } = attributes;
        if (/(?:^|:)item$/.test(name) && id && href) items.set(id, href);
        if (/(?:^|:)itemref$/.test(name) && idref) spine.push(idref);
      },
    },
    { xmlMode: true },
  ).end(book);
  return { items, spine };
}

/** Fonts may be scrambled; what is read may not. */
function refuseProtected(packed: Packed, chapters: readonly string[]): void {
  const protectedFiles = [
    ...(packed.text('META-INF/encryption.xml') ?? '').matchAll(/\bURI="([^"]*)"/g),
  ].map(([, uri = '']) => decoded(uri));
  if (chapters.some((name) => protectedFiles.includes(name)))
    throw new Unreadable(
      'it is an EPUB book that is protected (DRM), so its words cannot be read',
      ['type out the passages that are quoted, and take that text in'],
    );
}

/** A heading counts for its own chapter alone: the file of another one may have none. */
function sectionsOf(chapters: readonly Page[]): Section[] {
  let at = 0;
  return chapters.flatMap(({ text, sections }) => {
    const before = at;
    at += text.length + 1;
    const own = sections.map(({ start, headings }) => ({ start: start + before, headings }));
    return own[0]?.start === before ? own : [{ start: before, headings: [] }, ...own];
  });
}

function chapter(packed: Packed, name: string): Page | null {
  const xhtml = packed.text(name);
  if (xhtml === null) return null;
  return readHtml(new TextEncoder().encode(asHtml(xhtml)), 'utf-8', (href) =>
    packed.text(resolved(name, href)),
  );
}

/** In XHTML any element may close itself; HTML would take all that follows to be within it. */
const asHtml = (xhtml: string): string =>
  xhtml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => text.replaceAll('<', '&lt;'))
    .replace(
      /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)[a-z][\w:-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
      '<$1$2></$1>',
    );

/** The name of a file in the book by an address in another file of it. */
function resolved(from: string, href: string): string {
  const base = new URL(from, 'zip://book/');
  return URL.canParse(href, base) ? decoded(new URL(href, base).pathname.replace(/^\//, '')) : href;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
