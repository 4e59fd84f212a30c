/** The timeline beside its story: reading, the URL of a view, the filter, the preview, the live region. */
import { expect, test } from '@playwright/test';
import { button, chart, mark, marks, open } from './chart.ts';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

test.describe('story and timeline are one', () => {
  test('a mark leads to its article, with the focus and the address; Back and Forward return', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    await mark(page, 'dale-invites-ruud').locator('text').click();
    await expect(page).toHaveURL(/#dale-invites-ruud$/);
    const article = page.locator('article#dale-invites-ruud');
    await expect(article).toBeFocused();
    await expect(article.getByRole('heading')).toBeInViewport();
    // Not `goBack`, which in Firefox waits for a load that does not come.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect(chart(page)).toBeInViewport();
    await page.evaluate(() => history.forward());
    await expect(article.getByRole('heading')).toBeInViewport();
  });

  test('opening an event’s address lands on it, with its mark chosen', { tag: '@core' }, async ({
    page,
  }) => {
    await open(page, '#ruud-greets-dale');
    await expect(page.locator('article#ruud-greets-dale h2')).toBeInViewport();
    await expect(mark(page, 'ruud-greets-dale')).toHaveAttribute('aria-current', 'true');
  });
});

test.describe('addresses of views', () => {
  test('a view has an address, which the button copies and opening restores', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    for (let i = 0; i < 3; i++) await button(page, 'Zoom in').click();
    await page.getByRole('slider', { name: 'Spacing of time' }).press('ArrowRight');
    await expect(page).toHaveURL(/from=.*to=.*spacing=0\.85/);
    const seen = await marks(page);
    await button(page, 'Copy this view').click();
    await expect(page.locator('button[data-do="copy"]')).toHaveText('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await open(page, copied);
    await expect.poll(() => marks(page)).toEqual(seen);
  });

  test('F23 is as short as it needs to be, and shows the same events again', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    for (let i = 0; i < 3; i++) {
      const before = page.url();
      await button(page, 'Zoom in').click();
      // The address changes when the view rests.
      await expect(page).not.toHaveURL(before);
    }
    expect(new URL(page.url()).search).toMatch(
      /^\?from=\d{4}-\d\d-\d\d(T\d\d(:\d\d)?)?&to=\d{4}-\d\d-\d\d(T\d\d(:\d\d)?)?$/,
    );
    const seen = await marks(page);
    await page.reload();
    await expect.poll(() => marks(page)).toEqual(seen);
    // A view that goes on to the end of time needs no end.
    await open(page, '?from=1911-05-09');
    await expect(chart(page).locator('.mark').first()).toBeVisible();
    await expect(mark(page, 'post-carries-report')).toHaveCount(1);
    await expect(mark(page, 'olaf-dale-moe-1903')).toHaveCount(0);
    await button(page, 'Show all').click();
    await expect(page).not.toHaveURL(/\?/);
  });

  test('a bad one falls back to the usual view', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const query of [
      '?from=never&to=1911',
      '?from=1911-05-01&to=1911-01-01',
      '?spacing=%3Cb%3E',
      '?track=nobody',
    ]) {
      await open(page, query);
      if (!query.includes('track')) await expect(chart(page).locator('.mark')).toHaveCount(14);
    }
    expect(errors).toEqual([]);
  });

  test('a window beyond the events shows the nearest there is', async ({ page }) => {
    await open(page, '?from=1800-01-01&to=1801-01-01');
    await expect(chart(page).locator('.mark').first()).toBeVisible();
  });
});

test.describe('filter', () => {
  test('by track, actor, kind and words, in timeline and story at once, with counts and in the address', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    await button(page, 'Filter').click();
    const form = page.getByRole('form', { name: 'Filter the events' });
    await expect(form.getByRole('checkbox', { name: /^Westrey–Norholm/ })).toBeVisible();
    await form.getByRole('checkbox', { name: /^As reported/ }).check();
    await expect(page.locator('.filter-status')).toContainText('2 of 14 events match.');
    await expect(page.locator('.story > li:visible')).toHaveCount(2);
    await expect(chart(page).locator('.mark')).toHaveCount(2);
    await expect(page).toHaveURL(/\?track=reported/);
    await expect(
      form
        .getByRole('checkbox', { name: /^Report/ })
        .locator('xpath=..')
        .locator('.matching'),
    ).toHaveText('2');
    await form.getByRole('checkbox', { name: /^Statement/ }).check();
    await expect(page.locator('.filter-status')).toContainText(
      'No event matches. Choose fewer conditions, or clear the filter.',
    );
    await button(page, 'Clear the filter').click();
    await expect(page.locator('.story > li:visible')).toHaveCount(14);
    await page.getByRole('searchbox', { name: 'Search' }).fill('довольно transcript');
    await expect(page.locator('.story > li:visible article')).toHaveId('ruud-calls-dale-open');
    await expect(page).toHaveURL(/\?words=/);
    await page.reload();
    await expect(page.locator('.story > li:visible article')).toHaveId('ruud-calls-dale-open');
  });

  test('an address of an event that the filter hides shows it all the same', async ({ page }) => {
    await open(page, '?track=reported#dale-invites-ruud');
    await expect(page.locator('article#dale-invites-ruud')).toBeVisible();
  });
});

test('the preview shows date, title and first quote, can be reached and dismissed, and hides nothing it describes', {
  tag: '@core',
}, async ({ page }) => {
  await page.clock.install();
  await open(page);
  await page.clock.runFor(1000);
  const link = mark(page, 'ruud-greets-dale');
  const preview = page.getByRole('tooltip');
  await link.locator('text').hover();
  await expect(preview).toContainText('9 May 1911');
  await expect(preview).toContainText('Ruud greets Dale at the harbour school');
  await expect(preview).toContainText('The mayor greeted Dale');
  const [a, b] = [await preview.boundingBox(), await link.boundingBox()];
  expect(
    (a?.y ?? 0) >= (b?.y ?? 0) + (b?.height ?? 0) || (a?.y ?? 0) + (a?.height ?? 0) <= (b?.y ?? 0),
  ).toBe(true);
  // The pointer goes onto it and rests there for longer than it takes to hide.
  const [x, y] = [(a?.x ?? 0) + (a?.width ?? 0) / 2, (a?.y ?? 0) + (a?.height ?? 0) / 2];
  // In one step: on a slow machine the pointer would rest on the marks between.
  await page.mouse.move(x, y);
  await page.clock.runFor(1000);
  await expect(preview).toContainText('Ruud greets Dale at the harbour school');
  // Another mark can lie under the preview; the pointer would then be on it.
  await link.locator('text').hover();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.keyboard.press('Tab');
  await chart(page).locator('a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(preview).toBeVisible();
});

test('the live region says what is in view, and nothing at first', async ({ page }) => {
  await open(page);
  const live = page.locator('time-line [aria-live]');
  await expect(live).toHaveText('');
  await page.getByRole('slider', { name: 'Spacing of time' }).press('Home');
  await expect(live).toHaveText(
    '14 of 14 events in view, 1 January 1903 to 10 May 1911, true spacing',
  );
});
