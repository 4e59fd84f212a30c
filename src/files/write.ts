/** Atomic writes: whenever the writer is stopped, a file is either as it was or complete. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type Content = string | Uint8Array;
type File = readonly [path: string, content: Content];

/** Beside the file, so that a rename can replace it in one step; hidden, so that nobody reads it as an event. */
const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}`);

/**
 * Replaces a file's content and keeps its mode; the file and its folder need not exist.
 * @throws the system's error; the file is then unchanged
 */
export function writeWhole(path: string, content: Content): void {
  try {
    writeDraft(path, content);
    renameSync(draftOf(path), path);
  } finally {
    rmSync(draftOf(path), { force: true });
  }
}

/**
 * Writes changes of existing files, then new files, in order: a file must not refer to an entry that is not written
 * yet. If one cannot be written, all are as they were.
 * @throws the system's error: EEXIST if a new file exists already
 */
export function writeNew(files: readonly File[], changed: readonly File[] = []): void {
  const undo: (() => void)[] = [];
  try {
    // First the step that takes long and fails if the disk is full.
    for (const [path, content] of [...changed, ...files]) writeDraft(path, content);
    for (const [path] of changed) {
      const before = existsSync(path) ? readFileSync(path) : null;
      renameSync(draftOf(path), path);
      undo.push(() => (before ? writeWhole(path, before) : rmSync(path, { force: true })));
    }
    for (const [path, content] of files) {
      linkNew(path, content);
      undo.push(() => rmSync(path, { force: true }));
    }
  } catch (cause) {
    for (const step of undo.reverse()) step();
    throw cause;
  } finally {
    for (const [path] of [...changed, ...files]) rmSync(draftOf(path), { force: true });
  }
}

function writeDraft(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  writeFileSync(draftOf(path), content, mode === undefined ? {} : { mode });
}

/**
 * Unlike renaming, linking fails if the name is taken.
 * @throws the system's error: EEXIST if the name is taken
 */
function linkNew(path: string, content: Content): void {
  try {
    linkSync(draftOf(path), path);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code)) throw cause;
    // The file system has no hard links.
    writeFileSync(path, content, { flag: 'wx' });
  }
}
