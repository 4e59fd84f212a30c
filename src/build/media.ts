/** The bytes of the archive's pictures, sound and film, for the pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../check/read/digest.ts';
import { contentFolder } from './checked.ts';

/**
 * The bytes of a file in `media/`.
 * @param sha256 on record, if the file has one
 * @throws {Error} if it is no longer what `check` has seen
 */
export function mediaBytes(file: string, sha256?: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(readFileSync(join(contentFolder(), 'media', file)));
  if (sha256 !== undefined && digestOf({ bytes }) !== sha256)
    throw new Error(`media/${file} has changed since it was checked`);
  return bytes;
}
