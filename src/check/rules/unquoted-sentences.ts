import { coverSentences } from '../../model/coverage.ts';
import type { Span } from '../../model/text.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/**
 * Rule 8: every sentence of a source is quoted somewhere or lies in its furniture.
 * @param strict whether that is an error; else it is a warning
 */
export function checkUnquotedSentences(
  draft: Draft,
  quotes: readonly LocatedQuote[],
  strict: boolean,
): Problem[] {
  // What is broken elsewhere may be the very quote that is missed here.
  if (!draft.complete || quotes.some(({ source }) => source === null)) return [];
  const quoted = new Map<string, Span[]>();
  const unknown = new Set<string>();
  for (const { record, hits, elsewhere } of quotes) {
    if (hits?.length === 0) unknown.add(record.source);
    for (const { source } of elsewhere) unknown.add(source.id);
    quoted.set(record.source, [...(quoted.get(record.source) ?? []), ...(hits ?? [])]);
  }
  return [...draft.sources.values()].flatMap(({ id, text, record }) => {
    if (!text || !record?.value || unknown.has(id)) return [];
    const source = { ...record.value, text: text.text };
    return coverSentences(source, quoted.get(id) ?? [])
      .filter((sentence) => sentence.quotes.length === 0 && sentence.furniture === null)
      .map(({ start, end }): Problem => {
        const problem = error(
          8,
          text.at(start),
          `sentence is not quoted: ${shown(text.text.slice(start, end))}`,
          [
            'quote it in an event, or list it under furniture: in the record if it is not journalism',
          ],
        );
        return strict ? problem : { ...problem, severity: 'warning' };
      });
  });
}
