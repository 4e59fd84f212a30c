/** `npm run source -- --replace <id> <file>`: another document in place of a source's, after what it does to its quotes. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { isFound, type LocatedQuote, locateQuotes } from '../check/locate.ts';
import { nearestPassages } from '../check/near/nearest.ts';
import { didYouMean } from '../check/near/suggest.ts';
import { plural, shown } from '../check/problem.ts';
import { type Draft, parseArchive, readText } from '../check/read/draft.ts';
import type { Files } from '../check/read/read.ts';
import { lockFolder } from '../files/lock.mjs';
import { writeTogether } from '../files/together.ts';
import { linesOf } from '../model/lines.ts';
import { wordsOfQuote } from '../model/passages.ts';
import { paragraphs } from '../model/sentences.ts';
import { type Ask, answers } from './ask.ts';
import { aboutDocument, type Document, digestsOf, filesOf, readDocument } from './document.ts';
import { asFile, mustPass, type Opened, openArchive } from './open.ts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';

/** Each list that is printed ends after so many; `check` lists all. */
const MOST_LISTED = 12;

/**
 * Puts a document in place of a source's, and keeps the rest of its record.
 * @param isSure whether nobody has to be asked
 * @returns what is printed: what becomes of the quotes, and the files
 */
export async function replaceSource(
  folder: string,
  id: string,
  given: string,
  flags: Flags,
  ask: Ask | null,
  { yes: isSure = false, cwd = process.cwd() }: { readonly yes?: boolean; cwd?: string } = {},
): Promise<string> {
  const other = Object.keys(flags).find((name) => !/^(?:replace|charset|as)$/.test(name));
  if (other !== undefined)
    throw new Refusal(`--${other} says nothing of a document that takes another’s place`, [
      `change it in sources/${id}.yaml`,
    ]);
  const opened = openArchive(folder, cwd);
  const former = opened.files.sources.find((source) => source.id === id);
  if (!former?.record || !former.text)
    throw new Refusal(
      `there is no source ${id}${didYouMean(
        id,
        opened.files.sources.map((source) => source.id),
      )}`,
      ['without --replace, the document is stored as a new source'],
    );
  const document = await readDocument(given, flags);
  const name = (extension: string): string => `sources/${id}.${extension}`;
  const isSame =
    Buffer.from(document.text.bytes).equals(Buffer.from(former.text.bytes)) &&
    (former.original?.format ?? null) === (document.original?.format ?? null) &&
    (!former.original || Buffer.from(former.original.bytes).equals(Buffer.from(document.bytes)));
  if (isSame) throw new Refusal(`${given} is the document that ${id} has already`, []);

  const record = newRecord(former.record.text, former.original?.format ?? null, document, flags);
  const files: Files = {
    ...opened.files,
    sources: opened.files.sources.map((source) =>
      source.id === id
        ? {
            id,
            record: asFile(former.record?.file ?? '', record),
            text: asFile(former.text?.file ?? '', document.text.text),
            original: document.original && {
              format: document.original.format,
              bytes: document.bytes,
              styles: document.styles,
            },
          }
        : source,
    ),
  };
  const report = quotesIn(opened.files, files, id);
  // Its own files are right before anybody is asked.
  mustPass(files, [former.record.file, former.text.file]);
  await confirm(report.printed, isSure, ask);

  const contents = [...filesOf(id, document), [name('yaml'), record] as const];
  const written = contents.map(([file]) => file);
  const gone = [
    ...(former.original ? [name(former.original.format)] : []),
    ...(former.original?.styles ? [name('css')] : []),
  ].filter((file) => !written.includes(file));
  write(opened, former.text.bytes, id, contents, gone);
  const shownAs = (file: string): string => relative(cwd, join(folder, file)) || file;
  return [
    ...aboutDocument(document),
    `${written.map(shownAs).join(', ')} ${written.length === 1 ? 'is' : 'are'} written`,
    ...(gone.length > 0 ? [`${gone.map(shownAs).join(', ')} removed`] : []),
    // Last, where nobody overlooks it.
    ...report.printed,
    ...(report.broken > 0
      ? [`check refuses ${plural(report.broken, 'quote')} until mended: npm run check`]
      : []),
  ].join('\n');
}

/** The record with the digests of another document; what the authors wrote in it stays. */
function newRecord(
  text: string,
  formerFormat: string | null,
  document: Document,
  flags: Flags,
): string {
  const record = parseDocument(text, { schema: 'core' });
  const { sha256, original } = digestsOf(document, flags);
  record.set('sha256', sha256);
  if (original) record.set('original', record.createNode(original));
  else record.delete('original');
  // Another format has other line ends.
  if ((document.original?.format ?? null) !== formerFormat) {
    const lines = document.original?.paged
      ? undefined
      : linesOf(document.text.text, document.original !== null);
    if (lines) record.set('lines', lines);
    else record.delete('lines');
    if (document.original?.marks) record.set('marks', document.original.marks);
  }
  return record.toString({ lineWidth: 0 });
}

/** What another document does to each quote of its source. */
function quotesIn(before: Files, after: Files, id: string): { printed: string[]; broken: number } {
  const [then, now] = [before, after].map((files) => parseArchive(files).draft);
  const quotesOf = (draft: Draft | undefined): LocatedQuote[] =>
    draft ? locateQuotes(draft).filter(({ record }) => record.source === id) : [];
  const former = quotesOf(then);
  const outcomes = quotesOf(now).map((quote, i) => outcomeOf(former[i], quote));
  const of = (kind: Outcome['kind']): Outcome[] => outcomes.filter((one) => one.kind === kind);
  const list = (some: readonly Outcome[], what: string): string[] =>
    some.length === 0
      ? []
      : [
          `${plural(some.length, 'quote')} ${what}:`,
          ...some.slice(0, MOST_LISTED).map(({ line }) => `  ${line}`),
          ...(some.length > MOST_LISTED ? [`  and ${some.length - MOST_LISTED} more`] : []),
        ];
  const broken = of('broken');
  return {
    broken: broken.length,
    printed: [
      `${plural(of('held').length, 'quote')} still ${of('held').length === 1 ? 'holds' : 'hold'}`,
      ...list(of('moved'), 'moved'),
      ...list(broken, 'broke'),
    ],
  };
}

interface Outcome {
  kind: 'held' | 'moved' | 'broken';
  line: string;
}

function outcomeOf(before: LocatedQuote | undefined, quote: LocatedQuote): Outcome {
  const name = `${quote.event.id}, ${quote.id}`;
  const words = shown(wordsOfQuote(quote.record), 60);
  const [from, to] = [before && paragraphOf(before), paragraphOf(quote)];
  if (isFound(quote) && quote.hits?.every((hits) => hits.length === 1))
    return from === to
      ? { kind: 'held', line: name }
      : { kind: 'moved', line: `${name}: from paragraph ${from ?? '?'} to ${to}: ${words}` };
  const source = quote.source && readText(quote.source);
  if (isFound(quote))
    return { kind: 'broken', line: `${name}: now stands several times: ${words}` };
  const [near] = source ? nearestPassages(source, quote.selectors[0]?.exact ?? '') : [];
  const instead = near ? `; it has ${shown(near.text, 60)}` : '';
  return { kind: 'broken', line: `${name}: not in it: ${words}${instead}` };
}

/** The number of the paragraph in which a quote begins, as its source's page shows it. */
function paragraphOf({ source, hits }: LocatedQuote): number | undefined {
  const text = source && readText(source);
  const start = hits?.[0]?.[0]?.start;
  if (!text || start === undefined) return undefined;
  return paragraphs(text).findIndex((one) => one.start <= start && start < one.end) + 1;
}

/** @throws {Refusal} if nobody says that it is to be written */
async function confirm(
  printed: readonly string[],
  isSure: boolean,
  ask: Ask | null,
): Promise<void> {
  if (isSure) return;
  if (!ask)
    throw new Refusal('nothing is written until you say so', [
      ...printed,
      'run it again with --yes to replace the source',
    ]);
  const { yes } = await answers(
    [
      {
        flag: 'yes',
        asks: [...printed, 'Replace the source?'].join('\n'),
        choices: [{ value: 'no' }, { value: 'yes' }],
        initial: 'no',
      },
    ],
    {},
    ask,
  );
  if (yes !== 'yes') throw new Refusal('nothing is written', []);
}

/** @throws {Refusal} if the source is no longer what was read */
function write(
  { folder }: Opened,
  former: Uint8Array,
  id: string,
  contents: readonly (readonly [name: string, content: Uint8Array | string])[],
  gone: readonly string[],
): void {
  const release = lockFolder(folder, 'npm run source');
  try {
    if (!readFileSync(join(folder, 'sources', `${id}.txt`)).equals(former))
      throw new Refusal(`${id}.txt has changed in the meantime, so nothing is written`, [
        'run the command again',
      ]);
    writeTogether(folder, contents, gone);
  } finally {
    release();
  }
}
