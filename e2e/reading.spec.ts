/**
 * How readers use the timeline: each fault that they met has a test, by its number in the notes of 26 November 2026.
 * Real wheel, mouse, touch and keys.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

const chart = (page: Page): Locator => page.locator('svg.timeline:visible');
const markOf = (page: Page, id: string): Locator =>
  chart(page).locator(`.mark[data-key="${id}"] a`);
const button = (page: Page, name: string): Locator =>
  page.locator('.tools').getByRole('button', { name, exact: true });
const xOf = async (link: Locator): Promise<number> =>
  (await link.locator('circle').boundingBox())?.x ?? Number.NaN;

async function open(page: Page, address = ''): Promise<void> {
  await page.goto(address);
  await page.locator('time-line.running').waitFor({ state: 'attached' });
}

/** The event whose mark has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.closest('.mark')?.getAttribute('data-key') ?? 'no mark',
  );

test.describe('F05 the wheel', () => {
  /** How far apart two marks are, in pixels. */
  const apart = async (page: Page): Promise<number> =>
    (await xOf(markOf(page, 'dale-invites-ruud'))) -
    (await xOf(markOf(page, 'dale-describes-talks')));

  /** How many times as far apart they are after something. A view that comes to rest moves them by a hundredth. */
  async function growth(page: Page, act: () => Promise<void>): Promise<number> {
    const before = await apart(page);
    await act();
    await expect.poll(() => apart(page)).not.toBeCloseTo(before, 0);
    return (await apart(page)) / before;
  }

  for (const pixels of [100, 120])
    test(`a notch of ${pixels} px zooms by about 1.3`, { tag: '@core' }, async ({ page }) => {
      await open(page);
      const x = await xOf(markOf(page, 'ruud-calls-dale-open'));
      await page.mouse.move(x + 6, ((await chart(page).boundingBox())?.y ?? 0) + 10);
      const factor = await growth(page, async () => {
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, -pixels);
        await page.keyboard.up('Control');
      });
      expect(factor).toBeGreaterThan(1.25);
      expect(factor).toBeLessThan(1.4);
    });

  test('a notch is the same in lines and pages, and a pinch goes in small steps', async ({
    page,
  }) => {
    await open(page);
    const whole = await apart(page);
    const turn = (deltaY: number, deltaMode: number) =>
      growth(page, () =>
        markOf(page, 'ruud-calls-dale-open').evaluate(
          (link, init) => {
            const { x, y } = link.getBoundingClientRect();
            const place = { clientX: x + 6, clientY: y + 6, bubbles: true, cancelable: true };
            link.dispatchEvent(new WheelEvent('wheel', { ...place, ...init, ctrlKey: true }));
          },
          { deltaY, deltaMode },
        ),
      );
    for (const [deltaY, deltaMode] of [
      [-3, 1],
      [-1, 2],
    ] as const) {
      const factor = await turn(deltaY, deltaMode);
      expect(factor).toBeGreaterThan(1.25);
      expect(factor).toBeLessThan(1.4);
      await button(page, 'Show all').click();
      await expect.poll(() => apart(page)).toBeCloseTo(whole, 0);
    }
    const pinch = await turn(-4, 0);
    expect(pinch).toBeGreaterThan(1.02);
    expect(pinch).toBeLessThan(1.1);
  });

  test('however many notches, wherever the pointer is, there are events in view', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    const box = await chart(page).boundingBox();
    // Over the years without an event, too.
    for (const share of [0.2, 0.5]) {
      await page.mouse.move(
        (box?.x ?? 0) + share * (box?.width ?? 0),
        (box?.y ?? 0) + (box?.height ?? 0) / 2,
      );
      await page.keyboard.down('Control');
      for (let i = 0; i < 30; i++) await page.mouse.wheel(0, -120);
      await page.keyboard.up('Control');
      await expect(page).toHaveURL(/from=/);
      expect(await chart(page).locator('.mark').count()).toBeGreaterThan(0);
      await expect(page.locator('.empty')).toBeHidden();
      await button(page, 'Show all').click();
    }
  });
});

test.describe('F10 a view without events', () => {
  const EMPTY = '?spacing=0&from=1905-01-01&to=1906-01-01';

  test('says so, on the page and to a screen reader, on load too, and offers all', {
    tag: '@core',
  }, async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await open(page, EMPTY);
      await expect(chart(page).locator('.mark')).toHaveCount(0);
      const note = page.locator('.empty');
      await expect(note.locator('span')).toHaveText(
        'No events between 1 January 1905 and 31 December 1905.',
      );
      await expect(page.locator('time-line [aria-live]')).toHaveText(/^No events between /);
      await expect(note).toBeInViewport();
      await note.getByRole('button', { name: 'Show all' }).click();
      await expect(note).toBeHidden();
      await expect(chart(page).locator('.mark').first()).toBeVisible();
      await expect(page.locator('time-line [aria-live]')).toHaveText(/^14 of 14 events in view/);
    }
  });

  test('does not call a part of time empty whose events a filter hides', async ({ page }) => {
    await open(page, '?from=1911-05-01&to=1911-05-11&track=reported');
    await expect(page.locator('.empty')).toBeHidden();
    await open(page, `${EMPTY}&track=reported`);
    await expect(page.locator('.empty span')).toHaveText(
      /^No event between .* matches the filter\.$/,
    );
  });
});

test.describe('F12 the focus stays on its event', () => {
  const IDS = [
    'olaf-dale-moe-1903',
    'dale-invites-ruud',
    'ruud-greets-dale',
    'post-carries-report',
  ];

  for (const motion of ['reduce', 'no-preference'] as const)
    test(`through zoom and fit, with motion: ${motion}`, { tag: '@core' }, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: motion });
      await open(page);
      for (const id of IDS) {
        await markOf(page, id).focus();
        for (const key of ['+', '+', '+', '0', '+', '-', '-']) {
          await page.keyboard.press(key);
          expect(await focused(page)).not.toBe('no mark');
        }
        await page.keyboard.press('0');
        await expect(chart(page).locator('.mark')).toHaveCount(14);
        await expect.poll(() => focused(page)).toBe(id);
      }
    });

  test('through clusters, by whichever mark it is in', async ({ page }) => {
    await open(page);
    const slider = page.getByRole('slider', { name: 'Spacing of time' });
    await markOf(page, 'dale-invites-ruud').focus();
    await slider.evaluate((node: HTMLInputElement) => {
      node.valueAsNumber = 0;
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(() => focused(page)).toMatch(/\+$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).not.toBe('no mark');
    await slider.evaluate((node: HTMLInputElement) => {
      node.valueAsNumber = 80;
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.keyboard.press('0');
    await expect(chart(page).locator('.mark')).toHaveCount(14);
    expect(await focused(page)).not.toBe('no mark');
  });

  test('where a filter hides it, the nearest event has the focus, and a cleared filter gives it back', async ({
    page,
  }) => {
    await open(page, '?track=reported');
    await markOf(page, 'post-carries-report').focus();
    await page.evaluate(() => {
      history.replaceState(null, '', '?track=mainland');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(chart(page).locator('.mark').first()).toBeVisible();
    await expect.poll(() => focused(page)).not.toBe('no mark');
    await page.evaluate(() => {
      history.replaceState(null, '', location.pathname);
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect.poll(() => focused(page)).toBe('post-carries-report');
  });
});

test.describe('F31 a drag', () => {
  test('selects titles where all of time is in view, and is no click', { tag: '@core' }, async ({
    page,
  }) => {
    await open(page);
    const text = chart(page).locator('.mark tspan').first();
    const box = await text.boundingBox();
    const y = (box?.y ?? 0) + 8;
    await page.mouse.move((box?.x ?? 0) + 1, y);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 2, y, { steps: 6 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected.length).toBeGreaterThan(5);
    expect(await text.textContent()).toContain(selected.trim());
    expect(new URL(page.url()).hash).toBe('');
  });

  test('pans a view that is zoomed in, also from a title, and selects nothing', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    await button(page, 'Zoom in').click();
    const link = chart(page).locator('.mark a:has(circle):has(tspan)').nth(1);
    const box = await link.locator('tspan').first().boundingBox();
    const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 8];
    const before = await xOf(link);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await xOf(link)) - before)).toBe(-60);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    expect(new URL(page.url()).hash).toBe('');
  });
});

test('F19 a mouse press leaves no frame around a drawing or a mark', async ({ page }) => {
  await open(page, '?spacing=0');
  // In one task of the page: a drawing that moves drops nodes, and a dropped node has no style to read.
  const outlines = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('svg, svg a')]
        .filter((node) => getComputedStyle(node).outlineStyle !== 'none')
        .map((node) => node.outerHTML.slice(0, 60)),
    );
  await page.locator('svg.overview:visible').scrollIntoViewIfNeeded();
  const overview = await page.locator('svg.overview:visible').boundingBox();
  await page.mouse.move((overview?.x ?? 0) + 300, (overview?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((overview?.x ?? 0) + 500, (overview?.y ?? 0) + 10, { steps: 3 });
  expect(await outlines()).toEqual([]);
  await page.mouse.up();
  expect(await outlines()).toEqual([]);
  await button(page, 'Show all').click();
  await chart(page).locator('.mark.cluster a').first().click();
  expect(await outlines()).toEqual([]);
});
