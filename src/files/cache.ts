/** A cache of files under `node_modules/.cache`; a file's name is the digest of its inputs. */
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeWhole } from './write.ts';

// Relative to the working directory: the built module is in another folder than this file.
const root = resolve('node_modules', '.cache');
/** Files that no build has used for so many days are removed. */
const KEPT_DAYS = 30;

const pruned = new Set<string>();

/**
 * The path of a cached file, whether it exists or not. If it exists, it counts as used today.
 * @param name below the cache: `<kind>/<digest>.<extension>`
 */
export function useFile(name: string): string {
  const file = join(root, name);
  if (!pruned.has(dirname(file))) prune(dirname(file));
  if (existsSync(file)) utimesSync(file, new Date(), new Date());
  return file;
}

/** Writes a file to the cache, atomically: another build may be reading it. */
export const keepFile = (name: string, bytes: Uint8Array): void =>
  writeWhole(join(root, name), bytes);

function prune(folder: string): void {
  pruned.add(folder);
  if (!existsSync(folder)) return;
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}
