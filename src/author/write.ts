/** Files written whole or not at all, and never over one that is there. */
import { linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** Beside the file, so that it can take its place in one step; hidden, so that nobody reads it as an event. */
const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}`);

/**
 * Writes a file that is not there yet.
 * @throws {Refusal} where it is
 */
export function writeNew(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = draftOf(path);
  try {
    writeFileSync(draft, content);
    // Unlike renaming, linking fails where the name is taken.
    linkSync(draft, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refusal(`${path} is there already; nothing is overwritten`);
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw cause;
    // A disk without links.
    writeFileSync(path, content, { flag: 'wx' });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts another text in a file's place, its mode kept. */
export function rewrite(path: string, content: string): void {
  const draft = draftOf(path);
  try {
    writeFileSync(draft, content, { mode: statSync(path).mode });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
