import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha, items, lanes } from './item.arbitrary.ts';
import type { Item } from './item.ts';
import { layout } from './layout.ts';
import { textWidth } from './measure.ts';
import type { MarkShape, Scene } from './scene.ts';
import type { View } from './view.ts';

const views = fc.record({
  orientation: fc.constantFrom('across', 'down') as fc.Arbitrary<View['orientation']>,
  width: fc.constantFrom(320, 390, 768, 1120, 2000),
  alpha,
  language: fc.constant('en-GB'),
});

const size = { across: 13, down: 14 };

function textBox(mark: MarkShape, scene: Scene) {
  const type = size[scene.orientation];
  const width = Math.max(...mark.lines.map((line) => textWidth(line, type)));
  return {
    left: mark.textX,
    right: mark.textX + width,
    top: mark.textY - type * 0.75,
    bottom: mark.textY + (mark.lines.length - 1) * mark.lineHeight + type * 0.2,
  };
}

const assertAll = (check: (scene: Scene, given: Item[], view: View) => void, max = 60) =>
  fc.assert(
    fc.property(items(max), views, (given, view) => check(layout(given, lanes, view), given, view)),
    { numRuns: 150 },
  );

describe('layout(items, lanes, view)', () => {
  it('gives every item one mark with its whole title, and only numbers', () => {
    assertAll((scene, given) => {
      expect(scene.marks.map(({ key }) => key).sort()).toEqual(given.map(({ id }) => id).sort());
      for (const mark of scene.marks)
        expect(mark.lines.join(' ')).toBe(given.find(({ id }) => id === mark.key)?.title);
      expect(JSON.stringify(scene)).not.toMatch(/null|NaN|Infinity/);
      expect(scene.height).toBeGreaterThan(0);
    });
  });

  it('puts no label on another', () => {
    assertAll((scene) => {
      const boxes = scene.marks.map((mark) => textBox(mark, scene));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart).toBe(true);
        }
      });
    });
  });

  it('keeps labels and marks within the height', () => {
    assertAll((scene) => {
      for (const mark of scene.marks) {
        const { top, bottom } = textBox(mark, scene);
        expect(top).toBeGreaterThan(-1);
        expect(bottom).toBeLessThan(scene.height);
        expect(mark.y).toBeGreaterThan(0);
        expect(mark.y).toBeLessThan(scene.height);
      }
    });
  });

  it('keeps marks in time order along the axis', () => {
    assertAll((scene) => {
      const along = scene.marks.map(({ x, y }) => (scene.orientation === 'across' ? x : y));
      expect(along).toEqual([...along].sort((a, b) => a - b));
    });
  });

  it('writes a length on every fold', () => {
    assertAll((scene) => {
      for (const { text } of scene.folds) expect(text).toMatch(/\d/);
    });
  });

  it('keeps the ticks’ texts apart', () => {
    assertAll((scene) => {
      if (scene.orientation === 'down') return;
      const spans = scene.ticks.map(({ x, text }) => ({ x, half: textWidth(text, 13) / 2 }));
      spans.slice(1).forEach(({ x, half }, i) => {
        const before = spans[i];
        if (before) expect(x - half).toBeGreaterThan(before.x + before.half);
      });
    });
  });

  it('puts a day’s marks inside their day, in their given order', () => {
    const day = { lo: 1_556_150_400_000, hi: 1_556_236_800_000 };
    const given = Array.from(
      { length: 9 },
      (_, i): Item => ({
        ...{ id: `e${i}`, title: `Event ${i}`, name: '', track: i % 3 },
        ...{ range: day, solid: day, lasting: false, rangeNames: [], dateNames: ['25 April 2019'] },
      }),
    );
    const earlier = { lo: day.lo - 9e10, hi: day.lo - 9e10 + 86_400_000 };
    const first: Item = { ...(given[0] as Item), id: 'first', range: earlier, solid: earlier };
    const view: View = { orientation: 'across', width: 1120, alpha: 0.2, language: 'en-GB' };
    const scene = layout([first, ...given], lanes, view);
    const [band] = scene.bands;
    expect(scene.bands).toHaveLength(1);
    const marks = scene.marks.filter(({ key }) => key !== 'first');
    expect(marks.map(({ key }) => key)).toEqual(given.map(({ id }) => id));
    for (const { x } of marks) {
      expect(x).toBeGreaterThan(band?.x ?? Infinity);
      expect(x).toBeLessThan((band?.x ?? 0) + (band?.width ?? 0));
    }
  });

  it('draws what is known as a dot only to the day, and the source’s own extent hollow', () => {
    const year = { lo: Date.UTC(2011, 0), hi: Date.UTC(2012, 0) };
    const day = { lo: Date.UTC(2011, 7, 24), hi: Date.UTC(2011, 7, 25) };
    const base = { title: 'T', name: 'T', track: 0, rangeNames: ['2011'], dateNames: ['2011'] };
    const view: View = { orientation: 'across', width: 900, alpha: 0.2, language: 'en-GB' };
    const mark = (item: Omit<Item, keyof typeof base | 'id'>) =>
      layout([{ ...base, id: 'x', ...item }], lanes, view).marks[0];
    expect(mark({ range: year, solid: null, lasting: false })).toMatchObject({
      radius: 0,
      solid: '',
      hollow: expect.stringMatching(/^M/),
    });
    expect(mark({ range: year, solid: day, lasting: false })).toMatchObject({
      radius: 6,
      hollow: expect.stringMatching(/^M/),
    });
    expect(mark({ range: day, solid: day, lasting: false })).toMatchObject({
      radius: 6,
      hollow: '',
    });
    expect(mark({ range: year, solid: year, lasting: true })).toMatchObject({
      radius: 0,
      hollow: '',
      solid: expect.stringMatching(/^M/),
    });
    expect(mark({ range: { ...year, hi: Infinity }, solid: year, lasting: true })?.hollow).toMatch(
      /L/,
    );
  });

  it('gives an empty scene for no items', () => {
    const view: View = { orientation: 'down', width: 320, alpha: 0, language: 'en-GB' };
    expect(layout([], lanes, view)).toMatchObject({ height: 0, marks: [] });
  });
});
