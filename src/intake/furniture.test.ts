import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';

const proposals = (html: string) =>
  readHtml(
    new TextEncoder().encode(
      `<!doctype html>${html}<article><p>${'The storm rose. '.repeat(9)}</p></article>`,
    ),
  ).furniture;

describe('readHtml(bytes).furniture', () => {
  it.each([
    ['<nav><a href=/>Home</a> <a href=/n>News</a></nav>', 'Home News', 'Navigation of the site'],
    [
      '<header><p>The Paper</p><p>Since 1900</p></header>',
      'The Paper\n\nSince 1900',
      'The banner of the site',
    ],
    ['<footer>All rights reserved</footer>', 'All rights reserved', 'The foot of the page'],
    ['<div role="search">Search</div>', 'Search', 'A search form'],
    [
      '<div id="cookie-consent cookie">We use cookies.</div>',
      'We use cookies.',
      'A notice on cookies',
    ],
    ['<div class="newsletter">Subscribe now</div>', 'Subscribe now', 'An invitation to subscribe'],
    ['<ul class="related"><li>More</li><li>Most</li></ul>', 'More\n\nMost', 'Links to other pages'],
    ['<div class="ad"><p>Buy</p></div>', 'Buy', 'An advertisement'],
    ['<section class="comments"><p>First!</p></section>', 'First!', 'What readers wrote'],
  ])('proposes %s', (html, exact, why) => {
    expect(proposals(html)).toEqual([{ exact, why }]);
  });

  it.each([
    '<header><h1>The storm</h1></header>',
    '<article><header>By Ada</header><footer>Corrected.</footer><aside>A quote</aside></article>',
    '<aside epub:type="footnote">1. A note</aside>',
    '<p class="address">An address</p>',
    '<div class="loading shadow header">Words</div>',
    '<nav hidden>Home</nav>',
  ])('proposes nothing of %s', (html) => {
    expect(proposals(html)).toEqual([]);
  });

  it('proposes nothing that is most of the page, or stands there twice', () => {
    const read = (html: string) => readHtml(new TextEncoder().encode(html)).furniture;
    expect(read('<div class="sidebar"><p>All there is.</p></div>')).toEqual([]);
    expect(read('<nav>Home</nav><p>The storm rose, and rose.</p><nav>Home</nav>')).toEqual([]);
  });

  it('leaves the text of every page as it is', () => {
    const pages = globSync('e2e/pages/*.html', { cwd: join(import.meta.dirname, '../..') });
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const { text, furniture } = readHtml(readFileSync(page));
      for (const { exact } of furniture) expect(text).toContain(exact);
    }
  });
});
