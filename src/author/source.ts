/** `npm run source -- <file or ->`: stores a document as a source, byte for byte, with its record. */
import { existsSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { formatPosition, plural } from '../check/problem.ts';
import type { TextFile } from '../check/read/file.ts';
import type { Bibliographic } from '../model/bibliography.ts';
import { isLanguageTag } from '../model/language.ts';
import { linesOf } from '../model/lines.ts';
import { shownText } from '../model/quote.ts';
import { sentences } from '../model/sentences.ts';
import type { SourceRecord } from '../model/source.ts';
import { oneLine } from '../model/text.ts';
import { type NewActors, resolveActor, withActors } from './actors.ts';
import { type Ask, answers } from './ask.ts';
import { aboutDocument, type Document, digestsOf, filesOf, readDocument } from './document.ts';
import { chosenFurniture } from './furniture.ts';
import { asFile, mustPass, type Opened, openArchive, writeAdded } from './open.ts';
import type { Flags } from './options.ts';
import { HELD, sourceQuestions } from './questions.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { yamlOf } from './yaml.ts';

/** Of a long document, the first sentences are enough to see that the text is right. */
const MOST_LISTED = 20;
const LONGEST_LISTED = 300;

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
  const opened = openArchive(folder, cwd);
  const document = await readDocument(given, flags);
  const { text, original } = document;
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
    ...digestsOf(document, flags),
  } as SourceRecord;
  const written = write(opened, id, document, record, publisher.added);
  return [written, ...aboutDocument(document), ...printed].join('\n');
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

function write(
  opened: Opened,
  id: string,
  document: Document,
  record: SourceRecord,
  added: NewActors,
): string {
  const { folder, cwd, files } = opened;
  const { bytes, text, original, styles } = document;
  const at = (name: string): string => join(folder, name);
  const shownAs = (name: string): string => relative(cwd, at(name)) || at(name);
  // The record last: without it, check reports the other files.
  const contents = [...filesOf(id, document), [`sources/${id}.yaml`, yamlOf(record)] as const];
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
    original: original && { format: original.format, bytes, styles },
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
