/** The map of an archive with thirty places on three continents. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { writePlacesArchive } from './places-archive.ts';
import { served } from './served.ts';
import { root } from './sites.ts';

test.describe.configure({ mode: 'default', timeout: 120_000 });

const { url, dir, work } = served((folder) => {
  const content = join(folder, 'content');
  writePlacesArchive(content);
  return content;
});

const PAGES = ['', 'explainer/', 'events/place-14/'];
const map = (page: Page) => page.locator('.place-map .map');
const open = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('.place-map details'))
      one.open = true;
  });

for (const path of PAGES)
  test(`/${path} shows every place, and leads to what happened there`, async ({ page }) => {
    await page.goto(url() + path);
    await expect(map(page)).toBeVisible();
    await expect(map(page)).toHaveAttribute('aria-label', /Lisbon: 1, .+; 31, .+Bogotá: 30, /);
    await open(page);
    const places = page.locator('.place-map ul > li');
    await expect(places).toHaveCount(30);
    const links = places.locator('a');
    await expect(links).toHaveCount(31);
    const targets = await links.evaluateAll((all) =>
      all.map((one) => (one as HTMLAnchorElement).href),
    );
    expect(new Set(targets).size).toBe(31);
    await links.nth(3).click();
    await expect(page).toHaveURL(targets[3] ?? '');
    await expect(page.locator('#place-3')).toBeVisible();
  });

test('a place on the map leads to its first event, and the event whose page it is stands out', async ({
  page,
}) => {
  await page.goto(url());
  await page.locator('.map .wide a', { hasText: 'Cairo' }).locator('circle').click();
  await expect(page).toHaveURL(/#place-15$/);
  await page.goto(`${url()}events/place-15/`);
  await expect(page.locator('.map .wide .here')).toHaveCount(1);
  await expect(page.locator('.map .wide .here')).toContainText('Cairo');
  await expect(page.locator('.place-map [aria-current]')).toHaveText(/The survey reaches Cairo/);
});

test('on a narrow screen the type is as large, and nothing scrolls sideways', async ({ page }) => {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of PAGES) {
      await page.goto(url() + path);
      await open(page);
      await expect(map(page)).toBeVisible();
      const seen = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth > innerWidth,
        heights: [...document.querySelectorAll('.map text')]
          .map((one) => one.getBoundingClientRect().height / (one.children.length || 1))
          .filter((height) => height > 0),
      }));
      expect(seen.sideways, `${path} ${width}`).toBe(false);
      expect(seen.heights.length).toBeGreaterThan(10);
      expect(Math.min(...seen.heights), `${path} ${width}`).toBeGreaterThan(9);
    }
  }
});

test('axe finds nothing, in light, dark and forced colours', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(url() + path);
    await open(page);
    for (const media of [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
      const { violations } = await new AxeBuilder({ page })
        .include('.place-map')
        .setLegacyMode()
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
        `${path} ${JSON.stringify(media)}`,
      ).toEqual([]);
    }
  }
});

test('on paper it is black, with its list, on one page', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(url() + path);
    await page.emulateMedia({ media: 'print' });
    await expect(map(page)).toBeVisible();
    await expect(page.locator('.place-map ul')).toBeVisible();
    const seen = await page.evaluate(() => {
      const styles = (selector: string) =>
        [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one));
      return {
        fills: [...new Set(styles('.map .wide .solid').map(({ fill }) => fill))],
        breaks: styles('.place-map').map(({ breakInside }) => breakInside),
      };
    });
    expect(seen).toEqual({ fills: ['rgb(0, 0, 0)'], breaks: ['avoid'] });
  }
});

test('it is less than 12 kB of the page, without a script, and its style is linked there alone', () => {
  for (const path of PAGES) {
    const html = readFileSync(join(dir(), path, 'index.html'), 'utf8');
    const [figure = ''] = /<figure class="place-map[\s\S]*?<\/figure>/.exec(html) ?? [];
    expect(figure).not.toContain('<script');
    const weight = gzipSync(html).length - gzipSync(html.replace(figure, '')).length;
    expect(weight, path).toBeGreaterThan(2_000);
    expect(weight, path).toBeLessThan(12_000);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(figure) ?? [];
    expect(statSync(join(dir(), style)).size).toBeLessThan(6_000);
    expect(readFileSync(join(dir(), 'about/index.html'), 'utf8')).not.toContain(style);
  }
});

test('what it says is verified', () => {
  const verified = execFileSync(
    process.execPath,
    [join(root, 'e2e/verify.mjs'), dir(), join(work(), 'content')],
    { encoding: 'utf8' },
  );
  expect(verified).toContain('31 events, 31 quotes');
});
