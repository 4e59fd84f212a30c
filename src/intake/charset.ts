/**
 * Decodes bytes as browsers do, except that invalid bytes are an error instead of U+FFFD.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 * @see https://encoding.spec.whatwg.org/
 */
import { getEncoding } from 'encoding-sniffer';
import { Unreadable } from './unreadable.ts';

/** How many bytes are searched for a declaration; the standard asks only for the first 1,024. */
const PRESCAN = 16_384;
const REPLACEMENT = '\uFFFD';

export interface Decoded {
  text: string;
  /** The name of the encoding, by the Encoding Standard, in lower case. */
  charset: string;
}

/**
 * Decodes a document. Its encoding is, in this order: that of a byte order mark, the one that the author names, the
 * one that the page declares, UTF-8 if the bytes are UTF-8, and for a page the fallback of browsers, windows-1252.
 * @param charset the encoding as the author knows it, such as from the HTTP header
 * @throws {Unreadable} with the position of the first invalid byte
 */
export function decodeDocument(bytes: Uint8Array, html: boolean, charset?: string): Decoded {
  const marked = markOf(bytes);
  const declared = html ? declaredIn(bytes) : null;
  const named = marked ?? charset ?? declared;
  if (named !== null && named !== undefined) {
    const why = marked
      ? 'as its byte order mark says'
      : charset
        ? 'as --charset says'
        : 'as the page says';
    return decodeAs(bytes, named, why);
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8, 'utf-8');
  if (!html) return decodeAs(bytes, 'utf-8', 'as a text without a byte order mark is read');
  return decodeAs(bytes, 'windows-1252', 'as browsers take a page that names none');
}

function decodeAs(bytes: Uint8Array, label: string, why: string): Decoded {
  const charset = nameOf(label);
  const text = decodeStrictly(bytes, charset);
  if (text === null) {
    const { before, byte } = firstMisfit(bytes, charset);
    throw new Unreadable(`${positionAfter(before)} is not ${charset}, ${why}: byte 0x${byte}`, [
      'if you know its character set, name it: --charset windows-1252 (or iso-8859-2, shift_jis, gbk …)',
      'or save the document again as UTF-8, and take that in',
    ]);
  }
  return checked(text, charset);
}

/** Refuses U+FFFD: the characters that it replaced are lost. */
function checked(text: string, charset: string): Decoded {
  const at = text.indexOf(REPLACEMENT);
  if (at >= 0)
    throw new Unreadable(
      `${positionAfter(text.slice(0, at))} holds U+FFFD, the sign for characters that were lost when the file was saved`,
      ['get the document anew, and save it without converting it'],
    );
  return { text, charset };
}

/** @throws {Unreadable} where there is no such encoding */
function nameOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Unreadable(`there is no character set "${label}"`, [
      'name one of https://encoding.spec.whatwg.org/#names-and-labels with --charset',
    ]);
  }
}

/** The encoding that a byte order mark gives. */
export function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** The encoding that a page declares, by a `<meta>` or an XML declaration. */
function declaredIn(bytes: Uint8Array): string | null {
  const sniff = (defaultEncoding: string): string =>
    getEncoding(bytes, { maxBytes: PRESCAN, defaultEncoding });
  // The sniffer's default is not a declaration.
  const found = sniff('windows-1252');
  return found === sniff('koi8-r') ? found : null;
}

/** The decoded text; `null` if a byte is invalid in the encoding. */
export function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Finds the first invalid byte by bisection, and the text before it. */
export function firstMisfit(bytes: Uint8Array, charset: string): { before: string; byte: string } {
  const read = (length: number): string | null => {
    try {
      const decoder = new TextDecoder(charset, { fatal: true });
      return decoder.decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let good = 0;
  let before = '';
  for (let high = bytes.length; good < high; ) {
    const middle = Math.ceil((good + high) / 2);
    const text = read(middle);
    if (text === null) high = middle - 1;
    else {
      good = middle;
      before = text;
    }
  }
  // The bytes that are read but not yet part of a character belong to the one that does not fit.
  let start = good;
  while (start > 0 && read(start - 1) === before) start -= 1;
  const byte = (bytes[start] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return { before, byte };
}

/** The position right after a text: `line 2, column 4`. */
export function positionAfter(before: string): string {
  const lines = before.split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
