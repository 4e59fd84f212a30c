/**
 * Several files of a folder, written all together or not at all. They are made in a hidden folder, which is renamed
 * when it is complete; then each takes its place. Who is stopped before that leaves the archive as it was, and who is
 * stopped after it is finished by the next call: the hidden folder holds what is still to be placed. The caller has the
 * folder's lock.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lockFolder } from './lock.mjs';
import type { Content } from './write.ts';

const DRAFT = '.together.draft';
const READY = '.together.ready';
const GONE = 'gone.json';

/**
 * @param folder need not be there
 * @param files by their path in it; those that are there are replaced
 * @param gone what is removed when they have taken their places
 * @throws the system's error, the folder being as it was
 */
export function writeTogether(
  folder: string,
  files: readonly (readonly [name: string, content: Content])[],
  gone: readonly string[] = [],
): void {
  finishTogether(folder);
  const draft = join(folder, DRAFT);
  const wasThere = existsSync(folder);
  // A signal that comes while files take their place waits until all have: that is soon.
  const wait = (): void => {};
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, wait);
  try {
    mkdirSync(draft, { recursive: true });
    // For whoever is stopped here: git is not to see what is left.
    writeFileSync(join(draft, '.gitignore'), '*\n');
    const made = new Set<string>();
    for (const [name, content] of files) {
      const path = join(draft, 'files', name);
      if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      made.add(dirname(path));
      writeFileSync(path, content);
    }
    if (gone.length > 0) writeFileSync(join(draft, GONE), JSON.stringify(gone));
    renameSync(draft, join(folder, READY));
    moveIntoPlace(folder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!wasThere && existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
    throw cause;
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

/**
 * Ends what a former call was stopped at.
 * @returns whether there were files that still had to be placed
 */
export function finishTogether(folder: string): boolean {
  rmSync(join(folder, DRAFT), { recursive: true, force: true });
  if (!existsSync(join(folder, READY))) return false;
  moveIntoPlace(folder);
  return true;
}

/** Whether files still have to be placed: somebody is about to, or was stopped at it. */
export const isUnfinished = (folder: string): boolean => existsSync(join(folder, READY));

/**
 * Reads a folder into which nobody is placing files. For the moment of reading it has the folder's lock.
 * @param doing the command, as others are to read it
 */
export function readSettled<T>(folder: string, doing: string, read: () => T): T {
  const release = lockFolder(folder, doing);
  try {
    finishTogether(folder);
    return read();
  } finally {
    release();
  }
}

function moveIntoPlace(folder: string): void {
  const ready = join(folder, READY);
  moveEntries(join(ready, 'files'), folder);
  for (const name of namesIn(join(ready, GONE))) rmSync(join(folder, name), { force: true });
  rmSync(ready, { recursive: true, force: true });
}

/** The names of files in the folder; none that lead out of it, whoever wrote them. */
function namesIn(list: string): string[] {
  if (!existsSync(list)) return [];
  const names: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(names)
    ? names.filter(
        (name) => typeof name === 'string' && /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(name),
      )
    : [];
}

/** What others name is there before those who name it: files, then folders. A new folder takes its place as a whole. */
function moveEntries(from: string, to: string): void {
  const entries = readdirSync(from, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile()))
    renameSync(join(from, name), join(to, name));
  for (const { name } of entries.filter((entry) => entry.isDirectory()))
    if (existsSync(join(to, name))) moveEntries(join(from, name), join(to, name));
    else renameSync(join(from, name), join(to, name));
}
