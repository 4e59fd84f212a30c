/** Sources as reference managers, linked data and tables have them: with all that is known of them, and with little. */
import { describe, expect, it } from 'vitest';
import { event, records, sourceRecord } from '../model/archive.arbitrary.ts';
import type { Archive } from '../model/archive.ts';
import type { Bibliographic } from '../model/bibliography.ts';
import { joinArchive } from '../model/join.ts';
import type { SourceRecord } from '../model/source.ts';
import { annotationLines } from './annotations.ts';
import { bibtex, citationOfSource, cslJson, ris } from './cite.ts';
import { csv } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { atom } from './feed.ts';
import { ics } from './ics.ts';
import { eventJsonLd } from './json-ld.ts';
import { timelineJs } from './timelinejs.ts';

// Packages without types of their own.
const [core, ...plugins]: string[] = [
  '@citation-js/core',
  '@citation-js/plugin-bibtex',
  '@citation-js/plugin-ris',
];
interface Reference {
  type: string;
  title: string;
  [field: string]: unknown;
}
const { Cite } = (await import(core ?? '')) as {
  Cite: new (text: string) => { data: Reference[] };
};
for (const plugin of plugins) await import(plugin);

const address = (path: string): string => `https://example.org/base${path}`;
const BOOK: Bibliographic = {
  url: 'https://example.org/log',
  held: 'The Lights Board, room 2',
  archived: 'https://example.org/kept',
  author: ['A. Keeper', 'The Crew and Others'],
  translator: ['C. Clerk'],
  edition: 'second',
  identifier: { doi: '10.1000/1_2', isbn: '978-0-306-40615-7', callNumber: 'MS 12 & 13' },
};

/** An archive whose one source has these keys, and no others that it may lack. */
function archiveOf(keys: Partial<SourceRecord>): Archive {
  const given = records({
    lit: event('1897', { refined: { date: '1897', reference: ['tides'] } }),
  });
  const { url: _, ...record } = sourceRecord();
  return joinArchive({
    ...given,
    sources: { log: { text: given.sources['log']?.text ?? '', record: { ...record, ...keys } } },
  });
}

function cited(write: (citation: ReturnType<typeof citationOfSource>) => string, archive: Archive) {
  const [source] = archive.sources.values();
  if (!source) throw new Error('no source');
  const text = write(citationOfSource(archive, source));
  return { text, read: new Cite(text).data[0] };
}

describe('citationOfSource(archive, source)', () => {
  it.each([
    ['bibtex', bibtex],
    ['ris', ris],
    ['cslJson', cslJson],
  ])('%s has all that the record has', (_, write) => {
    const { text, read } = cited(write, archiveOf(BOOK));
    expect(read).toMatchObject({
      type: 'book',
      title: 'Log',
      URL: BOOK.url,
      DOI: BOOK.identifier?.doi,
      ISBN: BOOK.identifier?.isbn,
      edition: 'second',
      publisher: 'Press',
      issued: { 'date-parts': [[1897]] },
    });
    const authors = read?.['author'] as { literal?: string; family?: string }[] | undefined;
    expect(authors?.map(({ literal, family }) => literal ?? family)).toEqual(BOOK.author);
    for (const words of [
      'C. Clerk',
      'The Lights Board, room 2',
      'https://example.org/kept',
      'MS 12',
    ])
      expect(text).toContain(words);
  });

  it.each([
    ['bibtex', bibtex],
    ['ris', ris],
    ['cslJson', cslJson],
  ])('%s of a letter has no address and no author', (_, write) => {
    const { text, read } = cited(write, archiveOf({ held: 'Box 4', published: '1897~' }));
    expect(read).toMatchObject({ title: 'Log' });
    for (const field of ['URL', 'author', 'DOI', 'ISBN', 'edition'])
      expect(read).not.toHaveProperty(field);
    expect(text).toContain('Box 4');
    expect(text).not.toMatch(/undefined|null/);
  });

  it.each([
    ['1850~', { literal: 'about 1850' }],
    ['1914/1918', { literal: '1914 – 1918' }],
    ['185X', { literal: '1850s' }],
    ['-0043', { literal: '44 BCE' }],
    ['2019-04', { 'date-parts': [[2019, 4]] }],
    ['2019-04-25', { 'date-parts': [[2019, 4, 25]] }],
  ])('writes the date %s without rounding it', (published, issued) => {
    const archive = archiveOf({ held: 'Box 4', published });
    expect(JSON.parse(cited(cslJson, archive).text)[0].issued).toEqual(issued);
    const plain = 'date-parts' in issued;
    expect(/^PY {2}- /m.test(cited(ris, archive).text)).toBe(plain);
    expect(/^ {2}year = /m.test(cited(bibtex, archive).text)).toBe(plain);
  });
});

/** Of six pages, with labels; the one quote runs over the first two. */
function pagedArchive(): Archive {
  const given = records(
    { lit: event('1897') },
    {
      text: 'Orr lit\n\fthe lamp. The office said all was well.\n',
      source: {
        original: { sha256: '0'.repeat(64), pages: 2, labels: ['xii', '1'], extraction: 1 },
      },
    },
  );
  return joinArchive(given);
}

describe('exports of a source with pages', () => {
  it.each([
    ['bibtex', bibtex],
    ['ris', ris],
    ['cslJson', cslJson],
  ])('%s names those that are quoted, and claims none for the document', (_, write) => {
    const { text, read } = cited(write, pagedArchive());
    expect(text).toContain('Quoted here: pp. xii–1');
    expect(read).not.toHaveProperty('page');
  });

  it('annotations have the page as RFC 8118 writes it, beside the words', () => {
    const { target } = JSON.parse(annotationLines(pagedArchive(), address));
    expect(target.selector).toEqual([
      {
        type: 'FragmentSelector',
        conformsTo: 'http://tools.ietf.org/rfc/rfc8118',
        value: 'page=1',
      },
      expect.objectContaining({ type: 'TextQuoteSelector', exact: 'Orr lit\n\fthe lamp.' }),
      expect.objectContaining({ type: 'TextPositionSelector', start: 0, end: 18 }),
    ]);
  });

  it('the JSON, the table and linked data name the pages of each quote', () => {
    const archive = pagedArchive();
    const [lit] = archive.events;
    if (!lit) throw new Error('no event');
    const data = JSON.parse(eventsJson(archive, address, 'https://example.org/schema', null));
    expect(data.events[0].quotes[0]).toMatchObject({
      locator: 'pp. xii–1',
      at: null,
      passages: [
        {
          pages: [
            { number: 1, label: 'xii' },
            { number: 2, label: '1' },
          ],
        },
      ],
    });
    expect(csv(archive, address)).toMatch(/^.*,pp\. xii–1,,https:/m);
    expect(JSON.stringify(eventJsonLd(archive, lit, [], address))).toContain(
      '"creditText":"Orr → Wire → Press, pp. xii–1"',
    );
  });
});

describe('sections of a source', () => {
  const given = records({ lit: event('1897-05-03') });
  const { record, text = '' } = given.sources['log'] ?? {};
  const archive = joinArchive({
    ...given,
    sources: {
      log: {
        text,
        record: record ?? sourceRecord(),
        sections: [{ start: 0, headings: ['Year', 'May'], id: 'may' }],
      },
    },
  });
  const [lit] = archive.events;

  it('are named by citations, feeds, calendars, tables and linked data', () => {
    expect(cited(bibtex, archive).text).toContain('note = {Quoted here: § Year › May}');
    expect(atom(archive, address, null)).toContain('Orr → Wire → Press, § Year › May');
    expect(ics(archive, address, null).replace(/\r\n /g, '')).toContain('§ Year › May');
    expect(timelineJs(archive, address)).toContain('Orr → Wire → Press, § Year › May');
    expect(csv(archive, address)).toMatch(/^.*,§ Year › May,,https:/m);
    expect(JSON.stringify(lit && eventJsonLd(archive, lit, [], address))).toContain(
      '"creditText":"Orr → Wire → Press, § Year › May"',
    );
  });

  it('are given to machines by their headings, and by the name of the last one', () => {
    const data = JSON.parse(eventsJson(archive, address, 'https://example.org/schema', null));
    expect(data.events[0].quotes[0]).toMatchObject({
      locator: '§ Year › May',
      passages: [{ section: ['Year', 'May'] }],
    });
    const annotation = JSON.parse(annotationLines(archive, address).split('\n')[0] ?? '');
    expect(annotation.target.selector[0]).toEqual({
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
      value: 'may',
    });
    expect(annotation.target.selector).toHaveLength(3);
  });
});

describe('other exports of a source', () => {
  it.each([
    ['doi', '10.1000/1_2'],
    ['isbn', '978-0-306-40615-7'],
    ['callNumber', 'MS 12'],
  ] as const)('have null in the JSON for what its record lacks beside its %s', (key, value) => {
    const archive = archiveOf({ held: 'Box 4', identifier: { [key]: value } });
    const data = JSON.parse(eventsJson(archive, address, 'https://example.org/schema', null));
    expect(data.sources[0]).toMatchObject({
      original: null,
      held: 'Box 4',
      author: [],
      identifier: { doi: null, isbn: null, callNumber: null, [key]: value },
    });
  });

  it.each([
    ['Book', { identifier: { isbn: '978-0-306-40615-7' } }],
    ['Article', { identifier: { doi: '10.1000/1_2' } }],
    ['ArchiveComponent', { held: 'Box 4', identifier: { isbn: '978-0-306-40615-7' } }],
  ])('call it in JSON-LD a %s for %j', (type, keys) => {
    const archive = archiveOf(keys);
    const [lit] = archive.events;
    if (!lit) throw new Error('no event');
    const graph = JSON.parse(JSON.stringify(eventJsonLd(archive, lit, [], address)))['@graph'];
    expect(graph).toContainEqual(expect.objectContaining({ '@type': type, name: 'Log' }));
  });

  it('say in JSON-LD what the record says', () => {
    const archive = archiveOf(BOOK);
    const [lit] = archive.events;
    if (!lit) throw new Error('no event');
    const graph = JSON.parse(JSON.stringify(eventJsonLd(archive, lit, [], address)))['@graph'];
    expect(graph).toContainEqual(
      expect.objectContaining({
        '@type': 'ArchiveComponent',
        url: BOOK.url,
        archivedAt: BOOK.archived,
        itemLocation: BOOK.held,
        author: BOOK.author,
        translator: BOOK.translator,
        version: 'second',
        identifier: [
          { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1000/1_2' },
          { '@type': 'PropertyValue', propertyID: 'ISBN', value: '978-0-306-40615-7' },
          { '@type': 'PropertyValue', propertyID: 'callNumber', value: 'MS 12 & 13' },
        ],
      }),
    );
  });

  it('say in annotations what the record says, and of a letter where it is held', () => {
    const sourceOf = (archive: Archive) =>
      JSON.parse(annotationLines(archive, address)).target.source;
    expect(sourceOf(archiveOf(BOOK))).toMatchObject({
      via: BOOK.url,
      'schema:author': BOOK.author,
      'schema:translator': BOOK.translator,
      'schema:version': 'second',
      'schema:itemLocation': BOOK.held,
      'schema:archivedAt': BOOK.archived,
      'schema:identifier': ['doi:10.1000/1_2', 'isbn:978-0-306-40615-7', 'callNumber:MS 12 & 13'],
    });
    const letter = sourceOf(archiveOf({ held: 'Box 4' }));
    expect(letter).not.toHaveProperty('via');
    expect(letter).toMatchObject({ 'schema:itemLocation': 'Box 4' });
  });

  it('lead in the table to the page here of a source without an address', () => {
    expect(csv(archiveOf({ held: 'Box 4' }), address)).toContain(
      ',https://example.org/base/sources/log/,',
    );
  });
});
