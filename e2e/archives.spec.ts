/** Archives quite unlike the real one, built and walked: nothing in the site knows any of them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { beginArchive } from '../src/author/begin.ts';
import { importFile } from '../src/author/import/import.ts';
import { printEdition } from '../src/print/pdf.ts';
import { type Served, serve } from '../src/serve/serve.ts';
import { buildSite, root } from './sites.ts';

const work = mkdtempSync(join(tmpdir(), 'archives-'));

/** One worker for this file, so that each archive is built once. */
test.describe.configure({ mode: 'default', timeout: 180_000 });
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Where {@link served} builds an archive. */
const siteOf = (name: string): string => join(work, `${name}-site`);

/** Builds an archive and serves it for the tests of one block. */
function served(name: string, content: () => string): () => string {
  let site: Served | undefined;
  test.beforeAll(async () => {
    const dir = siteOf(name);
    buildSite(content(), dir);
    site = await serve({ dir, port: 0 });
  });
  test.afterAll(() => site?.close());
  return () => site?.url ?? '';
}

const titles = (page: Page) => page.locator('article.event h2').allInnerTexts();

test.describe('an archive of centuries', () => {
  const url = served('centuries', () => join(root, 'e2e/archives/centuries'));

  test('tells years before the common era in their order, and what is uncertain as such', async ({
    page,
  }) => {
    await page.goto(url());
    await expect(page).toHaveTitle(/river town/);
    expect(await titles(page)).toEqual([
      'The town is founded',
      'The river takes the library',
      'A second library is given',
      'The second library stands',
    ]);
    const dates = page.locator('article.event .date');
    await expect(dates.nth(0)).toHaveText('about 480 BCE');
    await expect(dates.nth(1)).toHaveText('44 BCE');
    await expect(dates.nth(2)).toContainText('uncertain');
    await expect(page.locator('svg').first()).toContainText('The town is founded');
  });

  test('says that there has been no correction', async ({ page }) => {
    await page.goto(`${url()}about/`);
    await expect(page.locator('#corrections')).toContainText('There has been none so far.');
    await expect(page.locator('#corrections li')).toHaveCount(0);
  });

  test('says nothing of any other archive', async ({ page }) => {
    await page.goto(url());
    await expect(page.locator('body')).not.toContainText(/Norholm|Westrey|Korea/);
  });
});

test.describe('an archive of one day', () => {
  const url = served('one-day', () => join(root, 'e2e/archives/one-day'));

  test('gives times with their zones', async ({ page }) => {
    await page.goto(url());
    await expect(page.locator('#sent time')).toContainText(/08:15 UTC$/);
    await expect(page.locator('#arrived time')).toContainText(/17:20 UTC\+9$/);
  });

  test('orders by the moment, whatever the clock it is read from', async ({ page }) => {
    await page.goto(url());
    const ids = page.locator('.story article');
    await expect
      .poll(() => ids.evaluateAll((all) => all.map(({ id }) => id)))
      .toEqual(['sent', 'arrived', 'answered', 'received']);
    const xs = await page
      .locator('svg.timeline:visible .mark')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-key')));
    expect(xs).toEqual(['sent', 'arrived', 'answered', 'received']);
    await expect(page.locator('time-line figcaption')).toContainText('The axis follows UTC;');
  });

  test('shows a quote in its own script, and its translation with who made it', async ({
    page,
  }) => {
    await page.goto(`${url()}events/arrived/`);
    await expect(page.locator('figure.quote blockquote[lang="ja"]')).toContainText(
      '最初の信号が東の港に届いた',
    );
    await expect(page.locator('figure.quote blockquote[lang="en-GB"]')).toContainText(
      'the first signal reached',
    );
    await expect(page.locator('figure.quote .translator')).toContainText('A. Translator');
  });

  test('shows of a reserved source the quoted sentences alone', async ({ page }) => {
    await page.goto(`${url()}sources/gazette/`);
    const main = page.locator('main');
    await expect(main).toContainText('技師は返事を送った');
    await expect(main).not.toContainText('港の人々は朝まで祝った');
    await page.goto(`${url()}sources/log/`);
    await expect(main).toContainText('The clerk went home.');
  });
});

test.describe('an archive of imported hostile files', () => {
  const fixtures = join(root, 'src/author/import/fixtures');
  const content = join(work, 'hostile');
  const url = served('hostile', () => {
    beginArchive(content);
    for (const name of readdirSync(fixtures).filter((folder) => folder.startsWith('hostile-'))) {
      const file = readdirSync(join(fixtures, name)).find((given) => given.startsWith('input.'));
      try {
        importFile(content, join(fixtures, name, file ?? ''));
      } catch (cause) {
        // Two formats hold the same event, which is taken once.
        expect(String(cause)).toContain('left as it is: an event of this title and date is there');
      }
    }
    // Markup that runs is refused before anything is built.
    const name = readdirSync(join(content, 'events')).find((file) => file.endsWith('.md')) ?? '';
    const text = readFileSync(join(content, 'events', name), 'utf8');
    const unchecked = join(content, 'events', 'unchecked.md');
    writeFileSync(
      unchecked,
      `${text}\n<script>globalThis.pwned=1</script>\n\nA <img src=x onerror="globalThis.pwned=1"> here.\n`,
    );
    expect(() => buildSite(content, siteOf('unchecked'))).toThrow('Command failed');
    expect(existsSync(siteOf('unchecked'))).toBe(false);
    rmSync(unchecked);
    return content;
  });

  test('runs nothing of them, and says of each event that it is not yet sourced', async ({
    page,
  }) => {
    const events = readdirSync(join(content, 'events')).filter((name) => name.endsWith('.md'));
    expect(events.length).toBeGreaterThan(5);
    const paths = [
      '',
      ...events.map((name) => `events/${name.slice(0, -3)}/`),
      'explainer/',
      'about/',
    ];
    for (const path of paths) {
      await page.goto(url() + path);
      const found = await page.evaluate(() => ({
        pwned: 'pwned' in globalThis,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(({ name }) => name.startsWith('on')),
        ).length,
        links: [...document.querySelectorAll('[href], [src]')].filter((element) =>
          /^\s*(?:javascript|data):/i.test(
            element.getAttribute('href') ?? element.getAttribute('src') ?? '',
          ),
        ).length,
        scripts: [...document.scripts].filter(
          ({ type, text }) => !/json/.test(type) && text.includes('pwned'),
        ).length,
      }));
      expect(found, path).toEqual({ pwned: false, handlers: 0, links: 0, scripts: 0 });
      if (path.startsWith('events/')) await expect(page.locator('.note-unsourced')).toHaveCount(1);
    }
    await page.goto(url());
    await expect(page.locator('.note-unsourced')).toHaveCount(events.length);
    expect(readFileSync(join(content, 'events', events[0] ?? ''), 'utf8')).toContain(
      'unsourced: true',
    );
  });
});

test.describe('an archive in a language from right to left', () => {
  const url = served('bridge', () => join(root, 'e2e/archives/bridge'));
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
    // A label stands to the left of its leader, and the names of the lanes at the left end.
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
    // What is dragged goes along, and the sideways wheel goes where it points.
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
    await expect(page).toHaveURL(/from=.*spacing=0\.8/);
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
    const lines = await printEdition({ dir: siteOf('bridge'), install: false });
    expect(lines).toHaveLength(2);
    const pdf = readFileSync(join(siteOf('bridge'), 'explainer-a4.pdf'), 'latin1');
    expect(pdf).toMatch(/NotoNaskhArabic/);
    expect(pdf).toMatch(/\/Lang \(ar\)/);
  });
});

/**
 * Words of two Latin letters or more that the page itself says: in text, attributes and generated content. Left out are
 * words marked as of another language, code and addresses; names of formats are the same everywhere.
 */
function latinWords(): string[] {
  const names =
    /\b(?:SHA-256|PDF|A4|JSON|CSV|RIS|BibTeX|CSL-JSON|TimelineJS|Atom|W3C Web Annotations)\b/g;
  const own = (node: Element | null): boolean =>
    node?.closest('[lang]')?.getAttribute('lang') === 'ar' &&
    !node.closest('script, style, code, pre, .sha256, .digest, .printed, template') &&
    !node.closest('[data-astro-source-file]');
  const found: string[] = [];
  const look = (said: string | null, where: string): void => {
    // A version is a commit's name; an address is one in every language.
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
