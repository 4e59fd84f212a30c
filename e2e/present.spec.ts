/** The presentation: a slide at a time, by keys, clicker, touch and links; a handout on paper. */
import { expect, type Page, test } from '@playwright/test';

const slide = (page: Page) => page.locator('.slide:visible');
const ids = (page: Page) => page.locator('.slide').evaluateAll((all) => all.map(({ id }) => id));
const here = (page: Page) => new URL(page.url()).hash.slice(1);

test('shows one event at a time, by arrows, page keys and the space bar', async ({ page }) => {
  await page.goto('present/');
  const all = await ids(page);
  await expect(slide(page)).toHaveCount(1);
  await expect(slide(page)).toHaveId(all[0] ?? '');
  const steps: [string, number][] = [
    ['ArrowRight', 1],
    ['PageDown', 2],
    [' ', 3],
    ['ArrowDown', 4],
    ['ArrowLeft', 3],
    ['PageUp', 2],
    ['ArrowUp', 1],
    ['Shift+ ', 0],
    ['End', all.length - 1],
    ['ArrowRight', all.length - 1],
    ['Home', 0],
    ['ArrowLeft', 0],
  ];
  for (const [key, to] of steps) {
    await page.keyboard.press(key.replace(/ $/, 'Space'));
    await expect(slide(page), key).toHaveCount(1);
    await expect(slide(page), key).toHaveId(all[to] ?? '');
  }
  // The browser's back button leaves, however many slides were shown.
  expect(await page.evaluate(() => history.length)).toBe(2);
});

test('parts how a quote is worded from the link to its passage', async ({ page }) => {
  await page.goto('present/');
  const gap = await page.locator('.slide:first-child .passage').evaluate((link) => {
    const before = link.previousElementSibling?.getBoundingClientRect();
    return link.getBoundingClientRect().left - (before?.right ?? 0);
  });
  expect(gap).toBeGreaterThan(4);
});

test('has an address for each slide, marks its event and leaves to it', async ({ page }) => {
  await page.goto('present/');
  const [, , third = ''] = await ids(page);
  await page.goto(`present/#${third}`);
  await expect(slide(page)).toHaveId(third);
  const mark = await slide(page).getAttribute('data-mark');
  await expect(page.locator('.present .mark.here')).toHaveAttribute('data-key', mark ?? '');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.present .mark.here')).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`/#${third}$`));
  await expect(page.locator(`article#${third}`)).toBeInViewport();
});

test('a press on a mark leads to its slide', async ({ page }) => {
  await page.goto('present/');
  const mark = page.locator('.present .mark').last();
  await mark.locator('circle, path').first().click({ force: true });
  await expect(slide(page)).toHaveAttribute(
    'data-mark',
    (await mark.getAttribute('data-key')) ?? '',
  );
});

for (const [width, height] of [
  [320, 568],
  [1280, 720],
  [2560, 1440],
] as const)
  test(`keeps every slide within ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('present/');
    for (const id of await ids(page)) {
      await page.goto(`present/#${id}`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        id,
      ).toBeLessThanOrEqual(0);
    }
  });

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a swipe leads on and back, and scrolling does not', async ({ page }) => {
    await page.goto('present/');
    const all = await ids(page);
    const client = await page.context().newCDPSession(page);
    const drag = async (dx: number, dy: number) => {
      await client.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x: 200, y: 400 }],
      });
      for (const share of [0.5, 1])
        await client.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: [{ x: 200 + dx * share, y: 400 + dy * share }],
        });
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await drag(-120, 10);
    await expect.poll(() => here(page)).toBe(all[1]);
    await drag(120, -10);
    await expect.poll(() => here(page)).toBe(all[0]);
    await drag(-60, 150);
    expect(here(page)).toBe(all[0]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('its links lead through all slides', async ({ page }) => {
    await page.goto('present/');
    const all = await ids(page);
    for (const id of all) {
      await expect(slide(page)).toHaveCount(1);
      await expect(slide(page)).toHaveId(id);
      if (id !== all.at(-1)) await slide(page).locator('[rel=next]').click();
    }
    await expect(slide(page).locator('[rel=next]')).toHaveCount(0);
  });
});

test('prints as one page: the figure and a line for each event', async ({ page }) => {
  await page.goto('present/');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.handout .timeline')).toBeVisible();
  await expect(page.locator('.present')).toBeHidden();
  await expect(page.locator('.handout li')).toHaveCount((await ids(page)).length);
});
