/** The story's text: quotes in their sentence, what is closed on phones, and how an event or a quote is passed on. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { shiftsOf, watchShifts } from './shifts.ts';
import { withoutScripts } from './without-scripts.ts';

const EVENT = 'dale-invites-ruud';
const article = (page: Page) => page.locator(`article#${EVENT}`);
const panel = (page: Page) => page.locator('.citation:popover-open');

test.describe('F07: the quote that opens is the sentence', () => {
  for (const [event, words, sentence] of [
    [EVENT, 'gladly accepted', 'Island chair Anna Dale on Tuesday'],
    [EVENT, 'a quiet season', 'Island chair Anna Dale on Tuesday'],
    ['ruud-calls-dale-open', 'rather open guest', 'After the three-hour long talks'],
    ['dale-faults-mainland', 'hasty', "In Tuesday's talks"],
  ] as const)
    test(`with “${words}” marked`, { tag: '@core' }, async ({ page }) => {
      await page.goto('');
      await page
        .locator(`article#${event} .body > p`)
        .getByRole('link', { name: words, exact: true })
        .click();
      const block = panel(page).locator('blockquote');
      await expect(block).toContainText(sentence);
      await expect(block).toContainText(/[.”"]$/);
      await expect(block.locator('.cited')).toHaveText([new RegExp(words)]);
    });

  test('no quote of an event is printed a second time', async ({ page }) => {
    await page.goto('');
    for (const event of await page.locator('.story article').all()) {
      const shown = await event.locator('.quote blockquote:not(.translation)').allTextContents();
      for (const [i, text] of shown.entries())
        expect(shown.filter((other, j) => j !== i && other.includes(text))).toEqual([]);
    }
  });

  test('links to outside references open in place', { tag: '@core' }, async ({ page }) => {
    await page.goto('');
    await article(page).locator('.note a.cite[href^="#ref-"]').first().click();
    await expect(panel(page)).toContainText('Minutes of the visit');
    await expect(panel(page)).toHaveAttribute('aria-label', 'Outside the source');
    await page.keyboard.press('Escape');
    await expect(article(page).locator('.note a.cite[href^="#ref-"]').first()).toBeFocused();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  const count = (page: Page) => article(page).getByRole('button', { name: '4 quotes, 3 notes' });
  const parts = (page: Page) => article(page).locator('.note, .quotes');
  /** Of the page, when all of it is laid out, in its own typefaces. */
  async function height(page: Page): Promise<number> {
    await expect(page.locator('html')).not.toHaveClass(/arriving/);
    return await page.evaluate(async () => {
      await document.fonts.ready;
      return document.documentElement.scrollHeight;
    });
  }
  /** By touch, where Playwright's touch makes a browser click: not in Firefox. */
  const press = (on: Locator) => (test.info().project.name === 'firefox' ? on.click() : on.tap());

  test('quotes and notes are closed behind their count, and open by it', { tag: '@core' }, async ({
    page,
  }) => {
    await page.goto('');
    await expect(count(page)).toHaveAttribute('aria-expanded', 'false');
    for (const part of await parts(page).all()) await expect(part).toHaveAttribute('hidden', /./);
    await press(count(page));
    await expect(count(page)).toHaveAttribute('aria-expanded', 'true');
    for (const part of await parts(page).all()) await expect(part).not.toHaveAttribute('hidden');
    await expect(article(page).locator('blockquote').first()).toBeInViewport();
    // No other event's.
    await expect(page.locator('.opens[aria-expanded="true"]')).toHaveCount(1);
    await press(count(page));
    await expect(parts(page).first()).toHaveAttribute('hidden', /./);
  });

  test('the words of a closed quote open it', { tag: '@core' }, async ({ page }) => {
    await page.goto('');
    await press(article(page).getByRole('link', { name: 'gladly accepted' }));
    await expect(panel(page).locator('.cited')).toBeVisible();
    await expect(count(page)).toHaveAttribute('aria-expanded', 'false');
  });

  test('one button opens all, and the browser remembers it', { tag: '@core' }, async ({ page }) => {
    await page.goto('');
    const all = page.getByRole('button', { name: 'All quotes and notes' });
    const closed = await height(page);
    await press(all);
    await expect(all).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.event [hidden]')).toHaveCount(0);
    const open = await height(page);
    expect(closed).toBeLessThan(0.72 * open);
    await page.reload();
    await expect(all).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.event [hidden]')).toHaveCount(0);
    await press(all);
    await page.reload();
    await expect(all).toHaveAttribute('aria-pressed', 'false');
    expect(await height(page)).toBe(closed);
  });

  test('a link to a closed quote opens it, and find-in-page its event', async ({ page }) => {
    await page.goto(`#q-${EVENT}-gladly-accepted`);
    await expect(count(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('span:target + mark')).toBeInViewport();
    // The browser fires this before it shows what it has found; it lets no script look for it.
    const other = page.locator('article#stenvik-talks');
    await other.locator('.quotes').dispatchEvent('beforematch');
    await expect(other.locator('[hidden]')).toHaveCount(0);
    await expect(other.locator('.opens')).toHaveAttribute('aria-expanded', 'true');
    expect(
      await article(page)
        .locator('.quotes')
        .evaluate((node) => {
          node.setAttribute('hidden', 'until-found');
          return getComputedStyle(node).contentVisibility;
        }),
    ).toBe('hidden');
  });

  test('all is there in print, when the window grows, and on an event’s own page', async ({
    page,
  }) => {
    await page.goto('');
    await page.emulateMedia({ media: 'print' });
    for (const part of await parts(page).all()) {
      expect((await part.boundingBox())?.height).toBeGreaterThan(20);
      await expect(part).toHaveCSS('content-visibility', 'visible');
    }
    await expect(count(page)).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect(page.locator('.event [hidden]')).toHaveCount(0);
    await expect(page.locator('.opens:visible, .opens-all:visible')).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`events/${EVENT}/`);
    await expect(page.locator('.event [hidden]')).toHaveCount(0);
    await expect(page.locator('.quote').first()).toBeVisible();
  });

  test('nothing moves when it closes', async ({ page }) => {
    await watchShifts(page);
    await page.goto('');
    await expect(count(page)).toBeVisible();
    expect(await shiftsOf(page)).toEqual([]);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test.beforeEach(withoutScripts);

    test('all is there, and Share is a link', { tag: '@core' }, async ({ page }) => {
      await page.goto('');
      await expect(page.locator('.event [hidden]')).toHaveCount(0);
      for (const part of await parts(page).all()) await expect(part).toBeVisible();
      await expect(page.locator('.opens:visible, .opens-all:visible')).toHaveCount(0);
      await article(page).getByRole('link', { name: 'Share' }).first().click();
      await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/$`));
    });
  });
});

test.describe('F08: Share', () => {
  /** Replaces the system's share sheet and clipboard, which record what they are given. */
  const given = async (page: Page, sheet: 'none' | 'takes' | 'closed' | 'refuses') => {
    await page.addInitScript((kind) => {
      const log: unknown[] = [];
      Object.assign(window, { log });
      const share = async (data: unknown) => {
        log.push(data);
        if (kind === 'closed') throw new DOMException('', 'AbortError');
        if (kind === 'refuses') throw new DOMException('', 'NotAllowedError');
      };
      if (kind === 'none')
        Object.defineProperty(Navigator.prototype, 'share', { value: undefined });
      else Object.defineProperty(navigator, 'share', { value: share });
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => void log.push(text) },
      });
    }, sheet);
    return () => page.evaluate(() => (window as unknown as { log: unknown[] }).log);
  };
  const quoteOf = (page: Page) => page.locator(`#q-${EVENT}-invitation`);

  test('gives the system’s sheet the event’s or the quote’s own page', async ({
    page,
    baseURL,
  }) => {
    const log = await given(page, 'takes');
    await page.goto('');
    await article(page).locator('header').getByRole('link', { name: 'Share' }).click();
    await quoteOf(page).getByRole('link', { name: 'Share' }).click();
    await article(page).getByRole('link', { name: 'gladly accepted' }).click();
    await panel(page).getByRole('link', { name: 'Share' }).click();
    const title = 'Dale invites Ruud to visit Norholm';
    const own = `${baseURL}events/${EVENT}/`;
    expect(await log()).toEqual([
      { title, url: own },
      { title, url: `${own}#q-${EVENT}-invitation` },
      { title, url: `${own}#q-${EVENT}-gladly-accepted` },
    ]);
    await expect(page).toHaveURL(baseURL ?? '');
  });

  for (const sheet of ['none', 'refuses'] as const)
    test(`copies it, and says so, where the sheet ${sheet === 'none' ? 'is missing' : 'refuses'}`, {
      tag: '@core',
    }, async ({ page, baseURL }) => {
      const log = await given(page, sheet);
      await page.goto('');
      const share = article(page).locator('header').getByRole('link', { name: 'Share' });
      await share.click();
      await expect(page.locator('[role=status].sr-only')).toHaveText('Link copied');
      await expect(share).toHaveAttribute('data-done', 'Link copied');
      expect((await log()).at(-1)).toBe(`${baseURL}events/${EVENT}/`);
      await expect(share).not.toHaveAttribute('data-done');
    });

  test('copies nothing when the reader closes the sheet', async ({ page }) => {
    const log = await given(page, 'closed');
    await page.goto('');
    await article(page).locator('header').getByRole('link', { name: 'Share' }).click();
    expect(await log()).toHaveLength(1);
    await expect(page.locator('[role=status].sr-only')).toHaveText('');
  });

  test('leads to the page where nothing takes it, and with a modifier key', async ({
    page,
    context,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'share', { value: undefined });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto('');
    const share = article(page).locator('header').getByRole('link', { name: 'Share' });
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      share.click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(tab).toHaveURL(new RegExp(`/events/${EVENT}/$`));
    await share.click();
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/$`));
  });

  test('the page’s description says the words of its card, and who said them', async ({ page }) => {
    for (const path of [`events/${EVENT}/`, `embed/${EVENT}/`]) {
      await page.goto(path);
      await expect(page.locator('meta[name=description]')).toHaveAttribute(
        'content',
        '9 May 1911. “The invitation comes soon after the island chair held talks with Ruud in the harbour town of Stenvik.” (Isle Wire → Evening Post)',
      );
    }
  });

  test('and closed quotes break no part of the policy', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      const broken: string[] = [];
      Object.assign(window, { broken });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
        broken.push(`${violatedDirective} ${sample}`),
      );
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await given(page, 'none');
    for (const path of ['', `events/${EVENT}/`]) {
      await page.goto(path);
      if (path === '') await article(page).locator('.opens').click();
      await article(page).locator('header').getByRole('link', { name: 'Share' }).click();
      await article(page).getByRole('link', { name: 'gladly accepted' }).click();
      await expect(panel(page)).toBeVisible();
      await panel(page).getByText('our guess – why?').first().click();
      expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual(
        [],
      );
    }
    expect(errors).toEqual([]);
  });
});
