/** The files of an archive's folder, and what lies in the place of a file but is none. */
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Listing {
  /** Paths with forward slashes, sorted, without hidden ones. */
  files: string[];
  /** What cannot be read as a file, by its path: why. */
  odd: Map<string, string>;
}

/** Files of the archive itself, and folders whose files are read. */
const OWN = /^(?:site|actors|references)\.yaml$|^(?:epilogue|about)\.mdx?$|^permalinks\.txt$/;
const FOLDERS = /^(?:events|sources|media)$/;

/** Lists an archive, following links; `null` if there is no such folder, or it is empty. */
export function listArchive(folder: string): Listing | null {
  const listing: Listing = { files: [], odd: new Map() };
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
  for (const { name } of entries)
    if (OWN.test(name) || FOLDERS.test(name)) add(folder, name, listing);
    // Others are not read, but show that there is something.
    else if (!name.startsWith('.') && kindOf(join(folder, name)) === 'file')
      listing.files.push(name);
  listing.files.sort();
  return entries.length === 0 ? null : listing;
}

function add(root: string, name: string, listing: Listing): void {
  const path = join(root, name);
  const kind = kindOf(path);
  if (kind === 'file') listing.files.push(name);
  else if (kind !== 'folder') listing.odd.set(name, kind);
  else if (OWN.test(name) || /\.(?:mdx?|txt|yaml)$/.test(name))
    listing.odd.set(name, 'a folder, not a file');
  // It may lead to a whole disk.
  else if (!FOLDERS.test(name) && lstatSync(path).isSymbolicLink())
    listing.odd.set(name, 'a link to a folder');
  else
    try {
      for (const inner of readdirSync(path))
        if (!inner.startsWith('.')) add(root, `${name}/${inner}`, listing);
    } catch (cause) {
      listing.odd.set(name, `a folder that cannot be read: ${(cause as Error).message}`);
    }
}

/** What a path leads to: `file`, `folder`, or words for anything else. */
function kindOf(path: string): string {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? 'a link that leads nowhere'
      : code === 'ELOOP'
        ? 'a link that leads to itself'
        : `not to be read: ${message}`;
  }
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'a pipe, a socket or a device, not a file';
}
