/** The archive that a command adds to. */
import { join } from 'node:path';
import { checkFiles } from '../check/check.ts';
import { formatProblems } from '../check/problem.ts';
import { type Draft, parseArchive } from '../check/read/draft.ts';
import { type TextFile, textFile } from '../check/read/file.ts';
import { type Files, readArchive } from '../check/read/read.ts';
import { Refusal } from './refusal.ts';

export interface Opened {
  folder: string;
  cwd: string;
  files: Files;
  draft: Draft;
}

/**
 * Reads the archive in a folder.
 * @throws {Refusal} where there is none to add to
 */
export function openArchive(folder: string, cwd: string): Opened {
  const files = readArchive(folder, cwd);
  if (!files.site || !files.actors || !files.references)
    throw new Refusal(
      `${folder} is no archive: it lacks site.yaml, actors.yaml or references.yaml`,
      [
        `begin one with npm run new -- --archive ${folder}, or name another folder with CONTENT_DIR`,
      ],
    );
  return { folder, cwd, files, draft: parseArchive(files).draft };
}

/** A file as it would be read. */
export const asFile = (file: string, text: string): TextFile =>
  textFile(file, text, new TextEncoder().encode(text));

/**
 * Sees to it that what is to be written would pass `check`.
 * @throws {Refusal} with check's own words about it
 */
export function mustPass(files: Files, written: readonly string[]): void {
  const wrong = checkFiles(files).problems.filter(
    ({ severity, file }) => severity === 'error' && written.includes(file),
  );
  if (wrong.length > 0)
    throw new Refusal(
      'check would refuse this, so nothing is written',
      formatProblems(wrong).split('\n'),
    );
}

export const eventFile = (folder: string, id: string, extension: 'md' | 'mdx'): string =>
  join(folder, 'events', `${id}.${extension}`);
