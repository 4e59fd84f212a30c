/** The formats whose original is kept beside its text, each with its reader: one file a format, one line here. */
import { type Extract, nonEmpty } from './extract.ts';

type Reader = (bytes: Uint8Array, charset?: string) => Promise<Extract>;

/** By the extension under which the original is kept: `sources/<id>.<extension>`. */
const READERS = {
  html: async (bytes, charset) => {
    const { ofPage, readHtml } = await import('./html.ts');
    return ofPage(readHtml(bytes, charset));
  },
  pdf: async (bytes) => {
    const { ofPdf, readPdf } = await import('./pdf/read.ts');
    return ofPdf(await readPdf(bytes));
  },
  docx: async (bytes) => (await import('./docx.ts')).readDocx(bytes),
  epub: async (bytes) => (await import('./epub.ts')).readEpub(bytes),
  md: async (bytes, charset) => (await import('./markdown.ts')).readMarkdown(bytes, charset),
  mhtml: async (bytes, charset) => (await import('./mail.ts')).readMhtml(bytes, charset),
  eml: async (bytes, charset) => (await import('./mail.ts')).readMail(bytes, charset),
} as const satisfies Record<string, Reader>;

export type OriginalFormat = keyof typeof READERS;

export const ORIGINAL_FORMATS = Object.keys(READERS) as OriginalFormat[];

/**
 * Takes the text out of a document.
 * @throws {Unreadable} if it is broken, or holds no text
 */
export async function extract(
  format: OriginalFormat,
  bytes: Uint8Array,
  charset?: string,
): Promise<Extract> {
  const read: Reader = READERS[format];
  return nonEmpty(await read(bytes, charset), format === 'html' || format === 'mhtml');
}
