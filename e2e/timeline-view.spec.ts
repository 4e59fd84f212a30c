/** Zooming and panning the timeline by mouse, wheel, touch and keys. */
import { expect, test } from '@playwright/test';
import { at, button, chart, mark, marks, open } from './chart.ts';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

test.describe('zoom and pan', () => {
  test('ctrl and the wheel zoom at the pointer; the plain wheel scrolls the page', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    const link = mark(page, 'dale-invites-ruud');
    const circle = await link.locator('circle').boundingBox();
    const [x, y] = [(circle?.x ?? 0) + 6, (circle?.y ?? 0) + 6];
    const neighbour = mark(page, 'ruud-calls-dale-open');
    const before = (await at(link)) - (await at(neighbour));
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect
      .poll(async () => (await at(link)) - (await at(neighbour)))
      .toBeGreaterThan(before * 1.3);
    // A wheel event's position is in whole pixels.
    expect(Math.abs((await at(link)) + 6 - x)).toBeLessThan(4);
    expect(await page.evaluate(() => scrollY)).toBe(0);

    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  });

  test('dragging moves, within bounds, and is no click', { tag: '@core' }, async ({ page }) => {
    await open(page);
    for (let i = 0; i < 3; i++) await button(page, 'Zoom in').click();
    const before = await page.evaluate(() => location.href);
    const box = await chart(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 20];
    const seen = await marks(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 8; i++) await page.mouse.move(x + i * 100, y);
    await page.mouse.up();
    await expect.poll(() => marks(page)).not.toEqual(seen);
    // A drag far beyond the start stops at the start.
    for (let i = 0; i < 12; i++) await button(page, 'Earlier').click();
    await expect.poll(async () => (await marks(page))[0]).toBe('olaf-dale-moe-1903');
    expect(new URL(before).hash).toBe('');
    expect(await page.evaluate(() => location.hash)).toBe('');
  });

  test('the sideways wheel moves a zoomed view, a double click zooms in, with shift out', async ({
    page,
  }) => {
    await open(page);
    const box = await chart(page).boundingBox();
    await page.mouse.dblclick((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
    await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'false');
    const before = await marks(page);
    await page.mouse.wheel(900, 0);
    await expect.poll(() => marks(page)).not.toEqual(before);
    await page.keyboard.down('Shift');
    for (let i = 0; i < 3; i++) await page.mouse.dblclick((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
    await page.keyboard.up('Shift');
    await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'true');
    await expect.poll(() => marks(page)).toHaveLength(14);
  });

  test('two fingers zoom, one sideways moves', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: { width: 1100, height: 800 },
      hasTouch: true,
    });
    const page = await context.newPage();
    await open(page);
    const box = await chart(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 400, (box?.y ?? 0) + 30];
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', xs: number[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: xs.map((at, id) => ({ x: at, y, id })),
      });
    await touch('touchStart', [x - 20, x + 20]);
    for (let i = 1; i <= 6; i++) await touch('touchMove', [x - 20 - i * 15, x + 20 + i * 15]);
    await touch('touchEnd', []);
    await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'false');
    const before = await marks(page);
    await touch('touchStart', [x]);
    for (let i = 1; i <= 8; i++) await touch('touchMove', [x - i * 60]);
    await touch('touchEnd', []);
    await expect.poll(() => marks(page)).not.toEqual(before);
    await context.close();
  });

  test('zooming into 25 April spreads its bracket, and all the way out folds nothing unseen', async ({
    page,
  }) => {
    await open(page, '?from=1911-05-09&to=1911-05-10');
    await expect(chart(page).locator('.mark')).toHaveCount(10);
    await expect(chart(page).locator('.tick text')).toHaveText(['Tuesday 9 May 1911']);
    await button(page, 'Show all').click();
    await expect(chart(page).locator('.mark')).toHaveCount(14);
    await expect(chart(page).locator('.break text')).toHaveText(['7½ years']);
  });
});

test('the overview’s brush shows the view and moves it, by pointer, keys and buttons', {
  tag: '@core',
}, async ({ page }) => {
  await open(page);
  const overview = page.locator('svg.overview:visible');
  const brush = overview.locator('.selection');
  const width = async (): Promise<number> => (await brush.boundingBox())?.width ?? 0;
  const whole = await width();
  await button(page, 'Zoom in').click();
  await expect.poll(width).toBeLessThan(whole);

  await overview.focus();
  await page.keyboard.press('Home');
  await expect(overview).toHaveAttribute('aria-valuetext', /^1 January 1903 to/);
  await expect.poll(async () => (await marks(page))[0]).toBe('olaf-dale-moe-1903');
  await page.keyboard.press('End');
  await expect(overview).toHaveAttribute('aria-valuetext', /to 10 May 1911$/);
  await page.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(whole, 0);

  // With all in view, a drag draws a brush: about the years without an event here, as close as the marks allow.
  const box = await overview.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y, { steps: 4 });
  await page.mouse.up();
  await expect(overview).toHaveAttribute(
    'aria-valuetext',
    /^\d+ \w+ 190[345] to .* 19(0[6-9]|1\d)$/,
  );
  await page.mouse.move(x + 100, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y, { steps: 4 });
  await page.mouse.up();
  await expect(overview).toHaveAttribute('aria-valuetext', /1903/);
});

test.describe('by keyboard alone', () => {
  test('the timeline is one tab stop; arrows go by time and track, Home and End to its ends', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    await page.keyboard.press('Tab');
    const stops: string[] = [];
    for (let i = 0; i < 24; i++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(
          () =>
            document.activeElement
              ?.closest('svg.timeline, svg.overview')
              ?.getAttribute('class')
              ?.split(' ')[0] ?? '',
        ),
      );
    }
    expect(stops.filter((stop) => stop === 'timeline')).toHaveLength(1);
    expect(stops.filter((stop) => stop === 'overview')).toHaveLength(1);

    await chart(page).locator('a[tabindex="0"]').focus();
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    await page.keyboard.press('End');
    await expect.poll(focused).toBe('#post-carries-report');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(focused).toBe('#nns-reports-invitation');
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('#icn-ready-itself');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('#nns-reports-invitation');
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe('#olaf-dale-moe-1903');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('#fossum-no-agreement');
  });

  test('plus, minus and zero zoom; an arrow beyond the view moves it; Enter reads; Esc leaves', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    await mark(page, 'dale-invites-ruud').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'false');
    // The URL is written when the view is at rest.
    await expect(page).toHaveURL(/from=/);
    await page.keyboard.press('Home');
    await expect(mark(page, 'olaf-dale-moe-1903')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(mark(page, 'fossum-no-agreement')).toBeFocused();
    await page.keyboard.press('0');
    await expect(chart(page).locator('.mark')).toHaveCount(14);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(chart(page).locator('a:focus')).toHaveCount(0);
    await mark(page, 'fossum-no-agreement').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('article#fossum-no-agreement')).toBeFocused();
  });

  test('an arrow goes by time, also where the view cuts what comes later to stand sooner', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page, '?from=1903-01-01&to=1911-03-01');
    await mark(page, 'olaf-dale-moe-1903').focus();
    for (const id of ['fossum-no-agreement', 'toll-talks-standstill']) {
      await page.keyboard.press('ArrowRight');
      await expect(mark(page, id)).toBeFocused();
    }
    // It skips no mark, forwards or backwards.
    const focused = (): Promise<string | null> =>
      page.evaluate(
        () => document.activeElement?.closest('.mark')?.getAttribute('data-key') ?? null,
      );
    const walk = async (key: string): Promise<(string | null)[]> => {
      const passed = [await focused()];
      for (let i = 1; i < 14; i++) {
        await page.keyboard.press(key);
        passed.push(await focused());
      }
      return passed;
    };
    await page.keyboard.press('Home');
    const there = await walk('ArrowRight');
    expect(new Set(there).size).toBe(14);
    expect(there).not.toContain(null);
    expect(await walk('ArrowLeft')).toEqual(there.toReversed());
  });

  test('a key that moves the view takes it from one that still zooms', async ({ page }) => {
    await open(page);
    await mark(page, 'dale-invites-ruud').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/from=/);
    await expect(mark(page, 'olaf-dale-moe-1903')).toBeFocused();
  });

  test('keys do nothing while the focus is elsewhere', async ({ page }) => {
    await open(page);
    await button(page, 'Filter').click();
    const words = page.getByRole('searchbox', { name: 'Search' });
    await words.fill('ab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('+0-');
    await expect(words).toHaveValue('a+0-b');
    await expect(words).toBeFocused();
    await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'true');
  });
});
