/** Atomic replacement of a folder: the new one is made beside the old one and renamed at the end. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface Swap {
  /** Where to make the new folder: beside the old one, hidden. */
  fresh: string;
  /** Replaces the old folder if `well`; otherwise removes the new one. */
  finish(well: boolean): void;
}

/** Begins to replace a folder, which need not exist. Removes what an interrupted run left over. */
export function beginSwap(folder: string): Swap {
  const path = resolve(folder);
  const beside = (what: string): string => join(dirname(path), `.${basename(path)}.${what}`);
  const [fresh, old] = [beside('new'), beside('old')];
  // A run was killed between the two renames: put the old folder back.
  if (existsSync(old) && !existsSync(path)) renameSync(old, path);
  for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  return {
    fresh,
    finish(well) {
      if (well && existsSync(fresh)) {
        if (existsSync(path)) renameSync(path, old);
        renameSync(fresh, path);
        rmSync(old, { recursive: true, force: true });
      } else rmSync(fresh, { recursive: true, force: true });
    },
  };
}
