import { createHash } from 'node:crypto';
import type { TextFile } from './file.ts';

/** The SHA-256 of a file's bytes, as records give it. */
export const digestOf = ({ bytes }: Pick<TextFile, 'bytes'>): string =>
  createHash('sha256').update(bytes).digest('hex');
