import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, isFiltering, matches } from './filter.ts';
import { byFacet, FACETS, type Filter, noFilter } from './state.ts';

const value = fc.constantFrom('a', 'b', 'c');
const values = fc.record(byFacet(() => fc.uniqueArray(value)));
const filters: fc.Arbitrary<Filter> = values.map((chosen) => ({ ...chosen, words: '' }));
const entries: fc.Arbitrary<Entry> = values.map((its) => ({
  id: 'x',
  element: null,
  values: its,
  has: (words) => words === '' || words === 'found',
}));
const at = (place: string): Entry => ({
  id: place,
  element: null,
  values: { track: ['north'], kind: [], actor: ['office'], place: [place] },
  has: () => true,
});

describe('matches(entry, filter)', () => {
  it('asks for one of the chosen values of each facet', () => {
    fc.assert(
      fc.property(entries, filters, (entry, filter) => {
        const due = FACETS.every(
          (facet) =>
            filter[facet].length === 0 ||
            new Set(filter[facet]).intersection(new Set(entry.values[facet])).size > 0,
        );
        expect(matches(entry, filter)).toBe(due);
        expect(matches(entry, { ...filter, words: 'found' })).toBe(due);
        expect(matches(entry, { ...filter, words: 'lost' })).toBe(false);
      }),
    );
  });

  it('leaves a facet out whose options are counted', () => {
    fc.assert(
      fc.property(entries, filters, fc.constantFrom(...FACETS), (entry, filter, without) => {
        expect(matches(entry, filter, without)).toBe(matches(entry, { ...filter, [without]: [] }));
      }),
    );
  });

  it('has a place as it has a track', () => {
    const filter = { ...noFilter, place: ['cairo', 'lisbon'] };
    expect(['cairo', 'dakar', 'lisbon'].map((place) => matches(at(place), filter))).toEqual([
      true,
      false,
      true,
    ]);
    expect(matches(at('cairo'), { ...filter, track: ['south'] })).toBe(false);
  });
});

it('isFiltering(filter) if any facet has a value, or there are words', () => {
  expect(isFiltering(noFilter)).toBe(false);
  expect(isFiltering({ ...noFilter, words: ' ' })).toBe(false);
  expect(isFiltering({ ...noFilter, words: 'a' })).toBe(true);
  for (const facet of FACETS) expect(isFiltering({ ...noFilter, [facet]: ['a'] })).toBe(true);
});
