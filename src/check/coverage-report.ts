/** `check --coverage`: every sentence of every source, with the events that quote it. */
import { join, relative, sep } from 'node:path';
import type { Archive } from '../model/archive.ts';
import { coverSentences } from '../model/coverage.ts';
import { shownText } from '../model/quote.ts';
import { formatPosition, plural, shown } from './problem.ts';
import { textFile } from './read/file.ts';

/**
 * For each source one line per sentence, with its position, then a line of counts. No line break at the end.
 * @param folder the folder of the archive
 */
export function formatCoverage(archive: Archive, folder: string, cwd = process.cwd()): string {
  const quotes = archive.events.flatMap((event) => event.quotes);
  return [...archive.sources.values()]
    .flatMap((source) => {
      const name = relative(cwd, join(folder, 'sources', `${source.id}.txt`));
      const file = textFile(name.split(sep).join('/'), source.text, new Uint8Array());
      const sentences = coverSentences(
        source,
        quotes
          .filter((quote) => quote.source.id === source.id)
          .flatMap(({ event, passages }) =>
            passages.map(({ start, end }) => ({ event, start, end })),
          ),
      );
      const lines = sentences.map(({ start, end, quotes: citing, furniture }) => {
        const events = [...new Set(citing.map(({ event }) => event))];
        const uses = [
          ...(events.length > 0 ? [`quoted by ${events.join(', ')}`] : []),
          ...(furniture === null ? [] : [`furniture (${furniture})`]),
        ];
        const words = shown(shownText(source, { start, end }), 60);
        return `${formatPosition(file.at(start))}  ${uses.join('; ') || 'not quoted'}: ${words}`;
      });
      const quoted = sentences.filter((sentence) => sentence.quotes.length > 0);
      const furniture = sentences.filter((s) => s.quotes.length === 0 && s.furniture !== null);
      const rest = sentences.length - quoted.length - furniture.length;
      return [
        ...lines,
        `${source.id}: ${plural(sentences.length, 'sentence')}, ${quoted.length} quoted, ${furniture.length} furniture alone, ${rest} neither`,
      ];
    })
    .join('\n');
}
