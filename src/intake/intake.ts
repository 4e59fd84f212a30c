/** A document as people have it becomes the text of a source. */
import { decodeDocument } from './charset.ts';
import { formatOf } from './format.ts';
import { type Page, readHtml } from './html.ts';
import { Unreadable } from './unreadable.ts';

export interface Taken {
  /** The text of the source, in UTF-8. */
  text: Uint8Array;
  /** What else the page says, if the document is one: it is kept beside its text. */
  page: Page | null;
  /** The character set that a plain text was converted from, unless it was UTF-8. */
  convertedFrom: string | null;
}

export interface Known {
  /** The character set, where the document does not say it. */
  charset?: string | undefined;
  /** `text` takes Markdown, JSON, XML, CSV, subtitles and mail as they stand. */
  as?: string | undefined;
}

/**
 * Reads a document.
 * @param name what the file is called
 * @throws {Unreadable} if its format is not supported, its bytes do not fit its character set, or it holds no text
 */
export async function takeIn(
  bytes: Uint8Array,
  name: string,
  { charset, as }: Known,
): Promise<Taken> {
  const format = await formatOf(bytes, name);
  const asText = as === 'text';
  if (format.kind === 'unsupported') {
    const taken = format.readable ? asText : format.unlessCharset && charset !== undefined;
    if (!taken)
      throw new Unreadable(`${format.name}, which is not supported`, [
        format.remedy,
        ...(format.readable ? ['or take it as it stands, signs and all: --as text'] : []),
      ]);
  }
  if (format.kind === 'html' && !asText) {
    const page = readHtml(bytes, charset);
    if (page.text === '')
      throw new Unreadable('no text that a reader sees', [
        page.leftOut.length > 0
          ? 'all its words are hidden until a script shows them: open it in a browser and save it from there'
          : 'if a script makes the page, open it in a browser and save it from there',
      ]);
    return { text: Buffer.from(page.text), page, convertedFrom: null };
  }
  const decoded = decodeDocument(bytes, false, charset);
  if (!/\S/.test(decoded.text)) throw new Unreadable('no text', ['name another file']);
  // UTF-8 stays as it is, to the byte.
  return decoded.charset === 'utf-8'
    ? { text: bytes, page: null, convertedFrom: null }
    : { text: Buffer.from(decoded.text), page: null, convertedFrom: decoded.charset };
}
