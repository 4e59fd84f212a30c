/** Which sentences of a source are quoted, which are furniture, and which are neither. */
import { sentences } from './sentences.ts';
import { furnitureOf, type Source } from './source.ts';
import type { Span } from './text.ts';

export interface CoveredSentence<Q extends Span> extends Span {
  /** Those that take words from it. */
  quotes: Q[];
  /** Why it is no journalism, where it is none. */
  furniture: string | null;
}

/** The sentences of a source, each with the quotes and the furniture that overlap it. */
export function coverSentences<Q extends Span>(
  source: Pick<Source, 'text' | 'language' | 'lines' | 'marks' | 'furniture'>,
  quotes: readonly Q[],
): CoveredSentence<Q>[] {
  const furniture = furnitureOf(source);
  const sorted = [...quotes].sort((a, b) => a.start - b.start);
  // One sweep: what has begun and not yet ended.
  let open: Q[] = [];
  let next = 0;
  return sentences(source).map(({ start, end }) => {
    for (let quote = sorted[next]; quote && quote.start < end; quote = sorted[++next])
      open.push(quote);
    open = open.filter((quote) => quote.end > start);
    const within = furniture.filter((span) => span.start < end && start < span.end);
    let rest = start;
    // A sentence with words of its own besides is none.
    const isWhole = [...within, { start: end, end }].every((span) => {
      const between = source.text.slice(rest, span.start);
      rest = Math.max(rest, span.end);
      return !/[\p{L}\p{N}]/u.test(between);
    });
    return {
      start,
      end,
      quotes: [...open],
      furniture: isWhole ? (within[0]?.why ?? null) : null,
    };
  });
}
