/** `check --fix`: gives quotes that differ only in typography the characters of their source, and changes nothing else. */
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { writeWhole } from '../files/write.ts';
import { type Body, citationsOf, notesOf, statementsOf, wordsOf } from '../model/body.ts';
import { locateQuotes, pathOf } from './locate.ts';
import { wordDifference } from './near/nearest.ts';
import { formatPosition, type Position, plural, shown } from './problem.ts';
import { parseArchive } from './read/draft.ts';
import { textFile } from './read/file.ts';
import { readArchive } from './read/read.ts';
import { parseFrontMatter } from './read/yaml.ts';
import { repairOf } from './repair.ts';

/** The changes of one event's file. */
export interface Fix {
  /** Its name as problems show it. */
  file: string;
  path: string;
  before: string;
  after: string;
  changes: { position: Position; quote: string; exact: string; passage: string; cited: Cited[] }[];
}

/** The statements that cite a quote, with their positions after the change. */
interface Cited {
  position: Position;
  words: string;
}

/** Finds the quotes that can be mended in the archive in a folder. Writes nothing. */
export function findFixes(folder: string, cwd = process.cwd()): Fix[] {
  const files = readArchive(folder, cwd);
  const { draft } = parseArchive(files);
  const quotes = locateQuotes(draft);
  return files.events.flatMap(({ id, file }): Fix[] => {
    const fix: Fix = {
      file: file.file,
      path: resolve(cwd, file.file),
      before: file.text,
      after: file.text,
      changes: [],
    };
    const passages = quotes
      .filter(({ event }) => event.id === id)
      .flatMap((quote) => quote.selectors.map(({ exact }, at) => ({ quote, exact, at })));
    for (const { quote, exact, at } of passages) {
      const passage = repairOf(quote, at)?.text;
      if (passage === undefined) continue;
      const path = pathOf(quote, at);
      const yaml = parseFrontMatter(textFile(file.file, fix.after, file.bytes));
      const edited = yaml.replaced(path, passage);
      if (edited === null) continue;
      fix.after = edited;
      fix.changes.push({
        position: quote.event.position(path),
        quote: quote.id,
        exact,
        passage,
        cited: [],
      });
    }
    for (const change of fix.changes)
      change.cited = citedBy(
        fix,
        draft.events.find((event) => event.id === id)?.body ?? [],
        change.quote,
      );
    return fix.changes.length > 0 ? [fix] : [];
  });
}

/** The blocks that cite a quote; those of a note as a whole. */
function citedBy({ file, before, after }: Fix, body: Body, quote: string): Cited[] {
  // Changes are in the front matter, so the text below has moved as a whole.
  const moved = textFile(file, after, new Uint8Array());
  const blocks = [...statementsOf(body).map(({ node }) => node), ...notesOf(body)];
  return blocks
    .filter((node) => citationsOf([node]).some(({ kind, id }) => kind === 'quote' && id === quote))
    .map((node) => ({
      position: moved.at(node.offset + after.length - before.length),
      words: wordsOf([node]),
    }));
}

/** Writes a mended file, atomically. */
export function writeFix({ path, after }: Fix): void {
  writeWhole(path, after);
}

/** The changes that were made, one line for each quote; no line break at the end. */
export function formatFixes(fixes: readonly Fix[]): string {
  const lines = fixes
    .flatMap(({ changes }) => changes)
    .map(({ position, quote, exact, passage, cited }) =>
      [
        `${formatPosition(position)}  ${quote} now has the characters of its source: ${wordDifference(exact, passage)}`,
        ...cited.map(
          ({ position, words }) => `  read again, ${formatPosition(position)}: ${shown(words)}`,
        ),
      ].join('\n'),
    );
  return [...lines, `${plural(lines.length, 'quote')} mended`].join('\n');
}

/** The changes that would be made, as a patch; no line break at the end. */
export function formatDifference(fixes: readonly Fix[]): string {
  const patches = fixes.map(({ file, before, after }) =>
    createTwoFilesPatch(file, file, before, after, 'as it is', 'as it would be', {
      context: 1,
    }).replace(/^Index: .*\n=+\n/, ''),
  );
  const count = fixes.flatMap(({ changes }) => changes).length;
  return [...patches, `${plural(count, 'quote')} would be mended; nothing is written`].join('');
}
