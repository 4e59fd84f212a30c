/** `permalinks.txt`: every address ever published, one a line. The build adds to it and takes nothing away. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PERMALINKS } from '../check/read/read.ts';
import { writeWhole } from '../files/write.ts';
import type { Archive } from '../model/archive.ts';
import { permalinksOf } from '../model/permalinks.ts';

export interface Published {
  address: string;
  /** Of the line in the file. */
  offset: number;
  /** `null` where it is none of them. */
  kind: 'event' | 'source' | 'quote' | null;
  /** Of the event, or of the source that the quote is in. */
  id: string;
  /** Of the quote. */
  anchor: string;
}

export const addressesIn = (text: string): Published[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: address, index: offset }) => {
    const [, folder, id = '', anchor = ''] =
      /^\/(events|sources)\/([^/#]+)\/(?:#(q-.+))?$/.exec(address) ?? [];
    const event = folder === 'events' && anchor === '';
    const kind = event ? 'event' : folder !== 'sources' ? null : anchor ? 'quote' : 'source';
    return { address, offset, kind, id, anchor };
  });

/**
 * Adds the addresses of an archive to the ledger in its folder.
 * @returns what to say of it; `''` where all of them were there
 */
export function keepPermalinks(archive: Archive, folder: string, cwd = process.cwd()): string {
  const path = join(folder, PERMALINKS);
  const name = relative(cwd, path).split(sep).join('/');
  const known = new Set(addressesIn(textOf(path)).map(({ address }) => address));
  const added = permalinksOf(archive).filter((address) => !known.has(address));
  if (added.length === 0) return '';
  const lines = [...known, ...added].sort().map((address) => `${address}\n`);
  try {
    writeWhole(path, lines.join(''));
  } catch (cause) {
    return `${name} cannot be written, and lacks ${added.length} of its lines: ${(cause as Error).message}`;
  }
  return `${name} has ${added.length} more; commit it, for what it lists is never to go missing`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
