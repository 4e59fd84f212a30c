/** The files packed in a document, with bounds: what unpacks to more, or names files outside of itself, is refused. */
import { strFromU8, unzipSync } from 'fflate';
import { Unreadable } from './unreadable.ts';

/** A book of 3 MB with pictures has less than 100 MB of text in it. */
const MOST_BYTES = 300_000_000;
const MOST_FILES = 20_000;

const BROKEN = ['open it in the program that made it, save it again, and take that in'];

/** The names of the files in it, and their contents as bytes or text; `null` for what it has not. */
export interface Packed {
  names: readonly string[];
  bytes(name: string): Uint8Array | null;
  text(name: string): string | null;
}

/**
 * Unpacks a document.
 * @param wanted whether a file is needed; the others are not unpacked
 * @throws {Unreadable} if it is broken, or hostile
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Packed {
  const names: string[] = [];
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        // Nothing is ever written under these names; a document that has them was made to do harm.
        if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name))
          throw new Unreadable(`it packs a file under ${JSON.stringify(name)}, outside of itself`, [
            'get the document anew, from where it was published',
          ]);
        names.push(name);
        if (!wanted(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES || names.length > MOST_FILES)
          throw new Unreadable(
            `it unpacks to more than ${MOST_BYTES / 1_000_000} MB or ${MOST_FILES} files`,
            ['take in the passages that are quoted, as plain text'],
          );
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable(`it is packed, and broken: ${(cause as Error).message}`, BROKEN);
  }
  const find = (name: string): Uint8Array | null =>
    Object.hasOwn(files, name) ? (files[name] ?? null) : null;
  return {
    names,
    bytes: find,
    text(name) {
      const found = find(name);
      return found && textOf(found);
    },
  };
}

/** XML is UTF-8 or UTF-16. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return strFromU8(bytes).replace(/^\uFEFF/, '');
}
