/** Finds the passages of each quote in its source, once for all rules. */
import { keeping } from '../model/once.ts';
import { findPassages, pathOfPassage, selectorsOf } from '../model/passages.ts';
import { findExact, type QuoteDraft, type TextQuoteSelector } from '../model/quote.ts';
import type { Span } from '../model/text.ts';
import { type Draft, type EventDraft, readText, type SourceDraft } from './read/draft.ts';

export interface LocatedQuote {
  event: EventDraft;
  id: string;
  record: QuoteDraft;
  /** `null` if there is no source of that name. */
  source: SourceDraft | null;
  /** One for each passage. */
  selectors: TextQuoteSelector[];
  /** As {@link findPassages} gives them; `null` if the source cannot be read. */
  hits: Span[][] | null;
  /** Of passages that are not in the source: other sources that contain them, each with the first occurrence. */
  elsewhere: { passage: number; source: SourceDraft; hit: Span }[];
}

/** Searching all sources takes milliseconds per missing quote; if more are missing, the cause is a missing source. */
const MOST_SOUGHT = 300;

export function locateQuotes(draft: Draft): LocatedQuote[] {
  let missing = 0;
  return draft.events.flatMap((event) =>
    Object.entries(event.part.quotes ?? {}).map(([id, record]): LocatedQuote => {
      const source = draft.sources.get(record.source) ?? null;
      const located = locate(record, id, event, source);
      const { selectors, hits } = located;
      const sought = hits?.some((list) => list.length === 0) && ++missing <= MOST_SOUGHT;
      return sought ? { ...located, elsewhere: othersThatHold(draft, selectors, source) } : located;
    }),
  );
}

const locate = keeping(
  (record: QuoteDraft, id: string, event: EventDraft, source: SourceDraft | null): LocatedQuote => {
    const text = source && readText(source);
    const selectors = selectorsOf(record);
    const hits = text && findPassages(text, selectors);
    return { event, id, record, source, selectors, hits, elsewhere: [] };
  },
);

/** Whether a source has a quote's passages in order, once or several times. */
export const isFound = ({ hits }: Pick<LocatedQuote, 'hits'>): boolean =>
  hits?.every((list) => list.length > 0) ?? false;

/** Where the words of a passage stand in the event's file, as a path into its front matter. */
export const pathOf = ({ id, record }: LocatedQuote, passage: number): (string | number)[] => [
  'quotes',
  id,
  ...pathOfPassage(record, passage),
];

function othersThatHold(
  draft: Draft,
  selectors: readonly TextQuoteSelector[],
  quoted: SourceDraft | null,
): LocatedQuote['elsewhere'] {
  const own = quoted && readText(quoted);
  return selectors.flatMap((selector, passage) => {
    if (own && findExact(own, selector).length > 0) return [];
    const { exact } = selector;
    return [...draft.sources.values()].flatMap((source) => {
      const text = source === quoted ? null : readText(source);
      const [hit] = text ? findExact(text, { exact }) : [];
      return hit ? [{ passage, source, hit }] : [];
    });
  });
}
