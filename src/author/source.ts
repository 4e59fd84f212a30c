/** `npm run source -- <file or ->`: a document becomes a source, byte for byte, with its record. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { formatPlace, plural } from '../check/problem.ts';
import { decode } from '../check/read/file.ts';
import { writeNew, writeWhole } from '../files/write.ts';
import { sourceSchema } from '../model/source.ts';
import { type Ask, answers } from './ask.ts';
import { extractText } from './extract.ts';
import { sentencesOf } from './find.ts';
import type { Flags } from './new.ts';
import { asFile, mustPass, type Opened, openArchive } from './open.ts';
import { sourceQuestions } from './questions.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { withEntries, yamlOf } from './yaml.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Takes in a document; asks for what the flags lack where somebody can be asked. */
export async function addSource(
  folder: string,
  given: string,
  flags: Flags,
  ask: Ask | null,
  cwd = process.cwd(),
): Promise<string> {
  const bytes = readGiven(given);
  const opened = openArchive(folder, cwd);
  const html = looksLikeHtml(given, bytes);
  const extracted = html ? extractText(bytes) : null;
  const text = extracted ? Buffer.from(extracted.text) : bytes;
  const decoded = decode(given, text);
  if ('severity' in decoded)
    throw new Refusal(`${formatPlace(decoded)}  ${decoded.message}`, [
      'sources are kept as UTF-8; convert a copy, as with iconv -f WINDOWS-1252 -t UTF-8, and take that in',
    ]);
  if (!/\S/.test(decoded.text)) throw new Refusal(`${given} holds no text`);

  const stem = given === '-' ? '' : basename(given, extname(given));
  const answered = await answers(
    sourceQuestions(opened, flags, { id: slugOf(stem), title: extracted?.title ?? '' }),
    flags,
    ask,
  );
  const { id = '', ...fields } = answered;
  const record = sourceSchema.parse({
    ...fields,
    ...(flags['agency'] !== undefined && { agency: flags['agency'] }),
    sha256: digest(text),
    ...(html && { original: { sha256: digest(bytes) } }),
  });
  return write(
    opened,
    id,
    { bytes, text, decoded: decoded.text, html },
    yamlOf(record),
    record.publisher,
    flags,
  );
}

interface Document {
  bytes: Uint8Array;
  text: Uint8Array;
  decoded: string;
  html: boolean;
}

function write(
  opened: Opened,
  id: string,
  { bytes, text, decoded, html }: Document,
  record: string,
  publisher: string,
  flags: Flags,
): string {
  const { folder, cwd, files } = opened;
  const at = (name: string): string => join(folder, name);
  const shownAs = (name: string): string => relative(cwd, at(name)) || at(name);
  const names = [
    `sources/${id}.txt`,
    `sources/${id}.yaml`,
    ...(html ? [`sources/${id}.html`] : []),
  ];
  for (const name of names)
    if (existsSync(at(name)))
      throw new Refusal(`${shownAs(name)} is there already; nothing is overwritten`, [
        'give the source another --id; a source is never edited',
      ]);
  const actors = newPublisher(opened, publisher, flags);
  if (actors && files.actors) files.actors = asFile(files.actors.file, actors);
  files.sources.push({
    id,
    record: asFile(shownAs(`sources/${id}.yaml`), record),
    text: { ...asFile(shownAs(`sources/${id}.txt`), decoded), bytes: text },
    original: html ? bytes : null,
  });
  mustPass(files, [...names.map(shownAs), shownAs('actors.yaml')]);
  // The record last: until it is there, check says that it lacks.
  writeNew([
    ...(html ? [[at(`sources/${id}.html`), bytes] as const] : []),
    [at(`sources/${id}.txt`), text],
    [at(`sources/${id}.yaml`), record],
  ]);
  if (actors) writeWhole(at('actors.yaml'), actors);
  const listed = sentencesOf({
    id,
    text: asFile(shownAs(`sources/${id}.txt`), decoded),
    record: null,
  });
  return [
    ...listed.map(
      ({ place, text: sentence }) => `${formatPlace(place)}  ${sentence.replace(/\s+/g, ' ')}`,
    ),
    `${names.map(shownAs).join(', ')} ${names.length === 1 ? 'is' : 'are'} written: ${plural(listed.length, 'sentence')}, ${plural(text.length, 'byte')}`,
    ...(actors ? [`${shownAs('actors.yaml')} now has ${publisher}`] : []),
  ].join('\n');
}

/** `actors.yaml` with a publisher that it lacks and whose name is given. */
function newPublisher({ draft, files }: Opened, id: string, flags: Flags): string | null {
  if (draft.actors && Object.hasOwn(draft.actors.part, id)) return null;
  const name = flags['publisher-name'];
  if (name === undefined)
    throw new Refusal(`--publisher: actors.yaml has no ${id}`, [
      `known: ${Object.keys(draft.actors?.part ?? {}).join(', ')}`,
      `add --publisher-name "<name>" to have it added`,
    ]);
  return withEntries(files.actors?.text ?? '', {
    [id]: { name, names: [name], kind: 'publisher' },
  });
}

function readGiven(given: string): Uint8Array {
  try {
    return readFileSync(given === '-' ? 0 : given);
  } catch (cause) {
    throw new Refusal(`${given} cannot be read: ${(cause as Error).message}`, [
      'npm run source -- <file>, or - for what is piped in',
    ]);
  }
}

const looksLikeHtml = (given: string, bytes: Uint8Array): boolean =>
  /\.x?html?$/i.test(given) ||
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html[\s>])/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 500)),
  );
