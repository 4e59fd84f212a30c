import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster } from './clusters.ts';

const positions = fc
  .array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 300 })
  .map((xs) => xs.sort((a, b) => a - b));

describe('cluster(xs, apart)', () => {
  it('puts every position into one run, in order', () => {
    fc.assert(
      fc.property(positions, (xs) => {
        const runs = cluster(xs, 24);
        expect(runs.flatMap(({ start, end }) => xs.slice(start, end))).toEqual(xs);
      }),
    );
  });

  it('keeps the marks apart, and so their number below length ÷ apart + 1', () => {
    fc.assert(
      fc.property(positions, (xs) => {
        const runs = cluster(xs, 24);
        runs.slice(1).forEach(({ x }, i) => {
          expect(x - (runs[i]?.x ?? 0)).toBeGreaterThan(24 - 1e-9);
        });
        expect(runs.length).toBeLessThanOrEqual(1000 / 24 + 1);
      }),
    );
  });

  it('leaves positions that are apart alone, where they are', () => {
    expect(cluster([0, 24, 60], 24)).toEqual([
      { x: 0, start: 0, end: 1 },
      { x: 24, start: 1, end: 2 },
      { x: 60, start: 2, end: 3 },
    ]);
  });

  it('sets the mark of a run in the middle of what it stands for', () => {
    expect(cluster([10, 20, 30], 24)).toEqual([{ x: 20, start: 0, end: 3 }]);
  });
});
