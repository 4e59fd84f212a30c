// @ts-check
/**
 * Verifies every quote of `data/annotations.jsonld` anew; it shares no code with the site.
 *
 *     node e2e/verify.mjs dist [source file …]
 *
 * The words must stand on the event's and the source's pages, and at their place in the text of a source that is
 * served whole; a source file that is named must have its digest and hold each of its quotes at its place.
 * Exit status 1, and what is wrong, if anything is.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

const [, , dist = 'dist', ...sourceFiles] = process.argv;
/** @type {string[]} */
const wrong = [];
const sha256 = (/** @type {Uint8Array} */ bytes) =>
  createHash('sha256').update(bytes).digest('hex');

/** A file of the site by its address, under whatever base path. @param {string} address */
function read(address) {
  const parts = decodeURIComponent(new URL(address).pathname).split('/');
  for (let i = 1; i < parts.length; i++) {
    const path = join(dist, ...parts.slice(i), parts.at(-1) === '' ? 'index.html' : '');
    if (existsSync(path)) return readFileSync(path);
  }
  throw new Error(`${address} is not in ${dist}`);
}

/** What a reader sees of an element of a page. @param {string} address @param {string} selector */
const shown = (address, selector) =>
  parseHTML(String(read(address))).document.querySelector(selector)?.textContent;

/** @param {Buffer} bytes @param {string} digest @param {any} quote @param {any} position */
function fault(bytes, digest, { exact, prefix, suffix }, { start, end }) {
  if (sha256(bytes) !== digest) return 'the text is not that of the digest';
  const text = [...new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)];
  const cut = (/** @type {number} */ from, /** @type {number} */ to) =>
    text.slice(Math.max(0, from), to).join('');
  if (cut(start, end) !== exact) return `at its place stands ${JSON.stringify(cut(start, end))}`;
  if (cut(start - 32, start) !== prefix || cut(end, end + 32) !== suffix)
    return 'other words stand around it';
  return null;
}

const files = new Map(sourceFiles.map((file) => [sha256(readFileSync(file)), file]));
const lines = readFileSync(join(dist, 'data', 'annotations.jsonld'), 'utf8').match(/.+/g) ?? [];
const unused = new Set(sourceFiles);
for (const line of lines) {
  const { id, target } = JSON.parse(line);
  const { 'schema:sha256': digest, id: address } = target.source;
  const [quote, position] = target.selector;
  const anchor = new URL(id).hash;
  const whole = address.endsWith('.txt');
  const page = whole ? address.replace(/\.txt$/, '/') : address;
  const file = files.get(digest);
  unused.delete(file ?? '');
  for (const what of [
    shown(id, `${anchor} blockquote`) === quote.exact ? null : 'the event shows other words',
    shown(page, anchor) === quote.exact ? null : 'the source’s page shows other words',
    whole ? fault(read(address), digest, quote, position) : null,
    file ? fault(readFileSync(file), digest, quote, position) : null,
  ])
    if (what) wrong.push(`${id}  ${what}`);
}
for (const file of unused) wrong.push(`${file}  no quote is from a source of its digest`);
if (lines.length === 0) wrong.push(`${dist}  there are no quotes`);
for (const line of wrong) console.error(line);
console.log(`${lines.length} quotes, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
