/** Replacement of a folder: the new one is made beside the old one, and takes its place when it is complete. */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { hiddenBeside, realPath } from './lock.mjs';

export interface Swap {
  /** Where to make the new folder: hidden, beside the old one; inside it if nothing can be written beside it. */
  fresh: string;
  /**
   * Replaces the old folder if `well`; otherwise removes the new one.
   * @returns why the files were replaced one by one, if the folder could not be renamed; else `null`
   */
  finish(well: boolean): string | null;
}

/** Of a folder that is a mount or in use, or whose parent is on another disk or read-only. */
const FIXED = ['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS', 'ENOTEMPTY', 'EEXIST'];

/**
 * Begins to replace a folder, which need not exist; a link to one stays. Removes what an interrupted run left over. The
 * caller has the folder's lock.
 * @throws the system's error if nothing can be written there
 */
export function beginSwap(folder: string): Swap {
  const [beside, old] = [hiddenBeside(folder, 'new'), hiddenBeside(folder, 'old')];
  const path = realPath(folder);
  // A run was killed between the two renames: put the old folder back.
  if (fs.existsSync(old) && !fs.existsSync(path)) fs.renameSync(old, path);
  const inside = join(path, '.new');
  for (const left of [beside, old, inside]) fs.rmSync(left, { recursive: true, force: true });
  const fresh = canMake(beside) || !fs.existsSync(path) ? beside : inside;
  return {
    fresh,
    finish(well) {
      try {
        if (!well || !fs.existsSync(fresh)) return null;
        const why = fresh === inside ? 'its parent folder is read-only' : rename(fresh, path, old);
        if (why !== null) replaceFiles(fresh, path);
        return why;
      } finally {
        fs.rmSync(fresh, { recursive: true, force: true });
      }
    },
  };
}

function canMake(folder: string): boolean {
  try {
    fs.mkdirSync(folder);
    fs.rmdirSync(folder);
    return true;
  } catch (cause) {
    if (FIXED.includes((cause as NodeJS.ErrnoException).code ?? '')) return false;
    throw cause;
  }
}

/** @returns why the folder cannot be replaced as a whole, which is then as it was; `null` if it has been */
function rename(fresh: string, path: string, old: string): string | null {
  try {
    if (fs.existsSync(path)) fs.renameSync(path, old);
    fs.mkdirSync(dirname(path), { recursive: true });
    fs.renameSync(fresh, path);
  } catch (cause) {
    if (fs.existsSync(old) && !fs.existsSync(path)) fs.renameSync(old, path);
    const { code = '', message } = cause as NodeJS.ErrnoException;
    if (!FIXED.includes(code) || !fs.existsSync(path)) throw cause;
    return message;
  }
  fs.rmSync(old, { recursive: true, force: true });
  return null;
}

/**
 * Replaces the files of a folder one by one: first what pages use, then pages, then what is no longer there goes. At
 * any moment each page is complete and has what it uses.
 */
function replaceFiles(fresh: string, path: string): void {
  const staged = join(path, '.new');
  try {
    // On the same disk, so that a full one is noticed before anything is replaced.
    if (fresh !== staged) fs.cpSync(fresh, staged, { recursive: true });
    const files = filesIn(staged);
    const isPage = (name: string): boolean => name.endsWith('.html');
    for (const name of [...files.filter((one) => !isPage(one)), ...files.filter(isPage)]) {
      makeWay(path, name);
      fs.renameSync(join(staged, name), join(path, name));
    }
    const kept = new Set(files);
    fs.rmSync(staged, { recursive: true });
    for (const name of filesIn(path)) if (!kept.has(name)) removeFile(path, name);
  } finally {
    fs.rmSync(staged, { recursive: true, force: true });
  }
}

/** The paths of all files in a folder, relative to it, but in folders that are not ours to read, as `lost+found`. */
function filesIn(root: string, below = ''): string[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(join(root, below), { withFileTypes: true });
  } catch (cause) {
    if (below !== '' && (cause as NodeJS.ErrnoException).code === 'EACCES') return [];
    throw cause;
  }
  return entries.flatMap((entry) => {
    const name = join(below, entry.name);
    return entry.isDirectory() ? filesIn(root, name) : [name];
  });
}

/** Makes the folders of a file; removes a file that is in the place of one, or a folder in the place of the file. */
function makeWay(root: string, name: string): void {
  const parts = name.split(/[\\/]/);
  parts.forEach((_, i) => {
    const at = join(root, ...parts.slice(0, i + 1));
    const isFolder = fs.lstatSync(at, { throwIfNoEntry: false })?.isDirectory();
    const shouldBe = i < parts.length - 1;
    if (isFolder !== undefined && isFolder !== shouldBe) fs.rmSync(at, { recursive: true });
    if (shouldBe && !isFolder) fs.mkdirSync(at);
  });
}

/** Removes a file and the folders that are empty without it. */
function removeFile(root: string, name: string): void {
  fs.rmSync(join(root, name));
  for (let at = dirname(name); at !== '.'; at = dirname(at)) {
    if (fs.readdirSync(join(root, at)).length > 0) return;
    fs.rmdirSync(join(root, at));
  }
}
