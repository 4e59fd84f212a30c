import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { across, assertAll, itemOn, items, lanes, spacing } from './item.arbitrary.ts';
import { DAY, type Item, type Lane } from './item.ts';
import { layout } from './layout.ts';
import { textWidth } from './measure.ts';
import type { MarkShape, Scene } from './scene.ts';
import { centreOn, moments, panBy, wholeOf, zoomBy } from './window.ts';

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
      const strip = layout(given, lanes, { ...view, detail: 'strip', room: scene.room });
      expect(strip.marks.every(({ lines }) => lines.length === 0)).toBe(true);
      expect(strip.height).toBeLessThan(160);
    });
  });
});
