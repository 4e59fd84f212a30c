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
  ])('%j is %j', (given, nearest) => {
    expect(nearestName(given, ids)).toBe(nearest);
  });

  it('reads as a question, or not at all', () => {
    expect(didYouMean('vias', ['via', 'mode'])).toBe('; did you mean "via"?');
    expect(didYouMean('xxxx', ['via', 'mode'])).toBe('');
  });
});
