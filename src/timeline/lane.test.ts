import { describe, expect, it } from 'vitest';
import { arrangeLane, type WidePlaces } from './lane.ts';

const wide = (...given: [from: number, to: number][]): WidePlaces => ({
  xs: given.map(([from, to]) => (from + to) / 2),
  from: given.map(([from]) => from),
  to: given.map(([, to]) => to),
});
/** Dots by small letters, extents by capitals. */
const named = ({ order, runs, extents }: ReturnType<typeof arrangeLane>) => [
  ...runs.map(({ start, end }) => [
    Array.from(order.subarray(start, end), (i) => (i < 0 ? 'ABCDE'[~i] : 'abcde'[i])).join('+'),
    0,
  ]),
  ...extents.map(({ i, row }) => ['ABCDE'[i], row]),
];

const marks = { apart: 24, radius: 6, cluster: 11 };

describe('arrangeLane(places, marks, most)', () => {
  it('clusters dots closer than a finger in the first row', () => {
    expect(named(arrangeLane({ dots: [0, 10, 100], wide: wide() }, marks, 3))).toEqual([
      ['a+b', 0],
      ['c', 0],
    ]);
  });

  it('gives extents the first row where they touch nothing', () => {
    const lane = { dots: [50], wide: wide([0, 100], [120, 200]) };
    expect(named(arrangeLane(lane, marks, 3))).toEqual([
      ['a', 0],
      ['A', 1],
      ['B', 0],
    ]);
  });

  it('makes extents narrower than a finger marks like dots', () => {
    const lane = { dots: [50], wide: wide([45, 65]) };
    expect(named(arrangeLane(lane, marks, 3))).toEqual([['a+A', 0]]);
  });

  it('lets what finds no row join the marks nearest to it', () => {
    const lane = { dots: [], wide: wide([0, 100], [10, 110], [20, 120], [200, 300]) };
    const { order, extents, stubs } = arrangeLane(lane, marks, 2);
    expect(order.length + extents.length).toBe(4);
    expect([...order].map((i) => ~i)).toEqual([...stubs].sort());
    expect(Math.max(...extents.map(({ row }) => row))).toBe(1);
  });

  it('has nothing for an empty lane', () => {
    expect(named(arrangeLane({ dots: [], wide: wide() }, marks, 3))).toEqual([]);
  });
});
