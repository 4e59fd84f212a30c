/** Finds each quote in its source, once for all rules. */
import { findExact, type QuoteDraft } from '../model/quote.ts';
import type { Span } from '../model/text.ts';
import { type Draft, type EventDraft, readText, type SourceDraft } from './read/draft.ts';

export interface LocatedQuote {
  event: EventDraft;
  id: string;
  record: QuoteDraft;
  /** `null` if there is no source of that name. */
  source: SourceDraft | null;
  /** Every occurrence in the source; `null` if the source cannot be read. */
  hits: Span[] | null;
  /** For a quote that is not in its source: other sources that contain it, each with the first occurrence. */
  elsewhere: { source: SourceDraft; hit: Span }[];
}

/** Searching all sources takes milliseconds per missing quote; if more are missing, the cause is a missing source. */
const MOST_SOUGHT = 300;

export function locateQuotes(draft: Draft): LocatedQuote[] {
  let missing = 0;
  return draft.events.flatMap((event) =>
    Object.entries(event.part.quotes ?? {}).map(([id, record]): LocatedQuote => {
      const source = draft.sources.get(record.source) ?? null;
      const text = source && readText(source);
      const hits = text && findExact(text, record);
      const sought = hits?.length === 0 && ++missing <= MOST_SOUGHT;
      const elsewhere = sought ? othersThatHold(draft, record, source) : [];
      return { event, id, record, source, hits, elsewhere };
    }),
  );
}

function othersThatHold(
  draft: Draft,
  { exact }: QuoteDraft,
  quoted: SourceDraft | null,
): LocatedQuote['elsewhere'] {
  return [...draft.sources.values()].flatMap((source) => {
    const text = source === quoted ? null : readText(source);
    const [hit] = text ? findExact(text, { exact }) : [];
    return hit ? [{ source, hit }] : [];
  });
}
