/** Turns a document into the text of a source. */
import { decodeDocument } from './charset.ts';
import type { Extract } from './extract.ts';
import { formatOf } from './format.ts';
import type { OriginalFormat } from './readers.ts';
import { Unreadable } from './unreadable.ts';

export interface Taken {
  /** The text of the source, in UTF-8. */
  text: Uint8Array;
  /** What else was read from the document; `null` for plain text, whose original is not kept. */
  original: (Extract & { format: OriginalFormat }) | null;
  /** The character set that a plain text was converted from, unless it was UTF-8. */
  convertedFrom: string | null;
}

export interface Known {
  /** The character set, where the document does not say it. */
  charset?: string | undefined;
  /** `text` takes Markdown, JSON, XML, CSV, subtitles and mail unchanged. */
  as?: string | undefined;
}

/**
 * Reads a document.
 * @param name what the file is called
 * @param read takes the text out of a document whose original is kept
 * @throws {Unreadable} if its format is not supported, its bytes do not fit its character set, or it holds no text
 */
export async function takeIn(
  bytes: Uint8Array,
  name: string,
  { charset, as }: Known,
  read: (format: OriginalFormat, bytes: Uint8Array, charset?: string) => Extract | Promise<Extract>,
): Promise<Taken> {
  const format = await formatOf(bytes, name);
  const asText = as === 'text';
  if (format.kind === 'unsupported') {
    const taken = format.readable ? asText : format.unlessCharset && charset !== undefined;
    if (!taken)
      throw new Unreadable(`${format.name}, which is not supported`, [
        format.remedy,
        ...(format.readable ? [AS_TEXT] : []),
      ]);
  } else if (format.kind !== 'text' && !(asText && TEXTS.has(format.kind))) {
    const original = await read(format.kind, bytes, charset);
    return {
      text: new TextEncoder().encode(original.text),
      original: { ...original, format: format.kind },
      convertedFrom: null,
    };
  }
  const decoded = decodeDocument(bytes, false, charset);
  if (!/\S/.test(decoded.text)) throw new Unreadable('no text', ['name another file']);
  // UTF-8 is kept byte for byte.
  const isUtf8 = decoded.charset === 'utf-8';
  return {
    text: isUtf8 ? bytes : new TextEncoder().encode(decoded.text),
    original: null,
    convertedFrom: isUtf8 ? null : decoded.charset,
  };
}

/** Formats that are texts, to be read with their signs. */
const TEXTS: ReadonlySet<OriginalFormat> = new Set(['html', 'md', 'mhtml', 'eml']);
const AS_TEXT = 'or take it as it stands, signs and all: --as text';
