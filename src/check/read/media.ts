/** What check knows of a file in `media/`. It keeps none of their bytes, which may be gigabytes in all. */
import { readFileSync, statSync } from 'node:fs';
import { brokenOf } from './decode.ts';
import { digestOf } from './digest.ts';

/** Of a picture, a sound or a film: a page with a larger one takes too long to load. */
export const MOST_MEDIA_BYTES = 20_000_000;

/** What a picture is that cannot be decoded. */
export const BROKEN = 'broken, cut short, or of more than 268 million pixels';

export interface MediaFile {
  /** Its path as problems show it. */
  path: string;
  /** Of its bytes; `null` if it is too large, so that it was not read. */
  sha256: string | null;
  /** The MIME type that its bytes show; `null` if it is none that browsers show or play. */
  mime: string | null;
  /** Whether it is a picture that cannot be decoded. */
  broken?: true;
}

/**
 * @param file its path on the disk
 * @throws the system's error
 */
export function readMedia(file: string, path: string): MediaFile {
  if (statSync(file).size > MOST_MEDIA_BYTES) return { path, sha256: null, mime: null };
  return mediaFile(path, readFileSync(file));
}

/** A file as it would be read; whether it can be decoded is for {@link decodeAll}. */
export const mediaFile = (path: string, bytes: Uint8Array): MediaFile => ({
  path,
  sha256: digestOf({ bytes }),
  mime: mimeOf(bytes),
});

/** Notes which pictures cannot be decoded. @param files by their paths on the disk */
export function decodeAll(files: ReadonlyMap<string, MediaFile>): void {
  const digests = new Map<string, string>();
  for (const [disk, { mime, sha256 }] of files)
    if (mime?.startsWith('image/') && sha256 !== null) digests.set(sha256, disk);
  const broken = brokenOf(digests);
  for (const file of files.values()) if (broken.has(file.sha256 ?? '')) file.broken = true;
}

/**
 * The first bytes of each format, as Latin-1; a dot is any byte. check reads at once, which `file-type` does not.
 * @see https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern
 */
const SIGNATURES: readonly [mime: string, start: RegExp][] = [
  ['image/jpeg', /^\xFF\xD8\xFF/],
  ['image/png', /^\x89PNG\r\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBPVP8/s],
  ['image/avif', /^.{4}ftypavi[fs]/s],
  ['audio/wav', /^RIFF.{4}WAVE/s],
  ['audio/flac', /^fLaC/],
  ['audio/ogg', /^OggS/],
  ['audio/mpeg', /^ID3|^\xFF[\xE2-\xE7\xF2-\xF7\xFA-\xFF]/],
  ['audio/mp4', /^.{4}ftypM4[AB] /s],
  ['video/mp4', /^.{4}ftyp(?:isom|iso\d|mp4[12]|avc1|M4V |dash|MSNV)/s],
  ['video/webm', /^.E\xDF\xA3.{0,60}webm/s],
  ['text/vtt', /^(?:\xEF\xBB\xBF)?WEBVTT(?:[ \t\r\n]|$)/],
];

export function mimeOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  const [mime] = SIGNATURES.find(([, signature]) => signature.test(start)) ?? [];
  return mime ?? (isText(bytes) ? 'text/plain' : null);
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Markup is text too, and no transcript: a host would serve it as a page.
    return (
      /\S/.test(text) && !text.includes('\0') && !/^\s*<(?:!doctype|html|svg|\?xml)/i.test(text)
    );
  } catch {
    return false;
  }
}
