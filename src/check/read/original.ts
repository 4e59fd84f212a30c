/**
 * Extracts the text of an original in a process of its own, with limits of time and memory, because a document can be
 * made to exceed them. HTML is read in this process, because its reader has limits of its own.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findKept, keep } from '../../files/cache.ts';
import { type Extract, nonEmpty } from '../../intake/extract.ts';
import { ofPage, readHtml } from '../../intake/html.ts';
import type { OriginalFormat } from '../../intake/readers.ts';
import { sheetsIn } from '../../intake/sheets.ts';
import { Unreadable } from '../../intake/unreadable.ts';
import type { Section } from '../../model/section.ts';
import { digestOf } from './digest.ts';
import type { OriginalFile } from './read.ts';

/** The limits of a process that reads one document. */
const MOST_SECONDS = 600;
const MOST_MEGABYTES = 4000;

/** What the process prints: an extract or an error. */
interface Printed {
  extract?: Extract;
  error?: { message: string; details: readonly string[] };
}

const extracts = new Map<string, Extract | Unreadable>();

/**
 * The text of an original, cached by its bytes.
 * @param styles the style sheets that lay beside a page
 * @throws {Unreadable} if it is broken, holds no text, or takes too long
 */
export function readOriginal(
  format: OriginalFormat,
  bytes: Uint8Array,
  charset?: string,
  styles: Uint8Array | null = null,
): Extract {
  const key = `${format} ${digestOf({ bytes })} ${charset ?? ''} ${styles ? digestOf({ bytes: styles }) : ''}`;
  const made = extracts.get(key) ?? attempt(format, bytes, charset, styles);
  extracts.set(key, made);
  if (made instanceof Unreadable) throw made;
  return made;
}

/** The sections of a document that {@link readOriginal} can read; a PDF has pages instead. */
export const sectionsOf = (original: OriginalFile | null, charset?: string): readonly Section[] =>
  original && original.format !== 'pdf'
    ? (readOriginal(original.format, original.bytes, charset, original.styles).sections ?? [])
    : [];

function attempt(
  format: OriginalFormat,
  bytes: Uint8Array,
  charset: string | undefined,
  styles: Uint8Array | null,
): Extract | Unreadable {
  if (format !== 'html') return apart(format, bytes, charset);
  try {
    const sheetOf = styles ? sheetsIn(new TextDecoder().decode(styles)) : undefined;
    return nonEmpty(ofPage(readHtml(bytes, charset, sheetOf)), true);
  } catch (cause) {
    if (cause instanceof Unreadable) return cause;
    throw cause;
  }
}

const source = join(import.meta.dirname, '../..');
let code: string | undefined;

/** The digest of everything that decides which text a document gives. */
function codeDigest(): string {
  const hash = createHash('sha256');
  const names = globSync('intake/**/*.ts', { cwd: source, exclude: ['**/*.test.ts'] }).sort();
  // Versions of packages are in it.
  for (const name of [...names, '../package.json']) hash.update(readFileSync(join(source, name)));
  return hash.digest('hex');
}

/** Reads in another process, unless the same document has been read before. */
function apart(
  format: OriginalFormat,
  bytes: Uint8Array,
  charset: string | undefined,
): Extract | Unreadable {
  code ??= codeDigest();
  const inputs = [code, format, charset ?? '', bytes];
  const found = findKept('extracts', inputs, '.json');
  if (found) return JSON.parse(Buffer.from(found.bytes).toString()) as Extract;
  const program = join(import.meta.dirname, 'read-apart.ts');
  const { stdout, status, error } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MOST_MEGABYTES}`, program, format, charset ?? ''],
    { input: bytes, timeout: MOST_SECONDS * 1000, maxBuffer: 500_000_000, encoding: 'utf8' },
  );
  if (error || status !== 0)
    return new Unreadable(
      `it cannot be read in ${MOST_SECONDS} seconds and ${MOST_MEGABYTES} MB of memory`,
      ['if it is what it says, save its text as plain text (.txt), and take that in'],
    );
  const { extract, error: refused } = JSON.parse(stdout) as Printed;
  if (!extract) return new Unreadable(refused?.message ?? '', refused?.details ?? []);
  keep('extracts', inputs, '.json', Buffer.from(JSON.stringify(extract)));
  return extract;
}
