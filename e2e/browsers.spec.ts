/** The site on a slow network, offline, and restored from the back/forward cache. */
import { expect, type Page, test } from '@playwright/test';
import { readPdf } from './pdf.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

const EVENT = 'dale-invites-ruud';
const chart = (page: Page) => page.locator('svg.timeline:visible');
const mainland = (page: Page) => page.locator('input[name="track"][value="mainland"]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const marks = (page: Page): Promise<(string | null)[]> =>
  chart(page)
    .locator('.mark')
    .evaluateAll((all) => all.map((node) => node.getAttribute('data-key')));
const running = (page: Page) => page.locator('time-line.running').waitFor({ state: 'attached' });

const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** Holds back what matches until the returned function is called. */
async function hold(page: Page, pattern: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(pattern, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

test('fonts that come late leave the drawing whole and all words in sight', async ({ page }) => {
  const fonts = await hold(page, '**/*.woff2');
  for (const path of ['embed/', 'explainer/', '']) {
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const drawing = chart(page);
    await expect(drawing.locator('.mark')).toHaveCount(14);
    const clear = () =>
      drawing.evaluate((svg) =>
        [...svg.querySelectorAll('text')].every((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left >= 0 && right <= innerWidth;
        }),
      );
    expect(await clear()).toBe(true);
  }
  fonts();
  await page.evaluate(() => document.fonts.ready);
  await expect(chart(page).locator('.mark')).toHaveCount(14);
});

for (const path of ['', `events/${EVENT}/`, 'embed/'])
  test(`a script that comes late moves nothing on /${path}`, async ({ page }) => {
    await watchShifts(page);
    const script = await hold(page, '**/*.js');
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    // Fonts may move text, in the frame after they have loaded.
    await twoFrames(page);
    await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.splice(0));
    script();
    if (path !== `events/${EVENT}/`) await running(page);
    await page.waitForLoadState('load');
    await twoFrames(page);
    expect(await shiftsOf(page)).toEqual([]);
  });

test('a script that comes late takes over a page that is already being read', {
  tag: '@core',
}, async ({ page }) => {
  const script = await hold(page, '**/*.js');
  await page.goto('', { waitUntil: 'commit' });
  // Until its styles have loaded, a page shows the drawings of all widths.
  await expect(chart(page)).toHaveCount(1);
  await chart(page).locator(`.mark[data-key="${EVENT}"] text`).click();
  await expect(page).toHaveURL(new RegExp(`#${EVENT}$`));
  await expect(page.locator(`article#${EVENT} h2`)).toBeInViewport();
  script();
  await running(page);
  await expect(page.locator(`article#${EVENT} h2`)).toBeInViewport();
  await expect(chart(page).locator(`.mark[data-key="${EVENT}"] a`)).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('once loaded, a page needs no network', async ({ page, context }) => {
  await page.goto('');
  await running(page);
  await page.evaluate(() => document.fonts.ready);
  const asked: string[] = [];
  // The browser itself requests the favicon, at every new address since Chromium 156.0.8078.108.
  page.on('request', (request) => {
    if (!request.url().endsWith('/favicon.svg')) asked.push(request.url());
  });
  await context.setOffline(true);
  await button(page, 'Zoom in').click();
  await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'false');
  await button(page, 'Show all').click();
  await button(page, 'Filter').click();
  await page.getByRole('searchbox').fill('town hall');
  await expect(page.locator('.filter-status')).toContainText('of 14 events match');
  await button(page, 'Clear the filter').click();
  await expect(chart(page).locator('.mark')).toHaveCount(14);
  await chart(page).locator(`.mark[data-key="${EVENT}"] text`).click();
  await expect(page.locator(`article#${EVENT}`)).toBeFocused();
  await page.locator(`article#${EVENT} a.cite`).first().click();
  await expect(page.locator('#citation blockquote')).toBeVisible();
  expect(asked).toEqual([]);
  await context.setOffline(false);
});

/** Leaves a view of the timeline for another page and comes back. */
async function leaveAndReturn(page: Page): Promise<void> {
  await page.goto('');
  await running(page);
  await button(page, 'Zoom in').click();
  await button(page, 'Zoom in').click();
  await button(page, 'Filter').click();
  await mainland(page).check();
  await expect(page).toHaveURL(/from=.*track=mainland/);
  const seen = await marks(page);
  const address = page.url();
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
  });
  await page.locator('header.site').getByRole('link', { name: 'Method' }).click();
  await expect(page).toHaveURL(/\/about\/$/);
  // Not `goBack` and `toHaveURL`, which in Firefox wait for a load that does not come.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect(async () => {
    // A page that is being unloaded does not answer.
    const href = page.evaluate(() => location.href);
    expect(await Promise.race([href, new Promise((done) => setTimeout(done, 500))])).toBe(address);
  }).toPass();
  await running(page);
  await expect.poll(() => marks(page)).toEqual(seen);
  await expect(mainland(page)).toBeChecked();
  await expect(page.locator('.story > li:visible')).toHaveCount(5);
  await expect(page.locator('.preview')).toBeHidden();
  // Each listener is registered exactly once.
  await button(page, 'Clear the filter').click();
  await button(page, 'Show all').click();
  await expect(chart(page).locator('.mark')).toHaveCount(14);
  await button(page, 'Filter').click();
  const open = await page.locator('form.filter').isVisible();
  await button(page, 'Filter').click();
  expect(await page.locator('form.filter').isVisible()).toBe(!open);
  await chart(page).locator('a[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(chart(page).locator('a:focus')).toHaveAttribute('href', '#fossum-no-agreement');
}

const persisted = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as unknown as { persisted?: boolean }).persisted);

// Not in Firefox, where Playwright waits for a load that does not come.
test('Back from another page finds the view as it was left', async ({ page }) => {
  await leaveAndReturn(page);
  // Under Playwright, Chromium reloads the page.
  expect(await persisted(page)).toBeUndefined();
});

test('a page prints whole', { tag: '@core' }, async ({ page, browserName }) => {
  // Firefox's PDFs do not say which letters a ligature stands for.
  const bare = (text: string): string =>
    text.replace(/\s+/g, '').replace(/fft|ffi|ff|fi|fl|ft|ﬁ|ﬂ|ﬀ|ﬃ|\uFFFD/g, '');
  for (const [path, pages] of [
    [`events/${EVENT}/`, 1],
    ['?from=1911-05-09&to=1911-05-10&track=mainland', 0],
    ['explainer/', 0],
  ] as const) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    // With Firefox, Playwright takes inches for centimetres.
    const inch = browserName === 'firefox' ? 2.54 : 1;
    const size = { width: `${210 * inch}mm`, height: `${297 * inch}mm` };
    const pdf = await readPdf(await page.pdf(size));
    const text = bare(pdf.pages.join('\n'));
    for (const words of await page.locator('main h1, main h2, main blockquote').allTextContents())
      expect(text, path).toContain(bare(words));
    for (const control of ['Skiptothecontent', 'Copylink', 'Tozoom'])
      expect(text, path).not.toContain(control);
    if (pages) expect(pdf.pages).toHaveLength(pages);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every page kind shows all it says, and no control that does nothing', async ({ page }) => {
    for (const path of [
      '',
      `events/${EVENT}/`,
      'about/',
      'explainer/',
      'embed/',
      `embed/${EVENT}/`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      await expect(page.locator('button:visible, input:visible'), path).toHaveCount(0);
      if (path === '' || path === 'embed/')
        await expect(chart(page).locator('.mark'), path).toHaveCount(14);
    }
  });
});
