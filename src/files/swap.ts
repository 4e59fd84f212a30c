/** A folder that is made anew, whole or not at all: made beside the old one, and put in its place at the end. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface Swap {
  /** Where to make the folder: beside the one it shall replace, and hidden. */
  fresh: string;
  /** Puts the new folder in the old one's place where it came out well, and else leaves the old one as it was. */
  finish(well: boolean): void;
}

/** Begins to replace a folder, which need not be there. What an interrupted run left over goes away. */
export function beginSwap(folder: string): Swap {
  const path = resolve(folder);
  const beside = (what: string): string => join(dirname(path), `.${basename(path)}.${what}`);
  const [fresh, old] = [beside('new'), beside('old')];
  // A run that was killed between the two renamings.
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
