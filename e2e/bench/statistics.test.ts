import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medians, quantile } from './statistics.ts';

describe('quantile', () => {
  it('lies between neighbours in proportion', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([0, 10, 20, 30, 40], 0.95)).toBe(38);
    expect(quantile([], 0.5)).toBeNaN();
  });

  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
  it('is the least at 0, the greatest at 1, never falls, and asks for no order', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, share) => {
        expect(quantile(numbers, 0)).toBe(Math.min(...numbers));
        expect(quantile(numbers, 1)).toBe(Math.max(...numbers));
        expect(quantile(numbers, share)).toBeLessThanOrEqual(quantile(numbers, 1));
        expect(quantile([...numbers].reverse(), share)).toBe(quantile(numbers, share));
      }),
    );
  });

  it('leaves as many values below the median as above it', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const middle = median(numbers);
        const below = numbers.filter((number) => number < middle).length;
        const above = numbers.filter((number) => number > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2);
      }),
    );
  });
});

describe('medians', () => {
  it('are taken field by field, of the runs that have the field', () => {
    const runs = [{ drawn: 100, heap: 1 }, { drawn: 300 }, { drawn: 200, heap: 3 }];
    expect(medians(runs)).toEqual({ drawn: 200, heap: 2 });
  });
});
