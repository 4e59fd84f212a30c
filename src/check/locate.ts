/** Where each quote stands in its source: found once, and what the rules then ask about. */
import { findExact, type QuoteDraft } from '../model/quote.ts';
import type { Span } from '../model/text.ts';
import type { Draft, EventDraft, SourceDraft } from './read/draft.ts';

export interface LocatedQuote {
  event: EventDraft;
  id: string;
  record: QuoteDraft;
  /** `null` where there is none of that name. */
  source: SourceDraft | null;
  /** Every place that holds it; `null` where the source cannot be read. */
  hits: Span[] | null;
  /** For a quote that its source does not hold: the other sources that do, and where first. */
  elsewhere: { source: SourceDraft; hit: Span }[];
}

/** Seeking a lost quote everywhere costs milliseconds; beyond this many, what is lost is a source. */
const MOST_SOUGHT = 300;

export function locateQuotes(draft: Draft): LocatedQuote[] {
  let lost = 0;
  return draft.events.flatMap((event) =>
    Object.entries(event.part.quotes ?? {}).map(([id, record]): LocatedQuote => {
      const source = draft.sources.get(record.source) ?? null;
      const hits = source?.text ? findExact(source.text.text, record) : null;
      const sought = hits?.length === 0 && ++lost <= MOST_SOUGHT;
      const elsewhere = sought ? othersThatHold(draft, record, source) : [];
      return { event, id, record, source, hits, elsewhere };
    }),
  );
}

function othersThatHold(
  draft: Draft,
  { exact }: QuoteDraft,
  own: SourceDraft | null,
): LocatedQuote['elsewhere'] {
  return [...draft.sources.values()].flatMap((source) => {
    const [hit] = source.text && source !== own ? findExact(source.text.text, { exact }) : [];
    return hit ? [{ source, hit }] : [];
  });
}
