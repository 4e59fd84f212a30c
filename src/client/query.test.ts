import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it('writes whole days as days', () => {
    const window = { lo: Date.UTC(2019, 3, 25), hi: Date.UTC(2019, 3, 27, 12) };
    expect(writeState({ window, spacing: 0.8, filter: noFilter }, 0.8).toString()).toBe(
      'from=2019-04-25&to=2019-04-27T12%3A00',
    );
  });
});

describe('readState(query, siteSpacing)', () => {
  it.each([
    'from=yesterday&to=2019-04-26',
    'from=2019-04-26&to=2019-04-25',
    'from=2019-04-25',
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
