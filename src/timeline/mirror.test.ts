import fc from 'fast-check';
import { expect, it } from 'vitest';
import { items, lanes, spacing } from './item.arbitrary.ts';
import { layout } from './layout.ts';
import { mirror, mirrorOverview } from './mirror.ts';
import { layoutOverview } from './overview.ts';
import type { MarkShape, Scene } from './scene.ts';
import { wholeView } from './view.ts';

const lists = items(20);
const views = fc.record({
  orientation: fc.constantFrom('across' as const, 'down' as const),
  width: fc.integer({ min: 300, max: 1600 }),
  spacing,
});
const scenes = fc
  .tuple(lists, views)
  .map(([list, view]): Scene => layout(list, lanes, wholeView({ ...view, language: 'en' })));

it('is its own opposite', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      expect(mirror(mirror(scene))).toEqual(scene);
    }),
    { numRuns: 50 },
  );
});

it('is what layout gives where the view runs from right to left', () => {
  fc.assert(
    fc.property(lists, views, (list, view) => {
      const whole = wholeView({ ...view, language: 'en' });
      expect(layout(list, lanes, { ...whole, direction: 'rtl' })).toEqual(
        mirror(layout(list, lanes, whole)),
      );
      const overview = layoutOverview(list, lanes, view.width, 'en');
      expect(layoutOverview(list, lanes, view.width, 'en', 'rtl')).toEqual(
        mirrorOverview(overview),
      );
      expect(mirrorOverview(mirrorOverview(overview))).toEqual(overview);
    }),
    { numRuns: 20 },
  );
});

/** Where each label lies, read from its text's end that is fixed: the left one, or the right one in the mirror. */
const boxes = (marks: readonly MarkShape[], mirrored: boolean): [from: number, to: number][] =>
  marks.map(({ x, textX, lines }) => {
    const width = 6 * Math.max(0, ...lines.map(({ length }) => length));
    const at = x + textX;
    return mirrored ? [at - width, at] : [at, at + width];
  });

it('lets labels overlap where they did, and nowhere else', () => {
  const overlaps = (all: [number, number][]): boolean[] =>
    all.flatMap(([from, to], i) =>
      all.slice(i + 1).map((other) => from < other[1] - 0.05 && other[0] < to - 0.05),
    );
  fc.assert(
    fc.property(scenes, (scene) => {
      expect(overlaps(boxes(mirror(scene).marks, true))).toEqual(
        overlaps(boxes(scene.marks, false)),
      );
    }),
    { numRuns: 30 },
  );
});

it('moves every place of a path to the other side, and no height', () => {
  const empty = { orientation: 'across', width: 100, height: 9, room: null } as const;
  const scene: Scene = {
    ...empty,
    bands: [],
    lanes: [],
    breaks: [],
    ticks: [],
    marks: [],
    axis: 'M8,40H30M42.5,40H92V46Q90,1 2,3L-5,7Z',
  };
  expect(mirror(scene).axis).toBe('M92,40H70M57.5,40H8V46Q10,1 98,3L105,7Z');
});
