import { describe, expect, it } from 'vitest';
import { itemOn } from './item.arbitrary.ts';
import { elasticScale } from './scale.ts';
import { layoutTicks } from './ticks.ts';

const DAY = 86_400_000;

/** Calendar ticks over an extent drawn to scale, 1000 pixels wide. */
const ticks = (lo: number, hi: number, language = 'en-GB', finest = 60_000): string[] =>
  layoutTicks({
    scale: elasticScale({ instants: [lo, hi], floors: [1], spacing: 0, range: [0, 1000] }),
    alone: [],
    shared: [],
    calendar: [{ lo, hi }],
    finest,
    language,
    bounds: [0, 1000],
    measure: (text) => text.length * 7,
  }).map(({ text }) => text);

describe('placeTicks({calendar, …})', () => {
  it('adapts from centuries to minutes', () => {
    expect(ticks(Date.UTC(-900, 0), Date.UTC(2000, 0))).toContain('1000');
    expect(ticks(Date.UTC(1000, 0), Date.UTC(2000, 0))).toContain('1500');
    expect(ticks(Date.UTC(1990, 0), Date.UTC(2000, 0))).toContain('1995');
    expect(ticks(Date.UTC(2019, 0), Date.UTC(2019, 6))).toContain('March');
    expect(ticks(Date.UTC(2019, 3, 1), Date.UTC(2019, 3, 9))).toContain('5 April');
    expect(ticks(Date.UTC(2019, 3, 25), Date.UTC(2019, 3, 26))).toContain('12:00');
    expect(ticks(Date.UTC(2019, 3, 25, 9), Date.UTC(2019, 3, 25, 10))).toContain('09:15');
  });

  it('stands evenly, whatever the span', () => {
    for (let span = 4; span < 3000; span = Math.ceil(span * 1.3)) {
      const years = ticks(Date.UTC(1000, 0), Date.UTC(1000 + span, 0)).map(Number);
      const gaps = years.slice(1).map((year, i) => year - (years[i] ?? 0));
      expect([...new Set(gaps)], `${span} years: ${years}`).toHaveLength(1);
    }
  });

  it('begins quarters in January, weeks with the month, and days at midnight', () => {
    const written = (from: string, to: string): string =>
      ticks(Date.parse(from), Date.parse(to)).join(', ');
    expect(written('2017-11-02', '2020-01-01')).toBe(
      '2018, April, July, October, 2019, April, July, October',
    );
    expect(written('2019-02-05', '2019-03-30')).toBe(
      '8 February, 15 February, 22 February, March, 8 March, 15 March, 22 March',
    );
    expect(written('2020-02-27', '2020-03-04')).toBe(
      '28 February, 29 February, March, 2 March, 3 March',
    );
    expect(written('1969-12-31T10:00Z', '1970-01-01T23:00Z')).toBe(
      '12:00, 18:00, 1970, 06:00, 12:00, 18:00',
    );
  });

  it('speaks the site’s language', () => {
    expect(ticks(Date.UTC(2019, 0), Date.UTC(2019, 6), 'de')).toContain('März');
  });

  it('names years before the common era', () => {
    expect(ticks(Date.UTC(-900, 0), Date.UTC(-100, 0)).some((text) => text.endsWith('BCE'))).toBe(
      true,
    );
  });

  it('counts round years as the eras do, which have no year 0', () => {
    const since = (years: number): number => Date.UTC(2000, 0) + (years - 2000) * 365.2425 * DAY;
    expect(ticks(since(-2600), since(2100))).toEqual(
      expect.arrayContaining(['2000 BCE', '1000 BCE', '1', '1000', '2000']),
    );
    expect(ticks(since(-12), since(12))).toEqual(
      expect.arrayContaining(['10 BCE', '5 BCE', '1', '5', '10']),
    );
    expect(ticks(since(-3), since(3))).toEqual(
      expect.arrayContaining(['2 BCE', '1 BCE', '1', '2']),
    );
  });

  it('writes a name once, whoever bears it, and none for who has none or stands in a named day', () => {
    const [a, b, c, d] = [
      itemOn('a', 10, 1, { rangeNames: ['2019'] }),
      itemOn('b', 60, 1, { rangeNames: ['2019'] }),
      itemOn('c', 80, 1, { rangeNames: [] }),
      itemOn('d', 45, 1, { rangeNames: ['within'], dateNames: ['one day'] }),
    ];
    const placed = layoutTicks({
      scale: elasticScale({ instants: [0, 100 * DAY], floors: [1], spacing: 0, range: [0, 1000] }),
      alone: [a, b, c, d].map((item) => ({ item, anchor: item.range.lo, dot: true })),
      // Far from the middle of what it shares, where its own name would have room.
      shared: [{ lo: 20 * DAY, hi: 50 * DAY, items: [d] }],
      calendar: [],
      finest: DAY,
      language: 'en-GB',
      bounds: [0, 1000],
      measure: (text) => text.length * 7,
    });
    expect(placed.map(({ text, at }) => [text, at])).toEqual([
      ['2019', 100],
      ['one day', 350],
    ]);
  });

  it('is no finer than the finest date', () => {
    const coarse = ticks(Date.UTC(2019, 3, 25), Date.UTC(2019, 3, 27), 'en-GB', DAY);
    expect(coarse.every((text) => text.includes('April'))).toBe(true);
  });

  it('has no calendar beyond the calendar', () => {
    expect(ticks(1e16, 2e16)).toEqual([]);
  });
});
