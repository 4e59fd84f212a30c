/** The site for crawlers, sharing, embedding and programs. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { crawl } from './crawl.ts';
import { root, SITES } from './sites.ts';

const EVENT = 'dale-invites-ruud';

test('every link and anchor resolves, and every page says what it is', { tag: '@base' }, async ({
  request,
  baseURL,
}) => {
  const { pages, faults } = await crawl(request, baseURL ?? '');
  expect(pages.size).toBeGreaterThan(40);
  expect(faults).toEqual([]);

  const titles = new Map<string, string>();
  for (const [url, { document }] of pages) {
    const content = (selector: string, attribute = 'content'): string =>
      document.querySelector(selector)?.getAttribute(attribute) ?? '';
    expect(document.querySelectorAll('h1'), url).toHaveLength(1);
    expect(document.documentElement.getAttribute('lang'), url).toBeTruthy();
    expect(content('meta[name="description"]').length, url).toBeGreaterThan(20);
    expect(content('link[rel="canonical"]', 'href'), url).toMatch(/^https?:/);
    if (url.includes('/embed/')) continue;
    expect(content('meta[property="og:image"]'), url).toMatch(/\/og\/[a-z0-9-]+\.png$/);
    const { title } = document;
    expect(titles.get(title), `${url} has the title of`).toBe(undefined);
    titles.set(title, url);
  }
});

test('share pictures are 1200 × 630 and light', async ({ request }) => {
  for (const name of [EVENT, 'index']) {
    const png = await (await request.get(`og/${name}.png`)).body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(100_000);
  }
});

test('no two files would be one on a disk that knows no case', () => {
  const names = readdirSync(SITES.site.dir, { recursive: true, encoding: 'utf8' });
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

test('TimelineJS loads its file', async ({ page, baseURL }) => {
  const package_ = join(root, 'node_modules/@knight-lab/timelinejs/dist');
  await page.route('**/timelinejs-reader/**', (route) => {
    const [, path = ''] = new URL(route.request().url()).pathname.split('/timelinejs-reader/');
    return path === ''
      ? route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><link rel="stylesheet" href="css/timeline.css"><div id="t" style="width:1000px;height:600px"></div><script src="js/timeline.js"></script><script>window.timeline = new TL.Timeline('t', '${baseURL}data/timelinejs.json', { script_path: '${baseURL}timelinejs-reader/js/' })</script>`,
        })
      : route.fulfill({ path: join(package_, path) });
  });
  await page.goto('timelinejs-reader/');
  const { events } = (await (await page.request.get('data/timelinejs.json')).json()) as {
    events: { text: { headline: string } }[];
  };
  await expect(page.locator('.tl-timemarker')).toHaveCount(events.length);
  await expect(page.locator('.tl-message')).toHaveCount(0);
  await expect(
    page.locator('.tl-slide h2', { hasText: events[3]?.text.headline ?? '' }),
  ).toHaveCount(1);
});

for (const [width, height] of [
  [300, 200],
  [1000, 600],
] as const)
  test(`what is embedded fits ${width} × ${height}, and its links open the site`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const address of [`embed/${EVENT}/`, 'embed/']) {
      const grounds = [];
      for (const theme of ['light', 'dark']) {
        await page.goto(`${address}?theme=${theme}`);
        const size = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          // The legend is below the chart.
          document.querySelector('time-line') ? 0 : document.documentElement.scrollHeight,
        ]);
        expect(size[0]).toBeLessThanOrEqual(width);
        expect(size[1]).toBeLessThanOrEqual(height);
        await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
        grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      }
      expect(new Set(grounds).size).toBe(2);
      const targets = await page.evaluate(() =>
        [...document.links].map((link) => link.target || document.querySelector('base')?.target),
      );
      expect(new Set(targets)).toEqual(new Set(['_top']));
    }
  });

test('a mark of the embedded timeline opens the story', { tag: '@base' }, async ({
  page,
  baseURL,
}) => {
  await page.goto('embed/');
  await page.locator(`svg.timeline:visible .mark[data-key="${EVENT}"] a text`).click();
  await expect(page).toHaveURL(`${baseURL}#${EVENT}`);
});

test('oEmbed answers with the snippet that the page shows', { tag: '@base' }, async ({ page }) => {
  await page.goto(`events/${EVENT}/`);
  await page.getByText('Embed', { exact: true }).click();
  const shown = await page.locator('.share pre').textContent();
  const response = await page.request.get(`oembed/${EVENT}.json`);
  expect(await response.json()).toMatchObject({ version: '1.0', type: 'rich', html: shown });
});

test('link and citation are copied, and files are there for reference managers', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`events/${EVENT}/`);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await copied()).toMatch(new RegExp(`^http.*/events/${EVENT}/$`));
  await page.getByText('Cite this').click();
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect.poll(copied).toContain('“Dale invites Ruud to visit Norholm”');
  const meta = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute('content');
  expect(await meta('citation_title')).toBe('Dale invites Ruud to visit Norholm');
  expect(await meta('citation_publication_date')).toMatch(/^\d{4}\/\d\d\/\d\d$/);
  expect(await meta('citation_publisher')).toBe(await meta('DC.publisher'));
  expect(await meta('citation_public_url')).toMatch(new RegExp(`/events/${EVENT}/$`));
});

test('an event that was renamed is found at its former address, anchors and all', async ({
  page,
  request,
}) => {
  const moved = await (await request.get('events/dale-and-ruud-meet/')).text();
  expect(moved).toMatch(/<link rel="canonical" href="[^"]*\/events\/stenvik-talks\/">/);
  expect(moved).toContain('noindex');
  for (const quote of ['first-talks', 'first-meeting']) {
    const anchor = `q-dale-and-ruud-meet-${quote}`;
    await page.goto(`events/dale-and-ruud-meet/#${anchor}`);
    await expect(page).toHaveURL(new RegExp(`/events/stenvik-talks/#${anchor}$`));
    await expect(page.locator(`#${anchor}`)).toBeAttached();
    await page.goto(`sources/evening-post-1911-05-10/#${anchor}`);
    await expect(page.locator(`#${anchor} + mark, #${anchor} ~ mark`).first()).toBeAttached();
  }
});
