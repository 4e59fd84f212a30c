import { findExact } from '../../model/quote.ts';
import { sentences } from '../../model/source.ts';
import type { Span } from '../../model/text.ts';
import type { Draft } from '../draft.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';

/**
 * Rule 8: every sentence of a source is quoted somewhere or lies in its furniture.
 * @param strict whether that is an error; else it is a warning
 */
export function checkCoverage(
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
    const furniture = (record.value.furniture ?? []).flatMap(({ exact }) =>
      findExact(text.text, { exact }),
    );
    const covered = [...(quoted.get(id) ?? []), ...furniture].sort((a, b) => a.start - b.start);
    let reached = 0;
    let next = 0;
    return sentences(text.text, record.value.language).flatMap(({ start, end }): Problem[] => {
      for (; next < covered.length && (covered[next]?.start ?? 0) < end; next++)
        reached = Math.max(reached, covered[next]?.end ?? 0);
      if (reached > start) return [];
      const problem = error(
        8,
        text.at(start),
        `sentence is not quoted: ${shown(text.text.slice(start, end))}`,
        ['quote it in an event, or list it under furniture: in the record if it is not journalism'],
      );
      return [strict ? problem : { ...problem, severity: 'warning' }];
    });
  });
}
