import { describe, expect, it } from 'vitest';
import type { AnchoredItem, Item } from './item.ts';
import { arrangeLane, type Row, type WideItems } from './lane.ts';

const item = (id: string): Item => ({
  id,
  title: id,
  name: id,
  track: 0,
  range: { lo: 0, hi: 1 },
  solid: null,
  lasting: false,
  rangeNames: [],
  dateNames: ['day'],
  ends: [null],
});
const dot = (id: string): AnchoredItem => ({ item: item(id), anchor: 0, dot: true });
const wide = (...given: [id: string, from: number, to: number][]): WideItems => ({
  items: given.map(([id]) => ({ item: item(id), anchor: 0, dot: false })),
  xs: given.map(([, from, to]) => (from + to) / 2),
  from: given.map(([, from]) => from),
  to: given.map(([, , to]) => to),
});
const row = (...given: [AnchoredItem, number][]): Row => ({
  items: given.map(([entry]) => entry),
  ids: given.map(([{ item }]) => item.id),
  xs: given.map(([, x]) => x),
});
const ids = ({ row, runs, extents }: ReturnType<typeof arrangeLane>) => [
  ...runs.map(({ start, end }) => [row.ids.slice(start, end).join('+'), 0]),
  ...extents.map(({ entry, row }) => [entry.item.id, row]),
];

const marks = { apart: 24, radius: 6, cluster: 11 };

describe('arrangeLane(contents, marks, most)', () => {
  it('clusters dots closer than a finger in the first row', () => {
    const dots = row([dot('a'), 0], [dot('b'), 10], [dot('c'), 100]);
    expect(ids(arrangeLane({ dots, wide: wide() }, marks, 3))).toEqual([
      ['a+b', 0],
      ['c', 0],
    ]);
  });

  it('gives extents the first row where they touch nothing', () => {
    const lane = { dots: row([dot('a'), 50]), wide: wide(['b', 0, 100], ['c', 120, 200]) };
    expect(ids(arrangeLane(lane, marks, 3))).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  it('makes extents narrower than a finger marks like dots', () => {
    const lane = { dots: row([dot('a'), 50]), wide: wide(['b', 45, 65]) };
    expect(ids(arrangeLane(lane, marks, 3))).toEqual([['a+b', 0]]);
  });

  it('lets what finds no row join the marks nearest to it', () => {
    const lane = {
      dots: row(),
      wide: wide(['a', 0, 100], ['b', 10, 110], ['c', 20, 120], ['d', 200, 300]),
    };
    const { row: merged, extents } = arrangeLane(lane, marks, 2);
    expect(merged.items.length + extents.length).toBe(4);
    expect(Math.max(...extents.map(({ row }) => row))).toBe(1);
  });

  it('has nothing for an empty lane', () => {
    expect(ids(arrangeLane({ dots: row(), wide: wide() }, marks, 3))).toEqual([]);
  });
});
