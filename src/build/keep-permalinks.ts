/** Appends new URLs to `permalinks.txt`, the list of published URLs. Never removes one. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Outcome } from '../author/refusal.ts';
import { addressesIn } from '../check/ledger.ts';
import { plural } from '../check/problem.ts';
import { PERMALINKS } from '../check/read/read.ts';
import { writeWhole } from '../files/write.ts';
import type { Archive } from '../model/archive.ts';
import { permalinksOf } from '../model/permalinks.ts';

/**
 * Adds the URLs of an archive to the list in its folder and keeps all other lines.
 * @returns `text` is `''` if there was nothing to add; `right` is false if the list could not be read or written, and
 * is then unchanged
 */
export function keepPermalinks(archive: Archive, folder: string, cwd = process.cwd()): Outcome {
  const path = join(folder, PERMALINKS);
  const name = relative(cwd, path).split(sep).join('/');
  try {
    const listed = new Set(addressesIn(readLedger(path)).map(({ address }) => address));
    const added = permalinksOf(archive).filter((address) => !listed.has(address));
    if (added.length === 0) return { text: '', right: true };
    writeWhole(
      path,
      [...listed, ...added]
        .map((address) => `${address}\n`)
        .sort()
        .join(''),
    );
    return {
      text: `${name}: ${plural(added.length, 'new line')}. Commit the file: check fails if an address in it goes missing`,
      right: true,
    };
  } catch (cause) {
    return {
      text: `${name} could not be updated, and new addresses are not in it: ${(cause as Error).message}; make it writable, and build again`,
      right: false,
    };
  }
}

/** The text of the list; `''` only if there is none, so that an unreadable one is never replaced. */
function readLedger(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw cause;
  }
}
