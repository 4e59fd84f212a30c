/** The map of an archive with thirty places on three continents: its looks, and what it does. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { chart } from './chart.ts';
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
const place = (page: Page, key: string) => page.locator(`.map .wide a[data-place="${key}"]`);
const shown = (page: Page) => page.locator('.story > li:visible');
/** The events of the story that are marked because their place is pointed at. */
const pointed = (page: Page) => page.locator('.story > .pointed');
/** Opens the home page, and waits until its map has its script. */
async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(url() + query);
  await page.locator('.map [role="button"]').first().waitFor({ state: 'attached' });
}
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

test('on an event’s page a place leads to its first event, and the event’s own stands out', async ({
  page,
}) => {
  await page.goto(`${url()}events/place-15/`);
  await expect(page.locator('.map .wide .here')).toHaveCount(1);
  await expect(page.locator('.map .wide .here')).toContainText('Cairo');
  await expect(page.locator('.place-map [aria-current]')).toHaveText(/The survey reaches Cairo/);
  await place(page, 'dakar').locator('circle').click();
  await expect(page).toHaveURL(/events\/place-20\/$/);
});

test('a press on a place filters timeline and story, and another press ends it', async ({
  page,
}) => {
  await openMap(page);
  await place(page, 'cairo').locator('circle').click();
  await expect(shown(page)).toHaveText([/The survey reaches Cairo/]);
  await expect(page).toHaveURL(/\/\?place=cairo$/);
  await expect(place(page, 'cairo')).toHaveAttribute('aria-pressed', 'true');
  await expect(place(page, 'dakar')).toHaveClass('out');
  await expect(chart(page).locator('.mark')).toHaveCount(1);
  await expect(page.locator('.filter-status [role="status"]')).toHaveText('1 of 32 events match.');
  await expect(page.locator('.filter input[value="cairo"]')).toBeChecked();
  await expect(page.locator('.map-status')).toContainText('1 of 32 events match.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.map-status')).toBeHidden();
  await expect(place(page, 'dakar').locator('circle')).toHaveCSS('fill', 'rgb(0, 0, 0)');
  await page.emulateMedia({ media: null });
  await place(page, 'cairo').locator('text').click();
  await expect(shown(page)).toHaveCount(32);
  await expect(page.locator('.map-status')).toBeHidden();
  await expect(page).toHaveURL(url());
});

test('a place is a filter with the others, of the events that name it, with or without a point', async ({
  page,
}) => {
  await openMap(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const box = page
    .getByRole('group', { name: 'Place' })
    .getByRole('checkbox', { name: /^Lisbon 3$/ });
  await box.check();
  await expect(shown(page)).toHaveCount(3);
  await expect(place(page, 'lisbon')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('checkbox', { name: /^North/ }).check();
  await expect(shown(page)).toHaveCount(2);
  await expect(page).toHaveURL(/\/\?track=north&place=lisbon$/);
  await shown(page).nth(1).locator('h2 a').click();
  await expect(page).toHaveURL(/events\/return\/$/);
  await page.goBack();
  await expect(shown(page)).toHaveCount(2);
  await expect(place(page, 'lisbon')).toHaveAttribute('aria-pressed', 'true');
  await page.goForward();
  await expect(page).toHaveURL(/events\/return\/$/);
  await openMap(page, '?place=nowhere');
  await expect(page.locator('.filter-status')).toContainText('No event matches');
  await page.locator('.map-status button').click();
  await expect(shown(page)).toHaveCount(32);
  await expect(page.locator('.map .wide a[tabindex="0"]')).toBeFocused();
});

test('by the keyboard, places are one tab stop, are marked and filter', async ({ page }) => {
  await openMap(page);
  await page.locator('.place-map summary').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(place(page, 'lisbon')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(place(page, 'madrid')).toBeFocused();
  await expect(pointed(page)).toHaveText([/The survey reaches Madrid/]);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(shown(page)).toHaveText([/The survey reaches Rio/]);
  await page.keyboard.press('Enter');
  await expect(shown(page)).toHaveCount(32);
  await expect(page.getByRole('button', { name: 'Rio de Janeiro' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(pointed(page)).toHaveCount(3);
});

test('pointing at a place marks its events, and pointing at an event its place', async ({
  page,
}) => {
  await openMap(page);
  await place(page, 'dakar').locator('circle').hover();
  await expect(pointed(page)).toHaveText([/The survey reaches Dakar/]);
  await expect(chart(page).locator('.mark.pointed a')).toHaveAttribute('href', '#place-20');
  await page.locator('article#place-15 h2').hover();
  await expect(place(page, 'cairo')).toHaveClass('pointed');
  await expect(page.locator('.pointed[data-place="dakar"]')).toHaveCount(0);
  await expect(pointed(page)).toHaveCount(0);
  await chart(page).locator('.mark a[href="#place-19"] text').hover();
  await expect(place(page, 'lagos')).toHaveClass('pointed');
  await page.locator('h1').hover();
  await expect(page.locator('.pointed')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap beside a small mark filters, and the map stays where it is', async ({ page }) => {
    await openMap(page);
    const mark = page.locator('.map .narrow a[data-place="dakar"]');
    await mark.scrollIntoViewIfNeeded();
    const top = () => map(page).evaluate((svg) => svg.getBoundingClientRect().top);
    const before = await top();
    const box = await mark.locator('circle').boundingBox();
    if (!box) throw new Error('a mark expected');
    await page.touchscreen.tap(box.x, box.y + box.height + 4);
    await expect(shown(page)).toHaveText([/The survey reaches Dakar/]);
    await expect.poll(top).toBeCloseTo(before, -1);
    await expect(page.locator('.pointed')).toHaveCount(0);
    await page.locator('.map-status button').tap();
    await expect(shown(page)).toHaveCount(32);
    await expect.poll(top).toBeCloseTo(before, -1);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a place leads to its first event, and nothing else looks as if it did', async ({
    page,
  }) => {
    await page.goto(url());
    const looks = await page
      .locator('.map .area')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).cursor));
    expect(looks).toEqual(['auto', 'auto']);
    await expect(page.locator('.place-map button, .map [role="button"]')).toHaveCount(0);
    await place(page, 'cairo').locator('circle').click();
    await expect(page).toHaveURL(/#place-15$/);
  });
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

test('what it says is verified, also numbers where names have no room', () => {
  const verify = (site: string): string => {
    const script = join(root, 'e2e/verify.mjs');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [script, site, join(work(), 'content')],
      { encoding: 'utf8' },
    );
    return stdout + stderr;
  };
  expect(verify(dir())).toContain('32 events, 32 quotes, 72 pages, 0 wrong');
  const altered = join(work(), 'altered');
  cpSync(dir(), altered, { recursive: true });
  const home = join(altered, 'index.html');
  const number = (value: number): string => `<tspan class="number">${value}</tspan></tspan>`;
  writeFileSync(home, readFileSync(home, 'utf8').replace(number(9), number(8)));
  expect(verify(altered)).toContain('index.html  a mark of "Budapest" has the number 8');
});
