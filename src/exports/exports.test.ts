/** The JSON-LD of the site, read as strangers read it: expanded, with nothing dropped and nothing fetched. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import type { Archive } from '../model/archive.ts';
import { annotationLines, annotationPage } from './annotations.ts';
import { eventJsonLd } from './json-ld.ts';

interface JsonLd {
  expand(document: object, options: object): Promise<object[]>;
  toRDF(document: object, options: object): Promise<unknown>;
}
// The package has no types.
const name: string = 'jsonld';
const jsonld = ((await import(name)) as { default: JsonLd }).default;

const ids = (terms: string, vocabulary: string, rest: object = {}): object =>
  Object.fromEntries(terms.split(' ').map((term) => [term, { '@id': vocabulary + term, ...rest }]));
const types = (terms: string, vocabulary: string): object =>
  Object.fromEntries(terms.split(' ').map((term) => [term, vocabulary + term]));

const SCHEMA = 'http://schema.org/';
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const NUMBER = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger';
/** Of the two contexts only the terms that are used, so that a slip of the pen has no term to fall on. */
const contexts: Record<string, object> = {
  'https://schema.org': {
    ...types(
      'ArchiveComponent Article AudioObject Book CorrectionComment CreativeWork Event GeoCircle GeoCoordinates ImageObject MediaObject Organization Person Place PropertyValue Quotation VideoObject WebPage WebSite',
      SCHEMA,
    ),
    ...ids(
      'about abstract alternateName associatedMedia author caption citation copyrightNotice correction creativeWorkStatus creditText description encoding encodingFormat geo geoMidpoint geoRadius hasPart identifier inLanguage isBasedOn isPartOf itemLocation latitude location longitude mainEntity name propertyID publisher sha256 sourceOrganization spokenByCharacter subjectOf text translator value version',
      SCHEMA,
    ),
    ...ids('archivedAt contentUrl license url', SCHEMA, { '@type': '@id' }),
    ...ids('dateCreated datePublished endDate startDate', SCHEMA, { '@type': `${SCHEMA}Date` }),
  },
  'http://www.w3.org/ns/anno.jsonld': {
    schema: SCHEMA,
    id: '@id',
    type: '@type',
    ...types('Annotation SpecificResource TextQuoteSelector TextPositionSelector', OA),
    AnnotationPage: `${AS}OrderedCollectionPage`,
    AnnotationCollection: `${AS}OrderedCollection`,
    ...ids('partOf', AS, { '@type': '@id' }),
    ...ids('items', AS, { '@type': '@id', '@container': '@list' }),
    ...ids('startIndex', AS, { '@type': NUMBER }),
    total: { '@id': `${AS}totalItems`, '@type': NUMBER },
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    Text: 'http://purl.org/dc/dcmitype/Text',
    linking: `${OA}linking`,
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
    body: { '@id': `${OA}hasBody`, '@type': '@id' },
    target: { '@id': `${OA}hasTarget`, '@type': '@id' },
    source: { '@id': `${OA}hasSource`, '@type': '@id' },
    selector: { '@id': `${OA}hasSelector`, '@type': '@id' },
    via: { '@id': `${OA}via`, '@type': '@id' },
    format: 'http://purl.org/dc/elements/1.1/format',
    language: 'http://purl.org/dc/elements/1.1/language',
    ...types('exact prefix suffix start end', OA),
  },
};

/** Nothing is dropped, and nothing is fetched. */
const OFFLINE = {
  safe: true,
  documentLoader: (url: string) => {
    if (!contexts[url]) throw new Error(`${url} is asked for`);
    return { contextUrl: null, documentUrl: url, document: { '@context': contexts[url] } };
  },
};
const expand = (document: object): Promise<object[]> => jsonld.expand(document, OFFLINE);

const address = (path: string): string => `https://example.org/base${path}`;
const golden = join(import.meta.dirname, '..', 'check', 'golden', '_base');
const temp = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(temp, { recursive: true }));

/** The golden archive, with a correction, and a source of which much is known. */
function fixture(): Archive {
  cpSync(golden, temp, { recursive: true });
  const file = join(temp, 'events', 'wreck.mdx');
  const correction =
    'corrections:\n  - { date: 2026-11-24, was: The brig struck at dusk., now: "<b>At four.</b>" }\n';
  writeFileSync(file, readFileSync(file, 'utf8').replace('actors:', `${correction}actors:`));
  const record = join(temp, 'sources', 'log-1897.yaml');
  const known =
    'held: Room 2\narchived: https://example.org/kept\nauthor: A. Keeper\ntranslator: C. Clerk\nedition: second\nidentifier: { doi: 10.1000/182, callNumber: MS 12 }\n';
  writeFileSync(record, `${readFileSync(record, 'utf8')}${known}`);
  return joined(temp);
}

function joined(folder: string): Archive {
  const { archive, problems } = checkArchive(folder);
  if (!archive) throw new Error(JSON.stringify(problems));
  return archive;
}

const archives: [string, Archive][] = [
  ['the golden archive', fixture()],
  ['content/', joined(join(import.meta.dirname, '..', '..', 'content'))],
];

describe.each(archives)('of %s', (_, archive) => {
  const lines = annotationLines(archive, address).trim().split('\n');
  const quotes = archive.events.flatMap((event) => event.quotes);

  it('annotationLines(archive, address) has a line for every quote, none of whose terms is dropped', async () => {
    expect(lines).toHaveLength(quotes.length);
    for (const line of lines) {
      const [annotation] = await expand(JSON.parse(line));
      expect(JSON.stringify(annotation)).toContain(`${OA}hasSelector`);
    }
  });

  it('annotationPage(archive, address) is one document that holds them all', async () => {
    const page = JSON.parse(annotationPage(archive, address));
    const [expanded] = await expand(page);
    expect(expanded).toMatchObject({
      '@id': address('/data/annotations.jsonld'),
      '@type': [`${AS}OrderedCollectionPage`],
      [`${AS}partOf`]: [{ [`${AS}totalItems`]: [{ '@value': quotes.length }] }],
      [`${AS}startIndex`]: [{ '@value': 0 }],
    });
    const alone = await Promise.all(lines.map(async (line) => (await expand(JSON.parse(line)))[0]));
    expect(expanded).toMatchObject({ [`${AS}items`]: [{ '@list': alone }] });
    // Nothing is outside of the graph that the page makes.
    const triples = await jsonld.toRDF(page, { ...OFFLINE, format: 'application/n-quads' });
    expect(
      String(triples)
        .split('\n')
        .filter((line) => line.includes(`${OA}Annotation>`)),
    ).toHaveLength(quotes.length);
  });

  it('annotationLines(archive, address) gives words, context and place in code points', () => {
    for (const [i, line] of lines.entries()) {
      const { source, selector } = JSON.parse(line).target;
      const [{ exact, prefix, suffix }, { start, end }] = selector;
      const quote = quotes[i];
      const text = [...(quote?.source.text ?? '')];
      expect(text.slice(start, end).join('')).toBe(exact);
      expect(exact).toBe(quote?.text);
      expect(text.slice(Math.max(0, start - 32), start).join('')).toBe(prefix);
      expect(text.slice(end, end + 32).join('')).toBe(suffix);
      expect(source['schema:sha256']).toBe(quote?.source.sha256);
    }
  });

  it.each(archive.events.map((event) => [event.id, event] as const))(
    'eventJsonLd of %s expands with no dropped term',
    async (_, event) => {
      const cited = [...archive.references.values()];
      const expanded = JSON.stringify(await expand(eventJsonLd(archive, event, cited, address)));
      for (const property of ['spokenByCharacter', 'isBasedOn', 'citation', 'mainEntity'])
        expect(expanded).toContain(`${SCHEMA}${property}`);
      for (const quote of event.quotes) expect(expanded).toContain(JSON.stringify(quote.text));
    },
  );
});

describe('eventJsonLd(archive, event, cited, address)', () => {
  const [[, archive] = []] = archives;
  const graphOf = (id: string) => {
    const event = archive?.events.find((candidate) => candidate.id === id);
    if (!archive || !event) throw new Error(id);
    return JSON.parse(JSON.stringify(eventJsonLd(archive, event, [], address)))['@graph'];
  };

  it('names the speaker, the chain and the source of each quotation', () => {
    expect(graphOf('wreck')).toContainEqual({
      '@type': 'Quotation',
      '@id': 'https://example.org/base/events/wreck/#q-wreck-saved',
      text: 'all hands were saved – every one',
      inLanguage: 'en',
      spokenByCharacter: [{ '@id': 'https://example.org/base/actors/ines-orr/' }],
      creditText: 'Ines Orr → the harbour office → the Lights Board',
      isBasedOn: { '@id': 'https://example.org/base/sources/log-1897/' },
      url: 'https://example.org/base/sources/log-1897/#q-wreck-saved',
    });
  });

  it('gives a date as precise as it is known, and corrections', () => {
    const [page, event] = graphOf('wreck');
    expect(event).toMatchObject({ '@type': 'Event', startDate: '1897-03-13T04:00' });
    expect(page.correction).toEqual([
      {
        '@type': 'CorrectionComment',
        datePublished: '2026-11-24',
        text: 'Until then this said “The brig struck at dusk.”; it says now “<b>At four.</b>”.',
      },
    ]);
    expect(graphOf('ashore')[1]).toMatchObject({ startDate: '1897' });
    expect(graphOf('ashore')[0]).not.toHaveProperty('correction');
  });
});
