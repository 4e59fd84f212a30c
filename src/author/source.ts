/** `npm run source -- <file or ->`: stores a document as a source, byte for byte, with its record. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { formatPlace, plural } from '../check/problem.ts';
import { digestOf } from '../check/read/digest.ts';
import { decode, type TextFile } from '../check/read/file.ts';
import { writeNew } from '../files/write.ts';
import { isLanguageTag } from '../model/language.ts';
import { type SourceRecord, sentences } from '../model/source.ts';
import { oneLine } from '../model/text.ts';
import { type NewActors, resolveActor, withActors } from './actors.ts';
import { type Ask, answers } from './ask.ts';
import { extractText } from './extract.ts';
import { asFile, mustPass, type Opened, openArchive } from './open.ts';
import type { Flags } from './options.ts';
import { sourceQuestions } from './questions.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { yamlOf } from './yaml.ts';

/** Of a long document, the first sentences are enough to see that the text is right. */
const MOST_LISTED = 20;

/** A document as it is stored. */
interface Document {
  /** As it was given. */
  bytes: Uint8Array;
  /** The text that quotes are found in: of an HTML page its text, else the document itself. */
  text: TextFile;
  html: boolean;
}

/**
 * Stores a document; asks for what the options lack if somebody can be asked.
 * @param given the path of the document, or `-` for standard input
 * @returns what is printed: the first sentences, and the files
 */
export async function addSource(
  folder: string,
  given: string,
  flags: Flags,
  ask: Ask | null,
  cwd = process.cwd(),
): Promise<string> {
  const bytes = readGiven(given);
  const opened = openArchive(folder, cwd);
  const { text, page } = read(bytes, given);
  const stem = given === '-' ? '' : basename(given, extname(given));
  const {
    id = '',
    agency,
    ...fields
  } = await answers(
    sourceQuestions(opened, {
      id: slugOf(stem),
      title: page?.title ?? '',
      language: page && isLanguageTag(page.language) ? page.language : '',
    }),
    flags,
    ask,
  );
  const publisher = await resolveActor(opened, 'publisher', fields['publisher'] ?? '', flags, ask);
  // Not parsed here: check says what is wrong with it, and where.
  const record = {
    ...fields,
    publisher: publisher.id,
    ...(agency && { agency }),
    sha256: digestOf(text),
    ...(page && { original: { sha256: digestOf({ bytes }) } }),
  } as SourceRecord;
  return write(opened, id, { bytes, text, html: page !== null }, record, publisher.added);
}

/**
 * The text of a document, and what a page says of itself.
 * @throws {Refusal} if there is no text in it, or not one that can be read
 */
function read(
  bytes: Uint8Array,
  given: string,
): { text: TextFile; page: { title: string; language: string } | null } {
  const page = looksLikeHtml(given, bytes) ? extractText(bytes) : null;
  const text = decode(given, page ? Buffer.from(page.text) : bytes);
  if ('severity' in text)
    throw new Refusal(`${formatPlace(text)}  ${text.message}`, [
      'sources are kept as UTF-8; convert a copy, as with iconv -f WINDOWS-1252 -t UTF-8, and take that in',
    ]);
  if (!/\S/.test(text.text)) throw new Refusal(`${given} holds no text`);
  return { text, page };
}

function write(
  opened: Opened,
  id: string,
  { bytes, text, html }: Document,
  record: SourceRecord,
  added: NewActors,
): string {
  const { folder, cwd, files } = opened;
  const at = (name: string): string => join(folder, name);
  const shownAs = (name: string): string => relative(cwd, at(name)) || at(name);
  // The record last: without it, check reports the other files.
  const contents = [
    ...(html ? [[`sources/${id}.html`, bytes] as const] : []),
    [`sources/${id}.txt`, text.bytes] as const,
    [`sources/${id}.yaml`, yamlOf(record)] as const,
  ];
  const names = contents.map(([name]) => shownAs(name));
  for (const [name] of contents)
    if (existsSync(at(name)))
      throw new Refusal(`${shownAs(name)} exists already; nothing is overwritten`, [
        'give the source another --id; a source is never edited',
      ]);
  const actors = withActors(opened, added);
  const stored = asFile(shownAs(`sources/${id}.txt`), text.text);
  files.sources.push({
    id,
    record: asFile(shownAs(`sources/${id}.yaml`), yamlOf(record)),
    text: stored,
    original: html ? bytes : null,
  });
  mustPass(files, [...names, ...(actors ? [actors.file] : [])]);
  writeNew(
    contents.map(([name, content]) => [at(name), content] as const),
    actors ? [[at('actors.yaml'), actors.text]] : [],
  );
  return [
    ...listed(stored, record.language),
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} written: ${plural(text.bytes.length, 'byte')} of text`,
    ...(actors ? [`${actors.file} now has ${Object.keys(added).join(', ')}`] : []),
  ].join('\n');
}

/** The first sentences of a text with their places, then how many there are. */
function listed(file: TextFile, language: string): string[] {
  const all = sentences(file.text, language);
  const lines = all
    .slice(0, MOST_LISTED)
    .map(
      ({ start, end }) => `${formatPlace(file.at(start))}  ${oneLine(file.text.slice(start, end))}`,
    );
  const rest = all.length - lines.length;
  return [...lines, `${plural(all.length, 'sentence')}${rest > 0 ? `, ${rest} not shown` : ''}`];
}

function readGiven(given: string): Uint8Array {
  try {
    return readFileSync(given === '-' ? 0 : given);
  } catch (cause) {
    throw new Refusal(`${given} cannot be read: ${(cause as Error).message}`, [
      'name a file, or - for standard input',
    ]);
  }
}

const looksLikeHtml = (given: string, bytes: Uint8Array): boolean =>
  /\.x?html?$/i.test(given) ||
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html[\s>])/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 500)),
  );
