/** The archive that a command adds to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../check/check.ts';
import { formatProblems, type Problem } from '../check/problem.ts';
import { type Draft, parseArchive } from '../check/read/draft.ts';
import { type TextFile, textFile } from '../check/read/file.ts';
import { type Files, readArchive } from '../check/read/read.ts';
import { parseFrontMatter } from '../check/read/yaml.ts';
import { lockFolder } from '../files/lock.mjs';
import { isUnfinished, readSettled } from '../files/together.ts';
import { type Content, writeNew } from '../files/write.ts';
import { Refusal } from './refusal.ts';

export interface Opened {
  folder: string;
  cwd: string;
  files: Files;
  /** The text of `actors.yaml` as it was read; `files` has it with the actors that a command adds. */
  actorsRead: string;
  /** Everything but the events, which are read when all of it is checked. */
  draft: Draft;
}

/**
 * Reads the archive in a folder.
 * @throws {Refusal} if there is none to add to
 */
export function openArchive(folder: string, cwd: string): Opened {
  const read = (): Files => readArchive(folder, cwd);
  const files = isUnfinished(folder) ? readSettled(folder, 'an author’s command', read) : read();
  if (!files.site || !files.actors || !files.references)
    throw new Refusal(
      `${folder} is no archive: it lacks site.yaml, actors.yaml or references.yaml`,
      [
        `begin one with npm run new -- --archive ${folder}, or name another folder with CONTENT_DIR`,
      ],
    );
  const { draft } = parseArchive({ ...files, events: [] });
  return { folder, cwd, files, actorsRead: files.actors.text, draft };
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

/**
 * Writes new files, and the actors if some are added, with the archive's lock.
 * @param doing the command, as others are to read it
 * @param actors the new text of `actors.yaml`
 * @throws {Refusal} if `actors.yaml` is no longer what was read; then nothing is written
 */
export function writeAdded(
  { folder, actorsRead }: Opened,
  doing: string,
  added: readonly (readonly [path: string, content: Content])[],
  actors: string | undefined,
): void {
  const path = join(folder, 'actors.yaml');
  const release = lockFolder(folder, doing);
  try {
    if (actors !== undefined && readFileSync(path, 'utf8') !== actorsRead)
      throw new Refusal('actors.yaml has changed in the meantime, so nothing is written', [
        'run the command again',
      ]);
    writeNew(added, actors === undefined ? [] : [[path, actors]]);
  } finally {
    release();
  }
}

/** What stands below a file's front matter, without white space at its ends. */
export const bodyOf = (file: TextFile): string => {
  const { body } = parseFrontMatter(file);
  return body === null ? '' : file.text.slice(body).trim();
};

export const eventFile = (folder: string, id: string, extension: 'md' | 'mdx'): string =>
  join(folder, 'events', `${id}.${extension}`);
