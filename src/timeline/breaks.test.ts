import { describe, expect, it } from 'vitest';
import { findBreaks } from './breaks.ts';
import { DAY } from './item.ts';
import { type ElasticScale, elasticScale } from './scale.ts';

describe('findBreaks(scale, marks, ends, language)', () => {
  const breaks = (marks: number[], scale: ElasticScale, unordered: boolean[] = []) =>
    findBreaks(
      scale,
      {
        instants: scale.instants,
        marked: scale.instants.map((time) => marks.includes(time)),
        unordered,
      },
      [marks[0] ?? 0, marks.at(-1) ?? 1],
      'en-GB',
    );
  const anchors = [0, 2745 * DAY, 2746 * DAY];
  const at = (spacing: number) =>
    elasticScale({ instants: anchors, floors: [30, 30], spacing, range: [0, 600] });

  it('breaks the axis at a gap drawn at less than a third of its true length', () => {
    expect(breaks(anchors, at(0))).toEqual([]);
    const many = [0, ...Array.from({ length: 9 }, (_, i) => (2745 + i) * DAY)];
    const scale = elasticScale({
      instants: many,
      floors: many.slice(1).map(() => 30),
      spacing: 1,
      range: [0, 900],
    });
    expect(breaks(many, scale)).toEqual([{ key: '0', at: 50, text: '7½ years' }]);
  });

  it('breaks nothing that is to scale', () => {
    expect(breaks(anchors, at(1))).toEqual([]);
  });

  it('stands in the longest gap that no extent’s end divides', () => {
    const instants = [0, 100 * DAY, ...Array.from({ length: 9 }, (_, i) => (2745 + i) * DAY)];
    const marks = instants.filter((t) => t !== 100 * DAY);
    const scale = elasticScale({
      instants,
      floors: instants.slice(1).map(() => 30),
      spacing: 1,
      range: [0, 1000],
    });
    expect(breaks(marks, scale)[0]?.at).toBeCloseTo(150, 6);
  });

  it('finds none between marks that have no order, however little room they have', () => {
    const many = [0, ...Array.from({ length: 9 }, (_, i) => (2745 + i) * DAY)];
    const scale = elasticScale({
      instants: many,
      floors: many.slice(1).map(() => 30),
      spacing: 1,
      range: [0, 900],
    });
    expect(breaks(many, scale, [true])).toEqual([]);
  });

  it('finds none among fewer than two marks', () => {
    expect(breaks([], at(0))).toEqual([]);
    expect(breaks([5], at(0))).toEqual([]);
  });
});
