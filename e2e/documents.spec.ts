/**
 * An archive of documents as people have them: a PDF, a Word document, a book of which a part is quoted, and a letter
 * without an address; from a statement to the print.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { served } from './served.ts';
import { root } from './sites.ts';

test.describe.configure({ mode: 'default', timeout: 180_000 });

const content = join(root, 'e2e/archives/documents');
const { url, dir } = served(content);

const broken = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

test('leads from a statement to the page as it is printed', async ({ page }) => {
  await page.goto(`${url()}events/lamp-dark/`);
  await page.getByRole('link', { name: 'watchman with a hand lamp' }).click();
  const quote = page.locator('#q-lamp-dark-watchman');
  await expect(quote.locator('.locator')).toHaveText('pp. 11–12');
  await expect(quote.getByRole('link', { name: /^Original page/ })).toHaveAttribute(
    'href',
    'https://example.org/marl/report.pdf#page=1',
  );
  await quote.getByRole('link', { name: 'See it in the source' }).click();
  await expect(page).toHaveURL(/\/sources\/report\/#q-lamp-dark-watchman$/);

  // The sentence runs on over a page break, and over the running head and the page number there.
  const pictures = page.locator('.paragraph:has(#q-lamp-dark-watchman) .facsimile img');
  await expect(pictures).toHaveCount(2);
  await pictures.nth(1).scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      pictures.evaluateAll((all: HTMLImageElement[]) =>
        all.every(({ naturalWidth }) => naturalWidth > 0),
      ),
    )
    .toBe(true);
  const alts = await pictures.evaluateAll((all: HTMLImageElement[]) => all.map(({ alt }) => alt));
  expect(alts[0]).toMatch(/^The watchman then went out himself .* and it is$/);
  expect(alts[1]).toMatch(/^owing to him alone that three boats .* harbour mouth\.$/);
  await expect(
    page.locator('.paragraph:has(#q-lamp-dark-watchman) .facsimile figcaption'),
  ).toHaveText('Passage a as printed (pp. 11–12)');
});

test('hands out pictures of 60 kB at most, of the size that it gives, at two densities', async ({
  page,
}) => {
  await page.goto(`${url()}sources/report/`);
  const pictures = await page.locator('.facsimile img').evaluateAll((all: HTMLImageElement[]) =>
    all.map((image) => ({
      loading: image.loading,
      given: ['width', 'height'].map((name) => Number(image.getAttribute(name))),
      sources: image.srcset.split(', ').map((one) => one.split(' ')),
    })),
  );
  expect(pictures.length).toBeGreaterThan(5);
  for (const { loading, given, sources } of pictures) {
    expect(loading).toBe('lazy');
    expect(sources.map(([, density]) => density)).toEqual(['1x', '2x']);
    for (const [i, [path = '']] of sources.entries()) {
      const bytes = readFileSync(join(dir(), decodeURIComponent(path)));
      expect(bytes.length).toBeLessThanOrEqual(60_000);
      const [width] = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      }, path);
      expect(Math.abs((width ?? 0) - (given[0] ?? 0) * (i + 1))).toBeLessThanOrEqual(1);
    }
  }
});

test('names the pages of several passages, and what the editors add, as theirs', async ({
  page,
}) => {
  await page.goto(`${url()}events/committee-reports/`);
  await expect(page.locator('#q-committee-reports-cheap .locator')).toHaveText(
    'pp. 12–13, conclusions (located by the editors)',
  );
  await page.goto(`${url()}events/lamp-dark/`);
  await expect(page.locator('#q-lamp-dark-seen .locator')).toHaveText(
    'second leaf (located by the editors)',
  );
  await page.goto(`${url()}sources/letter/`);
  await expect(page.locator('.record')).toContainText('Marl Museum, box 4');
  await expect(page.locator('.facsimile')).toHaveCount(0);
});

test('leads from a statement to the section of a Word document and of a book', async ({ page }) => {
  await page.goto(`${url()}events/lamp-found-out/`);
  await page.getByRole('link', { name: 'found the lamp out' }).click();
  const quote = page.locator('#q-lamp-found-out-jelly');
  await expect(quote.locator('.locator')).toHaveText('§ The night');
  await quote.getByRole('link', { name: 'passage 2' }).click();
  await expect(page).toHaveURL(/\/sources\/statement\/#q-lamp-found-out-jelly--2$/);
  await expect(page.locator('mark:target')).toHaveText('the oil stood like jelly in the glass.');
  await expect(page.locator('.used').filter({ has: page.locator('.passages') })).toContainText(
    '§ The night',
  );
  // A mark of a note is no part of the words.
  await expect(page.locator('#q-lamp-found-out-smelled')).toHaveText(
    'I said to the store that it smelled of fish.',
  );

  await page.goto(`${url()}events/lamp-found-out/#q-lamp-found-out-alone`);
  await expect(page.locator('#q-lamp-found-out-alone .locator')).toHaveText(
    '§ Oil and gas › The spring of 1911',
  );
  await page
    .locator('#q-lamp-found-out-barrels')
    .getByRole('link', { name: 'See it in the source' })
    .click();
  await expect(page.locator('mark:target')).toBeInViewport();
  await expect(page.locator('.record')).toContainText('Marl Public Library');
  // Its rights are reserved: nothing but what is quoted is shown.
  await expect(page.locator('.text')).not.toContainText('The store was closed');
  await expect(page.locator('.paragraph')).toHaveCount(5);
});

test('shows what is left out as one line in its place, however many paragraphs that are', async ({
  page,
}) => {
  await page.goto(`${url()}sources/lights/`);
  const rows = await page.locator('.paragraph').evaluateAll((all) =>
    all.map((row) => ({
      text: row.querySelector('.words')?.textContent?.trim(),
      height: row.getBoundingClientRect().height,
      edge: row.querySelector('.number')?.getBoundingClientRect().right,
    })),
  );
  expect(rows.map(({ text }) => text === '[…]')).toEqual([true, false, true, false, true]);
  expect(new Set(rows.map(({ edge }) => edge)).size).toBe(1);
  for (const { text, height } of rows) if (text === '[…]') expect(height).toBeLessThan(50);
  // Each paragraph that is left out can still be linked to.
  for (const number of [1, 19, 21, 30, 34, 36])
    await expect(page.locator(`#p${number}`)).toHaveCount(1);
});

test('says sections in print, and where the quote is cited', async ({ page, request }) => {
  await page.goto(`${url()}explainer/`);
  await expect(page.locator('[id="q-lamp-found-out-alone"] .locator')).toHaveText(
    '§ Oil and gas › The spring of 1911',
  );
  const text = async (path: string): Promise<string> =>
    (await request.get(`${url()}${path}`)).text();
  for (const path of ['feed.xml', 'feed.json', 'data/timelinejs.json', 'data/events.csv'])
    expect(await text(path), path).toContain('§ Oil and gas › After the inquiry');
  expect((await text('data/events.ics')).replace(/\r\n /g, '')).toContain('§ The oil');
  expect(await text('sources/statement.ris')).toContain('Quoted here: § The oil');
});

test('says pages in citations and exports, and the pages of the file to machines', async ({
  request,
}) => {
  const text = async (path: string): Promise<string> =>
    (await request.get(`${url()}${path}`)).text();
  for (const format of ['bib', 'ris', 'csl.json'])
    expect(await text(`sources/report.${format}`)).toContain('Quoted here: pp. 11–13');
  const { items } = JSON.parse(await text('data/annotations.jsonld'));
  const pages = items.flatMap(
    ({ target }: { target: { selector: { type: string; value: string }[] }[] }) =>
      [target]
        .flat()
        .flatMap(({ selector }) =>
          selector
            .filter(({ type }: { type: string }) => type === 'FragmentSelector')
            .map(({ value }: { value: string }) => value),
        ),
  );
  expect([...new Set(pages)].sort()).toEqual(['page=1', 'page=2', 'page=3']);
});

for (const scheme of ['light', 'dark'] as const)
  test(`breaks no rule of accessibility, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of [
      'sources/report/',
      'sources/letter/',
      'sources/lights/',
      'events/lamp-dark/',
      'events/lamp-found-out/',
      '',
    ]) {
      await page.goto(`${url()}${path}`);
      expect(await broken(page), path).toEqual([]);
    }
  });

test('fits phones and paper', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${url()}sources/report/`);
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widest()).toBe(320);
  await page.emulateMedia({ media: 'print' });
  expect(await widest()).toBe(320);
});

test('is what the verifier finds in the archive, but for a section that is changed', () => {
  const verify = () =>
    spawnSync(process.execPath, ['e2e/verify.mjs', dir(), content], {
      cwd: root,
      encoding: 'utf8',
    });
  const { status, stderr } = verify();
  expect([status, stderr]).toEqual([0, '']);
  const file = join(dir(), 'events/lamp-found-out/index.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replaceAll('§ The night', '§ The morning'));
  const changed = verify();
  expect(changed.status).toBe(1);
  expect(changed.stderr).toContain(
    'events/lamp-found-out/index.html #lamp-found-out  no heading above "I went up at two and the lamp was out." is "The morning"',
  );
  expect(changed.stderr).toContain('has the locator "§ The night", not "§ The morning"');
});
