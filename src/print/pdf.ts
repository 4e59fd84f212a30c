/** Prints the print edition of the built site to PDF, once per paper size, and then unhides the links to the files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { kept } from '../files/cache.ts';
import { lockFolder } from '../files/lock.mjs';
import { writeWhole } from '../files/write.ts';
import { allTypefaces, fontFile, TYPEFACES, variableOf } from '../model/typefaces.ts';
import { serve } from '../serve/serve.ts';
import { browserArgs, findBrowser } from './browser.ts';
import { finishPdf, type PdfFacts } from './finish.ts';

export interface PdfOptions {
  /** The built site. */
  dir: string;
  /** The base path that it was built with. */
  base?: string | undefined;
  /** Whether to install a browser if none is found. */
  install: boolean;
  /** Whether to use and fill the cache of PDFs. */
  cache?: boolean;
}

const PAPERS = ['A4', 'Letter'] as const;
const MODULES = join(import.meta.dirname, '../../node_modules');
const HIDDEN = '<p class="pdf-links" hidden>';
const SHOWN = '<p class="pdf-links">';

/**
 * Writes `explainer-a4.pdf` and `explainer-letter.pdf` beside the pages.
 * @returns a line for each file and one for each problem
 * @throws an Error whose message, one line, says what is missing
 */
export async function printEdition({
  dir,
  base,
  install,
  cache = false,
}: PdfOptions): Promise<string[]> {
  const file = join(dir, 'explainer', 'index.html');
  if (!existsSync(file)) throw new Error(`there is no ${file} to print: run "npm run build" first`);
  const executablePath = await findBrowser({ install });
  const site = await serve({ dir, port: 0, base });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath, args: browserArgs });
    // The page footer is a style sheet that the page's policy does not allow.
    const page = await browser.newPage({ colorScheme: 'light', bypassCSP: true });
    // Print has typefaces of its own, which a PDF can embed.
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.url}explainer/`);
    const html = readFileSync(file, 'utf8');
    if (!html.includes(HIDDEN) && !html.includes(SHOWN))
      throw new Error(`${file} has no ${HIDDEN} to show the links in`);
    await addTypefaces(page, html);
    const { missing, look } = await glyphs(page);
    const lines = missing
      ? [`no font on this machine has ${missing}: the PDFs show boxes in their place`]
      : [];
    // Styles and fonts have their digests in their names, so that the page's text identifies them.
    const inputs = [html.replace(SHOWN, HIDDEN), `${look}`, browser.version(), ...programs()];
    // Prints both before writing either: if one fails, the last edition stays.
    const pdfs: [path: string, pdf: Uint8Array][] = [];
    for (const paper of PAPERS) {
      const name = `explainer-${paper.toLowerCase()}.pdf`;
      const print = (): Promise<Uint8Array> => printPage(page, paper);
      const { bytes, found } = cache
        ? await kept('pdfs', [paper, ...inputs], '.pdf', print)
        : { bytes: await print(), found: false };
      pdfs.push([join(dir, name), bytes]);
      lines.push(
        `${join(dir, name)}  ${Math.round(bytes.length / 1000)} kB${found ? ', as before' : ''}`,
      );
    }
    for (const [path, pdf] of pdfs) writeWhole(path, pdf);
    writeWhole(file, html.replace(HIDDEN, SHOWN));
    return lines;
  } finally {
    await browser?.close();
    await site.close();
  }
}

/**
 * `npm run pdf`. With `optional`, which `npm start` sets, it installs nothing and succeeds without PDFs.
 * @returns what to print, and whether it succeeded
 */
export async function runPdf({
  optional = false,
}: {
  readonly optional?: boolean;
}): Promise<{ text: string; right: boolean }> {
  const { BASE_PATH } = process.env;
  let release = (): void => {};
  try {
    release = lockFolder('dist', 'npm run pdf');
    const lines = await printEdition({
      dir: 'dist',
      base: BASE_PATH,
      install: !optional,
      cache: true,
    });
    return { text: lines.join('\n'), right: true };
  } catch (error) {
    const { message } = error as Error;
    const text = optional ? `The site has no PDFs: ${message}` : message;
    return { text, right: optional };
  } finally {
    release();
  }
}

/** The page as a tagged PDF with bookmarks; the same page gives the same bytes. */
async function printPage(page: Page, format: (typeof PAPERS)[number]): Promise<Buffer> {
  const facts = JSON.parse(await page.locator('script.pdf-facts').innerText()) as PdfFacts;
  // Not in the site's styles: a browser that prints the page has its own header, and only Chromium supports these
  // boxes.
  const running = await page.addStyleTag({
    content: `@page {
      @bottom-left { content: ${cssString(facts.title)}; font: 8pt var(--font-serif), serif; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt var(--font-serif), serif; }
    }`,
  });
  const pdf = await page.pdf({ format, tagged: true, outline: true });
  await running.evaluate((node) => (node as Element).remove());
  return finishPdf(pdf, facts);
}

/** What says that a page has words of a typeface's script. */
const WRITTEN = { arabic: /\p{sc=Arab}/u, korean: /\p{sc=Hang}/u };

/**
 * Adds the project's own typefaces for words in scripts of other languages than the site's. A reader's browser shows these
 * words in a font of its own; the machine that prints may have none.
 */
async function addTypefaces(page: Page, html: string): Promise<void> {
  const faces = allTypefaces.filter(
    (face) => WRITTEN[face.subset].test(html) && !html.includes(variableOf(face)),
  );
  if (faces.length === 0) return;
  const sources = faces.flatMap(({ family, subset, weights: [regular, bold] }) =>
    (
      [
        [regular, regular],
        [600, bold],
      ] as const
    ).map(([shownAs, weight]) => {
      const file = readFileSync(join(MODULES, fontFile(family, subset, weight)), 'base64');
      return `@font-face { font-family: "${family}"; font-weight: ${shownAs}; src: url(data:font/woff2;base64,${file}); }`;
    }),
  );
  const stacks = (['serif', 'sans'] as const).map((kind) => [
    `--font-${kind}`,
    Object.values(TYPEFACES)
      .map((of) => of[kind])
      .filter((face) => faces.includes(face))
      .map(({ family }) => `"${family}"`)
      .join(', '),
  ]);
  await page.addStyleTag({ content: sources.join('\n') });
  await page.evaluate(
    async ({ stacks, names }) => {
      const { style } = document.documentElement;
      const now = getComputedStyle(document.documentElement);
      // Behind the site's own: these have Latin letters too.
      for (const [name = '', families] of stacks)
        style.setProperty(name, `${now.getPropertyValue(name)}, ${families}`);
      const added = [...document.fonts].filter(({ family }) => names.includes(family));
      await Promise.all(added.map((font) => font.load()));
    },
    { stacks, names: faces.flatMap(({ family }) => [family, `"${family}"`]) },
  );
}

const cssString = (text: string): string =>
  `"${text.replace(/[\\"\n]/g, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;

/** The programs that turn the page into a PDF, for the cache key. */
const programs = (): string[] =>
  readdirSync(import.meta.dirname)
    .sort()
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));

/**
 * The page's characters that no font has (they look like a code point that no font can have), and a hash of how all
 * non-ASCII characters look, which changes with the fonts of the machine.
 */
const glyphs = (page: Page): Promise<{ missing: string; look: number }> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) return { missing: '', look: 0 };
    context.font = `20px ${getComputedStyle(document.body).fontFamily}`;
    const picture = (character: string): Uint8ClampedArray => {
      context.clearRect(0, 0, 40, 40);
      context.fillText(character, 5, 30);
      return context.getImageData(0, 0, 40, 40).data;
    };
    const none = picture('\u{10FFFE}').join();
    const characters = new Set(
      document.querySelector('main')?.textContent?.match(/[^\s\p{ASCII}]/gu),
    );
    let look = 0;
    const missing = [...characters].sort().filter((character) => {
      const pixels = picture(character);
      for (const value of pixels) look = (Math.imul(look, 31) + value) | 0;
      return pixels.join() === none;
    });
    return { missing: missing.join(''), look };
  });
