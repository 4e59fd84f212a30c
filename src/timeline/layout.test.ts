import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOn, items, lanes, spacing } from './item.arbitrary.ts';
import { home, type Item, type Lane } from './item.ts';
import { layout } from './layout.ts';
import { textWidth } from './measure.ts';
import type { MarkShape, Scene } from './scene.ts';
import { type View, wholeView } from './view.ts';
import { centreOn, moments, panBy, wholeOf, zoomBy } from './window.ts';

const across = (given: Partial<View> = {}): View => ({
  ...wholeView({ orientation: 'across', width: 1120, spacing: 0.8, language: 'en-GB' }),
  ...given,
});

/** Items and a view of all of them, of their middle half, or of one twentieth. */
const scenes = (max: number) =>
  fc
    .record({
      given: items(max),
      orientation: fc.constantFrom<View['orientation']>('across', 'down'),
      width: fc.constantFrom(320, 390, 768, 1120, 2000),
      spacing,
      part: fc.constantFrom<[number, number] | null>(null, [0.25, 0.75], [0.5, 0.55]),
    })
    .map(({ given, orientation, width, spacing, part }) => {
      const homes = given.map(home);
      const first = Math.min(...homes.map(({ lo }) => lo));
      const span = Math.max(...homes.map(({ hi }) => hi)) - first;
      const window = part && { lo: first + part[0] * span, hi: first + part[1] * span };
      return { given, view: across({ orientation, width, spacing, window }) };
    });

const assertAll = (check: (scene: Scene, given: Item[], view: View) => void, max = 60) =>
  fc.assert(
    fc.property(scenes(max), ({ given, view }) => check(layout(given, lanes, view), given, view)),
    { numRuns: 150 },
  );

const size = { across: 13, down: 14 };

function textBox(mark: MarkShape, scene: Scene) {
  const type = size[scene.orientation];
  const width = Math.max(...mark.lines.map((line) => textWidth(line, type)));
  // A cluster across carries its number within.
  const centred = scene.orientation === 'across' && mark.ids.length > 1;
  const left = mark.x + mark.textX - (centred ? width / 2 : 0);
  const baseline = mark.y + mark.textY;
  return {
    left,
    right: left + width,
    top: baseline - type * 0.75,
    bottom: baseline + (mark.lines.length - 1) * mark.lineHeight + type * 0.2,
  };
}

describe('layout(items, lanes, view)', () => {
  it('stands for every item once when all of time is in view, and gives only numbers', () => {
    assertAll((scene, given, view) => {
      const ids = scene.marks.flatMap((mark) => mark.ids);
      expect(new Set(ids).size).toBe(ids.length);
      if (!view.window) expect(ids.sort()).toEqual(given.map(({ id }) => id).sort());
      // Titles and names may say "null" and "NaN".
      const said = new Set(['key', 'lines', 'name', 'room', 'text', 'label', 'ids']);
      const drawn = JSON.stringify(scene, (key, value) => (said.has(key) ? undefined : value));
      expect(drawn).not.toMatch(/null|NaN|Infinity/);
      expect(scene.height).toBeGreaterThan(0);
    });
  });

  it('shows a title whole or not at all', () => {
    assertAll((scene, given) => {
      for (const { ids, lines } of scene.marks) {
        const title = given.find(({ id }) => id === ids[0])?.title;
        if (ids.length === 1) expect([title, '']).toContain(lines.join(' '));
        else expect(lines.join('')).toContain(`${ids.length}`);
      }
    });
  });

  it('puts no label on another', () => {
    assertAll((scene) => {
      const boxes = scene.marks
        .filter(({ lines }) => lines.length > 0)
        .map((mark) => textBox(mark, scene));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart).toBe(true);
        }
      });
    });
  });

  it('keeps marks of one lane 24 pixels apart, or in rows of their own', () => {
    assertAll((scene) => {
      const along = scene.orientation === 'across' ? ('x' as const) : ('y' as const);
      const dots = scene.marks.filter(({ hollow, solid }) => !hollow && !solid);
      dots.forEach((a, i) => {
        for (const b of dots.slice(i + 1)) {
          if (scene.orientation === 'across' && a.y !== b.y) continue;
          expect(Math.abs(a[along] - b[along])).toBeGreaterThan(23.9);
        }
      });
    });
  });

  it('keeps labels and marks within the scene', () => {
    assertAll((scene) => {
      for (const mark of scene.marks) {
        expect(mark.y).toBeGreaterThan(0);
        expect(mark.y).toBeLessThan(scene.height);
        expect(mark.x).toBeGreaterThan(0);
        expect(mark.x).toBeLessThan(scene.width);
        if (mark.lines.length === 0) continue;
        const { top, bottom } = textBox(mark, scene);
        expect(top).toBeGreaterThan(-1);
        expect(bottom).toBeLessThan(scene.height);
      }
    });
  });

  it('keeps marks in order along the axis', () => {
    assertAll((scene) => {
      const along = scene.marks.map(({ x, y }) => (scene.orientation === 'across' ? x : y));
      expect(along).toEqual([...along].sort((a, b) => a - b));
    });
  });

  it('keeps marks that stand at one place in time order', () => {
    const lasting = { lasting: true } as const;
    const given = [
      itemOn('first', 0, 1),
      itemOn('later', 1000, 3000, { ...lasting, track: 1 }),
      itemOn('early', 1000, 2000, { ...lasting, track: 2 }),
      itemOn('last', 5000, 1),
    ];
    // Both are clipped by the edge, and so stand in the middle of the same part of the axis.
    for (let end = 1100; end < 1900; end += 7) {
      const window = { lo: -500 * DAY, hi: end * DAY };
      const { marks } = layout(given, lanes, across({ window, spacing: 0 }));
      expect(marks.map(({ key }) => key)).toEqual(['first', 'early', 'later']);
    }
  });

  it('draws no more nodes than the width has room for, however many items there are', () => {
    const many = fc.sample(items(60), { numRuns: 400, seed: 7 }).flat();
    const given = many.map((item, i): Item => ({ ...item, id: `event-${i}` }));
    expect(given.length).toBeGreaterThan(1000);
    for (const part of [null, 0.01]) {
      const window = part && { lo: 18_000 * 864e5 * (1 - part), hi: 18_002 * 864e5 };
      for (const a of [0, 0.8, 1]) {
        const scene = layout(given, lanes, across({ spacing: a, window: window || null }));
        const nodes =
          scene.marks.length + scene.bands.length + scene.breaks.length + scene.ticks.length;
        expect(nodes).toBeLessThan(400);
      }
    }
  });

  /** What each mark of both scenes stands for, where they have an event in common. */
  const common = (a: MarkShape[], b: MarkShape[]): [string[], string[]][] => {
    const of = new Map(b.flatMap(({ ids }) => ids.map((id) => [id, ids])));
    return a.flatMap(({ ids }) => {
      const other = ids.map((id) => of.get(id)).find((found) => found !== undefined);
      return other ? [[ids, other] as [string[], string[]]] : [];
    });
  };

  it('keeps what each mark stands for while the reader moves, however many there are', () => {
    fc.assert(
      fc.property(
        fc.oneof(items(60), fc.array(items(60), { minLength: 12, maxLength: 12 })),
        spacing,
        fc.double({ min: 1.5, max: 60, noNaN: true }),
        fc.integer({ min: -900, max: 900 }),
        (lists, spacing, zoom, pixels) => {
          const given = lists.flat().map((item, i): Item => ({ ...item, id: `event-${i}` }));
          const whole = wholeOf(given, spacing, 1120);
          const window = zoomBy(whole, null, zoom);
          const [before, after] = [window, panBy(whole, window, pixels)].map(
            (window) => layout(given, lanes, across({ spacing, window })).marks,
          ) as [MarkShape[], MarkShape[]];
          for (const [ids, other] of common(before, after)) expect(other).toEqual(ids);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('regroups many in a lane only where the zoom doubles, and each lane at another zoom', () => {
    const given = Array.from({ length: 900 }, (_, i) =>
      itemOn(`e${i}`, Math.floor((i * 7919) % 40_000), 1, { track: i % 3 }),
    );
    const whole = wholeOf(given, 0.5, 1120);
    const marksAt = (zoom: number, lane: number): MarkShape[] =>
      layout(
        given,
        lanes,
        across({ spacing: 0.5, window: zoomBy(whole, null, zoom) }),
      ).marks.filter((mark) => mark.lane === lane);
    const stays = (from: number, to: number, lane: number): boolean => {
      const pairs = common(marksAt(from, lane), marksAt(to, lane));
      expect(pairs.length).toBeGreaterThan(1);
      return pairs.every(([ids, other]) => ids.join() === other.join());
    };
    for (const lane of [0, 1, 2]) {
      const [start, end] = [4.01, 7.99].map((zoom) => zoom * 2 ** (lane / 3)) as [number, number];
      expect(stays(start, end, lane)).toBe(true);
      expect(stays(end, end * 1.01, lane)).toBe(false);
    }
  });

  it('lets every event stand alone where the zoom is deepest, however many there are', () => {
    const given = Array.from({ length: 900 }, (_, i) =>
      itemOn(`e${i}`, Math.floor(i / 2) * 200 + (i % 2), 1, { track: Math.floor(i / 2) % 8 }),
    );
    const eight = Array.from({ length: 8 }, (_, i) => ({ ...lanes[0], id: `${i}` }) as Lane);
    const whole = wholeOf(given, 0, 1120);
    const deepest = zoomBy(whole, null, Infinity);
    for (const [id, time] of moments(given)) {
      const window = centreOn(whole, deepest, time);
      const { marks } = layout(given, eight, across({ spacing: 0, window }));
      expect(marks.find(({ ids }) => ids.includes(id))?.ids).toEqual([id]);
    }
  });

  it('keeps the lanes where they were in the room it is given', () => {
    assertAll((scene, given, view) => {
      if (scene.orientation !== 'across') return;
      const later = layout(given, lanes, { ...view, spacing: 0 - view.spacing, room: scene.room });
      expect(later.height).toBe(scene.height);
      expect(later.lanes).toEqual(scene.lanes);
    });
  });

  it('leaves out what is not shown, and moves nothing else', () => {
    assertAll((scene, given, view) => {
      if (scene.orientation !== 'across') return;
      const odd = (item: Item) => Number(item.id.split('-')[1]) % 2 === 1;
      const some = layout(given, lanes, view, odd);
      expect(some.marks.flatMap(({ ids }) => ids).every((id) => Number(id.split('-')[1]) % 2)).toBe(
        true,
      );
      expect(some.breaks.map(({ x }) => x)).toEqual(scene.breaks.map(({ x }) => x));
    });
  });

  it('writes a length on an axis break, and none where two would touch', () => {
    assertAll((scene) => {
      const texts = scene.breaks.filter(({ text }) => text);
      for (const { text } of texts) expect(text).toMatch(/\d/);
      if (scene.orientation === 'down') return;
      texts.slice(1).forEach(({ x, text }, i) => {
        const before = texts[i];
        if (before)
          expect(x - textWidth(text, 13) / 2).toBeGreaterThan(
            before.x + textWidth(before.text, 13) / 2,
          );
      });
    });
  });

  it('keeps the ticks’ texts apart and in bounds', () => {
    assertAll((scene) => {
      if (scene.orientation === 'down') return;
      const spans = scene.ticks.map(({ x, text }) => ({ x, half: textWidth(text, 13) / 2 }));
      spans.forEach(({ x, half }, i) => {
        expect(x - half).toBeGreaterThan(-1);
        expect(x + half).toBeLessThan(scene.width + 1);
        const before = spans[i - 1];
        if (before) expect(x - half).toBeGreaterThan(before.x + before.half);
      });
    });
  });

  it('needs no titles where it is compact', () => {
    assertAll((scene, given, view) => {
      if (scene.orientation !== 'across') return;
      const strip = layout(given, lanes, { ...view, compact: true, room: scene.room });
      expect(strip.marks.every(({ lines }) => lines.length === 0)).toBe(true);
      expect(strip.height).toBeLessThan(160);
    });
  });

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

  const DAY = 86_400_000;

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
