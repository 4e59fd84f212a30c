import { expect, it } from 'vitest';
import { isWatched } from './dev.ts';

it.each([
  ['/p', true],
  ['/p/src', true],
  ['/p/src/pages/index.astro', true],
  ['/p/astro.config.mjs', true],
  ['/p/.astro/data-store.json', true],
  ['/p/a/content', true],
  ['/p/a/content/events/x.md', true],
  // The way to the content.
  ['/p/a', true],
  ['/elsewhere/content/site.yaml', true],
  ['/p/dist', false],
  ['/p/dist/index.html', false],
  ['/p/.bench', false],
  ['/p/.bench/site-10000/index.html', false],
  ['/p/.git', false],
  ['/p/srcs/x.ts', false],
  ['/p/a/content-old/site.yaml', false],
])('isWatched: of a project with its content in a/content, %s: %j', (path, watched) => {
  expect(isWatched(path, '/p', 'a/content')).toBe(watched);
});

it('isWatched: content elsewhere makes nothing of the project watched', () => {
  expect(isWatched('/p/a', '/p', '/elsewhere/content')).toBe(false);
  expect(isWatched('/elsewhere/content/events/x.md', '/p', '/elsewhere/content')).toBe(true);
});
