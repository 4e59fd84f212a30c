/** The PDFs of the print edition, looked into with Poppler's programs. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { parse } from 'yaml';
import { printEdition } from '../src/print/pdf.ts';
import { hasPoppler, poppler } from './poppler.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const papers = [
  { name: 'a4', size: /595\.\d+ x 84\d\.\d+ pts/, pages: [4, 6] },
  { name: 'letter', size: /612 x 792 pts/, pages: [4, 7] },
] as const;
const pdfOf = (name: string): string => join(dist, `explainer-${name}.pdf`);
const A4 = pdfOf('a4');
const bare = (text: string): string => text.replace(/\s+/g, '');
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());

interface Record {
  title: string;
  quotes: { [id: string]: { exact: string } };
}
const events = fs.readdirSync(join(root, 'content/events')).map((file) => {
  const text = fs.readFileSync(join(root, 'content/events', file), 'utf8');
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  return { record: parse(front) as Record, body };
});

test.skip(!hasPoppler(), 'poppler-utils is not installed');
test.describe.configure({ mode: 'default' });

for (const { name, size, pages } of papers) {
  test(`the ${name} edition says what it is, on its paper, in pages to hold in a hand`, async ({
    page,
  }) => {
    await page.goto('explainer/');
    const date = await page.locator('.imprint time').getAttribute('datetime');
    const info = poppler('pdfinfo', '-isodates', pdfOf(name));
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    expect(info).toContain(`Title:           ${title}\n`);
    expect(info).toMatch(/Author: {10}The Readily Accepted editors\n/);
    expect(info).toContain(`CreationDate:    ${date}T00:00:00Z\n`);
    expect(info).toContain(`ModDate:         ${date}T00:00:00Z\n`);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(size);
    const count = Number(/Pages: +(\d+)/.exec(info)?.[1]);
    expect(count).toBeGreaterThanOrEqual(pages[0]);
    expect(count).toBeLessThanOrEqual(pages[1]);
    expect(fs.readFileSync(pdfOf(name), 'latin1')).toMatch(/\/Lang \(en-GB\)/);
    for (let n = 1; n <= count; n++) {
      const foot = lines(
        poppler('pdftotext', '-raw', '-f', `${n}`, '-l', `${n}`, pdfOf(name), '-'),
      );
      expect(foot, `page ${n}`).toContain(`${n} / ${count}`);
      expect(foot, `page ${n}`).toContain(title);
    }
  });

  test(`the ${name} edition holds every quote and every statement, and no word of the site`, () => {
    const text = poppler('pdftotext', '-raw', pdfOf(name), '-');
    // Raised numbers and letters stand between the pieces of a statement.
    const all = bare(text);
    const missing = events
      .flatMap(({ record, body }) => [
        ...Object.values(record.quotes).map(({ exact }) => exact),
        ...body
          .replace(/<Note[^>]*>|<\/Note>/g, '\n\n')
          .replace(/<[^>]+>/g, '')
          .split(/\]\([^)]*\)[”’»]?[.,;:]?|\[|\n\n/),
      ])
      .filter((piece) => bare(piece).length > 1 && !all.includes(bare(piece)));
    expect(missing).toEqual([]);
    for (const word of ['Permanent link', 'See the passage', 'Live page', 'Copy link', 'Skip to'])
      expect(text).not.toContain(word);
    for (const word of ['Method', 'Timeline', 'Print edition', 'Print', 'Filter', 'Source'])
      expect(lines(text)).not.toContain(word);
  });

  test(`the ${name} edition tears no quote and leaves no heading at a page’s foot`, () => {
    const text = poppler('pdftotext', '-raw', pdfOf(name), '-').split('\f').slice(0, -1);
    for (const { record } of events)
      for (const { exact } of Object.values(record.quotes))
        expect(text.filter((page) => bare(page).includes(bare(exact))).length).toBeGreaterThan(0);
    const titles = [
      ...poppler('pdftohtml', '-xml', '-i', '-stdout', pdfOf(name)).matchAll(
        /<item[^>]*>(.*)<\/item>/g,
      ),
    ];
    const headings = titles.map(([, heading = '']) => bare(heading));
    for (const page of text.slice(1)) {
      const last =
        lines(page)
          .filter((line) => line)
          .at(-1) ?? '';
      // A heading may take two lines.
      expect(headings.filter((heading) => last.length > 8 && heading.endsWith(bare(last)))).toEqual(
        [],
      );
    }
  });
}

test('bookmarks are the headings, and the structure tells what each thing is', async ({ page }) => {
  await page.goto('explainer/');
  const headings = await page
    .locator('main :is(h1, h2, h3)')
    .evaluateAll((all) => all.map((h) => (h.textContent ?? '').replace(/\s+/g, ' ').trim()));
  const xml = poppler('pdftohtml', '-xml', '-i', '-stdout', A4);
  const bookmarks = [...xml.matchAll(/<item[^>]*>(.*)<\/item>/g)].map(([, text]) => text);
  expect(bookmarks).toEqual(headings);

  const tree = poppler('pdfinfo', '-struct', A4);
  const count = (type: string): number =>
    lines(tree).filter((line) => line.split(/[ :]/)[0] === type).length;
  const quotes = events.flatMap(({ record }) => Object.values(record.quotes));
  expect(count('H1')).toBe(1);
  expect(count('H3')).toBe(events.length);
  expect(count('BlockQuote')).toBe(quotes.length);
  expect(count('Table')).toBe(1);
  expect(count('TH')).toBeGreaterThan(6);
  expect(count('Link')).toBeGreaterThan(2 * quotes.length);
  expect(tree).toMatch(/\/Scope \/Column/);
  const raw = fs.readFileSync(A4, 'latin1');
  const alternatives = [...raw.matchAll(/\/Alt <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
  for (const { record } of events) expect(alternatives.join()).toContain(record.title);
  expect(raw.match(/\/Alt /g)).toHaveLength(count('Figure'));
});

test('citations and references lead to each other; addresses lead to the site', async ({
  page,
}) => {
  await page.goto('explainer/');
  const ids = await page
    .locator('.entries > li, .edition sup a[id]')
    .evaluateAll((all) => all.map(({ id }) => id));
  const known = poppler('pdfinfo', '-dests', A4);
  expect(ids.filter((id) => !known.includes(`"${id}"`))).toEqual([]);
  expect(ids.length).toBeGreaterThan(2 * 34);
  const site = await page.locator('link[rel="canonical"]').getAttribute('href');
  const addresses = lines(poppler('pdfinfo', '-url', A4)).map((line) => line.split(/ +/).at(-1));
  expect(addresses).toContain(site);
  const served = new URL(page.url()).origin;
  expect(addresses.filter((address) => address?.startsWith(served))).toEqual([]);
});

test('every font is in the file', () => {
  const fonts = poppler('pdffonts', A4).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(3);
  for (const font of fonts) {
    expect(font).toMatch(/ yes (yes|no) +(yes|no) +\d+ +0$/);
    expect(font).not.toContain('Type 3');
  }
});

test('on page 1 the QR code leads to the edition, and every mark shows in grey', async ({
  page,
}, info) => {
  const dpi = 150;
  const picture = info.outputPath('page');
  poppler('pdftoppm', '-gray', '-r', `${dpi}`, '-l', '1', '-singlefile', '-png', A4, picture);
  const grey = sharp(`${picture}.png`);
  const { data, info: size } = await grey
    .clone()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgba = await grey.clone().toColourspace('srgb').ensureAlpha().raw().toBuffer();
  await page.goto('explainer/');
  expect(jsQR(new Uint8ClampedArray(rgba), size.width, size.height)?.data).toBe(
    await page.locator('link[rel="canonical"]').getAttribute('href'),
  );

  // The same page on a screen as wide as the paper is between its margins (18 mm; 15 mm at the top).
  await page.setViewportSize({ width: Math.round((174 / 25.4) * 96), height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const marks = await page.locator('.plate .paper .mark').evaluateAll((all) =>
    all.map((mark) => {
      const shape = ['circle:not([r="0"])', '.solid[d]', '.hollow[d]']
        .map((selector) => mark.querySelector(selector))
        .find((node) => node !== null);
      const { x, y, width, height } = shape?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    }),
  );
  expect(marks).toHaveLength(events.length);
  const at = (value: number, margin: number) =>
    Math.round(((value / 96) * 25.4 + margin) * (dpi / 25.4));
  for (const { x, y } of marks) {
    const value = (data[at(y, 15) * size.width + at(x, 18)] ?? 255) / 255;
    const luminance = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    expect(1.05 / (luminance + 0.05)).toBeGreaterThanOrEqual(3);
  }
});

test('printed again, the edition is the same to the byte', async ({ browserName }, info) => {
  expect(browserName).toBe('chromium');
  const copy = info.outputPath('site');
  for (const part of ['explainer', '_astro'])
    fs.cpSync(join(dist, part), join(copy, part), { recursive: true });
  await printEdition({ dir: copy, install: false });
  for (const { name } of papers)
    expect(
      fs.readFileSync(join(copy, `explainer-${name}.pdf`)).equals(fs.readFileSync(pdfOf(name))),
      name,
    ).toBe(true);
});

test('a page that has not changed is not printed again, and one that has is', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const copy = info.outputPath('site');
  for (const part of ['explainer', '_astro'])
    fs.cpSync(join(dist, part), join(copy, part), { recursive: true });
  const options = { dir: copy, install: false, kept: true };
  const asBefore = (lines: string[]): number =>
    lines.filter((line) => line.endsWith(', as before')).length;
  await printEdition(options);
  for (const { name } of papers) fs.rmSync(join(copy, `explainer-${name}.pdf`));
  expect(asBefore(await printEdition(options))).toBe(2);
  for (const { name } of papers)
    expect(
      fs.readFileSync(join(copy, `explainer-${name}.pdf`)).equals(fs.readFileSync(pdfOf(name))),
      name,
    ).toBe(true);

  const page = join(copy, 'explainer/index.html');
  const word = `changed ${info.testId} ${Date.now()}`;
  fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replace('</h1>', ` ${word}</h1>`));
  expect(asBefore(await printEdition(options))).toBe(0);
  expect(bare(poppler('pdftotext', '-raw', join(copy, 'explainer-a4.pdf'), '-'))).toContain(
    bare(word),
  );
});
