import { describe, expect, it } from 'vitest';
import { across, itemOn, lanes } from './item.arbitrary.ts';
import { DAY, type Item } from './item.ts';
import { layout } from './layout.ts';
import type { View } from './view.ts';

describe('layout(items, lanes, view) of single cases', () => {
  it('puts a day’s marks inside their day, in their given order', () => {
    const day = { lo: 1_556_150_400_000, hi: 1_556_236_800_000 };
    const given = Array.from(
      { length: 9 },
      (_, i): Item => ({
        id: `e${i}`,
        title: `Event ${i}`,
        name: '',
        track: i % 3,
        range: day,
        solid: day,
        lasting: false,
        rangeNames: [],
        dateNames: ['25 April 2019'],
        ends: [null],
      }),
    );
    const earlier = { lo: day.lo - 9e10, hi: day.lo - 9e10 + 86_400_000 };
    const first: Item = { ...(given[0] as Item), id: 'first', range: earlier, solid: earlier };
    const scene = layout([first, ...given], lanes, across());
    const [band] = scene.bands;
    expect(scene.bands).toHaveLength(1);
    const marks = scene.marks.filter(({ key }) => key !== 'first');
    expect(marks.map(({ key }) => key)).toEqual(given.map(({ id }) => id));
    for (const { x } of marks) {
      expect(x).toBeGreaterThan(band?.x ?? Infinity);
      expect(x).toBeLessThan((band?.x ?? 0) + (band?.width ?? 0));
    }
    // To scale, one day is less than a pixel of three years: one mark stands for each lane's three.
    const toScale = layout([first, ...given], lanes, across({ spacing: 0 }));
    expect(toScale.marks.map(({ ids }) => ids.length).sort()).toEqual([1, 3, 3, 3]);
    // Within the day there is no break.
    for (const orientation of ['across', 'down'] as const)
      expect(layout([first, ...given], lanes, across({ orientation, window: day })).breaks).toEqual(
        [],
      );
    // And its bracket spreads.
    const within = layout([first, ...given], lanes, across({ window: day }));
    expect(within.marks).toHaveLength(9);
  });

  it('draws what is known as a dot only to the day, and the source’s own extent hollow', () => {
    const year = { lo: Date.UTC(2011, 0), hi: Date.UTC(2012, 0) };
    const day = { lo: Date.UTC(2011, 7, 24), hi: Date.UTC(2011, 7, 25) };
    const base = {
      title: 'T',
      name: 'T',
      track: 0,
      rangeNames: ['2011'],
      dateNames: ['2011'] as const,
      ends: [null],
    };
    const mark = (item: Omit<Item, keyof typeof base | 'id'>, view = across()) =>
      layout([{ ...base, id: 'x', ...item }], lanes, view).marks[0];
    const drawn = expect.stringMatching(/^M/);
    expect(mark({ range: year, solid: null, lasting: false })).toMatchObject({
      radius: 0,
      solid: '',
      hollow: drawn,
    });
    expect(mark({ range: year, solid: day, lasting: false })).toMatchObject({
      radius: 6,
      hollow: drawn,
    });
    expect(mark({ range: day, solid: day, lasting: false })).toMatchObject({
      radius: 6,
      hollow: '',
    });
    expect(mark({ range: year, solid: year, lasting: true })).toMatchObject({
      radius: 0,
      hollow: '',
      solid: drawn,
    });
  });

  it('shows a break while either of its marks, or neither, is in view', () => {
    const day = (n: number) => ({ lo: n * 864e5, hi: (n + 1) * 864e5 });
    const given = [0, 4000, 4001, 4002, 4003, 4004].map(
      (n, i): Item => ({
        id: `e${i}`,
        title: 'T',
        name: 'T',
        track: 0,
        range: day(n),
        solid: day(n),
        lasting: false,
        rangeNames: [],
        dateNames: [`day ${n}`],
        ends: [null],
      }),
    );
    for (const [lo, hi] of [
      [0, 3900],
      [1, 4003],
      [1, 3999],
    ] as const) {
      const window = { lo: lo * 864e5, hi: hi * 864e5 };
      expect(layout(given, lanes, across({ window, spacing: 1 })).breaks).toHaveLength(1);
    }
  });

  it('points an open end and cuts one that leaves the view', () => {
    const year = { lo: Date.UTC(2011, 0), hi: Date.UTC(2012, 0) };
    const item = (range: Item['range']): Item => ({
      id: 'x',
      title: 'T',
      name: 'T',
      track: 0,
      rangeNames: [],
      dateNames: ['2011'],
      ends: [null],
      range,
      solid: year,
      lasting: true,
    });
    const shape = (range: Item['range'], window: View['window']) =>
      layout([item(range)], lanes, across({ window })).marks[0];
    const closed = shape(year, null);
    const open = shape({ ...year, hi: Infinity }, null);
    const cut = shape(year, { lo: Date.UTC(2011, 3), hi: Date.UTC(2011, 6) });
    // Round ends are curves: two at each end.
    const curves = (path = '') => path.split('Q').length - 1;
    expect([curves(closed?.solid), curves(open?.hollow), curves(cut?.solid)]).toEqual([4, 2, 0]);
  });

  it('gives an empty scene for no items', () => {
    expect(layout([], lanes, across())).toMatchObject({ height: 0, marks: [] });
  });

  it('gives the last title in a window its room, whatever lies beyond', () => {
    const given = [0, 1, 2, 3, 40, 41, 42].map((day, i) => itemOn(`e${i}`, day, 1));
    const lasting = itemOn('all', 2, 58, { lasting: true });
    const view = across({
      orientation: 'down',
      width: 344,
      spacing: 1,
      window: { lo: -DAY, hi: 4 * DAY },
    });
    const { marks } = layout([...given, lasting], lanes, view);
    const y = (id: string): number => marks.find(({ ids }) => ids.includes(id))?.y ?? 0;
    // A title and a date as between the others, and the text of a break too.
    expect((y('all') - y('e3')) / (y('e3') - y('e2'))).toBeCloseTo((17 + 11 + 20 + 26) / 48, 2);
  });

  it('names times of an axis on which every day is shared', () => {
    const many = Array.from({ length: 900 }, (_, i) => itemOn(`e${i}`, Math.floor(i / 3), 1));
    expect(layout(many, lanes, across()).ticks.length).toBeGreaterThan(5);
  });

  it('lets marks merge sooner where there are more than one takes in one by one', () => {
    const apart = (count: number): number => {
      const given = Array.from({ length: count }, (_, i) => itemOn(`e${i}`, i, 1));
      const { marks } = layout(
        given,
        lanes,
        across({ orientation: 'down', width: 390, spacing: 0 }),
      );
      return Math.min(...marks.slice(1).map(({ y }, i) => y - (marks[i]?.y ?? 0)));
    };
    expect(apart(300)).toBeGreaterThanOrEqual(24);
    expect(apart(300)).toBeLessThan(64);
    expect(apart(301)).toBeGreaterThanOrEqual(64);
  });

  it('keeps a cluster’s number within its mark, however many there are', () => {
    const many = Array.from({ length: 1000 }, (_, i) => itemOn(`e${i}`, 5, 1));
    const [mark] = layout(
      [itemOn('first', -99_999, 1), ...many],
      lanes,
      across({ spacing: 0 }),
    ).marks.slice(-1);
    expect(mark?.ids).toHaveLength(1000);
    expect(mark?.lines).toEqual(['999+']);
    expect(mark?.name).toContain('1,000');
  });

  it('draws nothing through the length that is written on a break', () => {
    const days = [100, 102, 104, 106, 3000, 3002, 3004, 3006];
    const given = [
      ...days.map((day) => itemOn(`d${day}`, day, 1)),
      itemOn('period', 103, 2900, { solid: null, track: 1, rangeNames: ['the period'] }),
    ];
    const { breaks, ticks } = layout(given, lanes, across({ spacing: 1 }));
    const written = breaks.filter(({ text }) => text);
    const period = ticks.find(({ text }) => text === 'the period');
    const bracket = period?.path ?? '';
    expect(written.length).toBeGreaterThan(0);
    // Beyond the break, and so over it or around it.
    expect(bracket).toMatch(/H.*M.*H/);
    for (const { x } of written)
      for (const piece of bracket.split('M').filter(Boolean)) {
        const xs = [...piece.matchAll(/^(-?[\d.]+),|H(-?[\d.]+)/g)].map(
          ([, a, b]) => (period?.x ?? 0) + Number(a ?? b),
        );
        expect(Math.min(...xs) < x && Math.max(...xs) > x).toBe(false);
      }
  });
});
