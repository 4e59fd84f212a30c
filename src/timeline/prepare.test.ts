import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { items } from './item.arbitrary.ts';
import { baseScale, prepare } from './prepare.ts';

describe('prepare(items)', () => {
  it('gives increasing instants, one of them for every mark and every end that is known', () => {
    fc.assert(
      fc.property(items(30), (given) => {
        const { instants, extent, anchored, marked, unordered } = prepare(given);
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
        expect(extent).toEqual({ lo: instants[0], hi: instants.at(-1) });
        expect(anchored).toHaveLength(given.length);
        for (const { item, anchor, at, reach } of anchored) {
          expect(instants[at]).toBe(anchor);
          expect(marked[at]).toBe(true);
          const open = [item.range.lo, item.range.hi].some((end) => !Number.isFinite(end));
          expect(reach === null).toBe(open);
        }
        expect(unordered).toHaveLength(instants.length - 1);
      }),
    );
  });

  it('is made once for each array', () => {
    const [given = []] = fc.sample(items(5), { numRuns: 1, seed: 1 });
    expect(prepare(given)).toBe(prepare(given));
  });
});

describe('baseScale(prepared, spacing, from, to)', () => {
  it('is kept for the last four spacings, and computed again for earlier ones', () => {
    const [given = []] = fc.sample(items(30), { numRuns: 1, seed: 1 });
    const prepared = prepare(given);
    const of = (spacing: number) => baseScale(prepared, spacing, 0, 1000);
    const first = of(0);
    const later = [0.2, 0.4, 0.6, 0.8].map(of);
    expect([0.2, 0.4, 0.6, 0.8].every((spacing, i) => of(spacing) === later[i])).toBe(true);
    expect(of(0)).not.toBe(first);
    expect(prepared.instants.map(of(0))).toEqual(prepared.instants.map(first));
  });
});
