import { describe, expect, it } from 'vitest';
import { citationHref, isLocal, partPath, underBase } from './address.ts';
import { event, quote, records } from './archive.arbitrary.ts';
import { whyReserved } from './id.ts';
import { joinArchive } from './join.ts';
import { originOf } from './origins.ts';
import { aliasesOf, permalinksOf } from './permalinks.ts';

describe('addresses', () => {
  it.each([
    ['quote', 'lit', '#q-wreck-lit'],
    ['reference', 'tides', '#ref-tides'],
  ] as const)('a %s %s is at %s', (kind, id, expected) => {
    expect(citationHref('wreck', { kind, id })).toBe(expected);
  });

  it.each([
    ['/', '/events/a/'],
    ['/repo', '/repo/events/a/'],
    ['/repo/', '/repo/events/a/'],
  ])('under %s an event is at %s', (base, expected) => {
    expect(underBase(base, '/events/a/')).toBe(expected);
  });

  it('of the parts of a story begin with the home page', () => {
    expect([1, 2, 10].map(partPath)).toEqual(['/', '/story/2/', '/story/10/']);
  });

  it.each([
    ['http://localhost:4321', true],
    ['http://127.0.0.1/x/', true],
    ['http://[::1]:8080/', true],
    ['https://example.org/localhost/', false],
    ['https://localhost.example.org/', false],
    ['http://192.168.1.4/', false],
  ])('%s leads to the reader’s own machine: %s', (url, expected) => {
    expect(isLocal(url)).toBe(expected);
  });

  it('that were an event’s before are its aliases', () => {
    const { events } = joinArchive(
      records({ a: event('1897'), b: event('1898', { aliases: ['c', 'd'] }) }),
    );
    expect(events.map(aliasesOf)).toEqual([[], ['c', 'd']]);
  });

  it('that are permanent are those of events, sources and quotes, sorted, none of them former', () => {
    const lit = { lit: { ...quote('Orr lit the lamp.'), aliases: ['burnt'] } };
    const given = records({ b: event('1898', { quotes: lit, aliases: ['c'] }), a: event('1899') });
    expect(permalinksOf(joinArchive(given))).toEqual([
      '/events/a/',
      '/events/b/',
      '/sources/log/',
      '/sources/log/#q-a-lit',
      '/sources/log/#q-b-lit',
    ]);
  });
});

it.each([
  ['con', 'source', true],
  ['lpt9', 'actor', true],
  ['console', 'event', false],
  ['index', 'event', true],
  ['main', 'event', true],
  ['index', 'source', false],
] as const)('whyReserved(%s, %s) says why: %s', (id, what, reserved) => {
  expect(whyReserved(id, what) !== null).toBe(reserved);
});

it('originOf() needs a chain', () => {
  const [only] = joinArchive(records({ a: event('1897') })).events;
  const [first] = only?.quotes ?? [];
  expect(first && (() => originOf({ ...first, chain: [] }))).toThrow('no links');
});
