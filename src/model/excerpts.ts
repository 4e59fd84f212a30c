/** The quotes of an event as a reader meets them: each in its sentence, those of one sentence together. */
import type { Passage, Quote } from './archive.ts';
import { once } from './once.ts';
import { textAs } from './passages.ts';
import { sentences } from './sentences.ts';
import type { Source } from './source.ts';
import type { Span } from './text.ts';

/** A piece of an excerpt, by the quotes that it belongs to. */
export interface Segment {
  text: string;
  /** The quotes whose words are marked here; those that say all of the excerpt are not marked in it. */
  marked: Quote[];
  /** The quotes besides the lead whose first words these are. */
  begins: Quote[];
  /** Words around the quotes, which none of them has. */
  context: boolean;
}

export interface Excerpt {
  /** The first quote that lies within no other: the excerpt has its anchor, its chain and its translation. */
  lead: Quote;
  /** The other quotes, in the order of the source. */
  parts: Quote[];
  /** One run of words, or several with words left out between them. */
  runs: Segment[][];
}

/** Characters of a sentence besides its quote beyond which the quote is shown alone: a table is no sentence. */
const MOST_AROUND = 600;

const byOffset = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
const allHeld = (outer: readonly Span[], inner: readonly Span[]): boolean =>
  inner.every((span) => outer.some((other) => holds(other, span)));

const startOf = ({ passages: [first] }: Quote): number => first?.start ?? 0;

/** Quotes of one source that are shown together, and the spans of the source that show them. */
interface Group {
  quotes: Quote[];
  spans: Span[];
}

/** The quotes of an event, each once, in the order of their leads in the event. */
export const excerptsOf = (event: { quotes: Quote[] }): Excerpt[] =>
  once(event, 'excerpts', () =>
    grouped(event.quotes)
      .map((group) => excerpt(group, event.quotes))
      .sort((a, b) => event.quotes.indexOf(a.lead) - event.quotes.indexOf(b.lead)),
  );

function grouped(quotes: readonly Quote[]): Group[] {
  const bySource = Map.groupBy(quotes, ({ source }) => source);
  return [...bySource].flatMap(([source, own]) => {
    // What several passages leave out stays out: such a quote is shown as it is.
    const groups: Group[] = own
      .filter(({ passages }) => passages.length > 1)
      .map((quote) => ({ quotes: [quote], spans: quote.passages }));
    const single = own
      .filter(({ passages }) => passages.length === 1)
      .filter((quote) => {
        const around = groups.find(({ spans }) => allHeld(spans, quote.passages));
        around?.quotes.push(quote);
        return !around;
      })
      .map((quote) => ({ quote, span: inSentence(source, quote.passages) }))
      .sort((a, b) => byOffset(a.span, b.span));
    const runs: Group[] = [];
    for (const { quote, span } of single) {
      const [last] = runs.at(-1)?.spans ?? [];
      if (last && span.start < last.end) {
        last.end = Math.max(last.end, span.end);
        runs.at(-1)?.quotes.push(quote);
      } else runs.push({ quotes: [quote], spans: [span] });
    }
    return absorbed([...groups, ...runs]);
  });
}

/** Groups whose quotes all lie within what another shows are shown there. */
function absorbed(groups: Group[]): Group[] {
  const kept: Group[] = [];
  const length = ({ spans }: Group): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const group of groups.toSorted((a, b) => length(b) - length(a))) {
    const around = kept.find(({ spans }) =>
      group.quotes.every(({ passages }) => allHeld(spans, passages)),
    );
    if (around) around.quotes.push(...group.quotes);
    else kept.push(group);
  }
  return kept;
}

/** From the start of the sentence in which a quote begins to the end of the one in which it ends. */
function inSentence(source: Source, [passage]: readonly Passage[]): Span {
  const { start, end } = passage ?? { start: 0, end: 0 };
  const all = sentences(source);
  const first = all.find((sentence) => sentence.end > start);
  const last = all.findLast((sentence) => sentence.start < end);
  const span = {
    start: Math.min(start, first?.start ?? start),
    end: Math.max(end, last?.end ?? end),
  };
  return span.end - span.start - (end - start) > MOST_AROUND ? { start, end } : span;
}

function excerpt({ quotes, spans }: Group, order: readonly Quote[]): Excerpt {
  const own = quotes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const within = (quote: Quote): boolean =>
    own.some(
      (other) =>
        other !== quote &&
        allHeld(other.passages, quote.passages) &&
        !allHeld(quote.passages, other.passages),
    );
  const lead = own.find((quote) => !within(quote)) ?? own[0];
  if (!lead) throw new Error('an excerpt has at least one quote');
  const parts = own.filter((quote) => quote !== lead).sort((a, b) => startOf(a) - startOf(b));
  return { lead, parts, runs: spans.map((span) => segments(span, own, lead, spans)) };
}

/** A span cut wherever a quote begins or ends, because quotes may cross. */
function segments(
  span: Span,
  quotes: readonly Quote[],
  lead: Quote,
  spans: readonly Span[],
): Segment[] {
  const text = textAs(
    lead.source,
    quotes.flatMap(({ passages }) => passages),
  );
  const whole = (quote: Quote): boolean => allHeld(quote.passages, spans);
  const cuts = new Set(
    quotes
      .flatMap(({ passages }) => passages.flatMap(({ start, end }) => [start, end]))
      .filter((cut) => span.start < cut && cut < span.end),
  );
  const edges = [span.start, ...[...cuts].sort((a, b) => a - b), span.end];
  return edges.slice(1).map((end, i) => {
    const segment = { start: edges[i] ?? end, end };
    const here = quotes.filter(({ passages }) => passages.some((one) => holds(one, segment)));
    return {
      text: text(segment),
      marked: here.filter((quote) => !whole(quote)),
      begins: here.filter((quote) => quote !== lead && quote.passages[0]?.start === segment.start),
      context: here.length === 0,
    };
  });
}
