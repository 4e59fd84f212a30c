/** Archives that differ from `content/` in every respect: the code assumes nothing about an archive. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { beginArchive } from '../src/author/begin.ts';
import { importFile } from '../src/author/import/import.ts';
import { served } from './served.ts';
import { buildSite, root } from './sites.ts';

/** Serially, so that each archive is built once. */
test.describe.configure({ mode: 'default', timeout: 180_000 });

const titles = (page: Page) => page.locator('article.event h2').allInnerTexts();

test.describe('an archive of centuries', () => {
  const { url } = served(join(root, 'e2e/archives/centuries'));

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
    const drawn = page.locator('svg', { hasText: 'The town is founded' });
    await expect(drawn.filter({ visible: true })).not.toHaveCount(0);
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
  const { url } = served(join(root, 'e2e/archives/one-day'));

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
  const contentIn = (folder: string): string => join(folder, 'content');
  const { url, work } = served((folder) => {
    const content = contentIn(folder);
    beginArchive(content);
    for (const name of readdirSync(fixtures).filter((one) => one.startsWith('hostile-'))) {
      const file = readdirSync(join(fixtures, name)).find((given) => given.startsWith('input.'));
      try {
        importFile(content, join(fixtures, name, file ?? ''));
      } catch (cause) {
        // Two files have the same event, which is imported once.
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
    const refused = join(folder, 'refused');
    expect(() => buildSite(content, refused)).toThrow('Command failed');
    expect(existsSync(refused)).toBe(false);
    rmSync(unchecked);
    return content;
  });

  test('runs nothing of them, and says of each event that it is not yet sourced', async ({
    page,
  }) => {
    const content = contentIn(work());
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
