import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOn, items, spacing } from './item.arbitrary.ts';
import { type Extent, home } from './item.ts';
import {
  centreOn,
  fitWindow,
  isIn,
  moments,
  panBy,
  roundWindow,
  transformOf,
  wholeOf,
  windowAround,
  windowBetween,
  windowOf,
  zoomBy,
  zoomOnMarks,
} from './window.ts';

const wholes = fc
  .record({ given: items(30), spacing, width: fc.constantFrom(760, 1120) })
  .map(({ given, spacing, width }) => wholeOf(given, spacing, width));

/** A window somewhere in the whole, as deep as may be. */
const windowIn = (whole: ReturnType<typeof wholeOf>, depth: number, at: number): Extent | null => {
  const k = whole.most ** depth;
  const [from, to] = whole.edges;
  return windowOf(whole, { k, shift: from - k * (from + at * (to - from) * (1 - 1 / k)) });
};

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('windows', () => {
  it('come back from their transforms', () => {
    fc.assert(
      fc.property(wholes, unit, unit, (whole, depth, at) => {
        const window = windowIn(whole, depth, at);
        const again = windowOf(whole, transformOf(whole, window));
        const span = whole.extent.hi - whole.extent.lo;
        expect(
          Math.abs((again?.lo ?? whole.extent.lo) - (window?.lo ?? whole.extent.lo)) / span,
        ).toBeLessThan(1e-6);
      }),
    );
  });

  it('stay within the whole, however far one moves or zooms', () => {
    fc.assert(
      fc.property(
        wholes,
        unit,
        unit,
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (whole, depth, at, pixels, factor) => {
          const slack = (whole.extent.hi - whole.extent.lo) * 1e-9;
          for (const window of [
            panBy(whole, windowIn(whole, depth, at), pixels),
            zoomBy(whole, windowIn(whole, depth, at), factor),
          ]) {
            if (!window) continue;
            expect(window.lo).toBeGreaterThanOrEqual(whole.extent.lo - slack);
            expect(window.hi).toBeLessThanOrEqual(whole.extent.hi + slack);
            expect(window.lo).toBeLessThan(window.hi);
          }
        },
      ),
    );
  });

  it('zoomBy keeps the moment at the pointer, unless an end is in the way', () => {
    const whole = wholeOf(fc.sample(items(30), { numRuns: 1, seed: 3 })[0] ?? [], 0.8, 1120);
    const at = 500;
    const moment = whole.scale.invert(at);
    const window = zoomBy(whole, null, 2, at);
    const { k, shift } = transformOf(whole, window);
    expect(k).toBeCloseTo(2, 6);
    expect(k * whole.scale(moment) + shift).toBeCloseTo(at, 4);
  });

  it('zoomBy keeps the moment in the middle where no pointer is, also when zoomed in already', () => {
    fc.assert(
      fc.property(wholes, unit, (whole, at) => {
        const window = windowIn(whole, 0.2, at);
        const { scale, edges } = whole;
        const { k, shift } = transformOf(whole, window);
        if (!window || k * 2 > whole.most) return;
        const closer = zoomBy(whole, window, 2);
        const middle = (edges[0] + edges[1]) / 2;
        const moment = scale.invert((middle - shift) / k);
        const zoomed = transformOf(whole, closer);
        expect(zoomed.k / k).toBeCloseTo(2, 3);
        expect(zoomed.k * scale(moment) + zoomed.shift).toBeCloseTo(middle, 1);
      }),
    );
  });

  it('F05 zooms in until the closest marks are 320 pixels apart, and not at all on one', () => {
    const daysApart = (...days: number[]) =>
      wholeOf(
        days.map((day) => itemOn(`e${day}`, day, 1)),
        0,
        1120,
      );
    expect(daysApart(0).most).toBe(1);
    expect(daysApart(0, 100, 200).most).toBe(1);
    const whole = daysApart(0, 1, 5, 1_000_000);
    const gaps = whole.marks
      .slice(1)
      .map((time, i) => whole.scale(time) - whole.scale(whole.marks[i] ?? 0));
    expect(Math.min(...gaps) * whole.most).toBeCloseTo(320, 6);
    expect(whole.most).toBeGreaterThan(500);
    expect(transformOf(whole, zoomBy(whole, null, 1e12)).k / whole.most).toBeCloseTo(1, 6);
  });

  it('F05 zoomOnMarks zooms in where marks are, wherever the pointer is, and never on nothing', () => {
    fc.assert(
      fc.property(wholes, unit, fc.integer({ min: 1, max: 60 }), (whole, at, notches) => {
        const [from, to] = whole.edges;
        let window: Extent | null = null;
        for (let i = 0; i < notches; i++)
          window = zoomOnMarks(whole, window, 1.3, from + at * (to - from));
        expect(whole.marks.some((mark) => isIn(window, mark))).toBe(true);
        // Out again it goes from everywhere.
        for (let i = 0; i <= notches; i++) window = zoomOnMarks(whole, window, 1 / 1.3);
        expect(window).toBeNull();
      }),
    );
  });

  it('zoomOnMarks does not zoom on a single mark that is alone in view', () => {
    const marks = [0, 1, 2, 1000].map((day) => itemOn(`e${day}`, day, 1));
    const whole = wholeOf(marks, 0, 1120);
    const alone = fitWindow(whole, { lo: 600 * 864e5, hi: 1001 * 864e5 });
    expect(zoomOnMarks(whole, alone, 1.3)).toBe(alone);
    expect(zoomOnMarks(whole, null, 1.3, whole.edges[0])).not.toBeNull();
    expect(zoomOnMarks(whole, null, 1.3)).toBeNull();
  });

  it('zoomBy out again gives all of time', () => {
    const whole = wholeOf(fc.sample(items(30), { numRuns: 1, seed: 3 })[0] ?? [], 0.8, 1120);
    expect(zoomBy(whole, zoomBy(whole, null, 3), 1 / 3)).toBeNull();
    expect(panBy(whole, null, 100)).toBeNull();
  });

  it('fitWindow leaves a window that fits where it is, and brings any other back into the whole', () => {
    fc.assert(
      fc.property(wholes, unit, unit, fc.boolean(), (whole, depth, at, outside) => {
        const { lo, hi } = whole.extent;
        const window = windowIn(whole, depth, at);
        const span = hi - lo;
        if (outside) {
          // It may be longer than the whole along the scale, which is then what fits.
          const { lo: from, hi: to } =
            fitWindow(whole, { lo: hi - span / 10, hi: hi + span / 10 }) ?? whole.extent;
          expect(from).toBeGreaterThanOrEqual(lo - span * 1e-9);
          expect(from).toBeLessThanOrEqual(hi - span / 10 + span * 1e-9);
          expect(Math.abs(to - hi) / span).toBeLessThan(1e-6);
        } else {
          const fitted = fitWindow(whole, window) ?? whole.extent;
          expect(Math.abs(fitted.lo - (window?.lo ?? lo)) / span).toBeLessThan(1e-6);
          expect(Math.abs(fitted.hi - (window?.hi ?? hi)) / span).toBeLessThan(1e-6);
        }
      }),
    );
    const whole = wholeOf(fc.sample(items(30), { numRuns: 1, seed: 3 })[0] ?? [], 0.8, 1120);
    expect(fitWindow(whole, { lo: whole.extent.lo - 1e12, hi: whole.extent.hi + 1e12 })).toBeNull();
  });

  it('centreOn brings a moment into the middle, or as near as the ends let it, at the same depth', () => {
    fc.assert(
      fc.property(wholes, unit, unit, unit, (whole, depth, at, share) => {
        const window = windowIn(whole, depth, at);
        const time = whole.extent.lo + share * (whole.extent.hi - whole.extent.lo);
        const centred = centreOn(whole, window, time);
        if (!window || !centred) {
          expect(centred).toBe(window);
          return;
        }
        const { scale, edges } = whole;
        const length = scale(window.hi) - scale(window.lo);
        expect(scale(centred.hi) - scale(centred.lo)).toBeCloseTo(length, 3);
        const middle = (scale(centred.lo) + scale(centred.hi)) / 2;
        const wanted = Math.min(
          Math.max(scale(time), edges[0] + length / 2),
          edges[1] - length / 2,
        );
        expect(middle).toBeCloseTo(wanted, 3);
      }),
    );
  });

  it('moments are where the marks stand: one for each item, within what is known of it', () => {
    fc.assert(
      fc.property(items(30), (given) => {
        const times = moments(given);
        expect(times.size).toBe(given.length);
        for (const item of given) {
          const { lo, hi } = home(item);
          expect(times.get(item.id)).toBeGreaterThanOrEqual(lo);
          expect(times.get(item.id)).toBeLessThanOrEqual(hi);
        }
      }),
    );
  });

  it('wholeOf is the same for the same items, so that it may be asked for at every step', () => {
    const given = fc.sample(items(30), { numRuns: 1, seed: 3 })[0] ?? [];
    const whole = wholeOf(given, 0.8, 1120);
    expect(wholeOf(given, 0.8, 1120)).toEqual(whole);
    expect(wholeOf(given, 0.8, 1120).scale).toBe(whole.scale);
  });

  it('windowAround shows the extent whole', () => {
    fc.assert(
      fc.property(wholes, unit, unit, (whole, a, b) => {
        const span = whole.extent.hi - whole.extent.lo;
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)].map((x) => whole.extent.lo + x * span);
        if (lo === undefined || hi === undefined || whole.scale(hi) - whole.scale(lo) < 1) return;
        const window = windowAround(whole, { lo, hi });
        expect(isIn(window, lo + (hi - lo) * 1e-6) && isIn(window, hi - (hi - lo) * 1e-6)).toBe(
          true,
        );
      }),
    );
  });

  it('windowAround leaves a tenth free on either side, where the ends let it', () => {
    const whole = wholeOf(fc.sample(items(30), { numRuns: 1, seed: 3 })[0] ?? [], 0.8, 1120);
    const { scale, edges } = whole;
    const length = edges[1] - edges[0];
    const extent = {
      lo: scale.invert(edges[0] + length * 0.3),
      hi: scale.invert(edges[0] + length * 0.7),
    };
    const { k, shift } = transformOf(whole, windowAround(whole, extent));
    expect(k * scale(extent.lo) + shift).toBeCloseTo(edges[0] + length * 0.1, 3);
    expect(k * scale(extent.hi) + shift).toBeCloseTo(edges[0] + length * 0.9, 3);
  });

  it('isIn takes the ends of a window in, and nothing beyond them', () => {
    const window = { lo: 10, hi: 20 };
    expect([9, 10, 15, 20, 21].map((time) => isIn(window, time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isIn(null, 21)).toBe(true);
  });

  it('roundWindow moves no end by more than a hundredth of the view, and none past a mark', () => {
    fc.assert(
      fc.property(wholes, unit, unit, (whole, depth, at) => {
        const window = windowIn(whole, depth, at);
        if (!window) return;
        const rounded = roundWindow(whole, window) as Extent;
        const { lo, hi } = {
          lo: Math.max(rounded.lo, whole.extent.lo),
          hi: Math.min(rounded.hi, whole.extent.hi),
        };
        const { k } = transformOf(whole, window);
        const length = whole.edges[1] - whole.edges[0];
        for (const [a, b] of [
          [lo, window.lo],
          [hi, window.hi],
        ] as const)
          expect(Math.abs(whole.scale(a) - whole.scale(b)) * k).toBeLessThan(length * 0.0101);
        const marksIn = (part: Extent) =>
          whole.marks.filter((time) => time > part.lo && time <= part.hi).length;
        expect(marksIn({ lo, hi })).toBe(marksIn(window));
      }),
    );
    const given = [itemOn('a', 100, 1), itemOn('b', 400, 1), itemOn('c', 402, 1)];
    const whole = wholeOf(given, 0.8, 1120);
    const hour = 3_600_000;
    const window = { lo: 200 * 24 * hour + 1234, hi: whole.extent.hi };
    expect(roundWindow(whole, window)).toEqual({ lo: 200 * 24 * hour, hi: Infinity });
    expect(fitWindow(whole, { lo: 200 * 24 * hour, hi: Infinity })?.hi).toBe(whole.extent.hi);
    expect(fitWindow(whole, { lo: -Infinity, hi: 200 * 24 * hour })?.lo).toBe(whole.extent.lo);
    expect(fitWindow(whole, { lo: 900 * 24 * hour, hi: Infinity })).toBeNull();
    expect(fitWindow(whole, null)).toBeNull();
    expect(roundWindow(whole, null)).toBeNull();
  });

  it('windowBetween goes from one to the other', () => {
    const whole = wholeOf(fc.sample(items(30), { numRuns: 1, seed: 3 })[0] ?? [], 0.8, 1120);
    const to = zoomBy(whole, null, 4);
    expect(windowBetween(whole, null, to, 1)).toBe(to);
    expect(windowBetween(whole, null, to, 0)?.lo).toBeCloseTo(whole.extent.lo, -3);
    const half = windowBetween(whole, null, to, 0.5);
    expect(half?.lo).toBeGreaterThan(whole.extent.lo);
    expect(half?.lo).toBeLessThan(to?.lo ?? 0);
    // And back out to the whole.
    expect(windowBetween(whole, to, null, 1)).toBeNull();
    expect(windowBetween(whole, to, null, 0.5)).toEqual(half);
  });
});
