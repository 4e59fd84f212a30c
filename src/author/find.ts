/** Passages of all the sources, word for word or nearly. */

import { nearestPassages } from '../check/near/nearest.ts';
import { tellApart } from '../check/near/tell-apart.ts';
import type { Place } from '../check/problem.ts';
import type { SourceDraft } from '../check/read/draft.ts';
import { findExact } from '../model/quote.ts';
import { sentences } from '../model/source.ts';
import type { Span } from '../model/text.ts';

export interface Passage extends Span {
  source: string;
  place: Place;
  /** The source's own characters, white space folded. */
  exact: string;
  /** What tells it from the same words elsewhere in its source; empty where it stands there once. */
  context: { prefix?: string; suffix?: string };
  /** 1 is word for word. */
  likeness: number;
  /** Actor ids, where the record names them. */
  publisher: string;
}

const MOST_NEAR = 5;

/** Every place that holds the words exactly; where there is none, the likest, at most five. */
export function findPassages(sources: Iterable<SourceDraft>, words: string): Passage[] {
  const readable = [...sources].filter(({ text }) => text !== null);
  const exact = readable.flatMap((source) => {
    const spans = findExact(source.text?.text ?? '', { exact: words });
    return spans.map((span) => passage(source, span, 1));
  });
  if (exact.length > 0) return exact;
  return readable
    .flatMap((source) =>
      nearestPassages(source.text?.text ?? '', words).map((near) =>
        passage(source, near, Math.min(near.likeness, 0.99)),
      ),
    )
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAR);
}

function passage(
  { id, text, record }: SourceDraft,
  { start, end }: Span,
  likeness: number,
): Passage {
  const whole = text?.text ?? '';
  const exact = whole.slice(start, end).replace(/\s+/g, ' ').trim();
  const hits = findExact(whole, { exact });
  const nth = hits.findIndex((hit) => hit.start === start);
  const context = hits.length > 1 ? tellApart(whole, exact)[Math.max(nth, 0)] : null;
  return {
    start,
    end,
    source: id,
    place: text?.at(start) ?? { file: id, line: 1, column: 1 },
    exact,
    context: context ?? {},
    likeness,
    publisher: record?.part.publisher ?? '',
  };
}

/** The sentences of a source, numbered by place. */
export const sentencesOf = (
  source: Pick<SourceDraft, 'id' | 'text' | 'record'>,
): { place: Place; text: string }[] =>
  source.text
    ? sentences(source.text.text, source.record?.part.language ?? 'en').map(({ start, end }) => ({
        place: source.text?.at(start) ?? { file: source.id, line: 1, column: 1 },
        text: source.text?.text.slice(start, end) ?? '',
      }))
    : [];
