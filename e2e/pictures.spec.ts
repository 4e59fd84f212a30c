/** An archive with a picture, a sound and a film: shown, opened, played and printed, by its own words alone. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watch } from './policy.ts';
import { served } from './served.ts';
import { shiftsOf, watchShifts } from './shifts.ts';
import { root } from './sites.ts';

test.describe.configure({ mode: 'default', timeout: 120_000 });
test.use({ reducedMotion: 'reduce' });

// A build writes beside its archive.
let content = '';
const { url, dir } = served((work) => {
  content = join(work, 'content');
  cpSync(join(root, 'e2e/archives/album'), content, { recursive: true });
  return content;
});

const EVENT = 'events/lamp-lit/';
const picture = (page: Page) => page.locator('#lamp-lit .enlarges');
const dialog = (page: Page) => page.locator('#lamp-lit dialog');

/** The picture that a page has chosen to show, once it is there. */
const chosen = async (page: Page, selector: string): Promise<string> => {
  const image = page.locator(selector);
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0))
    .toBe(true);
  return image.evaluate((one: HTMLImageElement) => new URL(one.currentSrc).pathname);
};

test('shows a picture in the text, with what it is, whose it is and where it is from', async ({
  page,
}) => {
  const broken = await watch(page);
  await watchShifts(page);
  for (const path of ['', EVENT]) {
    await page.goto(url() + path);
    const figure = page.locator('#lamp-lit figure.picture');
    await expect(figure.getByRole('img')).toHaveAccessibleName(/^A white tower/);
    await expect(figure.locator('.caption')).toHaveText(
      'The tower where the keeper lit the lamp, at the low tide.',
    );
    await expect(figure.locator('.caption a').first()).toHaveAttribute('href', '#q-lamp-lit-lit');
    await expect(figure.locator('.credit')).toHaveText(
      'Ines Orr, about 1897. Public domain. From The album of the Orr family',
    );
    expect(await chosen(page, '#lamp-lit figure.picture img')).toMatch(/\.avif$/);
  }
  // Where the text places it: before the sound, which it does not place.
  await expect(page.locator('#lamp-lit figure.medium')).toHaveCount(2);
  expect(await broken()).toEqual([]);
  expect(await shiftsOf(page)).toEqual([]);
});

test('loads no more of a picture than the screen shows', async ({ browser }) => {
  for (const [width, density, expected] of [
    [390, 1, '400'],
    [390, 2, '800'],
    [1280, 1, '800'],
    [1280, 2, '1200'],
  ] as const) {
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      deviceScaleFactor: density,
    });
    await page.goto(url() + EVENT);
    expect(await chosen(page, '#lamp-lit figure.picture img')).toBe(
      `/media/${expected}/lighthouse.jpg.avif`,
    );
    await page.close();
  }
});

test('opens it large by keyboard, and closes it again', async ({ page }) => {
  await page.goto(url() + EVENT);
  await picture(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused();
  expect(await chosen(page, '#lamp-lit dialog img')).toBe('/media/1600/lighthouse.jpg.avif');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(picture(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
});

test('opens it large by touch, on the home page too', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 }, hasTouch: true });
  for (const path of ['', EVENT]) {
    await page.goto(url() + path);
    await picture(page).scrollIntoViewIfNeeded();
    await picture(page).tap();
    await expect(dialog(page)).toBeVisible();
    const fits = await dialog(page).evaluate((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && one.scrollWidth <= one.clientWidth;
    });
    expect(fits).toBe(true);
    await dialog(page).getByRole('button').tap();
    await expect(dialog(page)).toBeHidden();
  }
  await page.close();
});

test('leads to the picture without scripts', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url() + EVENT);
  await picture(page).click();
  await expect(page).toHaveURL(`${url()}media/lighthouse.jpg`);
  await page.close();
});

test('plays sound and film by the browser’s own controls, and loads nothing before', async ({
  page,
}) => {
  const broken = await watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(url());
  const sound = page.locator('#lamp-lit audio');
  const film = page.locator('#wreck video');
  for (const player of [sound, film]) {
    await expect(player).toHaveAttribute('controls');
    await expect(player).toHaveAttribute('preload', 'none');
  }
  await expect(film).toHaveAccessibleName('Waves run up the reef');
  await expect(page.getByRole('link', { name: 'Transcript' })).toHaveAttribute(
    'href',
    '/media/horn.txt',
  );
  expect(asked.filter((path) => /\.(?:wav|webm|vtt|txt)$/.test(path))).toEqual([]);
  await film.evaluate((one: HTMLVideoElement) => {
    one.muted = true;
    for (const track of one.textTracks) track.mode = 'showing';
    void one.play();
  });
  await expect
    .poll(() => film.evaluate((one: HTMLVideoElement) => one.error?.code ?? one.currentTime > 0))
    .toBe(true);
  await expect
    .poll(() => film.evaluate((one: HTMLVideoElement) => one.textTracks[0]?.cues?.length ?? 0))
    .toBe(1);
  expect(await broken()).toEqual([]);
});

test('breaks no rule of accessibility, light or dark, open or closed', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of ['', EVENT, 'events/wreck/', 'explainer/']) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url() + path);
      if (path === EVENT) await picture(page).click();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        path,
      ).toEqual([]);
    }
});

test('prints each with caption and credit, and never cuts one', async ({ page }) => {
  await page.goto(`${url()}explainer/`);
  await page.emulateMedia({ media: 'print' });
  const figures = page.locator('figure.medium');
  await expect(figures).toHaveCount(4);
  const words = (await figures.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  expect(words[0]).toMatch(/^The tower where the keeper lit the lamp,.* Ines Orr, about 1897\./);
  expect(words[1]).toMatch(/^The fog horn, twice The Lights Board\. Free to use\./);
  expect(words[3]).toMatch(/^The Hydrographer\. Public domain\. From Log of the light$/);
  const breaks = await figures.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).breakInside),
  );
  expect(new Set(breaks)).toEqual(new Set(['avoid']));
  // Nothing on paper waits until it is scrolled to.
  const loading = await figures
    .locator('img')
    .evaluateAll((all: HTMLImageElement[]) => all.map((one) => one.loading));
  expect(loading).toEqual(['eager', 'eager', 'eager']);
});

test('publishes nothing of what the camera wrote into the picture', () => {
  const kept = readFileSync(join(content, 'media/lighthouse.jpg'), 'latin1');
  expect(kept).toMatch(/Skerry Camera/);
  const published = globSync('**/*', { cwd: dir(), withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(published.length).toBeGreaterThan(50);
  for (const file of published)
    expect(
      readFileSync(join(file.parentPath, file.name), 'latin1').includes('Skerry Camera'),
      file.name,
    ).toBe(false);
});

test('is as the archive has it, by the independent check', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'e2e/verify.mjs'), dir(), content],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('an event without media loads nothing for them', async ({ page }) => {
  await page.goto(`${url()}events/calm/`);
  await expect(page.locator('link[href*="media"]')).toHaveCount(0);
  expect(await page.content()).not.toContain('enlarges');
});
