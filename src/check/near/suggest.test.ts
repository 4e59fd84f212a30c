import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, distance, nearestName } from './suggest.ts';

describe('distance(a, b)', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['via', 'vias', 1],
    ['reprot', 'report', 1],
    ['kitten', 'sitting', 3],
    ['kim', 'kim', 0],
  ])('%j, %j is %i', (a, b, edits) => {
    expect(distance(a, b)).toBe(edits);
    expect(distance(b, a)).toBe(edits);
  });

  /** Optimal string alignment, as it is written down: without a table, so for short words alone. */
  function edits(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const [restA, restB] = [a.slice(1), b.slice(1)];
    const swapped =
      a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
        ? 1 + edits(a.slice(2), b.slice(2))
        : Infinity;
    return Math.min(
      edits(restA, b) + 1,
      edits(a, restB) + 1,
      edits(restA, restB) + (a[0] === b[0] ? 0 : 1),
      swapped,
    );
  }

  it('is the least number of edits, by definition', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(edits(a, b));
      }),
      { numRuns: 300 },
    );
  });
});

describe('nearestName(given, candidates)', () => {
  const ids = ['kim-jong-un', 'kim-jong-il', 'kcna', 'business-standard-2019-04-26'];

  it.each([
    ['kim-jong-unn', 'kim-jong-un'],
    ['Kim-Jong-Un', 'kim-jong-un'],
    ['kncá', null],
    ['kcan', 'kcna'],
    ['business-standard', 'business-standard-2019-04-26'],
    ['putin', null],
    ['kim-jong', null],
    ['', null],
    ['kcn', 'kcna'],
    ['kcnaxy', 'kcna'],
    ['kcnaxyz', null],
  ])('%j is %j', (given, nearest) => {
    expect(nearestName(given, ids)).toBe(nearest);
  });

  it('reads as a question, or not at all', () => {
    expect(didYouMean('vias', ['via', 'mode'])).toBe('; did you mean "via"?');
    expect(didYouMean('xxxx', ['via', 'mode'])).toBe('');
  });
});
