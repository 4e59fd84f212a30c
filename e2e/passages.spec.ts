/** Quotes of several passages: from the statement to each mark in its source and back, in print, and verified. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { printEdition } from '../src/print/pdf.ts';
import { type Served, serve } from '../src/serve/serve.ts';
import { readPdf } from './pdf.ts';
import { buildSite, root } from './sites.ts';

const archive = join(root, 'e2e/archives/passages');
const work = fs.mkdtempSync(join(tmpdir(), 'passages-'));
const dir = join(work, 'site');
let site: Served;

/** One worker for this file, so that the archive is built once. */
test.describe.configure({ mode: 'default', timeout: 180_000 });
test.beforeAll(async () => {
  buildSite(archive, dir);
  site = await serve({ dir, port: 0 });
});
test.afterAll(async () => {
  await site.close();
  fs.rmSync(work, { recursive: true, force: true });
});

const WILL_PAY = ['We will pay the winter toll,', 'for one winter, and not for a second.'];
const LAMPS = [
  'The council of Norholm met on 4 May 1911',
  'Eleven lamps were dark between the mole and the light',
  'The lamp on the mole was lit',
];

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a statement leads to its quote, the quote to each passage, and each passage back', async ({
    page,
  }) => {
    for (const [i, words] of WILL_PAY.entries()) {
      await page.goto(`${site.url}events/council-agrees/`);
      await page.locator('.body > p a.cite').last().click();
      const quote = page.locator('figure:target');
      await expect(quote.locator('blockquote')).toHaveText(WILL_PAY.join(' […] '));
      await quote.getByRole('link', { name: `passage ${i + 1}` }).click();
      const mark = page.locator('mark:target');
      await expect(mark).toHaveText(words);
      await expect(mark).toBeInViewport();
      await mark.locator('xpath=following-sibling::a[1]').click();
      await expect(page.locator('figure:target blockquote')).toHaveText(WILL_PAY.join(' […] '));
    }
  });

  test('a source leads from each passage of a quote to the others', async ({ page }) => {
    await page.goto(`${site.url}sources/minutes/`);
    for (const paragraph of ['p1', 'p3', 'p4'])
      for (const [i, words] of LAMPS.entries()) {
        await page
          .locator(`#${paragraph} .passages`)
          .getByRole('link', { name: `passage ${i + 1}` })
          .click();
        await expect(page.locator('mark:target')).toHaveText(words);
      }
  });

  test('a source marks the passages alone, and keeps addresses under former ids', async ({
    page,
  }) => {
    await page.goto(`${site.url}sources/minutes/`);
    const marked = await page
      .locator('mark[id]')
      .evaluateAll((marks) =>
        marks.map((mark): [string, string] => [mark.id, mark.textContent ?? '']),
      );
    expect(Object.fromEntries(marked)).toEqual({
      'q-council-agrees-met': LAMPS[0],
      'q-council-agrees-will-pay': WILL_PAY[0],
      'q-council-agrees-will-pay--2': WILL_PAY[1],
      'q-council-agrees-first-words': 'pay the winter toll',
      'q-lamps-lamps': LAMPS[0],
      'q-lamps-lamps--2': LAMPS[1],
      'q-lamps-lamps--3': LAMPS[2],
    });
    await page.goto(`${site.url}sources/minutes/#q-council-agrees-accepts--2`);
    await expect(page.locator('span:target + mark')).toHaveText(WILL_PAY[1] ?? '');
    // Sentences that only the gap between passages has are not shown of a reserved source.
    await page.goto(`${site.url}sources/post/`);
    await expect(page.locator('.text')).toContainText('The ferry board had asked for three.');
    await expect(page.locator('.text')).not.toContainText('did not answer');
  });

  test('an actor’s page, an embed and a feed have every passage and the gap', async ({ page }) => {
    await page.goto(`${site.url}actors/norholm/`);
    const saying = page.locator('.sayings li li').filter({ hasText: 'Eleven' });
    await expect(saying.locator('q')).toHaveText(LAMPS.join(' […] '));
    await saying.getByRole('link', { name: 'passage 3' }).click();
    await expect(page.locator('mark:target')).toHaveText(LAMPS[2] ?? '');
    for (const path of ['embed/council-agrees/', 'present/#council-agrees']) {
      for (const [i, words] of WILL_PAY.entries()) {
        await page.goto(site.url + path);
        const figure = page.locator('figure', { hasText: WILL_PAY[0] ?? '' });
        await expect(figure.locator('blockquote')).toHaveText(WILL_PAY.join(' […] '));
        const link = figure.getByRole('link', { name: `passage ${i + 1}` });
        await link.click();
        await expect(page.locator('mark:target')).toHaveText(words);
      }
    }
  });
});

test('a citation opens its quote with its gap and a link to each passage', async ({ page }) => {
  await page.goto(`${site.url}events/council-agrees/`);
  await page.locator('.body > p a.cite').last().click();
  const panel = page.locator('#citation');
  await expect(panel.locator('blockquote')).toHaveText(WILL_PAY.join(' […] '));
  await panel.getByRole('link', { name: 'passage 2' }).click();
  await expect(page.locator('mark:target')).toHaveText(WILL_PAY[1] ?? '');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`its pages are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['events/council-agrees/', 'sources/minutes/', 'actors/norholm/'])
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(site.url + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(beyond).toBeLessThanOrEqual(0);
      }
  });

test('a printed page has the quote, its gap, and no words about links', async ({ page }) => {
  await page.goto(`${site.url}events/council-agrees/`);
  await page.emulateMedia({ media: 'print' });
  const quote = page.locator('#q-council-agrees-will-pay');
  await expect(quote.locator('blockquote')).toHaveText(WILL_PAY.join(' […] '));
  await expect(quote.locator('blockquote')).toBeVisible();
  await expect(quote.getByText('See in the source')).toBeHidden();
});

test('the PDF has every passage with its gap and its address', async () => {
  await printEdition({ dir, install: false });
  const { pages, addresses } = await readPdf(fs.readFileSync(join(dir, 'explainer-a4.pdf')));
  const text = pages.join('\n').replace(/\s+/g, '');
  for (const passages of [WILL_PAY, LAMPS])
    expect(text).toContain(passages.join('[…]').replace(/\s+/g, ''));
  for (const anchor of ['will-pay', 'will-pay--2'])
    expect(addresses.join('\n')).toContain(`/sources/minutes/#q-council-agrees-${anchor}`);
});

test('verify.mjs finds nothing wrong, and notices what is changed of passages', () => {
  const [copy, content] = [join(work, 'altered'), join(work, 'content')];
  fs.cpSync(archive, content, { recursive: true });
  const wrong = (): string => {
    const { stderr } = spawnSync(process.execPath, [join(root, 'e2e/verify.mjs'), copy, content], {
      encoding: 'utf8',
    });
    return stderr;
  };
  fs.cpSync(dir, copy, { recursive: true });
  expect(wrong()).toBe('');
  const changes: [file: string, from: string | RegExp, to: string][] = [
    ['events/council-agrees/index.html', / <span class="gap">\[…\]<\/span> /, ' '],
    ['events/council-agrees/index.html', / <span class="gap">\[…\]<\/span> [^<]*/, ''],
    ['embed/council-agrees/index.html', / <span class="gap">\[…\]<\/span> /, ' '],
    ['sources/minutes/index.html', 'id="q-council-agrees-will-pay--2"', 'id="other"'],
    ['sources/minutes/index.html', 'for one winter, and not for a second.', 'for one winter.'],
    ['actors/norholm/index.html', ' […] Eleven', ' Eleven'],
    ['explainer/index.html', 'toll, […] for one', 'toll, for one'],
    ['data/events.json', 'toll, […] for one', 'toll, for one'],
    ['data/events.csv', 'toll, […] for one', 'toll, for one'],
    ['data/events.ics', 'toll\\, […] for one', 'toll\\, for one'],
    ['data/timelinejs.json', '</a> […] <a', '</a> <a'],
    ['feed.xml', '&lt;/a&gt; […] &lt;a', '&lt;/a&gt; &lt;a'],
    ['feed.json', '</a> […] <a', '</a> <a'],
    ['data/annotations.jsonl', '"exact":"for one winter, and not', '"exact":"for one winter, not'],
    ['data/annotations.jsonld', /"target":\[(\{.*?"end":\d+\}\]\}),\{.*?\}\]\}\]/, '"target":[$1]'],
  ];
  for (const [file, from, to] of changes) {
    const path = join(copy, file);
    const text = fs.readFileSync(path, 'utf8');
    const altered = text.replace(from, to);
    expect(altered, `${file}: ${from}`).not.toBe(text);
    fs.writeFileSync(path, altered);
    expect(wrong(), `${file}: ${from}`).toContain(file);
    fs.writeFileSync(path, text);
  }
  // Of the archive itself: another order, several ways, and nothing between.
  const event = join(content, 'events/lamps.mdx');
  const text = fs.readFileSync(event, 'utf8');
  for (const [from, to, what] of [
    ['{ exact: The lamp on the mole was lit, suffix: again }', 'lit', 'several ways'],
    [`      - ${LAMPS[0]}\n`, '      - The council rose\n', 'in this order'],
    ['lit, suffix: again', 'lit, suffix: dim', 'does not say'],
    [LAMPS[1], 'in the net loft.', 'no words are left out'],
  ] as const) {
    fs.writeFileSync(event, text.replace(from ?? '', to));
    expect(wrong(), what).toContain(what);
  }
});
