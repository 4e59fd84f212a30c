/** Where a Chromium is installed: our text of a page is its own `innerText`, but for the differences listed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHtml } from '../src/intake/html.ts';
import { browserArgs, findBrowser } from '../src/print/browser.ts';

const pages = join(import.meta.dirname, 'pages');
const path = await findBrowser({ install: false }).catch(() => null);

/** Lines that hold words; how many empty lines or spaces stand between them is ours to choose. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) =>
      line
        .replace(/^[ \t]+|[ \t]+$/g, '')
        .replace(/ *\t */g, '\t')
        .replace(/ +/g, ' '),
    )
    .filter((line) => /\S/.test(line));

describe.skipIf(path === null)('readHtml(bytes) and the innerText of Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path ?? '', args: browserArgs });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/*', (route) => route.abort());
  });
  afterAll(() => browser?.close());

  const innerText = async (html: string): Promise<string> => {
    await page.setContent(html);
    return page.evaluate(() => document.body.innerText);
  };

  it('differ on real pages only as listed in pages/differences.txt', async () => {
    const names = readdirSync(pages).filter((name) => name.endsWith('.html'));
    expect(names).toHaveLength(20);
    const listed: string[] = [];
    for (const name of names) {
      const bytes = readFileSync(join(pages, name));
      const theirs = linesOf(await innerText(bytes.toString('utf8')));
      const ours = linesOf(readHtml(bytes).text);
      expect(ours.length, name).toBeGreaterThan(2);
      for (const { value, added, removed } of diffArrays(theirs, ours))
        if (added || removed)
          for (const line of value) listed.push(`${name}  ${added ? 'ours' : 'browser'}: ${line}`);
    }
    await expect(`${listed.join('\n')}\n`).toMatchFileSnapshot(join(pages, 'differences.txt'));
  });

  it('are the same on generated pages', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (inner) => {
        const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${SHEET}</style></head><body>${inner}</body></html>`;
        expect(linesOf(readHtml(Buffer.from(html)).text)).toEqual(linesOf(await innerText(html)));
      }),
      { numRuns: 40, seed: 19 },
    );
  });
});

const SHEET =
  '.gone{display:none}.lit{visibility:visible}.row{display:flex}.caps{text-transform:uppercase}p.gone.back{display:block}';
const word = fc.constantFrom(
  'storm',
  'the',
  'not',
  '42',
  'naïve',
  'said,',
  'rose.',
  '&amp;',
  'a&nbsp;b',
);
const space = fc.constantFrom(' ', '', '\n  ', '  ');
const inlineTag = fc.constantFrom(
  'b',
  'em',
  'span',
  'a href="#x"',
  'code',
  'span class="gone"',
  'span class="lit"',
  'span hidden',
  'span class="caps"',
  'ins',
  'mark',
  'small',
);
const blockTag = fc.constantFrom(
  'p',
  'div',
  'section',
  'h2',
  'blockquote',
  'div class="row"',
  'p class="gone"',
  'p class="gone back"',
  'ul',
  'pre',
  'details open',
  'template',
  'noscript',
);
const element = (tag: string, inner: string): string =>
  `<${tag}>${tag === 'ul' ? `<li>${inner}</li><li>end</li>` : inner}</${tag.split(' ')[0]}>`;
const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string; run: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom('<br>', '<!-- not -->', '<script>1</script>'),
    fc.tuple(inlineTag, tie('run')).map(([tag, inner]) => element(tag, inner)),
  ),
  run: fc
    .array(fc.tuple(tie('inline'), space), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flat().join('')),
})).run;
const table = fc
  .array(fc.array(inline, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(
    (rows) =>
      `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );
const block = fc.letrec<{ block: string; flow: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inline,
    table,
    fc.tuple(blockTag, tie('flow')).map(([tag, inner]) => element(tag, inner)),
  ),
  flow: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n')),
})).flow;
const body = fc.array(block, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
