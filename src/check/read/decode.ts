/**
 * Decodes pictures, in a process of its own: the decoder is asynchronous, which check is not, and a picture can be made
 * to crash it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findKept, keep } from '../../files/cache.ts';

/** The limits of a process, which decodes so many pictures. */
const MOST_SECONDS = 120;
const AT_ONCE = 50;

/** What is cached of a picture that is whole, by its digest; the number is that of how it is decoded. */
const inputsOf = (sha256: string): string[] => ['1', sha256];
const whole = new Set<string>();

const isKnown = (sha256: string): boolean =>
  whole.has(sha256) || findKept('decoded', inputsOf(sha256), '.txt') !== null;

/**
 * The digests of pictures that cannot be decoded.
 * @param pictures their paths on the disk, by the SHA-256 of their bytes
 */
export function brokenOf(pictures: ReadonlyMap<string, string>): Set<string> {
  const unknown = [...pictures].filter(([sha256]) => !isKnown(sha256));
  const broken = new Set<string>();
  for (let i = 0; i < unknown.length; i += AT_ONCE) {
    const some = unknown.slice(i, i + AT_ONCE);
    const found = apart(some.map(([, path]) => path));
    for (const [nth, [sha256]] of some.entries())
      if (found[nth]) broken.add(sha256);
      else keep('decoded', inputsOf(sha256), '.txt', Buffer.from('whole\n'));
  }
  for (const sha256 of pictures.keys()) if (!broken.has(sha256)) whole.add(sha256);
  return broken;
}

/** Of each picture whether it is broken. If one ends the process, each is decoded alone. */
function apart(paths: readonly string[]): boolean[] {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'decode-apart.ts')],
    { input: JSON.stringify(paths), timeout: MOST_SECONDS * 1000, encoding: 'utf8' },
  );
  if (status === 0) return JSON.parse(stdout) as boolean[];
  return paths.length > 1 ? paths.flatMap((path) => apart([path])) : [true];
}
