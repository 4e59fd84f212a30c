import { expect, it } from 'vitest';
import { hasWord } from '../check/read/markdown.ts';
import { linkTo } from './markdown.ts';

it.each([
  ['A lamp', /^\[A lamp\]\(https:\/\/example\.org\/\)$/],
  ['', /^\[[^\]]+\]\(https:\/\/example\.org\/\)$/],
  ['→', /^→ \[[^\]]+\]\(https:\/\/example\.org\/\)$/],
])('linkTo(%j, address) is a link with words, and loses none', (words, link) => {
  const made = linkTo(words, 'https://example.org/');
  expect(made).toMatch(link);
  expect(hasWord(/\[([^\]]+)\]/.exec(made)?.[1] ?? '')).toBe(true);
});
