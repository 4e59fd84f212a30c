// @ts-check
/** The site and the archive that are compared, read once. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from './content.mjs';
import { folded, page } from './html.mjs';

const {
  values: { code },
  positionals: [given = 'dist', archive = process.env['CONTENT_DIR'] ?? 'content'],
} = parseArgs({ allowPositionals: true, options: { code: { type: 'string' } } });
/** What the digest of the site's scripts, styles and typefaces must be, if that is known. */
export const codeDue = code;
export const dist = given;
export const folder = archive;
/** What is wrong, a line each: where, then what. @type {string[]} */
export const wrong = [];
/** @param {string} where @param {string} what */
export function fault(where, what) {
  wrong.push(`${where}  ${what}`);
}

export const sha256 = (/** @type {Uint8Array | string} */ bytes) =>
  createHash('sha256').update(bytes).digest();
/** A text in a message. @param {string} long */
export const shown = (long) => JSON.stringify(long.length > 80 ? `${long.slice(0, 80)}…` : long);

export const { site, actors, references, sources, events, retracted, permalinks, inWhole } =
  readContent(folder);
export const list = [...events.values()];
export const quotes = list.flatMap((event) => event.quotes.map((quote) => ({ event, quote })));
/** Those of retracted events too, which their own pages and those of their sources show. */
export const everyQuote = [
  ...quotes,
  ...[...retracted.values()].flatMap((event) => event.quotes.map((quote) => ({ event, quote }))),
];
export const nameOf = (/** @type {string} */ id) => actors[id]?.name ?? id;
export const anchorOf = (/** @type {any} */ event, /** @type {any} */ quote) =>
  `q-${event.id}-${quote.id}`;
export const byAnchor = new Map(quotes.map((one) => [anchorOf(one.event, one.quote), one]));
/** The anchors of a quote's passages. @param {any} event @param {any} quote @returns {string[]} */
export const anchorsOf = (event, quote) =>
  quote.passages.map(
    (/** @type {any} */ _, /** @type {number} */ i) =>
      anchorOf(event, quote) + (i > 0 ? `--${i + 1}` : ''),
  );
/** What a block of quoted words may say: quotes as a whole, and their translations. */
export const sayings = new Set(
  everyQuote.flatMap(({ quote }) =>
    [quote.exact, ...(quote.translation ? [quote.translation.text] : [])].map(folded),
  ),
);
/** The day of each event in words, as its own page has it. @type {Map<string, string>} */
export const days = new Map();

/** Every file of the site. */
export const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => statSync(join(dist, name)).isFile())
  .sort();
export const text = (/** @type {string} */ name) => readFileSync(join(dist, name), 'utf8');
export const pages = files.filter((name) => name.endsWith('.html'));
export const trees = new Map(pages.map((name) => [name, page(text(name))]));
