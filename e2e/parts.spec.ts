/** A story too long for one page, with and without JavaScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { makeArchive, writeArchive } from './bench/archive.ts';
import { collisions } from './chart.ts';
import { served } from './served.ts';

const BASE = '/town/';
const { events, files, tracks } = makeArchive({ events: 400 });

/** Serially, so that the archive is built once. */
test.describe.configure({ mode: 'default', timeout: 120_000 });

const { url, dir } = served((work) => {
  const content = join(work, 'content');
  writeArchive(content, { files });
  return content;
}, BASE);

const at = (path: string): string => new URL(path, url()).href;
const pages = (): string[] => [
  'index.html',
  ...readdirSync(join(dir(), 'story'))
    .sort((a, b) => Number(a) - Number(b))
    .map((part) => `story/${part}/index.html`),
];
const idsOn = (file: string): string[] =>
  [
    ...readFileSync(join(dir(), file), 'utf8').matchAll(/<article class="event[^>]* id="([^"]+)"/g),
  ].map(([, id = '']) => id);
const isIn = (page: Page, id: string) =>
  expect(page.locator(`article[id="${id}"]`)).toBeInViewport();

async function open(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await page.locator('time-line.running').waitFor({ state: 'attached' });
}

async function withoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return context.newPage();
}

test('the pages hold every event once, in order, and none weighs more than 150 kB', () => {
  expect(pages().length).toBeGreaterThan(3);
  const told = pages().flatMap(idsOn);
  expect([...told].sort()).toEqual(events.map(({ id }) => id).sort());
  for (const file of pages()) {
    const html = readFileSync(join(dir(), file));
    expect(idsOn(file).length).toBeLessThanOrEqual(300);
    expect(brotliCompressSync(html).length, file).toBeLessThanOrEqual(150_000);
    expect(html.includes('type="application/json"'), `${file} has the data inline`).toBe(false);
  }
});

test('without JavaScript the parts lead to each other, and marks to their articles', async ({
  browser,
}) => {
  const page = await withoutScript(browser);
  await page.goto(at(''));
  const walked: string[] = [];
  for (;;) {
    await page.waitForLoadState();
    walked.push(new URL(page.url()).pathname);
    const next = page.locator('.parts a[rel="next"]').last();
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(walked).toEqual(pages().map((file) => `${BASE}${file.replace('index.html', '')}`));
  await page.locator('.parts a[rel="prev"]').last().click();
  expect(new URL(page.url()).pathname).toBe(walked.at(-2));
  await page.locator('.parts summary').click();
  await page.locator('.parts li a').first().click();
  expect(new URL(page.url()).pathname).toBe(BASE);

  // Each mark of the drawing leads to an article that is there.
  const hrefs = await page
    .locator('svg.wide .mark a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(new Set(hrefs.map((href) => href.split('#')[0])).size).toBeGreaterThan(3);
  for (const href of hrefs) {
    const [path = '', id = ''] = href.split('#');
    expect(idsOn(`${path.slice(BASE.length)}index.html`)).toContain(id);
  }
  await page.context().close();
});

test('an event’s own page leads to its place in the story', async ({ browser }) => {
  const page = await withoutScript(browser);
  const { id } = events[300] ?? { id: '' };
  await page.goto(at(`events/${id}/`));
  await page.getByRole('link', { name: 'Show on the timeline' }).click();
  expect(new URL(page.url()).pathname).toContain('/story/');
  await isIn(page, id);
  await page.context().close();
});

test('the address of an event of another part leads there, of a quote too', async ({ page }) => {
  const far = idsOn(pages().at(-1) ?? '')[2] ?? '';
  const part = `${BASE}${pages().at(-1)?.replace('index.html', '')}`;
  await page.goto(at(`#${far}`));
  await page.waitForURL((url) => url.pathname === part && url.hash === `#${far}`);
  await isIn(page, far);
  await page.goto(at(`story/2/#q-${far}-said`));
  await page.waitForURL((url) => url.pathname === part && url.hash === `#q-${far}-said`);
  await expect(page.locator(`[id="q-${far}-said"]`)).toBeInViewport();
  // An unknown fragment changes nothing.
  await open(page, '#nothing');
  expect(new URL(page.url()).pathname).toBe(BASE);
});

test('a mark leads to its article on whichever page, by key and by pointer, and is described', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open(page, '');
  const links = page.locator('svg.wide .mark:not(.cluster) a');
  const last = links.last();
  const href = (await last.getAttribute('href')) ?? '';
  expect(href).toContain('/story/');
  await last.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(last).toBeFocused();
  const name = (await last.getAttribute('aria-label')) ?? '';
  await expect(page.locator('.preview')).toHaveText(name);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href.endsWith(href));
  await isIn(page, href.split('#')[1] ?? '');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe(BASE);
  // A mark of an event on this page does not leave it.
  await page.locator('time-line.running').waitFor({ state: 'attached' });
  const own = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? '').filter((to) => to.startsWith('#')),
  );
  for (const to of own) expect(idsOn('index.html')).toContain(to.slice(1));
});

test('the filter counts all events, and hides those of this page that do not match', async ({
  page,
}) => {
  const [track] = tracks;
  const count = events.filter((event) => event.track === track?.id).length;
  await open(page, `story/2/?track=${track?.id}`);
  const status = page.locator('.filter-status [role="status"]');
  await expect(status).toContainText(`${count} of 400 events match`);
  const here = await page.locator('.story > li:visible').count();
  await expect(status).toContainText(`${here} of them on this page`);
  expect(here).toBeGreaterThan(0);
  for (const item of await page.locator('.story > li:visible').all())
    expect(await item.getAttribute('data-track')).toBe(track?.id);
});

test('F03 a mark of several says when they happened, years included, in its name and its tip', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open(page, '');
  const names = await page
    .locator('svg.timeline:visible .mark.cluster a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('aria-label') ?? ''));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names)
    expect(name).toMatch(/^\d+ events, (\d{4}(–\d{4})?|[^–]*\d{4}( – [^–]*\d{4})?)$/);
  expect(names.filter((name) => /, \d{4}–\d{4}$/.test(name)).length).toBeGreaterThan(0);
  const cluster = page.locator('svg.timeline:visible .mark.cluster a').first();
  await cluster.hover();
  await expect(page.locator('.preview')).toContainText(names[0] ?? '');
});

test('the filter survives a click that leads to another part', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  const [track] = tracks;
  await open(page, `?track=${track?.id}`);
  const search = `?track=${track?.id}`;
  // The nearest parts, marks, and what a search finds.
  for (const link of await page.locator('.parts a').all())
    expect(await link.evaluate((a: HTMLAnchorElement) => a.search)).toBe(search);
  const elsewhere = page.locator('svg.timeline:visible .mark:not(.cluster) a[href*="/story/"]');
  const to = await elsewhere.last().getAttribute('href');
  expect(to).toContain(`${search}#`);
  await elsewhere.last().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/story/\\d+/\\?track=${track?.id}#`));
  await page.locator('time-line.running').waitFor({ state: 'attached' });
  await expect(page.locator('.filter-status')).toContainText('of 400 events match');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  expect(
    await page
      .locator('.parts a')
      .first()
      .evaluate((a: HTMLAnchorElement) => a.search),
  ).toBe('');
});

test('F28 at rest, the marks of many have titles, and none touches another, also on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open(page, '');
  const captions = page.locator('svg.timeline:visible .mark .caption');
  const telling = await captions.allTextContents();
  expect(telling.length).toBeGreaterThan(6);
  const titles = new Set(events.map(({ title }) => title));
  for (const text of telling) {
    const [, title = '', cut] = /^(.*?)( …)? and [\d,]+ more$/.exec(text) ?? [];
    const starts = [...titles].some((full) => (cut ? full.startsWith(title) : full === title));
    expect(starts, text).toBe(true);
  }
  expect(await collisions(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('svg.timeline.down:visible .mark.cluster')).not.toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await collisions(page)).toEqual([]);
});

for (const width of [390, 1280, 2560])
  test(`F20 the line of the reading bar is as wide as the bar, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, '');
    await page
      .locator('.story article')
      .nth(5)
      .evaluate((node) => node.scrollIntoView());
    const bar = page.locator('.reading-bar');
    await expect(bar.locator('.number')).toHaveText('6 of 400');
    await expect(bar.locator('.mark.here')).toHaveCount(1);
    const drawn = await bar.locator('svg').evaluate((svg: SVGSVGElement) => {
      const box = svg.getBoundingClientRect();
      const { width, height } = svg.viewBox.baseVal;
      const radius = Number(svg.querySelector('circle')?.getAttribute('r'));
      const scale = Math.min(box.width / width, box.height / height);
      return { share: (scale * width) / box.width, dot: radius * scale, texts: svg.textContent };
    });
    expect(drawn.share).toBeGreaterThan(0.98);
    // No smaller than where there are few, and nothing to read.
    expect(drawn.dot).toBeGreaterThan(2.5);
    expect(drawn.texts).toBe('');
  });

test('the sitemap names every event, and no part, whose contents shift', () => {
  const map = readFileSync(join(dir(), 'sitemap-0.xml'), 'utf8');
  expect(map).toContain(`/events/${events.at(-1)?.id}/`);
  expect(map).not.toContain('/story/');
});
