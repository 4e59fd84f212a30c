/** A source as its page shows it: paragraphs, what may be shown of them, and every quoted span marked. */
import type { Quote } from '../../model/archive.ts';
import { furnitureOf, paragraphs, type Source, sentences } from '../../model/source.ts';
import type { Span } from '../../model/text.ts';
import { letterOf } from '../edition/letters.ts';

export type Piece =
  | { kind: 'text'; text: string }
  /** Sentences left out, where the source's rights are reserved. */
  | { kind: 'gap' }
  /** A quoted span. `passage` is `null` on a part of one that is shown whole below the paragraph. */
  | { kind: 'mark'; passage: Passage | null; pieces: Piece[] };

/** A quote in a paragraph, with the letter that ties its mark to the margin. */
export interface Passage {
  key: string;
  quote: Quote;
}

export interface Paragraph {
  /** From 1, to cite it by. */
  number: number;
  pieces: Piece[];
  /** Why it is no journalism, where it is none. */
  furniture: string | null;
  /** Quotes that begin in it, in order. */
  passages: Passage[];
  /** Those of them that no element can hold, as they run across the end of another or of the paragraph. */
  across: Passage[];
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** @param quotes of this source, from any event */
export function passages(source: Source, quotes: readonly Quote[]): Paragraph[] {
  const { text } = source;
  const sorted = [...quotes].sort(byPlace);
  const furniture = furnitureOf(source);
  const all = sentences(text, source.language);
  const blocks = paragraphs(text);
  const whole = nesting(sorted, blocks);
  return blocks.map((paragraph, i) => {
    const begun = sorted
      .filter(({ start }) => start >= paragraph.start && start < paragraph.end)
      .map((quote, at): Passage => ({ key: letterOf(at), quote }));
    const inside = all.filter((sentence) => overlap(sentence, paragraph));
    const shown =
      source.display === 'full'
        ? [paragraph]
        : joined(
            text,
            inside.filter((sentence) => sorted.some((quote) => overlap(quote, sentence))),
          );
    // What is marked: whole passages as they nest, and the parts of those that do not.
    const marks = [
      ...begun
        .filter(({ quote }) => whole.has(quote))
        .map((passage): Marked => ({ ...spanOf(passage.quote), passage })),
      ...partsOf(sorted, whole, paragraph),
    ].sort(byPlace);
    const pieces: Piece[] = [];
    let at = paragraph.start;
    for (const span of [...shown, { start: paragraph.end, end: paragraph.end }]) {
      const between = text.slice(at, span.start);
      if (between.trim()) pieces.push({ kind: 'gap' });
      else if (between) pieces.push({ kind: 'text', text: between });
      const within = marks.filter((mark) => holds(span, mark));
      pieces.push(...nest(text, span, within));
      at = span.end;
    }
    return {
      number: i + 1,
      pieces,
      furniture: furniture.find((span) => overlap(span, paragraph))?.why ?? null,
      passages: begun,
      across: begun.filter(({ quote }) => !whole.has(quote)),
    };
  });
}

interface Marked extends Span {
  passage: Passage | null;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** By where they begin; of those that begin together, the longest first, so that it holds the others. */
const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The quotes that one paragraph holds and that nest in each other, the earlier ones first come. */
function nesting(sorted: readonly Quote[], blocks: readonly Span[]): Set<Quote> {
  const open: Quote[] = [];
  const whole = new Set<Quote>();
  for (const quote of sorted) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= quote.start) open.pop();
    const around = open.at(-1);
    if (around ? !holds(around, quote) : !blocks.some((block) => holds(block, quote))) continue;
    open.push(quote);
    whole.add(quote);
  }
  return whole;
}

/** The other quotes, cut wherever any quote begins or ends, so that every part nests. */
function partsOf(sorted: readonly Quote[], whole: ReadonlySet<Quote>, paragraph: Span): Marked[] {
  const cuts = sorted.flatMap(({ start, end }) => [start, end]);
  const parts = sorted
    .filter((quote) => !whole.has(quote) && overlap(quote, paragraph))
    .flatMap((quote) => {
      const start = Math.max(quote.start, paragraph.start);
      const end = Math.min(quote.end, paragraph.end);
      const edges = [start, ...cuts.filter((cut) => cut > start && cut < end), end].sort(
        (a, b) => a - b,
      );
      return edges.slice(1).map((edge, i) => ({ start: edges[i] ?? start, end: edge }));
    });
  const unique = new Map(parts.map((part) => [`${part.start} ${part.end}`, part]));
  return [...unique.values()]
    .filter(({ start, end }) => start < end)
    .map((part) => ({ ...part, passage: null }));
}

/** Neighbouring sentences as one span, the white space between them included. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && !text.slice(last.end, span.start).trim()) last.end = span.end;
    else runs.push({ ...span });
  }
  return runs;
}

/** Text with its marks in each other; none of them may cross another. */
function nest(text: string, range: Span, marks: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  const rest = [...marks];
  let at = range.start;
  const say = (to: number): void => {
    if (at < to) pieces.push({ kind: 'text', text: text.slice(at, to) });
  };
  for (let mark = rest.shift(); mark; mark = rest.shift()) {
    const outer = mark;
    say(outer.start);
    const inner = rest.filter((other) => holds(outer, other));
    rest.splice(0, inner.length);
    pieces.push({ kind: 'mark', passage: outer.passage, pieces: nest(text, outer, inner) });
    at = outer.end;
  }
  say(range.end);
  return pieces;
}
