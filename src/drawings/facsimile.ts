/** Passages of PDFs as they are printed: pictures for the page of a source, cached under `node_modules/.cache`. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findKept, keep } from '../files/cache.ts';
import type { Span } from '../model/text.ts';
import type { Picture } from './cut.ts';

// Relative to the working directory: the built module is in another folder than this file.
const source = resolve('src');

let code: string | undefined;

/** The digest of everything that decides what a picture looks like. */
function codeDigest(): string {
  const hash = createHash('sha256');
  const names = globSync(['intake/{pdf/*,scripts}.ts', 'drawings/{crop,cut}*.ts'], {
    cwd: source,
    exclude: ['**/*.test.ts'],
  }).sort();
  // Versions of packages are in it.
  for (const name of [...names, '../package.json']) hash.update(readFileSync(join(source, name)));
  return hash.digest('hex');
}

/** Pictures that are made or being made, by the PDF and the span. */
const begun = new Map<string, Promise<Picture[]>>();

/**
 * The pictures of passages of a PDF, for each in order: one for each page and column that it stands on. None are made,
 * and one line says why, where the machine lacks what draws them.
 */
export async function facsimiles(pdf: Uint8Array, spans: readonly Span[]): Promise<Picture[][]> {
  code ??= codeDigest();
  const digest = createHash('sha256').update(code).update(pdf).digest('hex');
  const wanted = spans.map(({ start, end }) => ({ start, end, key: `${digest} ${start} ${end}` }));
  const missing = wanted.filter(({ key }) => {
    const found = begun.has(key) ? null : findKept('facsimiles', [key], '.json');
    if (found) begun.set(key, Promise.resolve(JSON.parse(Buffer.from(found.bytes).toString())));
    return !begun.has(key);
  });
  if (missing.length > 0) {
    const made = cutApart(pdf, missing);
    for (const [i, { key }] of missing.entries())
      begun.set(
        key,
        made.then((all) => {
          const pictures = all?.[i] ?? [];
          if (all) keep('facsimiles', [key], '.json', Buffer.from(JSON.stringify(pictures)));
          return pictures;
        }),
      );
  }
  return Promise.all(wanted.map(({ key }) => begun.get(key) ?? []));
}

/** What the other process prints. */
interface Printed {
  pictures?: Picture[][];
  error?: string;
}

/** Cuts in a process of its own, which a large PDF may fill the memory of; `null` if it cannot. */
function cutApart(pdf: Uint8Array, spans: readonly Span[]): Promise<Picture[][] | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [
      '--max-old-space-size=4000',
      join(source, 'drawings', 'cut-apart.ts'),
    ]);
    const out: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.resume();
    child.on('error', ({ message }) => done(none(message)));
    child.on('close', (status, signal) => {
      if (status !== 0) return done(none(`its reader ended with ${signal ?? status}`));
      const { pictures, error } = JSON.parse(Buffer.concat(out).toString()) as Printed;
      done(pictures ?? none(error ?? ''));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(
      Buffer.concat([
        Buffer.from(`${JSON.stringify(spans.map(({ start, end }) => ({ start, end })))}\n`),
        pdf,
      ]),
    );
  });
}

let said = false;

function none(reason: string): null {
  const why = reason.includes('@napi-rs/canvas')
    ? 'the package @napi-rs/canvas is not installed for this machine'
    : reason.split('\n', 1)[0];
  if (!said) console.warn(`sources are shown without pictures of their passages: ${why}`);
  said = true;
  return null;
}
