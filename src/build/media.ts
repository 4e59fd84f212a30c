/** The bytes of the archive's pictures, sound and film, for the pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../check/read/digest.ts';
import { contentFolder } from './checked.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** So many bytes of files are kept, so that each is read and digested once for all its sizes and formats. */
const MOST_KEPT = 200_000_000;
const kept = new Map<string, Bytes>();

/**
 * The bytes of a file in `media/`.
 * @param sha256 on record
 * @throws {Error} if it is no longer what `check` has seen
 */
export function mediaBytes(file: string, sha256: string): Bytes {
  const known = kept.get(sha256);
  if (known) return known;
  const bytes = new Uint8Array(readFileSync(join(contentFolder(), 'media', file)));
  if (digestOf({ bytes }) !== sha256)
    throw new Error(`media/${file} has changed since it was checked`);
  kept.set(sha256, bytes);
  let sum = [...kept.values()].reduce((all, { length }) => all + length, 0);
  for (const [oldest, { length }] of kept) {
    if (sum <= MOST_KEPT) break;
    kept.delete(oldest);
    sum -= length;
  }
  return bytes;
}
