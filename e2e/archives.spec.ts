/** Archives quite unlike the real one, built and walked: nothing in the site knows any of them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { beginArchive } from '../src/author/begin.ts';
import { importFile } from '../src/author/import.ts';
import { type Served, serve } from '../src/serve.ts';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'archives-'));

/** One worker for this file, so that each archive is built once. */
test.describe.configure({ mode: 'default', timeout: 180_000 });
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Builds an archive and serves it for the tests of one block. */
function served(name: string, content: () => string): () => string {
  let site: Served | undefined;
  test.beforeAll(async () => {
    const dir = join(work, `${name}-site`);
    execFileSync(process.execPath, ['src/astro.mjs', 'build', '--outDir', dir], {
      cwd: root,
      env: { ...process.env, CONTENT_DIR: content(), BASE_PATH: '/' },
      stdio: 'pipe',
    });
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
    const dates = page.locator('article.event time');
    await expect(dates.nth(0)).toHaveText('about 480 BCE');
    await expect(dates.nth(1)).toHaveText('44 BCE');
    await expect(dates.nth(2)).toContainText('uncertain');
    await expect(page.locator('svg').first()).toContainText('The town is founded');
  });

  test('says nothing of any other archive', async ({ page }) => {
    await page.goto(url());
    await expect(page.locator('body')).not.toContainText(/Korea|Putin|Kim/);
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
  const fixtures = join(root, 'src/author/fixtures');
  const content = join(work, 'hostile');
  const url = served('hostile', () => {
    beginArchive(content);
    for (const name of readdirSync(fixtures).filter((folder) => folder.startsWith('hostile-'))) {
      const file = readdirSync(join(fixtures, name)).find((given) => given.startsWith('input.'));
      importFile(content, join(fixtures, name, file ?? ''));
    }
    // What check would refuse: the site must not run it either.
    const name = readdirSync(join(content, 'events')).find((file) => file.endsWith('.md')) ?? '';
    const text = readFileSync(join(content, 'events', name), 'utf8');
    writeFileSync(
      join(content, 'events', 'unchecked.md'),
      `${text}\n<script>globalThis.pwned=1</script>\n\nA <img src=x onerror="globalThis.pwned=1"> here.\n`,
    );
    return content;
  });

  test('runs nothing of them, and says of each event that it is not yet sourced', async ({
    page,
  }) => {
    const events = readdirSync(join(content, 'events')).filter((name) => name.endsWith('.md'));
    expect(events.length).toBeGreaterThan(7);
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
