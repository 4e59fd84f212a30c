/**
 * Embeds as their readers meet them: in a frame of another origin, with the headers that the site is served with and
 * without any, as on GitHub Pages.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import sirv from 'sirv';
import { SITES } from './sites.ts';

const EVENT = 'dale-invites-ruud';

/** Another port is another origin. Another host would do too, but in Firefox Playwright cannot click in its frames. */
const listen = (server: Server): Promise<string> =>
  new Promise((done) => {
    server.listen(0, () => done(`http://localhost:${(server.address() as AddressInfo).port}/`));
  });

const bare = createServer(sirv(SITES.site.dir));
let withoutHeaders = '';
test.beforeAll(async () => {
  withoutHeaders = await listen(bare);
});
test.afterAll(() => bare.close());

/** Opens a page of another origin with some HTML in it. */
async function openAround(page: Page, html: string): Promise<void> {
  const around = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.end(`<!doctype html><title>A blog</title><body style="margin:0">${html}`);
  });
  await page.goto(await listen(around));
  around.close();
}

/** The snippet that the site offers on a page, for a site at another address. */
async function snippetOn(page: Page, path: string, site: string): Promise<string> {
  await page.goto(path);
  const [snippet = '', resizer = ''] = await page.locator('.share pre').allTextContents();
  return snippet.replace(/src="[^"]*?\/embed\//, `src="${site}embed/`) + resizer;
}

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe');
const running = (page: Page) =>
  frameOf(page).locator('time-line.running').waitFor({ state: 'attached' });

for (const headers of ['with the headers of the site', 'without headers'])
  test(`F01 links in a frame open the site in the whole window, ${headers}`, {
    tag: '@core',
  }, async ({ page, baseURL }) => {
    const site = headers.startsWith('without') ? withoutHeaders : (baseURL ?? '');
    const inTimeline = await snippetOn(page, '', site);
    await openAround(page, inTimeline);
    await running(page);
    const mark = frameOf(page).locator('svg.timeline:visible .mark:not(.cluster)').first();
    const id = await mark.getAttribute('data-key');
    await mark.locator('text').click();
    await page.waitForURL(`${site}#${id}`);
    await expect(page.locator(`article#${id} h2`)).toBeInViewport();

    // A mark that the browser has drawn, by key.
    await openAround(page, inTimeline);
    await running(page);
    await frameOf(page).getByRole('button', { name: 'Zoom in' }).click();
    await frameOf(page).getByRole('button', { name: 'Zoom in' }).click();
    await expect(frameOf(page).getByRole('button', { name: 'Show all' })).toHaveAttribute(
      'aria-disabled',
      'false',
    );
    await frameOf(page).locator('svg.timeline:visible .mark:not(.cluster) a').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(`${site}#`));

    await openAround(page, await snippetOn(page, `events/${EVENT}/`, site));
    await frameOf(page).getByRole('heading').getByRole('link').click();
    await page.waitForURL(`${site}events/${EVENT}/`);
  });

test('F17 from 560 px, time runs across in a frame, and the snippet’s height shows all of it', {
  tag: '@core',
}, async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1300, height: 1000 });
  const snippet = (await snippetOn(page, '', baseURL ?? '')).split('<script')[0] ?? '';
  for (const width of [320, 540, 560, 640, 720, 1100]) {
    await openAround(page, snippet.replace('width="100%"', `width="${width}"`));
    await running(page);
    const shown = frameOf(page).locator('svg.timeline:visible');
    await expect(shown).toHaveCount(1);
    await expect(shown).toHaveClass(width < 560 ? /\bdown\b/ : /\bacross\b/);
    const [frame, content] = await frameOf(page)
      .locator('body')
      .evaluate((body) => [innerHeight, body.getBoundingClientRect().height]);
    if (width < 560 || width > 720) continue;
    expect(content, `content at ${width} px`).toBeLessThanOrEqual(frame ?? 0);
    expect(content, `content at ${width} px`).toBeGreaterThan((frame ?? 0) - 150);
  }
});

test('F17 the page around is told the height, and the script of the snippet keeps to it', {
  tag: '@core',
}, async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 500, height: 900 });
  await openAround(page, await snippetOn(page, '', baseURL ?? ''));
  const fits = () =>
    frameOf(page)
      .locator('body')
      .evaluate((body) => Math.ceil(body.getBoundingClientRect().height) - innerHeight);
  await expect.poll(fits).toBe(0);
  const before = (await page.locator('iframe').boundingBox())?.height ?? 0;
  expect(before).toBeGreaterThan(1000);
  // Wider, it is lower, and the frame shrinks with it.
  await page.setViewportSize({ width: 900, height: 900 });
  await expect.poll(fits).toBe(0);
  expect((await page.locator('iframe').boundingBox())?.height).toBeLessThan(before);
  await frameOf(page).getByRole('button', { name: 'Filter' }).click();
  await expect.poll(fits).toBe(0);
});
