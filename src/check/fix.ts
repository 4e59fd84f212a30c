/** `check --fix`: near misses get the source's own characters; nothing else in any file is touched. */
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { writeWhole } from '../files/write.ts';
import { locateQuotes } from './locate.ts';
import { wordDifference } from './near/nearest.ts';
import { formatPlace, type Place, plural } from './problem.ts';
import { parseArchive } from './read/draft.ts';
import { textFile } from './read/file.ts';
import { readArchive } from './read/read.ts';
import { parseFrontMatter } from './read/yaml.ts';
import { repairOf } from './repair.ts';

/** One event's file, with the quotes in it that can be mended. */
export interface Fix {
  /** As problems show it. */
  file: string;
  path: string;
  before: string;
  after: string;
  changes: { place: Place; quote: string; exact: string; passage: string }[];
}

/** What can be mended in the archive in a folder. Writes nothing. */
export function findFixes(folder: string, cwd = process.cwd()): Fix[] {
  const files = readArchive(folder, cwd);
  const quotes = locateQuotes(parseArchive(files).draft);
  return files.events.flatMap(({ id, file }): Fix[] => {
    const fix: Fix = {
      file: file.file,
      path: resolve(cwd, file.file),
      before: file.text,
      after: file.text,
      changes: [],
    };
    for (const quote of quotes.filter(({ event }) => event.id === id)) {
      const passage = repairOf(quote)?.text;
      if (passage === undefined) continue;
      const path = ['quotes', quote.id, 'exact'];
      const yaml = parseFrontMatter(textFile(file.file, fix.after, file.bytes));
      const edited = yaml.replaced(path, passage);
      if (edited === null) continue;
      fix.after = edited;
      const { exact } = quote.record;
      fix.changes.push({ place: quote.event.place(path), quote: quote.id, exact, passage });
    }
    return fix.changes.length > 0 ? [fix] : [];
  });
}

/** Writes a mended file whole or not at all. */
export function writeFix({ path, after }: Fix): void {
  writeWhole(path, after);
}

/** What was changed, one line a quote; no line break at the end. */
export function formatFixes(fixes: readonly Fix[]): string {
  const lines = fixes
    .flatMap(({ changes }) => changes)
    .map(
      ({ place, quote, exact, passage }) =>
        `${formatPlace(place)}  ${quote} now has the characters of its source: ${wordDifference(exact, passage)}`,
    );
  return [...lines, `${plural(lines.length, 'quote')} mended`].join('\n');
}

/** What would be changed, as a patch; no line break at the end. */
export function formatDifference(fixes: readonly Fix[]): string {
  const patches = fixes.map(({ file, before, after }) =>
    createTwoFilesPatch(file, file, before, after, 'as it is', 'as it would be', {
      context: 1,
    }).replace(/^Index: .*\n=+\n/, ''),
  );
  const count = fixes.flatMap(({ changes }) => changes).length;
  return [...patches, `${plural(count, 'quote')} would be mended; nothing is written`].join('');
}
