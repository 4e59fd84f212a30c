/** The colours that a reader chooses hold on every page and every later visit, and never on paper. */
import { expect, type Page, test } from '@playwright/test';

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(251, 250, 245)';
const DARK = 'rgb(23, 24, 28)';

for (const [system, before, after] of [
  ['light', LIGHT, DARK],
  ['dark', DARK, LIGHT],
] as const)
  test(`on a ${system} system the other colours can be chosen, and are kept`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto('./');
    const button = page.getByRole('button', { name: 'Dark colours' });
    await expect(button).toHaveAttribute('aria-pressed', String(system === 'dark'));
    expect(await ground(page)).toBe(before);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await ground(page)).toBe(after);
    await expect(button).toHaveAttribute('aria-pressed', String(system === 'light'));

    await page.goto('about/');
    expect(await ground(page)).toBe(after);
    await page.emulateMedia({ media: 'print' });
    const { colorScheme, color } = await page.evaluate(() => {
      const { colorScheme, color } = getComputedStyle(document.body);
      return { colorScheme, color };
    });
    expect([colorScheme, color]).toEqual(['light', 'rgb(0, 0, 0)']);
    await page.emulateMedia({ media: 'screen' });

    // Back to what the system asks for: the page follows the system again.
    await button.click();
    expect(await ground(page)).toBe(before);
    await page.emulateMedia({ colorScheme: system === 'light' ? 'dark' : 'light' });
    expect(await ground(page)).toBe(after);
  });

test('the colours are there before the first frame', async ({ page }) => {
  await page.goto('about/');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('header')) return;
      document.documentElement.dataset['first'] = document.documentElement.dataset['theme'] ?? '';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-first', 'dark');
});

test('without storage the choice holds for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('about/');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  expect(await ground(page)).toBe(DARK);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('there is no button that does nothing', async ({ page }) => {
    await page.goto('about/');
    await expect(page.locator('.theme')).toBeHidden();
  });
});
