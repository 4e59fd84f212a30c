/**
 * A cache of files under `node_modules/.cache`. A file's name has the digest of its inputs and the digest of its bytes,
 * so that a file which is not what was written is seen when it is read, and made anew.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from './write.ts';

/** Files that no build has used for so many days are removed. */
const KEPT_DAYS = 30;
const NAME = /^[\da-f]{32}-[\da-f]{32}\.\w+$/;

/** What decides a file's bytes: texts and the bytes of other files. */
type Inputs = readonly (string | Uint8Array)[];
type Bytes = Uint8Array<ArrayBuffer>;

export interface Kept {
  bytes: Bytes;
  path: string;
  /** Whether it was in the cache. */
  found: boolean;
}

/** The names in each folder of the cache by the digest of the inputs, read once for each process. */
const folders = new Map<string, Map<string, string>>();

// Relative to the working directory: the built module is in another folder than this file.
const ROOT = resolve('node_modules', '.cache');

/**
 * A file made from some inputs: from the cache if it is there as it was written, otherwise made and cached.
 * @param kind the folder in the cache
 * @param inputs everything that `make` depends on, versions of programs too; another order is another file
 * @param extension with its dot
 * @param make gives the same bytes for the same inputs
 * @param root of the cache
 * @throws the system's error if the file cannot be written, and what `make` throws
 */
export async function kept(
  kind: string,
  inputs: Inputs,
  extension: string,
  make: () => Promise<Uint8Array>,
  root: string = ROOT,
): Promise<Kept> {
  return (
    findKept(kind, inputs, extension, root) ?? keep(kind, inputs, extension, await make(), root)
  );
}

/** The same file if it is in the cache as it was written; else `null`. */
export function findKept(
  kind: string,
  inputs: Inputs,
  extension: string,
  root: string = ROOT,
): Kept | null {
  const folder = join(root, kind);
  const name = namesOf(folder).get(digestOf(...inputs));
  return name?.endsWith(extension) ? readCached(join(folder, name)) : null;
}

/**
 * Puts such a file in the cache.
 * @throws the system's error if it cannot be written
 */
export function keep(
  kind: string,
  inputs: Inputs,
  extension: string,
  made: Uint8Array,
  root: string = ROOT,
): Kept {
  const [folder, key, bytes] = [join(root, kind), digestOf(...inputs), new Uint8Array(made)];
  const name = `${key}-${digestOf(bytes)}${extension}`;
  const path = join(folder, name);
  writeWhole(path, bytes);
  namesOf(folder).set(key, name);
  return { bytes, path, found: false };
}

function namesOf(folder: string): Map<string, string> {
  const names = folders.get(folder) ?? namesIn(folder);
  folders.set(folder, names);
  return names;
}

/** A cached file, which counts as used today; if it is not what was written it is removed, and the result is `null`. */
function readCached(path: string): Kept | null {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    if (path.includes(`-${digestOf(bytes)}.`)) {
      utimesSync(path, new Date(), new Date());
      return { bytes, path, found: true };
    }
  } catch {
    // It cannot be read: it was removed, or is a folder.
  }
  rmSync(path, { recursive: true, force: true });
  return null;
}

/** Makes the folder if need be, and removes from it what is old or not a file. */
function namesIn(folder: string): Map<string, string> {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) rmSync(folder);
  mkdirSync(folder, { recursive: true });
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  const names = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const state = statSync(path, { throwIfNoEntry: false });
    if (!state?.isFile() || state.mtimeMs < oldest) rmSync(path, { recursive: true, force: true });
    else if (NAME.test(name)) names.set(name.slice(0, name.indexOf('-')), name);
  }
  return names;
}

/** The length of each input is digested too, so that `ab, c` is not `a, bc`. Half of a SHA-256 keeps names short. */
function digestOf(...inputs: Inputs): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    hash.update(`${Buffer.byteLength(input)}:`).update(input);
  }
  return hash.digest('hex').slice(0, 32);
}
