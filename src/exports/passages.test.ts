/** A quote of several passages says in every export that words are left out between them, and loses none of them. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import ical from 'ical.js';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { eventCard } from '../drawings/card.ts';
import { archives, event, quote, records, runs } from '../model/archive.arbitrary.ts';
import type { Archive, Quote } from '../model/archive.ts';
import { joinArchive } from '../model/join.ts';
import { OMISSION } from '../model/passages.ts';
import { oneLine } from '../model/text.ts';
import { annotationLines } from './annotations.ts';
import { csv } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { atom, jsonFeed } from './feed.ts';
import { ics } from './ics.ts';
import { eventJsonLd } from './json-ld.ts';
import { timelineJs } from './timelinejs.ts';

const address = (path: string): string => `https://example.org${path}`;

type Node = DefaultTreeAdapterTypes.ChildNode;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
/** The block quotations of HTML, each with its text and the addresses that it links to. */
function quotations(html: string): { text: string; links: string[] }[] {
  const within = (node: Node, tag: string): DefaultTreeAdapterTypes.Element[] => [
    ...('tagName' in node && node.tagName === tag ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap((child) => within(child, tag)) : []),
  ];
  return parseFragment(html)
    .childNodes.flatMap((node) => within(node, 'blockquote'))
    .map((block) => ({
      text: textOf(block),
      links: within(block, 'a').flatMap(({ attrs }) => attrs.map(({ value }) => value)),
    }));
}

/** By export: what it says of each event, in the order of the archive, as one text. */
const EXPORTS: Record<string, (archive: Archive) => string[]> = {
  'events.json': (archive) =>
    JSON.parse(eventsJson(archive, address, 'schema', null)).events.map(
      ({ quotes }: { quotes: { text: string }[] }) => quotes.map(({ text }) => text).join('\n'),
    ),
  'events.csv': (archive) =>
    parseCsv(csv(archive, address), { columns: true }).map((row) => Object(row)['quotes']),
  'timelinejs.json': (archive) =>
    JSON.parse(timelineJs(archive, address)).events.map(({ text }: { text: { text: string } }) =>
      textOf(parseFragment(text.text) as unknown as Node),
    ),
  'feed.xml': (archive) =>
    new XMLParser({
      isArray: (name) => name === 'entry',
      processEntities: { maxTotalExpansions: Infinity },
    })
      .parse(atom(archive, address, null))
      .feed.entry.map(({ content }: { content: string }) =>
        textOf(parseFragment(content) as unknown as Node),
      )
      .reverse(),
  'feed.json': (archive) =>
    JSON.parse(jsonFeed(archive, address, null))
      .items.map(({ content_html: html }: { content_html: string }) =>
        textOf(parseFragment(html) as unknown as Node),
      )
      .reverse(),
  'events.ics': (archive) =>
    new ical.Component(ical.parse(ics(archive, address, null)))
      .getAllSubcomponents('vevent')
      .map((entry) => new ical.Event(entry).description),
  'linked data': (archive) =>
    archive.events.map((one) =>
      eventJsonLd(archive, one, [], address)
        ['@graph'].flatMap((node) => {
          const { '@type': type, text } = Object(node);
          return type === 'Quotation' ? [String(text)] : [];
        })
        .join('\n'),
    ),
};

interface Target {
  type: string;
  source: { via: string };
  selector: { exact?: string; prefix?: string; suffix?: string; start?: number; end?: number }[];
}

const TEXT =
  'On 3 May 1897 Orr lit the lamp & slept. The <sea> was calm. Nobody came. The office said all was well.';
const PASSAGES = ['Orr lit the lamp & slept.', 'The <sea>', 'all was well.'];
const one = joinArchive(
  records({ lamp: event('1897-05-03', { quotes: { q: quote(PASSAGES) } }) }, { text: TEXT }),
);

describe('a quote of three passages', () => {
  it('stands in the share picture with its gaps', () => {
    const [lamp] = one.events;
    const said = PASSAGES.join(` ${OMISSION} `);
    expect(JSON.stringify(lamp && eventCard(one, lamp))).toContain(said);
  });

  it.each(Object.entries(EXPORTS))('stands in %s with two gaps', (_, read) => {
    const [said = ''] = read(one);
    expect(said).toContain(PASSAGES.join(` ${OMISSION} `));
    expect(said.split(OMISSION)).toHaveLength(3);
  });

  it('has in events.json the place and the address of each', () => {
    const [quoted] = JSON.parse(eventsJson(one, address, 'schema', null)).events[0].quotes;
    expect(quoted.url).toBe('https://example.org/sources/log/#q-lamp-q');
    expect(quoted.passages).toEqual(
      PASSAGES.map((text, i) => ({
        url: `https://example.org/sources/log/#q-lamp-q${['', '--2', '--3'][i]}`,
        text,
        start: TEXT.indexOf(text),
        end: TEXT.indexOf(text) + text.length,
      })),
    );
  });

  it('has in annotations.jsonld a target for each, every one with its selectors', () => {
    const { target } = JSON.parse(annotationLines(one, address));
    expect(
      target.map(({ type, source, selector: [quoted, place] }: Target) => {
        expect(type).toBe('SpecificResource');
        expect(source.via).toBe('https://example.org/log');
        expect(TEXT.slice(place?.start, place?.end)).toBe(quoted?.exact);
        expect(TEXT.slice(0, place?.start).endsWith(quoted?.prefix ?? '')).toBe(true);
        expect(TEXT.slice(place?.end).startsWith(quoted?.suffix ?? '')).toBe(true);
        return quoted?.exact;
      }),
    ).toEqual(PASSAGES);
  });

  it('links each to its mark, in feeds, in TimelineJS and in linked data', () => {
    const marks = ['', '--2', '--3'].map(
      (number) => `https://example.org/sources/log/#q-lamp-q${number}`,
    );
    const [slide] = JSON.parse(timelineJs(one, address)).events;
    const [item] = JSON.parse(jsonFeed(one, address, null)).items;
    for (const html of [slide.text.text, item.content_html])
      expect(quotations(html).map(({ links }) => links)).toEqual([marks]);
    const [lamp] = one.events;
    expect(lamp && eventJsonLd(one, lamp, [], address)['@graph']).toContainEqual(
      expect.objectContaining({ '@type': 'Quotation', url: marks }),
    );
  });
});

describe('of every archive, each passage of each quote', () => {
  const signs = (text: string): number => text.split(OMISSION).length - 1;
  const ofQuotes = (archive: Archive): Quote[] => archive.events.flatMap(({ quotes }) => quotes);

  it('is in the data as its source has it, with its annotation’s target', () => {
    let several = 0;
    fc.assert(
      fc.property(archives(8), (archive) => {
        const quotes = ofQuotes(archive);
        several += quotes.filter(({ passages }) => passages.length > 1).length;
        const data = JSON.parse(eventsJson(archive, address, 'schema', null)).events.flatMap(
          (event: { quotes: object[] }) => event.quotes,
        );
        const lines = annotationLines(archive, address).split('\n').slice(0, -1);
        expect(lines).toHaveLength(quotes.length);
        quotes.forEach((quoted, i) => {
          const { source, passages, text } = quoted;
          expect(passages.map((passage) => passage.text).join(` ${OMISSION} `)).toBe(text);
          expect(data[i].passages.map((passage: { text: string }) => passage.text)).toEqual(
            passages.map((passage) => passage.text),
          );
          const targets = [JSON.parse(lines[i] ?? '').target].flat();
          expect(targets.map(({ selector }) => selector[0].exact)).toEqual(
            passages.map(({ start, end }) => source.text.slice(start, end)),
          );
        });
      }),
      runs(100),
    );
    expect(several).toBeGreaterThan(50);
  });

  it.each(['events.csv', 'timelinejs.json', 'linked data'])(
    'is in %s, and so is each gap',
    (name) => {
      fc.assert(
        fc.property(archives(8), (archive) => {
          const said = EXPORTS[name]?.(archive) ?? [];
          expect(said).toHaveLength(archive.events.length);
          archive.events.forEach(({ quotes, title }, i) => {
            const text = oneLine(said[i] ?? '');
            for (const quoted of quotes) expect(text).toContain(oneLine(quoted.text));
            const others = name === 'timelinejs.json' ? signs(title) : 0;
            expect(signs(text) - others).toBe(
              quotes.reduce((sum, quoted) => sum + signs(quoted.text), 0),
            );
          });
        }),
        runs(60),
      );
    },
  );
});
