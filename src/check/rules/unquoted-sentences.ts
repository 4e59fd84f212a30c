import { type CoveredSentence, coverSentences } from '../../model/coverage.ts';
import { keeping } from '../../model/once.ts';
import { isWhole } from '../../model/source.ts';
import type { Span } from '../../model/text.ts';
import { isFound, type LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import type { Draft, SourceDraft } from '../read/draft.ts';

/**
 * Rule 8: every sentence of a source is quoted or is furniture, unless its record says that it is quoted in part. One
 * problem for each source, however many sentences are not quoted.
 * @param strict whether that is an error; otherwise it is a warning, as always for a long source whose record says nothing
 */
export function checkUnquotedSentences(
  draft: Draft,
  quotes: readonly LocatedQuote[],
  strict: boolean,
): Problem[] {
  // A broken quote may be of these sentences.
  if (!draft.complete || quotes.some(({ source }) => source === null)) return [];
  const quoted = new Map<string, Span[]>();
  const unknown = new Set<string>();
  for (const { event, record, hits, elsewhere } of quotes) {
    if (hits && !isFound({ hits })) unknown.add(record.source);
    for (const { source } of elsewhere) unknown.add(source.id);
    if (event.part.retracted) continue;
    const spans = quoted.get(record.source) ?? [];
    quoted.set(record.source, spans);
    for (const list of hits ?? []) for (const span of joined(list)) spans.push(span);
  }
  return [...draft.sources.values()].flatMap((of) => {
    const { id, text } = of;
    const source = sourceOf(of);
    if (!text || !source || unknown.has(id)) return [];
    if (source.quoted === 'in-part') return [];
    const sentences = coverSentences(source, quoted.get(id) ?? []);
    const rest = sentences.filter(
      ({ quotes, furniture }) => quotes.length === 0 && furniture === null,
    );
    const [first] = rest;
    if (!first) return [];
    const problem = error(8, text.at(first.start), countOf(sentences, rest.length), [
      `the first: ${shown(text.text.slice(first.start, first.end))}`,
      isWhole(source)
        ? 'quote them, list what is not journalism under furniture: in the record, or say there quoted: in-part'
        : 'a long source is taken to be quoted in part; say so in its record with quoted: in-part, or quoted: whole',
    ]);
    return [strict && isWhole(source) ? problem : { ...problem, severity: 'warning' }];
  });
}

/** One object for each draft, as its sentences are computed once. */
const sourceOf = keeping(
  ({ text, record }: SourceDraft) => text && record?.value && { ...record.value, text: text.text },
);

/** Hits in their order, those that overlap as one: words that repeat themselves have as many as they have letters. */
function joined(hits: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of hits) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** `47,600 sentences, 5 quoted, 3 furniture; npm run check -- --coverage lists them`. */
function countOf(sentences: readonly CoveredSentence<Span>[], rest: number): string {
  const number = (count: number): string => count.toLocaleString('en');
  const quoted = sentences.filter(({ quotes }) => quotes.length > 0).length;
  const furniture = sentences.length - quoted - rest;
  const noun = sentences.length === 1 ? 'sentence' : 'sentences';
  return [
    `${number(sentences.length)} ${noun}, ${number(quoted)} quoted`,
    ...(furniture > 0 ? [`, ${number(furniture)} furniture`] : []),
    '; npm run check -- --coverage lists them',
  ].join('');
}
