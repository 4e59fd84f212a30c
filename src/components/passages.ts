/** A source as its page shows it: paragraphs, what may be shown of them, and every quoted span marked. */
import type { Quote } from '../model/archive.ts';
import { findExact } from '../model/quote.ts';
import { paragraphs, type Source, sentences } from '../model/source.ts';
import type { Span } from '../model/text.ts';

export type Piece =
  | { kind: 'text'; text: string }
  /** Sentences left out, where the source's rights are reserved. */
  | { kind: 'gap' }
  /** A quoted span. `anchor` is `null` on what is left of a quote that crosses the end of another. */
  | { kind: 'mark'; anchor: string | null; pieces: Piece[] };

export interface Paragraph {
  /** From 1, to cite it by. */
  number: number;
  pieces: Piece[];
  /** Why it is no journalism, where it is none. */
  furniture: string | null;
  /** Quotes that begin in it, in order. */
  quotes: Quote[];
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** @param quotes of this source, from any event */
export function passages(source: Source, quotes: readonly Quote[]): Paragraph[] {
  const sorted = [...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
  const furniture = (source.furniture ?? []).flatMap(({ exact, why }) =>
    findExact(source.text, { exact }).map((span) => ({ ...span, why })),
  );
  const all = sentences(source.text, source.language);
  return paragraphs(source.text).map((paragraph, i) => {
    const inside = all.filter((sentence) => overlap(sentence, paragraph));
    const shown =
      source.display === 'full'
        ? [paragraph]
        : joined(inside.filter((sentence) => sorted.some((quote) => overlap(quote, sentence))));
    const pieces: Piece[] = [];
    let at = paragraph.start;
    for (const span of shown) {
      if (source.text.slice(at, span.start).trim()) pieces.push({ kind: 'gap' });
      else if (at < span.start)
        pieces.push({ kind: 'text', text: source.text.slice(at, span.start) });
      pieces.push(
        ...mark(
          source.text,
          span,
          sorted.filter((quote) => overlap(quote, span)),
        ),
      );
      at = span.end;
    }
    if (source.text.slice(at, paragraph.end).trim()) pieces.push({ kind: 'gap' });
    return {
      number: i + 1,
      pieces,
      furniture: furniture.find((span) => overlap(span, paragraph))?.why ?? null,
      quotes: sorted.filter(({ start }) => start >= paragraph.start && start < paragraph.end),
    };
  });
}

/** Neighbouring sentences as one span, the space between them included. */
function joined(spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && span.start - last.end <= 1) last.end = span.end;
    else runs.push({ ...span });
  }
  return runs;
}

/**
 * Text with its quotes as nested marks. A quote that crosses the end of the one around it goes on in a mark without
 * an anchor.
 */
function mark(
  text: string,
  range: Span,
  quotes: readonly (Span & { anchor: string | null })[],
): Piece[] {
  const pieces: Piece[] = [];
  const rest = [...quotes];
  let at = range.start;
  for (let quote = rest.shift(); quote; quote = rest.shift()) {
    const start = Math.max(quote.start, range.start);
    const end = Math.min(quote.end, range.end);
    if (start > at) pieces.push({ kind: 'text', text: text.slice(at, start) });
    const within = rest.filter((other) => other.start < end);
    const after = within.filter((other) => other.end > end);
    pieces.push({
      kind: 'mark',
      anchor: quote.start < range.start ? null : quote.anchor,
      pieces: mark(text, { start, end }, within),
    });
    rest.splice(
      0,
      within.length,
      ...after.map((other) => ({ ...other, start: end, anchor: null })),
    );
    at = end;
  }
  if (at < range.end) pieces.push({ kind: 'text', text: text.slice(at, range.end) });
  return pieces;
}
