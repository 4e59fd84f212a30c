/** `npm run source -- <file or ->`: stores a document as a source, byte for byte, with its record. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { formatPosition, plural } from '../check/problem.ts';
import { digestOf } from '../check/read/digest.ts';
import { type TextFile, textFile } from '../check/read/file.ts';
import { readOriginal } from '../check/read/original.ts';
import type { Extract } from '../intake/extract.ts';
import { type Taken, takeIn } from '../intake/intake.ts';
import type { OriginalFormat } from '../intake/readers.ts';
import { Unreadable } from '../intake/unreadable.ts';
import type { Bibliographic } from '../model/bibliography.ts';
import { isLanguageTag } from '../model/language.ts';
import { linesOf } from '../model/lines.ts';
import { shownText } from '../model/quote.ts';
import { sentences } from '../model/sentences.ts';
import type { SourceRecord } from '../model/source.ts';
import { oneLine } from '../model/text.ts';
import { type NewActors, resolveActor, withActors } from './actors.ts';
import { type Ask, answers } from './ask.ts';
import { chosenFurniture } from './furniture.ts';
import { asFile, mustPass, type Opened, openArchive, writeAdded } from './open.ts';
import type { Flags } from './options.ts';
import { HELD, sourceQuestions } from './questions.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { stylesBeside } from './styles.ts';
import { yamlOf } from './yaml.ts';

/** Of a long document, the first sentences are enough to see that the text is right. */
const MOST_LISTED = 20;
const LONGEST_LISTED = 300;

/** A document as it is stored. */
interface Document {
  /** As it was given. */
  bytes: Uint8Array;
  /** The text that quotes are found in: of a text the document itself, else what is taken from it. */
  text: TextFile;
  /** Under which extension the document is kept beside its text; `null` for a text. */
  format: OriginalFormat | null;
  /** The style sheets beside a page, as they are kept. */
  styles: Uint8Array | null;
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
  { furniture: isWanted = false }: { readonly furniture?: boolean } = {},
): Promise<string> {
  const bytes = readGiven(given);
  const opened = openArchive(folder, cwd);
  const { text: utf8, original, convertedFrom, styles } = await read(bytes, given, flags);
  const text = textFile(given, new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8), utf8);
  const stem = given === '-' ? '' : basename(given, extname(given));
  const {
    id = '',
    agency,
    url,
    author,
    ...fields
  } = await answers(
    sourceQuestions(
      opened,
      {
        id: slugOf(stem),
        title: original?.title ?? '',
        language: original && isLanguageTag(original.language) ? original.language : '',
        author: (original?.authors ?? []).join('; '),
      },
      flags['held'],
    ),
    flags,
    ask,
  );
  const { held } = url || flags['held'] ? flags : await answers([HELD], flags, ask);
  const publisher = await resolveActor(opened, 'publisher', fields['publisher'] ?? '', flags, ask);
  // The lines of a printed page are those of hard-wrapped text.
  const lines = original?.paged ? undefined : linesOf(text.text, original !== null);
  const { furniture, printed } = await chosenFurniture(
    original?.furniture ?? [],
    asFile(`sources/${id}.txt`, text.text),
    lines,
    isWanted,
    ask,
  );
  // Not parsed here: check says what is wrong with it, and where.
  const record = {
    ...fields,
    publisher: publisher.id,
    ...(agency && { agency }),
    ...(url && { url }),
    ...bibliographic({ ...flags, author, held }),
    ...(lines && { lines }),
    ...(original?.marks && { marks: original.marks }),
    ...(furniture.length > 0 && { furniture }),
    sha256: digestOf(text),
    ...(original && {
      original: {
        sha256: digestOf({ bytes }),
        ...(flags['charset'] !== undefined && { charset: original.charset }),
        ...(styles && { styles: digestOf({ bytes: styles }) }),
        ...original.paged,
      },
    }),
  } as SourceRecord;
  const format = original?.format ?? null;
  const written = write(opened, id, { bytes, text, format, styles }, record, publisher.added);
  return [
    written,
    ...(convertedFrom === null ? [] : [`its text was converted from ${convertedFrom} to UTF-8`]),
    ...(original ? aboutOriginal(original) : []),
    ...printed,
  ].join('\n');
}

/** The keys of a record that say whose the document is, and where, from the options of their names. */
function bibliographic(flags: Flags): Bibliographic {
  const { held, archived, edition, doi, isbn, 'call-number': callNumber } = flags;
  const [author, translator] = [namesIn(flags['author']), namesIn(flags['translator'])];
  return {
    ...(held && { held }),
    ...(archived && { archived }),
    ...(author.length > 0 && { author }),
    ...(translator.length > 0 && { translator }),
    ...(edition && { edition }),
    ...((doi || isbn || callNumber) && {
      identifier: {
        ...(doi && { doi }),
        ...(isbn && { isbn }),
        ...(callNumber && { callNumber }),
      },
    }),
  };
}

const namesIn = (given = ''): string[] =>
  given
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);

/** @throws {Refusal} if the document cannot be taken */
async function read(
  bytes: Uint8Array,
  given: string,
  flags: Flags,
): Promise<Taken & Pick<Document, 'styles'>> {
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
    return { ...taken, styles };
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    throw new Refusal(`${given}: ${cause.message}`, cause.details);
  }
}

const MOST_LEFT_OUT = 10;

/** What of a document is not in its text, and what may be in it although a reader does not see it. */
function aboutOriginal({ leftOut, remarks }: Extract): string[] {
  const lines = leftOut.slice(0, MOST_LEFT_OUT).map(({ words, why }) => {
    const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
    return `  not in the text (${why}): ${short}`;
  });
  const more = leftOut.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`  and ${plural(more, 'more passage')} not in the text`] : []),
    ...remarks,
  ];
}

function write(
  opened: Opened,
  id: string,
  { bytes, text, format, styles }: Document,
  record: SourceRecord,
  added: NewActors,
): string {
  const { folder, cwd, files } = opened;
  const at = (name: string): string => join(folder, name);
  const shownAs = (name: string): string => relative(cwd, at(name)) || at(name);
  // The record last: without it, check reports the other files.
  const contents = [
    ...(format ? [[`sources/${id}.${format}`, bytes] as const] : []),
    ...(styles ? [[`sources/${id}.css`, styles] as const] : []),
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
    original: format && { format, bytes, styles },
  });
  mustPass(files, [...names, ...(actors ? [actors.file] : [])]);
  writeAdded(
    opened,
    'npm run source',
    contents.map(([name, content]) => [at(name), content] as const),
    actors?.text,
  );
  return [
    ...listed(stored, record),
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} written: ${plural(text.bytes.length, 'byte')} of text`,
    ...(actors ? [`${actors.file} now has ${Object.keys(added).join(', ')}`] : []),
  ].join('\n');
}

/** The first sentences of a text with their places, then how many there are. */
function listed(file: TextFile, { language, lines: layout, marks }: SourceRecord): string[] {
  const source = { text: file.text, language, lines: layout, marks };
  const all = sentences(source);
  const lines = all
    .slice(0, MOST_LISTED)
    .map(
      (span) => `${formatPosition(file.at(span.start))}  ${beginningOf(shownText(source, span))}`,
    );
  const rest = all.length - lines.length;
  return [...lines, `${plural(all.length, 'sentence')}${rest > 0 ? `, ${rest} not shown` : ''}`];
}

/** A text on one line, cut if it is long: what has no sentences may be a page long. */
function beginningOf(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST_LISTED ? `${line.slice(0, LONGEST_LISTED)}…` : line;
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
