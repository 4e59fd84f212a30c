import { describe, expect, it } from 'vitest';
import { across, assertAll, itemOn, lanes } from './item.arbitrary.ts';
import { DAY } from './item.ts';
import { layout } from './layout.ts';
import { textWidth } from './measure.ts';
import type { MarkShape } from './scene.ts';

describe('layout(items, lanes, view)', () => {
  it('lays no bar, outline, dot or cluster on another', () => {
    /** What is drawn of a mark, without its leader and text. */
    const boxOf = ({ x, y, radius, hollow, solid }: MarkShape) => {
      const points = [...(hollow + solid).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
      const xs = [...points.map(([, x]) => Number(x)), -radius, radius];
      const ys = [...points.map(([, , y]) => Number(y)), -radius, radius];
      return {
        left: x + Math.min(...xs),
        right: x + Math.max(...xs),
        top: y + Math.min(...ys),
        bottom: y + Math.max(...ys),
      };
    };
    const apart = (marks: readonly MarkShape[]): void => {
      const boxes = marks.map((mark) => ({ key: mark.key, ...boxOf(mark) }));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          expect(Math.min(across, along), `${a.key} on ${b.key}`).toBeLessThan(0.6);
        }
      });
    };
    assertAll((scene, given, view) => {
      apart(scene.marks);
      if (view.orientation === 'across')
        for (const detail of ['strip', 'line'] as const)
          apart(layout(given, lanes, { ...view, detail }).marks);
    });
    // More at a time than a lane has rows or columns.
    const pile = Array.from({ length: 9 }, (_, i) =>
      itemOn(`e${i}`, i * 30, 400, { lasting: true, ...(i % 4 === 0 && { solid: null }) }),
    );
    for (const orientation of ['across', 'down'] as const)
      for (const spacing of [0, 0.5, 1])
        apart(layout(pile, lanes, across({ orientation, spacing })).marks);
  });

  it('F28 names marks of many by the event of which most is told, with no text on another', () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      itemOn(`e${i}`, i * 3 + (i % 7), 1, {
        track: i % 3,
        title: `The ${i}th event of a very long list of many events in a town`,
        weight: i % 50 === 7 ? 9 : 1,
      }),
    );
    for (const view of [
      across({ width: 800 }),
      across({ width: 1120 }),
      across({ width: 1120, window: { lo: 0, hi: 900 * DAY } }),
    ]) {
      const scene = layout(many, lanes, view);
      const named = scene.marks.filter(({ caption }) => caption.length > 0);
      expect(named.length).toBeGreaterThan(view.width / 200);
      const boxes = named.map(({ ids, x, y, caption, captionX, captionY, lineHeight }) => {
        const told = ids.filter((id) => Number(id.slice(1)) % 50 === 7);
        const number = told[0] ? `The ${told[0].slice(1)}th` : 'The ';
        expect(caption[0]).toContain(number);
        expect(caption.length).toBeLessThanOrEqual(3);
        expect(caption.at(-1)).toBe(`and ${ids.length - 1} more`);
        const left = x + captionX;
        return {
          left,
          right: left + Math.max(...caption.map((line) => textWidth(line, 13))),
          top: y + captionY - 10,
          bottom: y + captionY + (caption.length - 1) * lineHeight + 3,
        };
      });
      boxes.forEach((a, i) => {
        expect(a.right).toBeLessThanOrEqual(scene.width);
        expect(a.top).toBeGreaterThanOrEqual(0);
        for (const b of boxes.slice(i + 1))
          expect(a.left > b.right || b.left > a.right || a.top > b.bottom || b.top > a.bottom).toBe(
            true,
          );
      });
      for (const { ids, caption } of scene.marks) if (ids.length === 1) expect(caption).toEqual([]);
    }
    // Where time runs down, titles have their room, and each mark of several names one event.
    const down = layout(many, lanes, across({ orientation: 'down', width: 344 }));
    for (const { ids, lines } of down.marks)
      if (ids.length > 1)
        expect(lines).toEqual([expect.stringMatching(/^The \d+th/), `and ${ids.length - 1} more`]);
  });

  it('F28 leaves titles their room where time runs down, however many extents overlap', () => {
    const given = Array.from({ length: 400 }, (_, i) =>
      itemOn(`e${i}`, i * 5, 1 + (i % 9) * 200, { track: i % 3, lasting: i % 9 > 0 }),
    );
    const { marks } = layout(given, lanes, across({ orientation: 'down', width: 344 }));
    for (const { x, textX } of marks) expect(x + textX).toBeLessThan(344 * 0.55);
  });
});
