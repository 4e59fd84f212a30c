/** Retracted events: exports that list them say so and why, all others are as if the event had never been. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecords, event, records, runs } from '../model/archive.arbitrary.ts';
import type { Archive, Event } from '../model/archive.ts';
import { joinArchive, type Records } from '../model/join.ts';
import { permalinksOf } from '../model/permalinks.ts';
import { annotationLines } from './annotations.ts';
import { bibtex, citationOf, cslJson, plainCitation, ris } from './cite.ts';
import { csv } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { atom, jsonFeed } from './feed.ts';
import { ics } from './ics.ts';
import { eventJsonLd } from './json-ld.ts';
import { eventEmbed } from './oembed.ts';
import { timelineJs } from './timelinejs.ts';

const address = (path: string): string => `https://example.org${path}`;
const EDITION = '2026-11-24';
const WHY = 'The log was misread.';

const archive = joinArchive(
  records({
    stands: event('1897-03-13'),
    gone: event('1897-03-14', {
      title: 'The brig sank',
      retracted: { date: '2026-12-01', why: WHY },
      aliases: ['sunk'],
    }),
    earlier: event('1897-03-12', { retracted: { date: '2025', why: 'x' } }),
  }),
);
const retractedOf = (from: Archive, id: string): Event => {
  const found = from.retracted.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('joinArchive(records)', () => {
  it('takes retracted events out of the timeline, the last retracted first', () => {
    expect(archive.events.map(({ id }) => id)).toEqual(['stands']);
    expect(archive.retracted.map(({ id }) => id)).toEqual(['gone', 'earlier']);
    const [stands] = archive.events;
    expect([stands?.previous, stands?.next]).toEqual([null, null]);
  });
});

describe('a retracted event', () => {
  it('keeps its addresses', () => {
    expect(permalinksOf(archive)).toEqual(
      expect.arrayContaining(['/events/gone/', '/sources/log/#q-gone-lit']),
    );
  });

  it('is in the feeds with its reason, as new as its retraction', () => {
    const [first] = JSON.parse(jsonFeed(archive, address, EDITION)).items;
    expect(first).toMatchObject({
      id: address('/events/gone/'),
      title: 'Retracted: The brig sank',
      content_html: `<p>Retracted on December 1, 2026. ${WHY}</p>`,
      date_modified: '2026-12-01T00:00:00Z',
    });
    expect(atom(archive, address, EDITION)).toContain('<title>Retracted: The brig sank</title>');
  });

  it('is in the data apart from the events', () => {
    const data = JSON.parse(eventsJson(archive, address, address('/s.json'), EDITION));
    expect(data.events.map(({ id }: { id: string }) => id)).toEqual(['stands']);
    expect(data.retracted[0]).toEqual({
      id: 'gone',
      url: address('/events/gone/'),
      title: 'The brig sank',
      date: '2026-12-01',
      why: WHY,
    });
    expect(csv(archive, address)).toMatch(
      /^gone,The brig sank,+https:\/\/example\.org\/events\/gone\/,2026-12-01: The log was misread\.\r$/m,
    );
  });

  it('is cancelled in a calendar', () => {
    const entry =
      ics(archive, address, EDITION)
        .split('BEGIN:VEVENT')
        .at(1 + 1) ?? '';
    expect(entry).toContain('SUMMARY:Retracted: The brig sank');
    expect(entry).toContain('STATUS:CANCELLED');
    expect(entry).toContain(WHY);
  });

  it('is cited, embedded and linked as retracted, with no word of a quote', () => {
    const gone = retractedOf(archive, 'gone');
    const citation = citationOf(archive, gone, address, EDITION);
    for (const write of [bibtex, ris, cslJson, plainCitation])
      expect(write(citation)).toContain('Retracted: The brig sank');
    expect(eventEmbed(gone, archive, address).title).toBe('Retracted: The brig sank');
    const data = JSON.stringify(eventJsonLd(archive, gone, [], address));
    expect(data).toContain('"creativeWorkStatus":"Retracted"');
    expect(data).toContain(WHY);
    expect(data).not.toMatch(/Quotation|startDate|Orr lit/);
  });
});

describe('of every archive, whichever events are retracted', () => {
  /** The same records, with some events retracted, and without these events. */
  const pairs = fc
    .tuple(anyRecords(6, 1), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
    .map(([given, which]): [Records, Records] => {
      const entries = Object.entries(given.events);
      const isGone = (i: number): boolean => which[i] === true;
      return [
        {
          ...given,
          events: Object.fromEntries(
            entries.map(([id, record], i) => [
              id,
              isGone(i) ? { ...record, retracted: { date: '2026', why: WHY } } : record,
            ]),
          ),
        },
        { ...given, events: Object.fromEntries(entries.filter((_, i) => !isGone(i))) },
      ];
    });

  it('what shows events is as it would be without them', () => {
    fc.assert(
      fc.property(pairs, ([some, without]) => {
        const [archive, rest] = [joinArchive(some), joinArchive(without)];
        for (const write of [annotationLines, timelineJs])
          expect(write(archive, address)).toBe(write(rest, address));
        const eventsIn = (from: Archive): unknown =>
          JSON.parse(eventsJson(from, address, address('/s.json'), EDITION)).events;
        expect(eventsIn(archive)).toEqual(eventsIn(rest));
      }),
      runs(60),
    );
  });

  it('each that is retracted is in each list that says so, once', () => {
    fc.assert(
      fc.property(pairs, ([some]) => {
        const archive = joinArchive(some);
        const urls = archive.retracted.map(({ id }) => address(`/events/${id}/`)).sort();
        const { items } = JSON.parse(jsonFeed(archive, address, EDITION));
        const said = items.filter((item: { content_html: string }) =>
          item.content_html.startsWith('<p>Retracted on'),
        );
        expect(said.map(({ url }: { url: string }) => url).sort()).toEqual(urls);
        const data = JSON.parse(eventsJson(archive, address, address('/s.json'), EDITION));
        expect(data.retracted.map(({ url }: { url: string }) => url).sort()).toEqual(urls);
      }),
      runs(60),
    );
  });
});
