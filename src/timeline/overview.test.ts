import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { items, lanes } from './item.arbitrary.ts';
import { home } from './item.ts';
import { layoutOverview, overviewScale } from './overview.ts';

describe('layoutOverview(items, lanes, width, language)', () => {
  it('is to scale, whatever the view’s elasticity', () => {
    fc.assert(
      fc.property(items(40), (given) => {
        const scale = overviewScale(given, 800);
        const homes = given.map(home);
        const first = Math.min(...homes.map(({ lo }) => lo));
        const last = Math.max(...homes.map(({ hi }) => hi));
        // The whole may begin before and end after what is known.
        expect(scale(first)).toBeGreaterThanOrEqual(8 - 1e-6);
        expect(scale(last)).toBeLessThanOrEqual(792 + 1e-6);
        const middle = (first + last) / 2;
        expect(scale(middle)).toBeCloseTo((scale(first) + scale(last)) / 2, 3);
      }),
    );
  });

  it('draws one path a lane, no longer than its width has room for', () => {
    fc.assert(
      fc.property(items(60), (given) => {
        const scene = layoutOverview(given, lanes, 400, 'en-GB');
        expect(scene.lanes).toHaveLength(lanes.length);
        expect(JSON.stringify(scene)).not.toMatch(/NaN|null/);
      }),
    );
  });

  it('gives empty lanes for no items', () => {
    expect(layoutOverview([], lanes, 400, 'en-GB')).toMatchObject({ lanes: [], ticks: [] });
  });
});
