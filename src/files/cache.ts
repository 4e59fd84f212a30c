/** Files that are costly to make, kept under `node_modules/.cache` by a digest of what they are made of. */
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeWhole } from './write.ts';

// What is built runs from another folder than this file's.
const root = resolve('node_modules', '.cache');
/** What no build has used for so many days is removed. */
const KEPT_DAYS = 30;

const pruned = new Set<string>();

/**
 * The path of a kept file, there or not. One that is there counts as used today.
 * @param name below the cache: `<kind>/<digest>.<extension>`
 */
export function useFile(name: string): string {
  const file = join(root, name);
  if (!pruned.has(dirname(file))) prune(dirname(file));
  if (existsSync(file)) utimesSync(file, new Date(), new Date());
  return file;
}

/** Keeps a file, whole or not at all: another build may be reading. */
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
