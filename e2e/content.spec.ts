/**
 * What every archive in `content/` must fulfil, tested on the site that `npm run build` and `npm run pdf` made. These tests
 * assume nothing about its subject.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { crawl } from './crawl.ts';
import { readPdf } from './pdf.ts';
import { root, SITES } from './sites.ts';

const { dir } = SITES.content;
const namesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, 'content', folder))
    .filter((name) => ending.test(name))
    .map((name) => name.replace(ending, ''))
    .sort();
const events = namesIn('events', /\.mdx?$/);
const sources = namesIn('sources', /\.yaml$/);
const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
const run = (...args: string[]) => {
  const env = { ...process.env };
  delete env['CONTENT_DIR'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status, said: stdout + stderr };
};

/**
 * The letters by which a text is searched in a PDF: those of scripts that the site has fonts for. Not right-to-left text,
 * which a PDF stores in visual order.
 */
const letters = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{sc=Latin}\p{sc=Cyrillic}]/gu, '');
const sought = (quote: string): string =>
  /\p{sc=Arabic}|\p{sc=Hebrew}/u.test(quote) ? '' : letters(quote);

test('it passes check', () => {
  const { status, said } = run('src/cli.ts', 'check');
  expect(status, said).toBe(0);
});

test('every event is once in the story, and has a page, a card, a picture and citations', () => {
  expect(events.length).toBeGreaterThan(0);
  const told = ['index.html', ...globSync('story/*/index.html', { cwd: dir })].flatMap((name) =>
    [...read(name).matchAll(/<article class="event[^>]* id="([^"]+)"/g)].map(([, id = '']) => id),
  );
  expect(told.sort()).toEqual(events);
  const files = new Set(globSync('{events,embed,og,oembed}/**', { cwd: dir }));
  for (const id of events)
    for (const name of [
      `events/${id}/index.html`,
      `events/${id}.bib`,
      `embed/${id}/index.html`,
      `og/${id}.png`,
      `oembed/${id}.json`,
    ])
      expect(files, name).toContain(join(name));
});

test('every event is in every export that has all of them', () => {
  const idsIn = (name: string, pattern: RegExp): string[] =>
    [...new Set([...read(name).matchAll(pattern)].map(([, id = '']) => id))].sort();
  expect(
    JSON.parse(read('data/events.json'))
      .events.map(({ id }: { id: string }) => id)
      .sort(),
  ).toEqual(events);
  expect(idsIn('data/timelinejs.json', /"unique_id": "((?!title")[^"]*)"/g)).toEqual(events);
  expect(idsIn('feed.xml', /<id>[^<]*\/events\/([^<]*)\/<\/id>/g)).toEqual(events);
  expect(idsIn('feed.json', /"id": "[^"]*\/events\/([^"]*)\/"/g)).toEqual(events);
  expect(idsIn('data/events.csv', /\/events\/([a-z0-9-]+)\//g)).toEqual(events);
});

test('every link and anchor resolves, and nothing is asked of another host', async ({
  request,
  baseURL,
}) => {
  const { pages, faults } = await crawl(request, baseURL ?? '');
  expect(faults).toEqual([]);
  for (const id of events) expect([...pages.keys()]).toContain(`${baseURL}events/${id}/`);
  for (const id of sources) expect([...pages.keys()]).toContain(`${baseURL}sources/${id}/`);
});

/** A page of each kind; of the events, the first and the last by name. */
const kinds = () => [
  '',
  'about/',
  'explainer/',
  'present/',
  'embed/',
  '404.html',
  ...[events[0], events.at(-1)].map((id) => `events/${id}/`),
  `embed/${events[0]}/`,
  ...sources.map((id) => `sources/${id}/`).slice(0, 1),
  ...globSync('actors/*/', { cwd: dir })
    .map((name) => `${name.replaceAll('\\', '/').replace(/\/$/, '')}/`)
    .sort()
    .slice(0, 1),
];

test('a page of each kind breaks no rule, keeps within its policy and never scrolls sideways', async ({
  page,
}) => {
  test.slow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  for (const path of kinds()) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .setLegacyMode()
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`),
      path,
    ).toEqual([]);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${path} at ${width} px`,
      ).toBeLessThanOrEqual(0);
    }
    expect(complaints, path).toEqual([]);
  }
});

test('the timeline draws every event, runs, and leads to them', async ({ page }) => {
  await page.goto('');
  await page.locator('time-line.running').waitFor({ state: 'attached' });
  const marks = page.locator('svg.timeline:visible .mark a');
  expect(await marks.count()).toBeGreaterThan(0);
  const name = await marks.first().getAttribute('aria-label');
  await marks.first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('article:focus'), name ?? '').toHaveCount(1);
});

test('every page of an event prints with all its quotes', async ({ page }) => {
  test.slow();
  for (const id of events.slice(0, 20)) {
    await page.goto(`events/${id}/`);
    const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
    const text = letters(pages.join(''));
    for (const quote of await page.locator('.quote blockquote').allTextContents())
      expect(text, id).toContain(sought(quote));
  }
});

test('the print edition is there on both papers, with a bookmark of each event', async ({
  page,
}) => {
  await page.goto('explainer/');
  const headings = await page
    .locator('main :is(h1, h2, h3)')
    .evaluateAll((all) => all.map((h) => (h.textContent ?? '').replace(/\s+/g, ' ').trim()));
  expect(headings.length).toBeGreaterThan(events.length);
  // A QR code of a local address would lead each reader to their own machine.
  const address = await page.locator('link[rel="canonical"]').getAttribute('href');
  await expect(page.locator('.imprint svg')).toHaveCount(
    /^http:\/\/localhost\b/.test(address ?? '') ? 0 : 1,
  );
  for (const paper of ['a4', 'letter']) {
    const pdf = await readPdf(readFileSync(join(dir, `explainer-${paper}.pdf`)));
    expect(pdf.bookmarks, paper).toEqual(headings);
    const text = letters(pdf.pages.join(''));
    for (const quote of await page.locator('.entries blockquote p').allTextContents())
      expect(text, paper).toContain(sought(quote));
  }
});

test('its quotes are found again without the site’s code', () => {
  test.skip(read('data/annotations.jsonl').trim() === '', 'no event has a quote');
  const { status, said } = run('e2e/verify.mjs', 'dist');
  expect(status, said).toBe(0);
});
