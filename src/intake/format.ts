/** Recognises a document's format by its content. Its name only decides whether a fragment with tags is a page. */
import { fileTypeFromBuffer } from 'file-type';
import { markOf } from './charset.ts';
import type { OriginalFormat } from './readers.ts';

/** A supported format, or the remedy for one that is not. */
export type Format = { kind: OriginalFormat | 'text' } | Unsupported;

export interface Unsupported {
  kind: 'unsupported';
  name: string;
  remedy: string;
  /** Whether it is text, which `--as text` takes unchanged. */
  readable: boolean;
  /** Whether it is text if `--charset` names its character set. */
  unlessCharset?: boolean;
}

const PAGE_OR_TEXT =
  'save it as Word (.docx), as a web page (.html) or as plain text (.txt), and take that in';

const unsupported = (name: string, remedy: string, readable = false): Unsupported => ({
  kind: 'unsupported',
  name,
  remedy,
  readable,
});

/** Remedies by the media types of `file-type`; the first that matches. */
const BINARY: [RegExp, string, string][] = [
  [/msword|opendocument\.text/, 'a word processor’s document', PAGE_OR_TEXT],
  [
    /spreadsheet|excel/,
    'a spreadsheet',
    'save the passage that is quoted as a web page or as plain text',
  ],
  [/presentation|powerpoint/, 'a presentation', PAGE_OR_TEXT],
  [/rtf/, 'a document in RTF', PAGE_OR_TEXT],
  [/x-cfb/, 'a document of an old office program (.doc, .xls, .ppt, .msg)', PAGE_OR_TEXT],
  [
    /image|photoshop/,
    'a picture',
    'a quote is found in words: type out or recognise them (ocrmypdf, tesseract), and take in that text',
  ],
  [/audio|video/, 'a recording', 'take in a transcript of it'],
  [
    /zip|compress|tar|rar|7z|gzip|bzip|xz|zst/,
    'a packed file',
    'unpack it, and take in the document in it',
  ],
];

/** @param name the document's file name, or `-` */
export async function formatOf(bytes: Uint8Array, name: string): Promise<Format> {
  // Some begin with a line or two that is none of them.
  if (/%PDF-\d/.test(headOf(bytes).slice(0, 1024))) return { kind: 'pdf' };
  const found = await fileTypeFromBuffer(bytes);
  if (/^\uFEFF?\s*\{\\rtf/.test(headOf(bytes)))
    return unsupported('a document in RTF', PAGE_OR_TEXT);
  if (found && /wordprocessingml|ms-word\.\w+\.macroenabled/i.test(found.mime))
    return { kind: 'docx' };
  if (found && /epub/.test(found.mime)) return { kind: 'epub' };
  if (found && !/xml|charset|markdown|\/zip$/.test(found.mime)) {
    const [, what, remedy] = BINARY.find(([mime]) => mime.test(found.mime)) ?? [
      null,
      `${found.mime}`,
      PAGE_OR_TEXT,
    ];
    return unsupported(named(what, found.ext), remedy);
  }
  if (
    bytes.subarray(0, 4).every((byte, i) => byte === [0xd0, 0xcf, 0x11, 0xe0][i]) &&
    bytes.length > 3
  )
    return unsupported(
      'a document of an old office program (.doc, .xls, .ppt, .msg)',
      PAGE_OR_TEXT,
    );
  const text = headOf(bytes);
  if (text.startsWith('PK\x03\x04')) return packed(text);
  if (markOf(bytes) === null && isUtf16(bytes))
    return {
      ...unsupported(
        'text in UTF-16 without a byte order mark',
        'name its character set: --charset utf-16le or utf-16be; or save it as UTF-8',
      ),
      unlessCharset: true,
    };
  if (text.includes('\0') && markOf(bytes) === null)
    return unsupported('a file of bytes that are no text', PAGE_OR_TEXT);
  return textual(text, name);
}

/** A ZIP file that `file-type` does not recognise, by the names of the files in it. */
function packed(text: string): Format {
  const of = (mime: string): Unsupported => {
    const [, what, remedy] = BINARY.find(([pattern]) => pattern.test(mime)) ?? [
      '',
      'a packed file',
      '',
    ];
    return unsupported(what, remedy || PAGE_OR_TEXT);
  };
  if (/epub\+zip|META-INF\/container\.xml/.test(text)) return { kind: 'epub' };
  if (/word\/(?:document|_rels|styles)/.test(text)) return { kind: 'docx' };
  if (/opendocument\.text/.test(text)) return of('opendocument.text');
  if (/xl\/|opendocument\.spreadsheet/.test(text)) return of('spreadsheet');
  return of(/ppt\/|opendocument\.presentation/.test(text) ? 'presentation' : 'zip');
}

const named = (what: string, ext: string): string =>
  what.toLowerCase().includes(ext.toLowerCase()) ? what : `${what} (.${ext})`;

/** The beginning of the text, which is enough to recognise formats. */
function headOf(bytes: Uint8Array): string {
  const mark = markOf(bytes);
  return new TextDecoder(mark ?? 'latin1').decode(bytes.subarray(0, 200_000));
}

/** In Latin text in UTF-16 every other byte is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200);
  const zeros = (from: number): number =>
    head.filter((byte, i) => i % 2 === from && byte === 0).length;
  const most = Math.floor(head.length / 2) * 0.7;
  return (
    head.length >= 8 && Math.max(zeros(0), zeros(1)) > most && Math.min(zeros(0), zeros(1)) === 0
  );
}

/** @see https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type */
const PAGE =
  /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|script|iframe|h[1-6]|div|font|table|a|style|title|b|body|br|p|meta|article|main|section|span|ul|ol|blockquote|pre|link|center|em|strong|i|img)(?:[\s/>]|$)/i;

function textual(given: string, name: string): Format {
  const text = given.replace(/^\uFEFF/, '').trimStart();
  const declared = text.replace(/^<\?xml[^>]*>\s*/, '');
  if (PAGE.test(declared)) return { kind: 'html' };
  if (/^<\?xml|^<!doctype|^<(?:rss|feed|svg|tei|xml|opml|kml|gpx)[\s>]/i.test(text))
    return /<svg[\s>]/i.test(text.slice(0, 1000))
      ? unsupported('a picture in SVG', 'type out its words, and take in that text')
      : unsupported('XML', PAGE_OR_TEXT, true);
  if (isMail(text)) {
    const isPage =
      /^content-type:\s*multipart\/related/im.test(text) ||
      /^snapshot-content-location:/im.test(text);
    return { kind: isPage && !/^(?:to|received):/im.test(text) ? 'mhtml' : 'eml' };
  }
  if (isJson(text))
    return unsupported('JSON', 'take in the document that it holds, as text or as a page', true);
  if (/^WEBVTT(?:\s|$)|^(?:\d+\s*\n)?\d\d:\d\d:\d\d[,.]\d{3} --> /.test(text))
    return unsupported('subtitles', 'take in a transcript without the times', true);
  if (/^(?:%!PS|\\documentclass|\\begin\{document\})/.test(text))
    return unsupported(
      'a typesetter’s file (PostScript or LaTeX)',
      'take in the text of what it prints',
      true,
    );
  if (/\.x?html?$/i.test(name) && /<[a-z][^>]*>/i.test(text)) return { kind: 'html' };
  if (isMarkdown(text)) return { kind: 'md' };
  if (isTable(text))
    return unsupported(
      'a table (CSV or the like)',
      'save the passage that is quoted as a web page or as plain text',
      true,
    );
  return { kind: 'text' };
}

/** Header fields of a message, two at least, before an empty line. */
function isMail(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const known =
    /^(?:from|to|cc|subject|date|sender|reply-to|received|return-path|message-id|mime-version|content-[\w-]+|snapshot-[\w-]+|x-[\w-]+|delivered-to|in-reply-to|references|dkim-signature): ?/i;
  const technical = /^(?:received|return-path|message-id|mime-version|content-[\w-]+|x-[\w-]+):/im;
  return (
    lines.filter((line) => known.test(line)).length >= 2 &&
    lines.every((line) => /^(?:[\w-]+:|From )/.test(line)) &&
    technical.test(head)
  );
}

function isJson(text: string): boolean {
  if (!/^[[{]\s*(?:["[{\]}\d-]|true|false|null)/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The document may be cut at 200 kB, or have one value a line.
    return /^[[{]\s*(?:[[{]\s*)*"(?:[^"\\\n]|\\.)*"\s*[:,]/.test(text);
  }
}

/** Two kinds of Markdown that other texts do not have. */
function isMarkdown(text: string): boolean {
  const signs = [
    /^#{1,6} \S/m,
    /^[^\n]+\n(?:={3,}|-{3,})\s*$/m,
    /!?\[[^\]\n]*\]\([^)\s]+(?: "[^"]*")?\)/,
    /^\[[^\]\n]+\]:\s+\S+/m,
    /\[\^[\w-]+\]/,
    /\*\*[^*\s][^*\n]*\*\*/,
    /(?<![\w*])\*[^*\s][^*\n]*\*(?![\w*])/,
    /^ {0,3}(?:```|~~~)/m,
    /^> \S/m,
    /`[^`\n]+`/,
    /^\|.*\|\s*\n\|(?:\s*:?-+:?\s*\|)+/m,
  ];
  const links = /\[[^\]\n]+\](?:\([^)\s]+\)|\[[^\]\n]*\])/;
  return signs.filter((sign) => sign.test(text)).length >= 2 || links.test(text);
}

/** At least three lines with the same number of the same separator, in cells shorter than sentences. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .slice(0, 50)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  return ['\t', ';', ','].some((separator) => {
    const rows = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, 'x').split(separator));
    const columns = rows[0]?.length ?? 1;
    const least = separator === ',' ? 3 : 2;
    return (
      columns >= least &&
      (lines.length >= 3 || columns >= 3) &&
      rows.every((row) => row.length === columns) &&
      // Most commas of sentences have a space after them; those of tables need not.
      (separator !== ',' ||
        rows.every((row) => row.slice(1).every((cell) => !cell.startsWith(' ')))) &&
      (rows[0] ?? []).every((cell) => cell.length < 40 && !/[.!?]$/.test(cell.trim()))
    );
  });
}
