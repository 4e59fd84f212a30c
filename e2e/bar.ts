/** The reading bar on a page, for the tests. */
import type { Browser, Locator, Page } from '@playwright/test';

export const bar = (page: Page): Locator => page.locator('.reading-bar');
export const line = (page: Page): Locator => bar(page).getByRole('slider');
export const number = (page: Page): Locator => bar(page).locator('.number');
export const article = (page: Page, id: string): Locator => page.locator(`article#${id}`);

/** Scrolls an article to the top of the window. */
export const read = (page: Page, id: string): Promise<void> =>
  article(page, id).evaluate((node) => node.scrollIntoView());

/** A phone with a finger: what it is told in steps is a touch. */
export async function phone(browser: Browser, baseURL: string | undefined, height = 844) {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const touch = async (...points: [x: number, y: number][]): Promise<void> => {
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: [number, number][]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at.map(([x, y]) => ({ x, y })),
      });
    await send('touchStart', points.slice(0, 1));
    for (const point of points.slice(1)) await send('touchMove', [point]);
    await send('touchEnd', []);
  };
  return { page, touch };
}
