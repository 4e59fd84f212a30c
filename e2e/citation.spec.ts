/** A quote opened in a popover beside the statement that cites it. */
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const EVENT = 'dale-invites-ruud';
const SENTENCE =
  'Island chair Anna Dale on Tuesday sent word to her Westrey counterpart to visit Norholm at "a quiet season" and the invitation was "gladly accepted", island media reported.';
const SOURCE = 'evening-post-1911-05-10';

/** The rules of WCAG 2.2 A and AA that a page breaks. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`);
}

test.describe('a citation in place', () => {
  const open = (page: Page) => page.locator('.citation:popover-open');

  test('opens the quote by key, and gives the focus back', { tag: ['@base', '@core'] }, async ({
    page,
  }) => {
    await page.goto(`events/${EVENT}/`);
    const cite = page.locator('.body > p').getByRole('link', { name: 'gladly accepted' });
    await expect(cite).toHaveAttribute('aria-expanded', 'false');
    await cite.focus();
    await page.keyboard.press('Enter');
    await expect(open(page).locator('blockquote')).toHaveText(SENTENCE);
    await expect(open(page).locator('mark.cited')).toHaveText('gladly accepted');
    await expect(open(page).locator('.chain').getByRole('listitem')).toHaveCount(3);
    // Of the quotes in the sentence, how the cited one differs, and no other.
    await expect(open(page).locator('.others li')).toHaveText([/gladly accepted.*own words/]);
    await expect(open(page)).toBeFocused();
    await expect(cite).toHaveAttribute('aria-expanded', 'true');
    await expect(cite).toHaveAttribute('aria-details', 'citation');
    expect(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      ...new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))),
    ]);
    await page.keyboard.press('Escape');
    await expect(open(page)).toHaveCount(0);
    await expect(cite).toBeFocused();
    await expect(cite).toHaveAttribute('aria-expanded', 'false');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 16 && !(await page.locator('.citation .passage:focus').count()); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/sources/${SOURCE}/#q-${EVENT}-gladly-accepted$`));
    // Not `goBack` and `toHaveURL`, which in Firefox wait for a load that does not come.
    await page.evaluate(() => void setTimeout(() => history.back()));
    // A page that is loading does not answer.
    await expect(async () => {
      expect(await page.evaluate(() => location.pathname)).toMatch(
        new RegExp(`/events/${EVENT}/$`),
      );
    }).toPass();
  });

  test('closes at a press outside, at a second one on the words, and gives way to another', {
    tag: '@core',
  }, async ({ page }) => {
    await page.goto(`events/${EVENT}/`);
    const body = page.locator('.body > p');
    await body.getByRole('link', { name: 'gladly accepted' }).click();
    await expect(open(page)).toBeVisible();
    await page.mouse.click(5, 300);
    await expect(open(page)).toHaveCount(0);
    await body.getByRole('link', { name: 'invited the mayor of Westrey' }).click();
    await expect(open(page)).toBeVisible();
    await body.getByRole('link', { name: 'invited the mayor of Westrey' }).click();
    await expect(open(page)).toHaveCount(0);
    await body.getByRole('link', { name: 'soon after' }).click();
    await expect(open(page).locator('blockquote')).toContainText('The invitation comes');
    await body.getByRole('link', { name: 'invited the mayor of Westrey' }).click();
    await expect(open(page).locator('blockquote')).toContainText('Island chair');
    await expect(page.locator('[aria-expanded=true]')).toHaveCount(1);
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/$`));
  });

  test('opens in the story as on an event’s own page', async ({ page }) => {
    await page.goto('');
    const event = page.locator(`article#${EVENT}`);
    await event.locator('.body > p').getByRole('link', { name: 'gladly accepted' }).click();
    await expect(open(page).locator('mark.cited')).toHaveText('gladly accepted');
    await open(page).getByText('our guess – why?').first().click();
    await expect(open(page).getByText('The sentence says “island media”')).toBeVisible();
    await expect(page).not.toHaveURL(/#/);
  });

  test('is left to the browser with a modifier key', async ({ page, context }) => {
    await page.goto(`events/${EVENT}/`);
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page
        .locator('.body > p')
        .getByRole('link', { name: 'gladly accepted' })
        .click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(tab).toHaveURL(/#q-dale-invites-ruud-gladly-accepted$/);
    await expect(open(page)).toHaveCount(0);
  });

  for (const [width, height] of [
    [320, 568],
    [390, 844],
    [1280, 800],
  ] as const)
    test(`stays within a window of ${width} × ${height} px, wherever the words stand`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        viewport: { width, height },
        hasTouch: true,
      });
      const page = await context.newPage();
      await page.goto('events/ruud-backs-line/');
      for (const cite of await page.locator('.body a.cite[href^="#q-"]').all()) {
        await cite.scrollIntoViewIfNeeded();
        await cite.tap();
        await expect(open(page)).toBeVisible();
        const box = await open(page).boundingBox();
        const words = await cite.evaluate((node) =>
          [...node.getClientRects()].map(({ top, bottom }) => ({ top, bottom })),
        );
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
        // Beside the words, not over them.
        for (const { top, bottom } of words)
          expect((box?.y ?? 0) >= bottom - 1 || (box?.y ?? 0) + (box?.height ?? 0) <= top + 1).toBe(
            true,
          );
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await cite.tap();
        await expect(open(page)).toHaveCount(0);
      }
      await context.close();
    });

  test('weighs no more than 2 kB, and breaks no rule when open', async ({ page, baseURL }) => {
    await page.goto(`events/${EVENT}/`);
    const scripts = await page
      .locator('script[type=module]')
      .evaluateAll((all) => all.map((script) => [script.getAttribute('src'), script.textContent]));
    const texts = await Promise.all(
      scripts.map(async ([src, text]) =>
        src ? (await page.request.get(new URL(src, baseURL).href)).text() : (text ?? ''),
      ),
    );
    const citation = texts.filter((text) => text.includes('showPopover'));
    expect(citation).toHaveLength(1);
    expect(gzipSync(citation[0] ?? '').length).toBeLessThanOrEqual(2048);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`events/${EVENT}/`);
      await page.locator('.body > p a.cite').first().click();
      expect(await broken(page)).toEqual([]);
    }
  });
});
