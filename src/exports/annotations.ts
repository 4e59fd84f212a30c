/**
 * Every quote as a W3C Web Annotation, by which the words can be found in the source without this site: all in one
 * JSON-LD document, and one per line.
 *
 * A quote of several passages has a target for each, in order. The standard has no other form for parts that do not
 * touch: several selectors of one target all describe the same segment, and `refinedBy` selects within it.
 * @see https://www.w3.org/TR/annotation-model/#cardinality-of-bodies-and-targets
 */
import { eventPath, sourcePath, sourceTextPath } from '../model/address.ts';
import type { Archive, Event, Quote } from '../model/archive.ts';
import { citationsOf } from '../model/body.ts';
import { pagesAt } from '../model/locator.ts';
import { reasonTexts } from '../model/reason.ts';
import { sectionAt } from '../model/section.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/text.ts';
import { licenceOf, mediumUrl } from './media.ts';

/** Characters of context on either side, in code points. */
const CONTEXT = 32;

const CONTEXT_URL = 'http://www.w3.org/ns/anno.jsonld';

type Address = (path: string) => string;

/**
 * An `AnnotationPage` of all quotes: one JSON-LD document, an annotation on each line.
 * @param address gives the full URL of a path of the site
 */
export function annotationPage(archive: Archive, address: Address): string {
  const items = annotationsOf(archive, address);
  const id = address('/data/annotations.jsonld');
  const head = JSON.stringify({
    '@context': CONTEXT_URL,
    id,
    type: 'AnnotationPage',
    partOf: {
      id: `${id}#all`,
      type: 'AnnotationCollection',
      label: archive.site.title,
      total: items.length,
    },
    startIndex: 0,
  }).slice(0, -1);
  return `${head},"items":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}\n`;
}

/** Every quote as a JSON-LD document of its own, one per line. */
export const annotationLines = (archive: Archive, address: Address): string =>
  annotationsOf(archive, address)
    .map((item) => `${JSON.stringify({ '@context': CONTEXT_URL, ...item })}\n`)
    .join('');

const annotationsOf = ({ site, events }: Archive, address: Address): object[] =>
  events.flatMap((event) =>
    event.quotes.map((quote) => annotation(event, quote, site.language, address)),
  );

function annotation(event: Event, quote: Quote, language: string, address: Address): object {
  const { source, passages } = quote;
  const targets = passages.map((passage) => targetOf(source, passage, address));
  const page = address(eventPath(event.id));
  const body = { id: page, type: 'Text', format: 'text/html', language };
  // Whose captions cite the quote.
  const media = event.media
    .filter(({ caption }) =>
      citationsOf(caption).some(({ kind, id }) => kind === 'quote' && id === quote.id),
    )
    .map((medium) => {
      const licence = licenceOf(medium.record.rights);
      return {
        id: mediumUrl(medium, address),
        type: TYPES[medium.kind],
        format: medium.mime,
        ...(licence && { rights: licence }),
      };
    });
  const reasons = reasonTexts(quote.record).map((value) => ({
    type: 'TextualBody',
    value,
    format: 'text/plain',
    language,
    purpose: 'describing',
  }));
  return {
    id: `${page}#${quote.anchor}`,
    type: 'Annotation',
    motivation: 'linking',
    body: reasons.length + media.length === 0 ? body : [body, ...media, ...reasons],
    target: targets.length === 1 ? targets[0] : targets,
  };
}

/** @see https://www.w3.org/TR/annotation-model/#classes */
const TYPES = { picture: 'Image', sound: 'Sound', film: 'Video' } as const;

const targetOf = (source: Source, passage: Span, address: Address): object => ({
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
  selector: [
    ...pageSelectors(source, passage),
    ...sectionSelectors(source, passage),
    ...selectors(source.text, passage),
  ],
});

/**
 * The page of the document that a text was taken from, as the address of a PDF gives it. It is a fragment of that
 * document, which `conformsTo` says, and not of the text.
 * @see https://www.rfc-editor.org/rfc/rfc8118#section-3
 */
const pageSelectors = (source: Source, passage: Span): object[] =>
  pagesAt(source, passage)
    .slice(0, 1)
    .map(({ number }) => ({
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc8118',
      value: `page=${number}`,
    }));

/**
 * The heading that a passage stands under, as the address of its page gives it, where the page has a name for it.
 * @see https://www.rfc-editor.org/rfc/rfc3236
 */
const sectionSelectors = (source: Source, passage: Span): object[] => {
  const id = sectionAt(source, passage)?.id;
  return id === undefined
    ? []
    : [
        {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
          value: id,
        },
      ];
};

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
