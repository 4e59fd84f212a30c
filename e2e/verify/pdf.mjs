// @ts-check
/**
 * The PDFs say what the print edition does, which was compared with the archive: each block of it, once, and no words
 * besides. Their text is taken by PDF.js; how it looks is not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { all, folded, isOf } from './html.mjs';
import { dist, fault, files, shown, site, trees } from './site.mjs';

const DUE = ['explainer-a4.pdf', 'explainer-letter.pdf'];
const PAGE = 'explainer/index.html';

/** A script of which fewer letters than these have a text in a PDF cannot be compared. */
const ENOUGH = 0.9;
/** So short texts are cells of tables, marks of notes, parts of labels: they may stand anywhere. */
const FEW = 3;

const BLOCK =
  /^(?:p|li|h[1-6]|dt|dd|figcaption|td|th|blockquote|caption|div|aside|section|article|main|header|figure|ul|ol|dl|tr|table|thead|tbody|text)$/;

/** Letters and digits alone: a line end may part a word, and a sign may be another. */
const squashed = (/** @type {string} */ text) =>
  text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

/** @returns {Promise<string[]>} what could not be compared, a line each */
export async function checkPdfs() {
  const found = files.filter((name) => name.endsWith('.pdf'));
  for (const name of found) if (!DUE.includes(name)) fault(name, 'no PDF of this name is due');
  const pdfs = DUE.filter((name) => found.includes(name));
  const tree = trees.get(PAGE);
  if (pdfs.length === 0 || !tree) return [];
  for (const name of DUE) if (!found.includes(name)) fault(name, 'the PDF is missing');
  const blocks = blocksOf(tree);
  const notes = [];
  for (const name of pdfs) {
    try {
      notes.push(...compare(name, await read(name), blocks));
    } catch (cause) {
      fault(name, `cannot be read: ${/** @type {Error} */ (cause).message}`);
    }
  }
  return notes;
}

/** What stands in each block of the page, without the blocks within it. @param {any} tree */
function blocksOf(tree) {
  return all(tree, ({ tagName }) => tagName === 'main')
    .flatMap((main) => all(main, ({ tagName }) => BLOCK.test(tagName)))
    .filter((node) => !isOf(node, 'pdf-links') && !isOf(node, 'print-links'))
    .flatMap((node) =>
      ownText(node)
        .split(PARTS)
        .map((part) => squashed(part))
        .filter((text) => text !== '')
        .map((text) => ({ text, drawn: node.tagName === 'text' || text.length <= FEW })),
    )
    .sort((a, b) => Number(a.drawn) - Number(b.drawn) || b.text.length - a.text.length);
}

const PARTS = '\u0001';
const TAKEN = '\u0002';

/** @param {any} node @returns {string} */
const ownText = (node) =>
  node.childNodes
    .map((/** @type {any} */ one) =>
      one.nodeName === '#text'
        ? one.value
        : BLOCK.test(one.tagName ?? '') ||
            /^(?:script|style)$/.test(one.tagName ?? '') ||
            isOf(one, 'sr-only') ||
            !one.childNodes
          ? PARTS
          : ownText(one),
    )
    .join('');

/** The text of a PDF without the line that runs below its pages. @param {string} name */
async function read(name) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(join(dist, name))),
    verbosity: 0,
    useSystemFonts: false,
  });
  try {
    const pdf = await task.promise;
    const { info } = await pdf.getMetadata();
    const title = /** @type {any} */ (info)['Title'];
    if (folded(title ?? '') !== folded(site.title)) fault(name, `is called ${shown(title ?? '')}`);
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return pages.map((text, i) => withoutFooter(squashed(text), i + 1, pages.length)).join('');
  } finally {
    await task.destroy();
  }
}

/** @param {string} text @param {number} page @param {number} count */
function withoutFooter(text, page, count) {
  const [number, title] = [`${page}${count}`, squashed(site.title)];
  for (const footer of [number + title, title + number])
    if (text.startsWith(footer)) return text.slice(footer.length);
    else if (text.endsWith(footer)) return text.slice(0, -footer.length);
  return text.startsWith(number) ? text.slice(number.length) : text;
}

/** @param {string} name @param {string} whole @param {{ text: string, drawn: boolean }[]} blocks */
function compare(name, whole, blocks) {
  const page = blocks.map(({ text }) => text).join(PARTS);
  const scripts = unreadable(page, whole);
  const lost = scripts.map((script) => new RegExp(`\\p{sc=${script}}`, 'u'));
  const isLost = (/** @type {string} */ text) => lost.some((letter) => letter.test(text));
  let rest = whole;
  for (const { text, drawn } of blocks) {
    const start = rest.indexOf(text);
    if (start >= 0) rest = rest.slice(0, start) + TAKEN + rest.slice(start + text.length);
    // The drawing is there in two widths, and labels are cut to lines.
    else if (!drawn && /\p{L}/u.test(text) && !isLost(text))
      fault(name, `does not say ${shown(text)}`);
  }
  // What is left of blocks that lost letters cannot be told from an addition.
  const isWhole = !blocks.some(({ text }) => isLost(text));
  for (const left of rest.split(TAKEN))
    if (left.length > FEW && /\p{L}/u.test(left) && !isOfDrawing(left, blocks) && isWhole)
      fault(name, `says what the print edition does not: ${shown(left)}`);
  return scripts.length > 0
    ? [`${name}: letters of ${scripts.join(', ')} have no text there, and were not compared`]
    : [];
}

/** Whether labels and short texts make up what is left. @param {string} left @param {{ text: string, drawn: boolean }[]} blocks */
function isOfDrawing(left, blocks) {
  const labels = blocks.filter(({ drawn }) => drawn).map(({ text }) => text);
  return labels
    .reduce((rest, label) => rest.replaceAll(label, TAKEN), left)
    .split(TAKEN)
    .every((part) => part.length <= FEW || labels.some((label) => label.includes(part)));
}

/** Scripts beside Latin that a machine may have no typeface for, or of which Chromium writes shapes without characters. */
const SCRIPTS =
  'Arabic Armenian Bengali Cyrillic Devanagari Ethiopic Georgian Greek Han Hangul Hebrew Hiragana Katakana Khmer Lao Myanmar Tamil Thai'.split(
    ' ',
  );

/** The scripts whose letters have no text in the PDF. @param {string} page @param {string} pdf */
const unreadable = (page, pdf) =>
  SCRIPTS.filter((script) => {
    const every = new RegExp(`\\p{sc=${script}}`, 'gu');
    return (pdf.match(every)?.length ?? 0) < ENOUGH * (page.match(every)?.length ?? 0);
  });
