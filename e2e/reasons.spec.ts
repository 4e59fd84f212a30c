/** A reader sees why a quote is as it is wherever the quote is shown, and which page gives a name that no source has. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Served, serve } from '../src/serve/serve.ts';
import { buildSite, root } from './sites.ts';

const work = fs.mkdtempSync(join(tmpdir(), 'reasons-'));
let site: Served;

test.describe.configure({ mode: 'default', timeout: 180_000 });
test.beforeAll(async () => {
  buildSite(join(root, 'e2e/archives/reasons'), join(work, 'site'));
  site = await serve({ dir: join(work, 'site'), port: 0 });
});
test.afterAll(async () => {
  await site.close();
  fs.rmSync(work, { recursive: true, force: true });
});

const REASONS: Record<string, string[]> = {
  heard: [],
  charge: ['A part of a sentence: Names the charge; her answer is not quoted here.'],
  term: ['A part of a word: The statute has the word without its first letters.'],
  lamp: [
    'In no quotation marks in the source: A transcript sets no quotation marks.',
    'Runs over several paragraphs: One answer, given in two lines.',
  ],
  lights: ['Not part of the article: She had written the advertisement herself.'],
};

test('each quote shows its reasons in the story, on its page and in print', async ({ page }) => {
  for (const path of ['', 'events/dale-heard/'])
    for (const [quote, reasons] of Object.entries(REASONS)) {
      await page.goto(site.url + path);
      // Beside its sentence, or in an entry of its own where the sentence has several quotes.
      const anchor = `q-dale-heard-${quote}`;
      const entry = page.locator(
        `figure#${anchor} figcaption > .reason, [data-quotes="${anchor}"] .reason`,
      );
      await expect(entry).toHaveText(reasons);
    }
  await page.goto(`${site.url}explainer/`);
  for (const [quote, reasons] of Object.entries(REASONS))
    for (const reason of reasons)
      await expect(page.locator(`#q-dale-heard-${quote} .way`)).toContainText(reason);
  for (const path of ['present/', 'embed/dale-heard/']) {
    await page.goto(site.url + path);
    await expect(page.locator('figure .reason')).toHaveText(REASONS['lamp'] ?? []);
  }
});

test('a source shows them beside the passage, by its letter', async ({ page }) => {
  await page.goto(`${site.url}sources/post/`);
  const beside = async (paragraph: string) =>
    page
      .locator(`#${paragraph} .used .reason`)
      .evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim()));
  expect(await beside('p2')).toEqual([`b ${REASONS['charge']}`]);
  expect(await beside('p3')).toEqual(REASONS['lamp']?.map((reason) => `a ${reason}`));
  expect(await beside('p4')).toEqual([]);
});

test('an actor shows them beside a saying, and which page gives the name', async ({ page }) => {
  await page.goto(`${site.url}actors/anna-dale/`);
  await expect(page.locator('.sayings .reason')).toHaveText([
    ...(REASONS['charge'] ?? []),
    ...(REASONS['lamp'] ?? []),
    ...(REASONS['lights'] ?? []),
  ]);
  await expect(page.locator('.named-by')).toHaveText(
    'Register of the keepers of lights, The harbour museum',
  );
  await expect(page.locator('.named-by a')).toHaveAttribute('href', 'https://example.org/register');
  await page.goto(`${site.url}actors/post/`);
  await expect(page.locator('.named-by')).toHaveCount(0);
});
