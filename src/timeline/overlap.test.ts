import { describe, expect, it } from 'vitest';
import { across, assertAll, itemOn, lanes } from './item.arbitrary.ts';
import { layout } from './layout.ts';
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
});
