import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elasticScale, windowScale } from './scale.ts';

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

const options = fc.record({
  instants: moments,
  spacing: fc.double({ min: 0, max: 1, noNaN: true }),
});

const scaleOf = ({ instants, spacing }: { instants: number[]; spacing: number }, floor = 24) =>
  elasticScale({
    instants,
    floors: instants.slice(1).map(() => floor),
    spacing,
    range: [0, 1000],
  });

describe('elasticScale({instants, floors, spacing, range})', () => {
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

  it('is proportional to time at spacing 0', () => {
    fc.assert(
      fc.property(moments, (instants) => {
        const scale = scaleOf({ instants, spacing: 0 });
        const first = instants[0] ?? 0;
        const span = (instants.at(-1) ?? 1) - first;
        for (const t of instants) expect(scale(t)).toBeCloseTo(((t - first) / span) * 1000, 6);
      }),
    );
  });

  it('spaces instants evenly at spacing 1', () => {
    fc.assert(
      fc.property(moments, (instants) => {
        const scale = scaleOf({ instants, spacing: 1 });
        instants.forEach((t, i) => {
          expect(scale(t)).toBeCloseTo((i / (instants.length - 1)) * 1000, 6);
        });
      }),
    );
  });

  it('changes continuously with spacing', () => {
    fc.assert(
      fc.property(options, ({ instants, spacing }) => {
        const a = scaleOf({ instants, spacing });
        const b = scaleOf({ instants, spacing: Math.min(1, spacing + 1e-6) });
        for (const t of instants) expect(Math.abs(a(t) - b(t))).toBeLessThan(0.05);
      }),
    );
  });

  it('keeps the floors while they leave room', () => {
    const instants = [0, DAY, 3000 * DAY, 3001 * DAY];
    const scale = scaleOf({ instants, spacing: 0.8 }, 100);
    instants.slice(1).forEach((t, i) => {
      expect(scale(t) - scale(instants[i] ?? 0)).toBeGreaterThan(99);
    });
  });

  it('refuses fewer than two instants, and instants out of order', () => {
    expect(() => scaleOf({ instants: [1], spacing: 1 })).toThrow('two instants');
    expect(() => scaleOf({ instants: [2, 1], spacing: 1 })).toThrow('must increase');
  });
});

describe('windowScale(base, window, from, to)', () => {
  it('maps the window to the range by its transform, which is linear', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (given, share) => {
        const base = scaleOf(given);
        const window = { lo: base.invert(share * 1000), hi: base.invert(share * 1000 + 50) };
        fc.pre(window.lo < window.hi);
        const scale = windowScale(base, window, 10, 900);
        expect(scale(window.lo)).toBeCloseTo(10, 3);
        expect(scale(window.hi)).toBeCloseTo(900, 3);
        const { k, shift } = scale.transform;
        for (const time of given.instants)
          expect(Math.abs(k * base(time) + shift - scale(time))).toBeLessThan(1e-6 * k * 1000);
      }),
    );
  });

  it('is computed once for a window, however often a frame asks, and is the base for all of time', () => {
    const base = scaleOf({ instants: [0, DAY, 30 * DAY], spacing: 0.5 });
    const window = { lo: DAY, hi: 2 * DAY };
    const scale = windowScale(base, window, 0, 1000);
    expect(windowScale(base, window, 0, 1000)).toBe(scale);
    expect(windowScale(base, { ...window }, 0, 1000)).not.toBe(scale);
    expect(windowScale(base, null, 0, 1000)).toBe(base);
    expect(base.transform).toEqual({ k: 1, shift: 0 });
  });
});
