/** An archive in Arabic, drawn from right to left, on the page and on paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { printEdition } from '../src/print/pdf.ts';
import { served } from './served.ts';
import { root } from './sites.ts';

/** Serially, so that the archive is built once. */
test.describe.configure({ mode: 'default', timeout: 180_000 });

test.describe('an archive in a language from right to left', () => {
  const { url, dir } = served(join(root, 'e2e/archives/bridge'));
  const ids = ['asked', 'decided', 'flood', 'letter', 'opened', 'caravan', 'stood'];
  const paths = [
    '',
    '404.html',
    'about/',
    'explainer/',
    'embed/',
    'embed/letter/',
    ...ids.map((id) => `events/${id}/`),
    ...['register', 'quarterly'].map((id) => `sources/${id}/`),
    ...['register', 'council', 'engineer', 'quarterly'].map((id) => `actors/${id}/`),
  ];
  const mark = (page: Page, id: string): Locator =>
    page.locator(`svg.timeline:visible .mark[data-key="${id}"] a`);
  const middleOf = async (place: Locator): Promise<number> => {
    const box = await place.boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  const placeOf = (page: Page, id: string): Promise<number> =>
    middleOf(mark(page, id).locator('circle'));

  test('has no word of another language in its interface', async ({ page }) => {
    for (const path of paths) {
      await page.goto(url() + path);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
      expect(await page.evaluate(latinWords), path).toEqual([]);
    }
  });

  test('says its own in scripts, feeds and data', async ({ page }) => {
    const text = async (path: string): Promise<string> =>
      (await page.request.get(url() + path)).text();
    expect(await text('feed.xml')).toContain('تصويب، ');
    expect(await text('data/events.ics')).toMatch(/ليست في\s+التقويم|ليست/);
    expect(await text('data/events.json')).toContain('اليوم مذكور');
    expect(JSON.parse(await text('manifest.webmanifest'))).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
    });
    await page.goto(`${url()}events/flood/`);
    await expect(page.locator('.citation-text')).toHaveText(
      /^محررو التجارب، «الفيضان يأخذ السقالات»، /,
    );
  });

  test('sets each quote in its own direction', async ({ page }) => {
    await page.goto(`${url()}events/letter/`);
    const quote = page.locator('.quote').first();
    await expect(quote.locator('blockquote').nth(0)).toHaveCSS('direction', 'ltr');
    await expect(quote.locator('blockquote').nth(0)).toHaveCSS('font-style', 'italic');
    await expect(quote.locator('blockquote.translation')).toHaveCSS('direction', 'rtl');
    await expect(quote.locator('blockquote.translation')).toHaveCSS('font-style', 'normal');
    await page.goto(`${url()}sources/quarterly/`);
    await expect(page.locator('.words').first()).toHaveCSS('direction', 'ltr');
    await expect(page.locator('h1')).toHaveCSS('direction', 'rtl');
    await page.goto(`${url()}sources/register/`);
    await expect(page.locator('#q-opened-opened')).toHaveText('وفي ٢ مايو ١٨٩٨ افتُتح الجسـر');
  });

  test('draws time from right to left, on the page and on paper', async ({ page }) => {
    await page.goto(url());
    const places = await Promise.all(['flood', 'letter', 'opened'].map((id) => placeOf(page, id)));
    expect(places).toEqual([...places].sort((a, b) => b - a));
    // Labels are left of their leaders, and lane names at the left end.
    const label = await mark(page, 'flood').locator('text').boundingBox();
    expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThan(places[0] ?? 0);
    const lane = page.locator('svg.timeline:visible .lane text').first();
    expect(await middleOf(lane)).toBeLessThan(Math.min(...places));
    const labels = await page.locator('svg.timeline:visible .mark text').evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
          false,
        );
    await page.setViewportSize({ width: 390, height: 800 });
    const title = await mark(page, 'flood').locator('text').boundingBox();
    expect(await placeOf(page, 'flood')).toBeGreaterThan((title?.x ?? 0) + (title?.width ?? 0));
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${url()}explainer/`);
    const plate = page.locator('.plate svg.paper');
    expect(await middleOf(plate.locator('[data-key="flood"] circle'))).toBeGreaterThan(
      await middleOf(plate.locator('[data-key="opened"] circle')),
    );
    await expect(plate).toHaveAttribute('aria-label', /^خط زمني فيه 7 أحداث\./);
  });

  test('F03 dates a mark of several with its years', async ({ page }) => {
    await page.goto(`${url()}?spacing=0`);
    const cluster = page.locator('svg.timeline:visible .mark.cluster a').first();
    // Three events or more, from one year to another, in the digits of the language.
    await expect(cluster).toHaveAttribute('aria-label', /^.+، (\d{4}–\d{4}|.*\d{4}.*)$/);
  });

  test('answers keys, pointer and wheel as it is drawn', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(url());
    await mark(page, 'flood').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(mark(page, 'letter')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(mark(page, 'flood')).toBeFocused();
    // Zooming keeps what is under the pointer.
    const x = await placeOf(page, 'flood');
    const chart = page.locator('svg.timeline:visible');
    const y = ((await chart.boundingBox())?.y ?? 0) + 20;
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect(page).toHaveURL(/from=/);
    // A wheel event's position is in whole pixels.
    expect(Math.abs((await placeOf(page, 'flood')) - x)).toBeLessThan(4);
    await page.mouse.dblclick(x, y);
    await page.mouse.move(x, y - 40);
    await expect.poll(async () => Math.abs((await placeOf(page, 'flood')) - x) < 6).toBe(true);
    // The drawing follows a drag, and the sideways wheel moves it in the wheel's direction.
    const before = await placeOf(page, 'flood');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await placeOf(page, 'flood')) - before)).toBe(-60);
    const shown = new URL(page.url()).searchParams.get('from');
    await page.mouse.wheel(-60, 0);
    await expect.poll(async () => Math.round((await placeOf(page, 'flood')) - before)).toBe(0);
    expect(shown).not.toBeNull();
  });

  test('speaks of its view, and finds it again by its address', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(url());
    const slider = page.getByRole('slider', { name: 'المسافات بين الأزمنة' });
    await expect(slider).toHaveAttribute('aria-valuetext', 'مسافات قريبة من المتساوية');
    await slider.fill('0');
    await expect(slider).toHaveAttribute('aria-valuetext', 'مسافات حقيقية');
    await slider.fill('80');
    // The earlier end of the overview is at its right.
    const strip = page.locator('svg.overview:visible');
    await strip.focus();
    const earliest = /^من 1 يناير 1894 إلى /;
    for (const key of ['+', '+', 'Home']) await page.keyboard.press(key);
    await expect(strip).toHaveAttribute('aria-valuetext', earliest);
    await page.keyboard.press('ArrowLeft');
    await expect(strip).not.toHaveAttribute('aria-valuetext', earliest);
    await page.keyboard.press('ArrowRight');
    await expect(strip).toHaveAttribute('aria-valuetext', earliest);
    const selection = strip.locator('.selection');
    const all = await strip.boundingBox();
    expect(await middleOf(selection)).toBeGreaterThan((all?.x ?? 0) + (all?.width ?? 0) / 2);
    await expect(page.locator('time-line [aria-live]')).toHaveText(/من أصل 7 أحداث في العرض، /);
    // From the first event on, and so without a beginning; the end is rounded.
    await expect(page).toHaveURL(/\?to=.*spacing=0\.8/);
    await page.goto(page.url());
    await expect(page.locator('time-line')).toHaveClass(/running/);
    await expect(strip).toHaveAttribute('aria-valuetext', earliest);
    const drawn = await page.locator('svg.timeline:visible').innerHTML();
    await page.goto(page.url());
    await expect(page.locator('time-line')).toHaveClass(/running/);
    const parts = (html: string): string[] => html.match(/ [dx]="[^"]*"/g) ?? [];
    await expect
      .poll(async () => parts(await page.locator('svg.timeline:visible').innerHTML()))
      .toEqual(parts(drawn));
    // Beside the brush, a press brings it there.
    const box = await strip.boundingBox();
    await strip.click({ position: { x: 20, y: 5 } });
    await expect
      .poll(() => middleOf(selection))
      .toBeLessThan((box?.x ?? 0) + (box?.width ?? 0) / 2);
  });

  for (const path of ['', 'events/letter/', 'sources/quarterly/', 'explainer/'])
    test(`/${path} breaks no rule of WCAG 2.2, and never scrolls sideways`, async ({ page }) => {
      for (const width of [320, 1280, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(url() + path);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${width}`,
        ).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual(
        [],
      );
    });

  test('is printed with its own letters, title and pages', async () => {
    const lines = await printEdition({ dir: dir(), install: false });
    expect(lines).toHaveLength(2);
    const pdf = readFileSync(join(dir(), 'explainer-a4.pdf'), 'latin1');
    expect(pdf).toMatch(/NotoNaskhArabic/);
    expect(pdf).toMatch(/\/Lang \(ar\)/);
  });
});

/**
 * The page's own words of two or more Latin letters, in text, attributes and generated content. Left out are words marked
 * as of another language, code, URLs, and names of formats.
 */
function latinWords(): string[] {
  const names =
    /\b(?:SHA-256|PDF|SVG|PNG|open-quote|close-quote|A4|JSON|CSV|RIS|BibTeX|CSL-JSON|TimelineJS|Atom|W3C Web Annotations)\b/g;
  const own = (node: Element | null): boolean =>
    node?.closest('[lang]')?.getAttribute('lang') === 'ar' &&
    !node.closest('script, style, code, pre, .sha256, .digest, .printed, template') &&
    !node.closest('[data-astro-source-file]');
  const found: string[] = [];
  const look = (said: string | null, where: string): void => {
    // Not a commit's hash, nor a URL.
    const rest = (said ?? '')
      .replace(/https?:\/\/\S+/g, '')
      .replace(/\u2066.*?\u2069/g, '')
      .replace(names, '');
    const word = /[A-Za-z\u00C0-\u024F]{2,}/.exec(rest);
    if (word) found.push(`${where}: ${said?.trim().slice(0, 80)}`);
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const address = parent?.closest('a[dir="ltr"]');
    if (own(parent) && !address && parent?.tagName !== 'TITLE')
      look(node.nodeValue, parent?.outerHTML.slice(0, 60) ?? '');
  }
  for (const element of document.querySelectorAll('*')) {
    if (!own(element)) continue;
    for (const name of [
      'aria-label',
      'title',
      'alt',
      'placeholder',
      'aria-valuetext',
      'data-copied',
      'data-refused',
      'data-quote',
    ])
      if (name !== 'title' || element.tagName !== 'LINK')
        look(element.getAttribute(name), `@${name}`);
    for (const side of ['::before', '::after', '::marker'])
      look(
        getComputedStyle(element, side).content.replace(/^(?:normal|none|attr|counter)$/, ''),
        side,
      );
  }
  look(
    document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
    'description',
  );
  return found;
}
