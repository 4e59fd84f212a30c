import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilFromMs, DAY, daysFromCivil, isoDay, startOf } from './calendar.ts';

describe('daysFromCivil(year, month, day)', () => {
  const days = fc.integer({ min: -5_000_000 * 366, max: 5_000_000 * 366 });

  it('is undone by civilFromMs(ms) over five million years either way', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year: y, month, day: d } = civilFromMs(day * DAY);
        expect(daysFromCivil(y, month, d)).toBe(day);
        expect(month >= 1 && month <= 12 && d >= 1 && d <= 31).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('agrees with Date where Date reaches', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        const { year: y, month, day } = civilFromMs(date.getTime());
        expect([y, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});

it.each([
  [startOf(2019, 4, 25), '2019-04-25'],
  [startOf(2019, 13), '2020-01-01'],
  [startOf(0), '0000-01-01'],
  [startOf(-43, 3, 15), '-000043-03-15'],
  [startOf(12_023), '+012023-01-01'],
  [startOf(-400_000_000), '-400000000-01-01'],
])('isoDay(%i) is %s', (ms, day) => {
  expect(isoDay(ms)).toBe(day);
});
