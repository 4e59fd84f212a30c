/** A source of half a megabyte: its page shows what is quoted, and pages of their own the whole text, without scripts too. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { crawl } from './crawl.ts';
import { type LongSource, paragraphOf, wordsOf, writeLongArchive } from './long-archive.ts';
import { served } from './served.ts';
import { root } from './sites.ts';

test.describe.configure({ mode: 'default', timeout: 180_000 });

const LOG: LongSource = { paragraphs: 8000, sentences: 1, quotes: 12 };
const content = (work: string): string => join(work, 'content');
const { url, dir, work } = served((folder) => {
  writeLongArchive(content(folder), LOG);
  return content(folder);
});

const parts = (): string[] => [
  'index.html',
  ...readdirSync(join(dir(), 'sources/log/text'))
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => `${name}/index.html`),
];
const fileOf = (name: string): Buffer => readFileSync(join(dir(), 'sources/log', name));
const axe = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

test('holds the whole text once, in parts of 150 kB at most, and the source’s page in less', () => {
  expect(parts().length).toBeGreaterThan(2);
  const numbers: string[] = [];
  const words: string[] = [];
  for (const name of parts()) {
    const html = fileOf(join('text', name));
    expect(brotliCompressSync(html).length, name).toBeLessThanOrEqual(150_000);
    const { document } = parseHTML(html.toString());
    for (const paragraph of document.querySelectorAll('.paragraph')) {
      numbers.push(paragraph.id);
      words.push(paragraph.querySelector('.words p')?.textContent?.trim() ?? '');
    }
  }
  expect(numbers).toEqual(Array.from({ length: LOG.paragraphs }, (_, i) => `p${i + 1}`));
  expect(words.join('\n\n')).toBe(
    readFileSync(join(content(work()), 'sources/log.txt'), 'utf8').trim(),
  );
  expect(fileOf('index.html').length).toBeLessThan(100_000);
});

test('shows passages with what is around them, and neighbouring gaps as one', async ({ page }) => {
  await page.goto(`${url()}sources/log/`);
  const rows = await page
    .locator('.paragraph .words > p:first-child')
    .evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));
  const gaps = rows.map((row) => row === '[…]');
  expect(gaps.filter(Boolean)).toHaveLength(LOG.quotes + 1);
  expect(gaps.some((is, i) => is && gaps[i + 1])).toBe(false);
  // Each passage with three sentences on either side.
  expect(rows).toHaveLength(LOG.quotes * 7 + LOG.quotes + 1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('leads from a passage to its place in the whole text, on through it, and back by its permanent address', async ({
    page,
  }) => {
    for (const i of [0, 5, 11]) {
      const [number, words] = [paragraphOf(i, LOG), wordsOf(i, LOG)];
      const anchor = `q-watch-${i + 1}-sea`;
      await page.goto(`${url()}sources/log/#${anchor}`);
      await expect(page.locator('mark:target')).toHaveText(words);
      await expect(page.locator('mark:target')).toBeInViewport();
      await page.locator(`#p${number}`).getByRole('link', { name: 'In the whole text' }).click();
      await expect(page).toHaveURL(new RegExp(`/sources/log/text/(\\d+/)?#p${number}$`));
      const there = page.locator(`#p${number}`);
      await expect(there).toBeInViewport();
      await expect(there.locator('mark')).toHaveText(words);
      await there.getByRole('link', { name: 'See it in the source' }).click();
      await expect(page).toHaveURL(`${url()}sources/log/#${anchor}`);
      await expect(page.locator('mark:target')).toHaveText(words);
    }
  });

  test('leads from any part to every passage by its permanent address, and to the next part', async ({
    page,
  }) => {
    await page.goto(`${url()}sources/log/`);
    await page.getByRole('link', { name: 'Read the whole text' }).click();
    for (let part = 1; part <= parts().length; part++) {
      await expect(page.locator('nav.parts > p').first()).toContainText(
        `Part ${part} of ${parts().length}: paragraphs `,
      );
      const hrefs = await page
        .locator('nav.parts details')
        .last()
        .locator('a')
        .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
      expect(hrefs).toEqual(
        Array.from({ length: LOG.quotes }, (_, i) => `${url()}sources/log/#q-watch-${i + 1}-sea`),
      );
      if (part < parts().length) await page.locator('a[rel="next"]').click();
    }
    await expect(page.locator('a[rel="next"]')).toHaveCount(0);
    await page.getByText('Quoted passages').click();
    await page.locator('nav.parts details').last().locator('a').nth(3).click();
    await expect(page.locator('mark:target')).toHaveText(wordsOf(3, LOG));
  });
});

test('resolves every link and anchor', async ({ request }) => {
  const { pages, faults } = await crawl(request, url());
  expect(faults).toEqual([]);
  expect([...pages.keys()].filter((one) => one.includes('/text/'))).toHaveLength(parts().length);
});

test('breaks no rule of accessibility, and fits phones and paper', async ({ page }) => {
  await page.goto(`${url()}sources/log/`);
  expect(await axe(page)).toEqual([]);
  // A page of the whole text repeats one paragraph thousands of times.
  await page.goto(`${url()}sources/log/text/2/`);
  await page.evaluate(() => {
    for (const one of [...document.querySelectorAll('.paragraph')].slice(40))
      if (!one.querySelector('mark')) one.remove();
  });
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widest()).toBe(320);
  await page.emulateMedia({ media: 'print' });
  expect(await widest()).toBe(320);
});

test('is what the verifier finds in the archive, but for a word that is changed', () => {
  const file = join(dir(), 'sources/log/text/2/index.html');
  const html = readFileSync(file, 'utf8');
  const number = Number(/id="p(\d+)"/.exec(html)?.[1]);
  writeFileSync(
    file,
    html.replace(`In watch ${number} the keeper`, `In watch ${number} no keeper`),
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    ['e2e/verify.mjs', dir(), content(work())],
    { cwd: root, encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^sources\/log\/text\/ {2}says "nokeeper[^\n]*, not "thekeeper/);
  expect(
    stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('sources/log/text/')),
  ).toEqual([]);
});
