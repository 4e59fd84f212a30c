import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../model/place.ts';
import { readState, writeState } from './query.ts';
import { noFilter, type State } from './state.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6})?$/);
const state: fc.Arbitrary<State> = fc.record({
  window: fc.option(
    fc
      .tuple(fc.maxSafeInteger(), fc.integer({ min: 60_000, max: 1e12 }))
      .map(([lo, length]) => ({ lo, hi: lo + length }))
      .filter(({ hi }) => Number.isSafeInteger(hi)),
  ),
  spacing: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  filter: fc.record({
    track: fc.array(id),
    kind: fc.array(id),
    actor: fc.array(id),
    place: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).map(placeKey).filter(Boolean)),
    words: fc.string({ maxLength: 40 }),
  }),
});

describe('readState(writeState(state))', () => {
  it('gives the state back', () => {
    fc.assert(
      fc.property(state, (given) => {
        const query = new URLSearchParams(writeState(given, 0.8).toString());
        expect(readState(query, 0.8)).toEqual(given);
      }),
    );
  });

  it('leaves out defaults', () => {
    expect(writeState({ window: null, spacing: 0.8, filter: noFilter }, 0.8).toString()).toBe('');
  });

  it.each([
    [Date.UTC(2019, 3, 25), Date.UTC(2019, 3, 27, 12), 'from=2019-04-25&to=2019-04-27T12'],
    [Date.UTC(2019, 3, 25, 0, 15), Infinity, 'from=2019-04-25T00%3A15'],
    [-Infinity, Date.UTC(2019, 3, 25, 10, 0, 30), 'to=2019-04-25T10%3A00%3A30'],
  ])('F23 writes no more of a time than there is, and no end that is open: %#', (lo, hi, query) => {
    const given = { window: { lo, hi }, spacing: 0.8, filter: noFilter };
    expect(writeState(given, 0.8).toString()).toBe(query);
    expect(readState(new URLSearchParams(query), 0.8)).toEqual(given);
  });
});

describe('readState(query, siteSpacing)', () => {
  it('reads a year or a month as its beginning', () => {
    expect(readState(new URLSearchParams('from=2011&to=2019-05'), 0.8).window).toEqual({
      lo: Date.UTC(2011),
      hi: Date.UTC(2019, 4),
    });
  });

  it.each([
    'from=yesterday&to=2019-04-26',
    'from=2019-04-26&to=2019-04-25',
    'from=&to=',
    'to=2019-04-25T1',
    'from=2019-13-45&to=2019-14-01',
    'spacing=7',
    'spacing=NaN',
    'spacing=<script>',
    '',
  ])('falls back to the defaults for %s', (query) => {
    expect(readState(new URLSearchParams(query), 0.8)).toEqual({
      window: null,
      spacing: 0.8,
      filter: noFilter,
    });
  });
});
