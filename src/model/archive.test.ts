import { describe, expect, it } from 'vitest';
import { event, quote, records } from './archive.arbitrary.ts';
import { bestDate } from './archive.ts';
import { joinArchive, type Records } from './join.ts';
import type { QuoteRecord } from './quote.ts';
import type { SourceRecord } from './source.ts';

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

  it('of one date that cite the same words stand by their ids, whichever was read first', () => {
    const [a, b] = [event('1897'), event('1897')];
    expect(ids({ a, b })).toEqual(['a', 'b']);
    expect(ids({ b, a })).toEqual(['a', 'b']);
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
      passages: [{ text: 'Orr lit the lamp.', start: 0, end: 17, anchor: 'q-lamp-lit' }],
      anchor: 'q-lamp-lit',
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
        g: event('1897'),
        h: event('1897-03-20'),
        i: event('1897-03-20/1897-03-21'),
        j: event('1897-03-21'),
      }),
    );
    expect(sameDay.map((run) => run.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['c', 'e'],
    ]);
  });
});

describe('joinArchive(records): the chain of a quote', () => {
  const chain = (
    over: Partial<QuoteRecord>,
    source: Partial<SourceRecord> = {},
  ): (string | undefined)[][] => {
    const quotes = { lit: quote('Orr lit the lamp.', over) };
    const [only] = joinArchive(records({ lamp: event('1897', { quotes }) }, { source })).events;
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

  it('leaves the agency out where the publisher’s own words stand around its report', () => {
    const furniture = [{ exact: 'Orr lit the lamp.', why: 'The heading' }];
    expect(chain({}, { furniture }).map(([id]) => id)).toEqual(['orr', 'press']);
    const elsewhere = [{ exact: 'The board agreed.', why: 'The foot' }];
    expect(chain({}, { furniture: elsewhere }).map(([id]) => id)).toEqual(['orr', 'wire', 'press']);
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
