/** The PDFs of the print edition. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, type TestInfo, test } from '@playwright/test';
import jsQR from 'jsqr';
import { parse } from 'yaml';
import { printEdition } from '../src/print/pdf.ts';
import { drawFirstPage, type Pdf, readPdf } from './pdf.ts';
import { SITES, STORY } from './sites.ts';

const dist = SITES.site.dir;
const papers = [
  { name: 'a4', size: [595, 842], pages: [4, 6] },
  { name: 'letter', size: [612, 792], pages: [4, 7] },
] as const;
const pdfOf = (name: string): string => join(dist, `explainer-${name}.pdf`);
const A4 = pdfOf('a4');
/** A copy of what the edition is printed from, for a test that prints or alters it. */
function copyIn(info: TestInfo): string {
  const copy = info.outputPath('site');
  for (const part of ['explainer', '_astro'])
    fs.cpSync(join(dist, part), join(copy, part), { recursive: true });
  return copy;
}
const raw = (file: string): string => fs.readFileSync(file, 'latin1');
const bare = (text: string): string => text.replace(/\s+/g, '');
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());

interface Record {
  title: string;
  quotes: { [id: string]: { exact: string } };
}
const events = fs.readdirSync(join(STORY, 'events')).map((file) => {
  const text = fs.readFileSync(join(STORY, 'events', file), 'utf8');
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  return { record: parse(front) as Record, body };
});

test.describe.configure({ mode: 'default' });

const read = new Map<string, Pdf>();
test.beforeAll(async () => {
  for (const { name } of papers) read.set(name, await readPdf(fs.readFileSync(pdfOf(name))));
});
const pdfNamed = (name: string): Pdf => {
  const pdf = read.get(name);
  if (!pdf) throw new Error(`${name} is not read`);
  return pdf;
};

for (const { name, size, pages } of papers) {
  test(`the ${name} edition says what it is, on its paper, in pages to hold in a hand`, async ({
    page,
  }) => {
    await page.goto('explainer/');
    const date = await page.locator('.imprint time').getAttribute('datetime');
    const pdf = pdfNamed(name);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const moment = `D:${date?.replaceAll('-', '')}000000Z`;
    expect(pdf.info).toMatchObject({
      Title: title,
      Author: 'The Gladly Accepted editors',
      CreationDate: moment,
      ModDate: moment,
      Language: 'en-GB',
    });
    expect(pdf.tagged).toBe(true);
    for (const [width, height] of pdf.sizes) {
      expect(Math.abs(width - size[0])).toBeLessThan(1);
      expect(Math.abs(height - size[1])).toBeLessThan(1);
    }
    const count = pdf.pages.length;
    expect(count).toBeGreaterThanOrEqual(pages[0]);
    expect(count).toBeLessThanOrEqual(pages[1]);
    // The footer comes before the page's text: the number at the right, the title at the left.
    for (const [i, text] of pdf.pages.entries())
      expect(lines(text)[0]).toBe(`${i + 1} / ${count}${title}`);
  });

  test(`the ${name} edition holds every quote and every statement, and no word of the site`, () => {
    const text = pdfNamed(name).pages.join('\n');
    // Superscript numbers and letters separate the pieces of a statement.
    const all = bare(text);
    const missing = events
      .flatMap(({ record, body }) => [
        ...Object.values(record.quotes).map(({ exact }) => exact),
        ...body
          .replace(/<Note[^>]*>|<\/Note>/g, '\n\n')
          .replace(/<[^>]+>|\*/g, '')
          .split(/\]\([^)]*\)[”’»]?[.,;:]?|\[|\n\n/),
      ])
      .filter((piece) => bare(piece).length > 1 && !all.includes(bare(piece)));
    expect(missing).toEqual([]);
    for (const word of [
      'Link to this event',
      'See it in the source',
      'Original page',
      'Copy link',
      'Skip to',
    ])
      expect(text).not.toContain(word);
    for (const word of ['Method', 'Timeline', 'Print edition', 'Print', 'Filter', 'Source'])
      expect(lines(text)).not.toContain(word);
  });

  test(`the ${name} edition tears no quote and leaves no heading at a page’s foot`, () => {
    const { pages: text, bookmarks } = pdfNamed(name);
    for (const { record } of events)
      for (const { exact } of Object.values(record.quotes))
        expect(text.filter((page) => bare(page).includes(bare(exact))).length).toBeGreaterThan(0);
    const headings = bookmarks.map(bare);
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
  expect(pdfNamed('a4').bookmarks).toEqual(headings);

  const file = raw(A4);
  const count = (type: string): number =>
    file.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0;
  const quotes = events.flatMap(({ record }) => Object.values(record.quotes));
  expect(count('H1')).toBe(1);
  expect(count('H3')).toBe(events.length);
  expect(count('BlockQuote')).toBe(quotes.length);
  expect(count('Table')).toBe(1);
  expect(count('TH')).toBeGreaterThan(6);
  expect(count('Link')).toBeGreaterThan(2 * quotes.length);
  expect(file).toMatch(/\/Scope \/Column/);
  const alternatives = [...file.matchAll(/\/Alt <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
  for (const { record } of events) expect(alternatives.join()).toContain(record.title);
  expect(file.match(/\/Alt /g)).toHaveLength(count('Figure'));
});

test('citations and references lead to each other; addresses lead to the site', async ({
  page,
}) => {
  await page.goto('explainer/');
  const ids = await page
    .locator('.entries > li, .edition sup a[id]')
    .evaluateAll((all) => all.map(({ id }) => id));
  const { destinations, addresses } = pdfNamed('a4');
  expect(ids.filter((id) => !destinations.includes(id))).toEqual([]);
  expect(ids.length).toBeGreaterThan(2 * 35);
  const site = await page.locator('link[rel="canonical"]').getAttribute('href');
  expect(addresses).toContain(site);
  const served = new URL(page.url()).origin;
  expect(addresses.filter((address) => address?.startsWith(served))).toEqual([]);
});

test('every font is in the file', () => {
  const file = raw(A4);
  const fonts = file.match(/\/FontFile\d? /g) ?? [];
  expect(fonts.length).toBeGreaterThan(3);
  expect(fonts).toHaveLength(file.match(/\/Type \/FontDescriptor\b/g)?.length ?? 0);
  expect(file).not.toMatch(/\/Subtype \/Type3\b/);
});

test('words of the scripts that the project has typefaces for need no font of the machine', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const copy = copyIn(info);
  const page = join(copy, 'explainer/index.html');
  const words = '대화 김정은 حوار';
  fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replace('</h1>', ` ${words}</h1>`));
  const said = await printEdition({ dir: copy, install: false });
  expect(said.join('\n')).not.toContain('no font');
  const file = raw(join(copy, 'explainer-a4.pdf'));
  expect(file).toMatch(/\/FontName \/[A-Z]+\+NanumGothic/);
  expect(file).toMatch(/\/FontName \/[A-Z]+\+NotoNaskhArabic/);
  expect(file).not.toMatch(/\/Subtype \/Type3\b/);
  const { pages } = await readPdf(fs.readFileSync(join(copy, 'explainer-a4.pdf')));
  for (const word of words.split(' ').slice(0, 2)) expect(bare(pages.join(''))).toContain(word);
  // Without such words, the file is the same as ever.
  expect(raw(A4)).not.toContain('NanumGothic');
});

test('on page 1 the QR code leads to the edition, and every mark shows in grey', async ({
  page,
}) => {
  const dpi = 150;
  const { data, width, height } = await drawFirstPage(fs.readFileSync(A4), dpi);
  await page.goto('explainer/');
  expect(jsQR(data, width, height)?.data).toBe(
    await page.locator('link[rel="canonical"]').getAttribute('href'),
  );

  // The same page on a screen as wide as the paper without its margins (18 mm; 15 mm at the top).
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
    const pixel = 4 * (at(y, 15) * width + at(x, 18));
    // As printed in greyscale.
    const [red = 255, green = 255, blue = 255] = data.subarray(pixel, pixel + 3);
    const value = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    const luminance = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    expect(1.05 / (luminance + 0.05)).toBeGreaterThanOrEqual(3);
  }
});

test('printed again, the edition is the same to the byte', async ({ browserName }, info) => {
  expect(browserName).toBe('chromium');
  const copy = copyIn(info);
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
  const copy = copyIn(info);
  const options = { dir: copy, install: false, cache: true };
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
  const { pages } = await readPdf(fs.readFileSync(join(copy, 'explainer-a4.pdf')));
  expect(bare(pages.join(''))).toContain(bare(word));
});
