/** For the tests of the authoring commands: new archives in a folder of the test file, and a page to take in. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArchive } from '../check/check.ts';
import type { Problem } from '../check/problem.ts';
import { beginArchive } from './begin.ts';
import { addSource } from './source.ts';

export const work = mkdtempSync(join(tmpdir(), 'author-'));

export const now = new Date('2026-11-24T12:00:00Z');

let count = 0;
/** Begins an archive. @returns its folder, in {@link work} */
export function newArchive(): string {
  const folder = join(work, `archive-${++count}`);
  beginArchive(folder, now, work);
  return folder;
}

export const errorsIn = (folder: string): Problem[] =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

export const PAGE =
  '<!doctype html><html><head><title>A storm</title><script>1</script></head><body><h1>A storm</h1><p>On 3 May 1921 the <b>storm</b> rose.</p><p>Ships fled. Ships fled. The mayor, Ada Moor, wept.</p></body></html>';

/** The record of {@link PAGE}, as the options of `source` give it. */
export const RECORD = {
  publisher: 'paper',
  'publisher-name': 'The Paper',
  url: 'https://example.org/storm',
  published: '1921-05-04',
  language: 'en',
  rights: 'Free.',
};

/** Adds {@link PAGE} to an archive, as source `storm`. @returns what is printed */
export async function addPage(folder: string): Promise<string> {
  const path = join(work, 'storm.html');
  writeFileSync(path, PAGE);
  return addSource(folder, path, RECORD, null, work);
}
