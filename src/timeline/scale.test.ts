import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elasticScale } from './scale.ts';

const DAY = 86_400_000;

/** Increasing moments from the year −10,000 on, gaps from a minute to ten thousand years. */
const moments = fc
  .record({
    start: fc.integer({ min: -4_000_000, max: 40_000 }),
    gaps: fc.array(fc.double({ min: 1 / 1440, max: 3_650_000, noNaN: true }), {
      minLength: 1,
      maxLength: 200,
    }),
  })
  .map(({ start, gaps }) => {
    const times = [start * DAY];
    for (const gap of gaps) times.push(Math.round((times.at(-1) ?? 0) + gap * DAY));
    return times;
  });

const options = fc.record({ instants: moments, alpha: fc.double({ min: 0, max: 1, noNaN: true }) });

const scaleOf = ({ instants, alpha }: { instants: number[]; alpha: number }, floor = 24) =>
  elasticScale({
    instants,
    floors: instants.slice(1).map(() => floor),
    alpha,
    range: [0, 1000],
  });

describe('elasticScale({instants, floors, alpha, range})', () => {
  it('maps the first and the last instant to the ends of the range', () => {
    fc.assert(
      fc.property(options, (given) => {
        const scale = scaleOf(given);
        // To the bit, for an extent that ends there is not one that the edge cuts.
        expect(scale(given.instants[0] ?? 0)).toBe(0);
        expect(scale(given.instants.at(-1) ?? 0)).toBe(1000);
      }),
    );
  });

  it('increases strictly, at the instants and beyond the ends', () => {
    fc.assert(
      fc.property(options, (given) => {
        const scale = scaleOf(given);
        const first = given.instants[0] ?? 0;
        const last = given.instants.at(-1) ?? 0;
        const positions = [first - 5 * DAY, ...given.instants, last + 5 * DAY].map(scale);
        positions.slice(1).forEach((position, i) => {
          expect(position).toBeGreaterThan(positions[i] ?? 0);
        });
      }),
    );
  });

  it('inverts exactly', () => {
    fc.assert(
      fc.property(options, fc.double({ min: -0.2, max: 1.2, noNaN: true }), (given, share) => {
        const scale = scaleOf(given);
        const position = share * 1000;
        expect(scale(scale.invert(position))).toBeCloseTo(position, 3);
      }),
    );
  });

  it('is proportional to time at alpha 1', () => {
    fc.assert(
      fc.property(moments, (instants) => {
        const scale = scaleOf({ instants, alpha: 1 });
        const first = instants[0] ?? 0;
        const span = (instants.at(-1) ?? 1) - first;
        for (const t of instants) expect(scale(t)).toBeCloseTo(((t - first) / span) * 1000, 6);
      }),
    );
  });

  it('spaces instants evenly at alpha 0', () => {
    fc.assert(
      fc.property(moments, (instants) => {
        const scale = scaleOf({ instants, alpha: 0 });
        instants.forEach((t, i) => {
          expect(scale(t)).toBeCloseTo((i / (instants.length - 1)) * 1000, 6);
        });
      }),
    );
  });

  it('changes continuously with alpha', () => {
    fc.assert(
      fc.property(options, ({ instants, alpha }) => {
        const a = scaleOf({ instants, alpha });
        const b = scaleOf({ instants, alpha: Math.min(1, alpha + 1e-6) });
        for (const t of instants) expect(Math.abs(a(t) - b(t))).toBeLessThan(0.05);
      }),
    );
  });

  it('keeps the floors while they leave room', () => {
    const instants = [0, DAY, 3000 * DAY, 3001 * DAY];
    const scale = scaleOf({ instants, alpha: 0.2 }, 100);
    instants.slice(1).forEach((t, i) => {
      expect(scale(t) - scale(instants[i] ?? 0)).toBeGreaterThan(99);
    });
  });

  it('refuses fewer than two instants, and instants out of order', () => {
    expect(() => scaleOf({ instants: [1], alpha: 0 })).toThrow('two instants');
    expect(() => scaleOf({ instants: [2, 1], alpha: 0 })).toThrow('must increase');
  });
});
