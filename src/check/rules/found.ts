/** What rules need to know of a quote whose words stand in its source. */
import type { SourceText } from '../../model/quote.ts';
import type { Span } from '../../model/text.ts';
import { type LocatedQuote, pathOf } from '../locate.ts';
import { shown } from '../problem.ts';

/** All names of one actor, folded. */
export type ActorNames = readonly string[];

/** A quote whose passages were each found exactly once. */
export interface Found extends LocatedQuote {
  text: SourceText;
  spans: Span[];
  language: string;
  /** The names of each actor. */
  names: readonly ActorNames[];
}

/** One passage: its span in the source, its position in the event's file, and its words. */
export const passageOf = (quote: Found, at: number) => ({
  hit: quote.spans[at] ?? { start: 0, end: 0 },
  // Computed for problems only: it parses the event's file again.
  position: () => quote.event.position(pathOf(quote, at)),
  words: shown(quote.selectors[at]?.exact ?? ''),
});

/** Whether it is told by its source's publisher, not by somebody whom the source quotes. */
export const isOfPublisher = ({ record, source }: Found): boolean =>
  record.mode === 'narration' && record.speaker === source?.record?.part.publisher;
