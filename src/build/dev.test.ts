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
  ['/p/public/golden/x.png', true],
  ['/p/src/check/golden', false],
  ['/p/src/author/import/fixtures/x.csv', false],
  ['/p/a/content-old/site.yaml', false],
])('isWatched: of a project with its content in a/content, %s: %j', (path, watched) => {
  expect(isWatched(path, '/p', 'a/content')).toBe(watched);
});

it('isWatched: content elsewhere makes nothing of the project watched', () => {
  expect(isWatched('/p/a', '/p', '/elsewhere/content')).toBe(false);
  expect(isWatched('/elsewhere/content/events/x.md', '/p', '/elsewhere/content')).toBe(true);
});

it('isWatched: content is watched in whatever folder it is', () => {
  expect(isWatched('/p/src/check/golden/a/site.yaml', '/p', 'src/check/golden/a')).toBe(true);
  expect(isWatched('/p/src/check/golden', '/p', 'src/check/golden/a')).toBe(true);
  expect(isWatched('/p/golden/content/fixtures/x.md', '/p', 'golden/content')).toBe(true);
  expect(isWatched('/p/src/check/golden/b', '/p', 'src/check/golden/a')).toBe(false);
});
