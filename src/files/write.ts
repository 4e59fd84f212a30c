/** Files written whole or not at all, whenever the writer is stopped: made beside their place, then put there. */
import { linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type Content = string | Uint8Array;

/** Beside the file, so that it can take its place in one step; hidden, so that nobody reads it as an event. */
const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}`);

/**
 * Puts a content in a file's place, its mode kept; the file and its folder need not be there.
 * @throws the system's error, the file being as it was
 */
export function writeWhole(path: string, content: Content): void {
  const draft = draftOf(path);
  mkdirSync(dirname(path), { recursive: true });
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    writeFileSync(draft, content, mode === undefined ? {} : { mode });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Writes files that are not there yet, in order; each is whole, and where one cannot be written, none is there. */
export function writeNew(files: readonly (readonly [path: string, content: Content])[]): void {
  const placed: string[] = [];
  try {
    // What takes long, and fails where a disk is full, comes first.
    for (const [path, content] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(draftOf(path), content);
    }
    for (const [path, content] of files) {
      place(path, content);
      placed.push(path);
    }
  } catch (cause) {
    for (const path of placed) rmSync(path, { force: true });
    throw cause;
  } finally {
    for (const [path] of files) rmSync(draftOf(path), { force: true });
  }
}

/**
 * Unlike renaming, linking fails where the name is taken.
 * @throws the system's error: EEXIST where it is
 */
function place(path: string, content: Content): void {
  try {
    linkSync(draftOf(path), path);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code)) throw cause;
    // A disk without links.
    writeFileSync(path, content, { flag: 'wx' });
  }
}
