import { describe, expect, it } from 'vitest';
import { bestDate, joinArchive, type Records } from './archive.ts';
import type { EventRecord } from './event.ts';
import type { QuoteRecord } from './quote.ts';

const text = 'Orr lit the lamp. The office said all was well. The board agreed.';

const actor = (name: string): Records['actors'][string] => ({
  name,
  names: [name],
  kind: 'person',
});
const quote = (exact: string, over: Partial<QuoteRecord> = {}): QuoteRecord => ({
  source: 'log',
  exact,
  speaker: 'orr',
  mode: 'narration',
  via: [],
  ...over,
});
const event = (date: string, over: Partial<EventRecord> = {}): EventRecord => ({
  title: date,
  track: 'light',
  kind: 'report',
  date,
  actors: [],
  quotes: { lit: quote('Orr lit the lamp.') },
  ...over,
});
const records = (events: Records['events'], source: object = {}): Records => ({
  site: {
    title: 'Skerry Rock',
    deck: 'A light',
    language: 'en',
    author: 'The editors',
    tracks: [{ id: 'light', label: 'The light', colour: 'ochre' }],
    view: { spacing: 0.5 },
  },
  actors: {
    orr: actor('Orr'),
    office: actor('Office'),
    wire: actor('Wire'),
    press: actor('Press'),
  },
  references: {
    tides: {
      title: 'Tides',
      publisher: 'H',
      url: 'https://example.org',
      language: 'en',
      seen: '2024',
    },
  },
  sources: {
    log: {
      record: {
        title: 'Log',
        publisher: 'press',
        agency: 'wire',
        url: 'https://example.org/log',
        published: '1897',
        language: 'en',
        rights: 'Public domain',
        display: 'full',
        sha256: '0'.repeat(64),
        ...source,
      },
      text,
    },
  },
  events,
});
const ids = (given: Records['events']): string[] =>
  joinArchive(records(given)).events.map(({ id }) => id);

describe('joinArchive(records).events', () => {
  it('stand in time order, by the narrowest date known', () => {
    expect(
      ids({
        late: event('1899'),
        wide: event('1897', { refined: { date: '1897-12', reference: ['tides'] } }),
        early: event('1897-03-12'),
      }),
    ).toEqual(['early', 'wide', 'late']);
  });

  it('of one date stand as the editors order them, then as the source tells them', () => {
    const later = { quotes: { well: quote('all was well') } };
    const last = { quotes: { agreed: quote('The board agreed.') } };
    expect(
      ids({
        a: event('1897', last),
        b: event('1897', later),
        c: event('1897'),
        d: event('1897', { ...last, order: 1 }),
      }),
    ).toEqual(['d', 'c', 'b', 'a']);
  });

  it('know their neighbours', () => {
    const [first, second] = joinArchive(records({ b: event('1898'), a: event('1897') })).events;
    expect([first?.previous, first?.next?.id, second?.previous?.id, second?.next]).toEqual([
      null,
      'b',
      'a',
      null,
    ]);
  });

  it('hold their quotes in the characters of the source, with their anchors', () => {
    const [only] = joinArchive(records({ lamp: event('1897') })).events;
    expect(only?.quotes[0]).toMatchObject({
      text: 'Orr lit the lamp.',
      anchor: 'q-lamp-lit',
      start: 0,
      end: 17,
    });
    expect(only && bestDate(only).edtf).toBe('1897');
  });
});

describe('joinArchive(records).sameDay', () => {
  it('holds runs of two or more events of one day, and no others', () => {
    const { sameDay } = joinArchive(
      records({
        a: event('1897-03-12'),
        b: event('1897-03-12'),
        c: event('1897-03-13'),
        d: event('1897'),
        e: event('1897', { refined: { date: '1897-03-13', reference: ['tides'] } }),
        f: event('1897-03-15'),
      }),
    );
    expect(sameDay.map((run) => run.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['c', 'e'],
    ]);
  });
});

describe('joinArchive(records): the chain of a quote', () => {
  const chain = (over: Partial<QuoteRecord>, source: object = {}): (string | undefined)[][] => {
    const quotes = { lit: quote('Orr lit the lamp.', over) };
    const [only] = joinArchive(records({ lamp: event('1897', { quotes }) }, source)).events;
    return (only?.quotes[0]?.chain ?? []).map(({ actor: { id }, inferred }) => [id, inferred]);
  };

  it('is speaker, via, agency, publisher', () => {
    expect(chain({ via: ['office'] }).map(([id]) => id)).toEqual([
      'orr',
      'office',
      'wire',
      'press',
    ]);
  });

  it('of the source’s own voice is agency and publisher', () => {
    expect(chain({ speaker: 'press' }).map(([id]) => id)).toEqual(['wire', 'press']);
    expect(chain({ speaker: 'wire' }).map(([id]) => id)).toEqual(['wire', 'press']);
  });

  it('names nobody twice', () => {
    expect(chain({ via: ['orr', 'wire'] }).map(([id]) => id)).toEqual(['orr', 'wire', 'press']);
  });

  it('says of each link why it is inferred', () => {
    expect(
      chain({ via: ['office'], inferred: 'why' }, { inferred: { agency: 'the address' } }),
    ).toEqual([
      ['orr', undefined],
      ['office', 'why'],
      ['wire', 'the address'],
      ['press', undefined],
    ]);
    expect(chain({ inferred: 'why' })[0]).toEqual(['orr', 'why']);
  });
});

describe('joinArchive(records) throws', () => {
  it('where a quote is not found exactly once, or a name is unknown', () => {
    expect(() => ids({ a: event('1897', { quotes: { x: quote('not there') } }) })).toThrow(/a\/x/);
    expect(() => ids({ a: event('1897', { quotes: { x: quote('The') } }) })).toThrow(
      /exactly once/,
    );
    expect(() => ids({ a: event('1897', { track: 'sea' }) })).toThrow(/unknown track: sea/);
    expect(() => ids({ a: event('1897', { actors: ['nobody'] }) })).toThrow(
      /unknown actor: nobody/,
    );
  });
});
