import { describe, expect, it } from 'vitest';
import { findFolds, formatDuration } from './folds.ts';
import { type ElasticScale, elasticScale } from './scale.ts';

const DAY = 86_400_000;

describe('formatDuration(ms, language)', () => {
  it.each([
    [2745 * DAY, '7½ years'],
    [365 * 7 * DAY, '7 years'],
    [365 * 30.4 * DAY, '30 years'],
    [150 * DAY, '5 months'],
    [12 * DAY, '12 days'],
    [7 * 3_600_000, '7 hours'],
    [90_000, '2 minutes'],
    [60_000, '1 minute'],
  ])('says %d ms as %s', (ms, words) => {
    expect(formatDuration(ms, 'en-GB')).toBe(words);
  });

  it('follows the language', () => {
    expect(formatDuration(2745 * DAY, 'de')).toBe('7½ Jahre');
  });
});

describe('findFolds(scale, marks, ends, language)', () => {
  const folds = (marks: number[], scale: ElasticScale, unordered: boolean[] = []) =>
    findFolds(
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
  const at = (alpha: number) =>
    elasticScale({ instants: anchors, floors: [30, 30], alpha, range: [0, 600] });

  it('folds a gap drawn at less than a third of its true length', () => {
    expect(folds(anchors, at(0))).toEqual([]);
    const many = [0, ...Array.from({ length: 9 }, (_, i) => (2745 + i) * DAY)];
    const scale = elasticScale({
      instants: many,
      floors: many.slice(1).map(() => 30),
      alpha: 0,
      range: [0, 900],
    });
    expect(folds(many, scale)).toEqual([{ key: '0', at: 50, text: '7½ years' }]);
  });

  it('folds nothing that is to scale', () => {
    expect(folds(anchors, at(1))).toEqual([]);
  });

  it('stands in the longest stretch that no extent’s end divides', () => {
    const instants = [0, 100 * DAY, ...Array.from({ length: 9 }, (_, i) => (2745 + i) * DAY)];
    const marks = instants.filter((t) => t !== 100 * DAY);
    const scale = elasticScale({
      instants,
      floors: instants.slice(1).map(() => 30),
      alpha: 0,
      range: [0, 1000],
    });
    expect(folds(marks, scale)[0]?.at).toBeCloseTo(150, 6);
  });

  it('finds none between marks that have no order, however little room they have', () => {
    const many = [0, ...Array.from({ length: 9 }, (_, i) => (2745 + i) * DAY)];
    const scale = elasticScale({
      ...{ instants: many, floors: many.slice(1).map(() => 30), alpha: 0, range: [0, 900] },
    });
    expect(folds(many, scale, [true])).toEqual([]);
  });

  it('finds none among fewer than two marks', () => {
    expect(folds([], at(0))).toEqual([]);
    expect(folds([5], at(0))).toEqual([]);
  });
});
