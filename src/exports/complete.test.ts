/** Nothing is lost: whatever an archive holds is in each export and on the timeline, once, in time order. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import { itemsOf, lanesOf } from '../drawings/items.ts';
import { anyRecords, archives, event, records, runs } from '../model/archive.arbitrary.ts';
import { type Archive, bestDate } from '../model/archive.ts';
import { joinArchive } from '../model/join.ts';
import { layout, wholeView } from '../timeline/index.ts';
import { annotationLines, annotationPage } from './annotations.ts';
import { bibtex, citationOf, cslJson, plainCitation, ris } from './cite.ts';
import { csv, FORMULA } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { atom, jsonFeed } from './feed.ts';
import { ics } from './ics.ts';
import { eventJsonLd } from './json-ld.ts';
import { mediumUrl } from './media.ts';
import { timelineJs } from './timelinejs.ts';
import { archiveUpdated, updatedOf } from './updated.ts';

const EDITION = '2026-11-24';
const address = (path: string): string => `https://example.org/base${path}`;
const idOf = (url: string): string => /\/events\/([^/]*)\//.exec(url)?.[1] ?? '';

/** Holds of every archive; a failure prints the seed and the smallest archive. */
const holds = (property: (archive: Archive, ids: string[]) => void, count = 100): void =>
  fc.assert(
    fc.property(archives(12), (archive) =>
      property(
        archive,
        archive.events.map(({ id }) => id),
      ),
    ),
    runs(count),
  );

describe('of every archive, each event and no other stands', () => {
  it('in the archive itself, as the records have it, with its quotes', () => {
    fc.assert(
      fc.property(anyRecords(12), (given) => {
        const { events } = joinArchive(given);
        const shape = (id: string, quotes: string[]): string => [id, ...quotes.sort()].join(' ');
        expect(
          events
            .map(({ id, quotes }) =>
              shape(
                id,
                quotes.map((one) => one.id),
              ),
            )
            .sort(),
        ).toEqual(
          Object.entries(given.events)
            .map(([id, { quotes }]) => shape(id, Object.keys(quotes)))
            .sort(),
        );
      }),
    );
  });

  it('in events.json, with its quotes', () => {
    holds((archive, ids) => {
      const data = JSON.parse(eventsJson(archive, address, 'schema', EDITION));
      expect(data.events.map(({ id }: { id: string }) => id)).toEqual(ids);
      expect(
        data.events.flatMap(({ quotes }: { quotes: { text: string }[] }) =>
          quotes.map(({ text }) => text),
        ),
      ).toEqual(archive.events.flatMap(({ quotes }) => quotes.map(({ text }) => text)));
    });
  });

  it('in events.csv, its title what it was', () => {
    holds((archive, ids) => {
      const rows: Record<string, string>[] = parseCsv(csv(archive, address), { columns: true });
      expect(rows.map((row) => row['id'])).toEqual(ids);
      // The apostrophe that makes a text of a formula comes off again, and no other.
      const read = (cell = ''): string =>
        cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
      expect(rows.map((row) => read(row['title']))).toEqual(
        archive.events.map(({ title }) => title),
      );
    });
  });

  it('in timelinejs.json', () => {
    holds((archive, ids) => {
      const data = JSON.parse(timelineJs(archive, address));
      expect(data.events.map((slide: { unique_id: string }) => slide.unique_id)).toEqual(ids);
    });
  });

  it('in the feeds, both of them well-formed', () => {
    holds((archive, ids) => {
      const text = atom(archive, address, EDITION);
      expect(XMLValidator.validate(text)).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no way to write
      expect(text).not.toMatch(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
      const { feed } = new XMLParser({ isArray: (name) => name === 'entry' }).parse(text);
      const urls: string[] = (feed.entry ?? []).map(({ id }: { id: string }) => id);
      expect(urls.map(idOf).sort()).toEqual([...ids].sort());
      const { items } = JSON.parse(jsonFeed(archive, address, EDITION));
      expect(items.map(({ url }: { url: string }) => url)).toEqual(urls);
    });
  });

  it('in events.ics where its date is known to the day, and the calendar counts the others', () => {
    holds((archive, ids) => {
      const text = ics(archive, address, EDITION);
      const calendar = new ical.Component(ical.parse(text));
      const entries = calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one));
      const present = entries.map(({ uid }) => idOf(uid));
      const absent = ids.filter((id) => !present.includes(id));
      expect(present).toEqual(ids.filter((id) => present.includes(id)));
      const about = String(calendar.getFirstPropertyValue('x-wr-caldesc'));
      const [, said = '0'] =
        / ?(\d+) of \d+ events? (?:is|are) not in it/.exec(about.slice(archive.site.deck.length)) ??
        [];
      expect(Number(said)).toBe(absent.length);
      for (const event of archive.events.filter(({ id }) => absent.includes(id))) {
        const { kind, start, end } = bestDate(event);
        // A time's own clock may put it into another year of UTC's.
        const plain = (part: typeof start): boolean =>
          part !== null && part.day !== null && part.year > 0 && part.year < 9999;
        expect(kind !== 'choice' && plain(start) && plain(end)).toBe(false);
      }
      for (const line of text.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    });
  });

  it('in annotations.jsonld and annotations.jsonl by each of its quotes', () => {
    holds((archive) => {
      const ids = archive.events.flatMap(({ id, quotes }) =>
        quotes.map(({ anchor }) => address(`/events/${id}/#${anchor}`)),
      );
      const lines = annotationLines(archive, address).split('\n').slice(0, -1);
      expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids);
      const { items } = JSON.parse(annotationPage(archive, address)) as { items: { id: string }[] };
      expect(items.map(({ id }) => id)).toEqual(ids);
    });
  });

  it('in citations and linked data of its own', () => {
    holds((archive) => {
      for (const event of archive.events) {
        const citation = citationOf(archive, event, address, EDITION);
        expect(JSON.parse(cslJson(citation))[0].title).toBe(event.title);
        expect(
          ris(citation)
            .split(/\r?\n/)
            .filter((line) => line.startsWith('ER  -')),
        ).toHaveLength(1);
        expect(bibtex(citation).match(/^@/gm)).toHaveLength(1);
        expect(plainCitation(citation)).toContain(address(`/events/${event.id}/`));
        expect(JSON.stringify(eventJsonLd(archive, event, [], address))).toContain(
          `/events/${event.id}/`,
        );
      }
    }, 40);
  });

  it('with its media, once each and in order, in all that can carry them', () => {
    holds((archive) => {
      const due = archive.events.map(({ media }) => media.map((one) => mediumUrl(one, address)));
      const all = due.flat();
      const data = JSON.parse(eventsJson(archive, address, 'https://example.org/s', EDITION));
      const urls = (media: { url: string }[] = []): string[] => media.map(({ url }) => url);
      expect(data.events.map(({ media }: { media?: [] }) => urls(media))).toEqual(due);
      const rows: Record<string, string>[] = parseCsv(csv(archive, address), { columns: true });
      expect(rows.map(({ media = '' }) => media.split('\n').filter(Boolean))).toEqual(due);
      const slides = JSON.parse(timelineJs(archive, address)).events;
      expect(
        slides.map(({ media, text }: { media?: { url: string }; text: { text: string } }) => [
          ...(media ? [media.url] : []),
          ...[...text.text.matchAll(/<figure>.*?(?:src|href)="(.*?)"/g)].map(([, url]) => url),
        ]),
      ).toEqual(due);
      const { items } = JSON.parse(jsonFeed(archive, address, EDITION));
      expect(items.flatMap((item: { attachments?: [] }) => urls(item.attachments)).sort()).toEqual(
        [...all].sort(),
      );
      const enclosed = atom(archive, address, EDITION).matchAll(/"enclosure" .*?href="(.*?)"/g);
      expect([...enclosed].map(([, url]) => url).sort()).toEqual([...all].sort());
      const linked = archive.events.map((one) => {
        const [work] = eventJsonLd(archive, one, [], address)['@graph'] as unknown as [
          { associatedMedia?: { contentUrl: string }[] },
        ];
        return (work.associatedMedia ?? []).map(({ contentUrl }) => contentUrl);
      });
      expect(linked).toEqual(due);
    });
  });

  it('on the timeline, across and down', () => {
    holds((archive, ids) => {
      const items = itemsOf(archive);
      expect(items.map(({ id }) => id)).toEqual(ids);
      for (const [orientation, width] of [
        ['across', 1120],
        ['down', 344],
      ] as const) {
        const view = wholeView({
          orientation,
          width,
          spacing: 0.5,
          language: archive.site.language,
        });
        const { marks } = layout(items, lanesOf(archive), view);
        expect(marks.flatMap((mark) => mark.ids).sort()).toEqual([...ids].sort());
        expect(JSON.stringify(marks)).not.toMatch(/NaN|null/);
      }
    });
  });
});

describe('when something was changed', () => {
  const sourced = (published: string) => records({ a: event('1897') }, { source: { published } });

  it.each([
    ['the edition’s day', sourced('1899'), EDITION, EDITION],
    [
      'without an edition, the newest day that the archive knows of',
      sourced('2031-05'),
      null,
      '2031-05-01',
    ],
    ['that of a page last seen', sourced('1899'), null, '2024-01-01'],
    [
      'the first there is, where nothing has a beginning',
      { ...sourced('../1899'), references: {} },
      null,
      '1970-01-01',
    ],
  ])('is %s', (_, given, edition, expected) => {
    const archive = joinArchive(given);
    expect(archiveUpdated(archive, edition)).toBe(expected);
    expect(archive.events.map((one) => updatedOf(one, archive, edition))).toEqual([expected]);
  });

  it('is for a corrected event the day of its last correction', () => {
    const corrections = ['2025-03', '2026-01-02', '2024'].map((date) => ({
      date,
      was: 'a',
      now: 'b',
    }));
    const archive = joinArchive(records({ a: event('1897', { corrections }), b: event('1898') }));
    expect(archive.events.map((one) => updatedOf(one, archive, EDITION))).toEqual([
      '2026-01-02',
      EDITION,
    ]);
  });
});
