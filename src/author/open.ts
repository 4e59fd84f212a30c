/** The archive that a command adds to. */
import { join } from 'node:path';
import { checkFiles } from '../check/check.ts';
import { formatProblems, type Problem } from '../check/problem.ts';
import { type Draft, parseArchive } from '../check/read/draft.ts';
import { type TextFile, textFile } from '../check/read/file.ts';
import { type Files, readArchive } from '../check/read/read.ts';
import { parseFrontMatter } from '../check/read/yaml.ts';
import { Refusal } from './refusal.ts';

export interface Opened {
  folder: string;
  cwd: string;
  files: Files;
  /** Everything but the events, which are read when all of it is checked. */
  draft: Draft;
}

/**
 * Reads the archive in a folder.
 * @throws {Refusal} if there is none to add to
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
  return { folder, cwd, files, draft: parseArchive({ ...files, events: [] }).draft };
}

/** A file as it would be read. */
export const asFile = (file: string, text: string): TextFile =>
  textFile(file, text, new TextEncoder().encode(text));

/**
 * Checks the archive as it would be, with the files that are to be written.
 * @param written the names of these files, as problems show them
 * @returns the gaps that they leave open, which the author has to fill before `check` passes
 * @throws {Refusal} with every other error of these files
 */
export function mustPass(files: Files, written: readonly string[]): Problem[] {
  const errors = checkFiles(files).problems.filter(
    ({ severity, file }) => severity === 'error' && written.includes(file),
  );
  const wrong = errors.filter(({ gap }) => !gap);
  if (wrong.length > 0)
    throw new Refusal(
      'check would refuse this, so nothing is written',
      formatProblems(wrong).split('\n'),
    );
  return errors;
}

/** What stands below a file's front matter, without white space at its ends. */
export const bodyOf = (file: TextFile): string => {
  const { body } = parseFrontMatter(file);
  return body === null ? '' : file.text.slice(body).trim();
};

export const eventFile = (folder: string, id: string, extension: 'md' | 'mdx'): string =>
  join(folder, 'events', `${id}.${extension}`);
