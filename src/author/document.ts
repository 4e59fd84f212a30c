/** The document that a command is given: read, recognised, and ready to be stored. */
import { readFileSync, statSync } from 'node:fs';
import { plural } from '../check/problem.ts';
import { digestOf } from '../check/read/digest.ts';
import { type TextFile, textFile } from '../check/read/file.ts';
import { readOriginal } from '../check/read/original.ts';
import { MOST_BYTES } from '../check/read/read.ts';
import type { Extract } from '../intake/extract.ts';
import { takeIn } from '../intake/intake.ts';
import type { OriginalFormat } from '../intake/readers.ts';
import { Unreadable } from '../intake/unreadable.ts';
import type { SourceRecord } from '../model/source.ts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';
import { stylesBeside } from './styles.ts';

/** A document as it is stored. */
export interface Document {
  /** As it was given. */
  bytes: Uint8Array;
  /** The text that quotes are found in: of a text the document itself, else what is taken from it. */
  text: TextFile;
  /** What was extracted from it; `null` for a plain text. */
  original: (Extract & { format: OriginalFormat }) | null;
  /** The style sheets beside a page, as they are kept. */
  styles: Uint8Array | null;
  /** The character set that a plain text was converted from, unless it was UTF-8. */
  convertedFrom: string | null;
}

/**
 * @param given the path of the document, or `-` for standard input
 * @throws {Refusal} if the document cannot be taken
 */
export async function readDocument(given: string, flags: Flags): Promise<Document> {
  const bytes = readGiven(given, 'name a file, or - for standard input');
  let styles: Uint8Array | null = null;
  try {
    const taken = await takeIn(
      bytes,
      given,
      { charset: flags['charset'], as: flags['as'] },
      (format, page, charset) => {
        if (format === 'html') styles = stylesBeside(given, page, charset);
        return readOriginal(format, page, charset, styles);
      },
    );
    if (taken.text.length > MOST_BYTES)
      throw new Unreadable(
        `its text is larger than ${MOST_BYTES / 1e6} MB, more than a site shows`,
        ['take in the part that is quoted'],
      );
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(taken.text);
    return { ...taken, bytes, text: textFile(given, text, taken.text), styles };
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    throw new Refusal(`${given}: ${cause.message}`, cause.details);
  }
}

/** What a record says of a document's bytes. */
export const digestsOf = (
  { bytes, text, original, styles }: Document,
  flags: Flags,
): Pick<SourceRecord, 'sha256' | 'original'> => ({
  sha256: digestOf(text),
  ...(original && {
    original: {
      sha256: digestOf({ bytes }),
      ...(flags['charset'] !== undefined && { charset: original.charset ?? flags['charset'] }),
      ...(styles && { styles: digestOf({ bytes: styles }) }),
      ...original.paged,
    },
  }),
});

/** The files of a source but its record, by their names in the archive. */
export const filesOf = (
  id: string,
  { bytes, text, original, styles }: Document,
): [name: string, content: Uint8Array][] => [
  ...(original ? [[`sources/${id}.${original.format}`, bytes] as [string, Uint8Array]] : []),
  ...(styles ? [[`sources/${id}.css`, styles] as [string, Uint8Array]] : []),
  [`sources/${id}.txt`, text.bytes],
];

const MOST_LEFT_OUT = 10;
const MOST_REMARKS = 10;

/** What of a document is not in its text, and what may be in it although a reader does not see it. */
export function aboutDocument({ original, convertedFrom }: Document): string[] {
  const converted =
    convertedFrom === null ? [] : [`its text was converted from ${convertedFrom} to UTF-8`];
  if (!original) return converted;
  const { leftOut, remarks } = original;
  const lines = leftOut.slice(0, MOST_LEFT_OUT).map(({ words, why }) => {
    const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
    return `  not in the text (${why}): ${short}`;
  });
  const more = leftOut.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`  and ${plural(more, 'more passage')} not in the text`] : []),
    ...remarks.slice(0, MOST_REMARKS),
    ...(remarks.length > MOST_REMARKS ? [`and ${remarks.length - MOST_REMARKS} more remarks`] : []),
  ];
}

/** Of a file that a command takes in, in MB. */
const MOST_MEGABYTES = 50;

/**
 * The bytes of a file that a person names, or of standard input.
 * @param usage what to do if there is no such file
 * @throws {Refusal} if it cannot be read, or is too large, which is known before it is read
 */
export function readGiven(given: string, usage: string): Uint8Array {
  const most = MOST_MEGABYTES * 1_000_000;
  const within = (size: number): void => {
    if (size > most)
      throw new Refusal(`${given} is larger than ${MOST_MEGABYTES} MB`, ['take in a part of it']);
  };
  try {
    if (given !== '-') within(statSync(given).size);
    const bytes = readFileSync(given === '-' ? 0 : given);
    within(bytes.length);
    return bytes;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(`${given} cannot be read: ${(cause as Error).message}`, [usage]);
  }
}
