/**
 * Every quote as a W3C Web Annotation, one per line, by which the words can be found in the source without this site.
 * @see https://www.w3.org/TR/annotation-model/
 */
import { eventPath, sourcePath, sourceTextPath } from '../model/address.ts';
import type { Archive, Event, Quote } from '../model/archive.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/text.ts';

/** Characters of context on either side, in code points. */
const CONTEXT = 32;

/** @param address gives the full URL of a path of the site */
export function annotations(archive: Archive, address: (path: string) => string): string {
  const { language } = archive.site;
  return archive.events
    .flatMap((event) =>
      event.quotes.map(
        (quote) => `${JSON.stringify(annotation(event, quote, language, address))}\n`,
      ),
    )
    .join('');
}

function annotation(
  event: Event,
  quote: Quote,
  language: string,
  address: (path: string) => string,
): object {
  const { source } = quote;
  const page = address(eventPath(event.id));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${page}#${quote.anchor}`,
    type: 'Annotation',
    motivation: 'linking',
    body: { id: page, type: 'Text', format: 'text/html', language },
    target: {
      type: 'SpecificResource',
      source: {
        id: address(source.display === 'full' ? sourceTextPath(source.id) : sourcePath(source.id)),
        type: 'Text',
        language: source.language,
        ...(source.url !== undefined && { via: source.url }),
        ...documentOf(source),
        // The digest of the stored bytes; the offsets count in their text.
        'schema:sha256': source.sha256,
      },
      selector: selectors(source.text, quote),
    },
  };
}

/** What the record says of the document, in schema.org's terms, by which it can be found without this site. */
const documentOf = ({ author, translator, edition, held, archived, identifier }: Source) => ({
  ...(author && { 'schema:author': author }),
  ...(translator && { 'schema:translator': translator }),
  ...(edition !== undefined && { 'schema:version': edition }),
  ...(held !== undefined && { 'schema:itemLocation': held }),
  ...(archived !== undefined && { 'schema:archivedAt': archived }),
  ...(identifier && {
    'schema:identifier': Object.entries(identifier).map((pair) => pair.join(':')),
  }),
});

function selectors(text: string, { start, end }: Span): object[] {
  // Twice as many UTF-16 units, because a code point has at most two; one may be cut in half.
  const before = [...text.slice(Math.max(0, start - 2 * CONTEXT - 1), start)];
  const after = [...text.slice(end, end + 2 * CONTEXT + 1)];
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: before.slice(-CONTEXT).join(''),
      suffix: after.slice(0, CONTEXT).join(''),
    },
    {
      type: 'TextPositionSelector',
      start: codePoint(text, start),
      end: codePoint(text, end),
    },
  ];
}

/** Offsets of the surrogate pairs of a text, cached. */
const pairs = new Map<string, number[]>();

/** A UTF-16 offset in code points. */
function codePoint(text: string, offset: number): number {
  const offsets =
    pairs.get(text) ??
    [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  pairs.set(text, offsets);
  return offset - offsets.filter((pair) => pair < offset).length;
}
