import { expect, it } from 'vitest';
import type { Item } from '../timeline/index.ts';
import { paginationOf } from './pagination.ts';

const items = ['a', 'b', 'b-c', 'd'].map((id) => ({ id }) as Item);
const story = {
  parts: [
    { path: '/', first: 0 },
    { path: '/story/2/', first: 2 },
  ],
  facts: items.map(({ id }) => ({ kind: id, actors: [] })),
  aliases: { was: 'd' },
};

it('finds the page of an event, of a former name and of a quote, where it is another', () => {
  const { elsewhere, facts } = paginationOf(items, story, '1');
  expect(elsewhere('a')).toBeNull();
  expect(elsewhere('d')).toBe('/story/2/#d');
  expect(elsewhere('was')).toBe('/story/2/#was');
  // The longest id that fits: not b’s quote c-said.
  expect(elsewhere('q-b-c-said')).toBe('/story/2/#q-b-c-said');
  expect(elsewhere('q-b-said')).toBeNull();
  expect(elsewhere('ref-x')).toBeNull();
  expect(elsewhere('toString')).toBeNull();
  expect(facts('b-c')).toEqual({ kind: 'b-c', actors: [] });
  expect(facts('none')).toBeNull();
});

it('is of no page where none of the parts is here, as in other people’s pages', () => {
  expect(paginationOf(items, story, undefined).elsewhere('a')).toBe('/#a');
});

it('has nothing to say of a story that is whole', () => {
  expect(paginationOf(items, undefined, undefined).elsewhere('a')).toBeNull();
});
