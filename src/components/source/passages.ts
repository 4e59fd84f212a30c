/** The text of a source on its page: paragraphs, of which quoted spans are marked and others may be left out. */
import * as words from '#words';
import {
  type Archive,
  everyEvent,
  type Passage as Found,
  isRetracted,
  type Quote,
} from '../../model/archive.ts';
import { textAs } from '../../model/passages.ts';
import { paragraphs } from '../../model/sentences.ts';
import { furnitureOf, isLong, type Source } from '../../model/source.ts';
import type { Span } from '../../model/text.ts';
import type { Block } from '../../model/text-parts.ts';
import { letterOf } from '../edition/letters.ts';
import { shownIn } from './shown.ts';

export type Piece =
  | { kind: 'text'; text: string }
  /** Sentences that are left out, because the rights are reserved or the source is long. */
  | { kind: 'gap' }
  /** A quoted span. `passage` is `null` for a part of a passage that is shown whole below the paragraph. */
  | { kind: 'mark'; passage: Passage | null; pieces: Piece[] };

/** A passage of a quote in a paragraph, with the letter that links it to the margin. */
export interface Passage {
  key: string;
  quote: Quote;
  found: Found;
}

export interface Paragraph {
  /** From 1, to cite it by. */
  number: number;
  /** The last paragraph of a gap of several; otherwise this one. */
  last: number;
  /** Whether it is a later piece of a paragraph that is too long for a page. */
  continued: boolean;
  pieces: Piece[];
  /** Why the paragraph is furniture, if it is. */
  furniture: string | null;
  /** The passages that begin in the paragraph, in order. */
  passages: Passage[];
  /** Those that no element can contain, because they cross another passage or the paragraph's end. */
  across: (Passage & { why: 'runs on' | 'overlaps' })[];
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Every quote of a source, also those of retracted events. */
export const quotesOf = (archive: Archive, { id }: Source): Quote[] =>
  everyEvent(archive).flatMap(({ quotes }) => quotes.filter(({ source }) => source.id === id));

/** The titles of all events, by id. */
export const titlesOf = (archive: Archive): Map<string, string> =>
  new Map(
    everyEvent(archive).map((event) => [
      event.id,
      isRetracted(event) ? words.retractedTitle(event.title) : event.title,
    ]),
  );

/** Each quote of a source with the paragraph in which it begins, in the order of the text. */
export function quotedPlaces(
  source: Source,
  quotes: readonly Quote[],
): { number: number; anchor: string; event: string }[] {
  const blocks = paragraphs(source);
  return quotes
    .flatMap(({ anchor, event, passages: [first] }) =>
      first ? [{ start: first.start, anchor, event }] : [],
    )
    .sort((a, b) => a.start - b.start)
    .map(({ start, anchor, event }) => ({
      number: blocks.findLastIndex((block) => block.start <= start) + 1,
      anchor,
      event,
    }));
}

/**
 * The text on a source's page: all of it, or what is quoted, if it is long or its rights are reserved.
 * @param quotes of this source, from any event
 */
export function passages(source: Source, quotes: readonly Quote[]): Paragraph[] {
  const blocks = paragraphs(source).map(
    (span, i): Block => ({ ...span, number: i + 1, continued: false }),
  );
  return rowsOf(source, quotes, blocks, (quoted) => shownIn(source, quoted, blocks));
}

/** Some paragraphs of a source, whole. */
export const paragraphsIn = (
  source: Source,
  quotes: readonly Quote[],
  blocks: readonly Block[],
): Paragraph[] => rowsOf(source, quotes, blocks, () => blocks.map((block) => [block]));

function rowsOf(
  source: Source,
  quotes: readonly Quote[],
  blocks: readonly Block[],
  shownOf: (quoted: readonly Span[]) => Span[][],
): Paragraph[] {
  const { text } = source;
  const quoteOf = new Map(
    quotes.flatMap((quote) => quote.passages.map((found) => [found, quote] as const)),
  );
  const sorted = [...quoteOf.keys()].sort(byOffset);
  const furniture = furnitureOf(source);
  const whole = nesting(sorted, blocks);
  const shown = shownOf(sorted);
  const words = textAs(source, sorted);
  const rows: Paragraph[] = [];
  blocks.forEach((paragraph, i) => {
    const { number, continued } = paragraph;
    const spans = shown[i] ?? [];
    const why = furniture.find((span) => overlap(span, paragraph))?.why ?? null;
    if (spans.length === 0 && (why === null || isLong(source))) {
      const before = rows.at(-1);
      if (before && isGap(before)) before.last = number;
      else rows.push(gapRow(number));
      return;
    }
    const begun = sorted
      .filter(({ start }) => start >= paragraph.start && start < paragraph.end)
      .flatMap((found, at): Passage[] => {
        const quote = quoteOf.get(found);
        return quote ? [{ key: letterOf(at), quote, found }] : [];
      });
    // Marks: whole passages if they nest, otherwise their parts.
    const marks = [
      ...begun
        .filter(({ found }) => whole.has(found))
        .map((passage): Marked => ({ ...spanOf(passage.found), passage })),
      ...cutWhereOthersEnd(sorted, whole, paragraph),
    ].sort(byOffset);
    const pieces: Piece[] = [];
    let at = paragraph.start;
    for (const span of [...spans, { start: paragraph.end, end: paragraph.end }]) {
      const between = { start: at, end: span.start };
      if (text.slice(at, span.start).trim()) pieces.push({ kind: 'gap' });
      else if (at < span.start) pieces.push({ kind: 'text', text: words(between) });
      const within = marks.filter((mark) => holds(span, mark));
      pieces.push(...nest(words, span, within));
      at = span.end;
    }
    rows.push({
      number,
      last: number,
      continued,
      pieces,
      furniture: why,
      passages: begun,
      across: begun
        .filter(({ found }) => !whole.has(found))
        .map((passage) => ({
          ...passage,
          why: passage.found.end > paragraph.end ? 'runs on' : 'overlaps',
        })),
    });
  });
  return withGapsJoined(rows);
}

/** Gaps with no words between them become one: that of whole paragraphs, or else the first. */
function withGapsJoined(rows: Paragraph[]): Paragraph[] {
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before?.pieces.at(-1)?.kind !== 'gap' || row.pieces[0]?.kind !== 'gap') return;
    (isGap(row) ? before.pieces : row.pieces).splice(isGap(row) ? -1 : 0, 1);
  });
  return rows;
}

const gapRow = (number: number): Paragraph => ({
  number,
  last: number,
  continued: false,
  pieces: [{ kind: 'gap' }],
  furniture: null,
  passages: [],
  across: [],
});

const isGap = ({ pieces, furniture }: Paragraph): boolean =>
  furniture === null && pieces.length === 1 && pieces[0]?.kind === 'gap';

interface Marked extends Span {
  passage: Passage | null;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Sorts by the beginning; if it is the same, the longest comes first, because it contains the others. */
const byOffset = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The passages that lie in one paragraph and nest; of two that cross, the earlier one. */
function nesting(sorted: readonly Span[], blocks: readonly Span[]): Set<Span> {
  const open: Span[] = [];
  const whole = new Set<Span>();
  for (const passage of sorted) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= passage.start) open.pop();
    const around = open.at(-1);
    if (around ? !holds(around, passage) : !blocks.some((block) => holds(block, passage))) continue;
    open.push(passage);
    whole.add(passage);
  }
  return whole;
}

/** The other passages, cut where any passage begins or ends, so that all parts nest. */
function cutWhereOthersEnd(
  sorted: readonly Span[],
  whole: ReadonlySet<Span>,
  paragraph: Span,
): Marked[] {
  const crossing = sorted.filter((passage) => !whole.has(passage) && overlap(passage, paragraph));
  if (crossing.length === 0) return [];
  const cuts = sorted.flatMap(({ start, end }) => [start, end]);
  const parts = crossing.flatMap((passage) => {
    const start = Math.max(passage.start, paragraph.start);
    const end = Math.min(passage.end, paragraph.end);
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

/** Text as nested marks; no two may cross. */
function nest(words: (span: Span) => string, range: Span, marks: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  const rest = [...marks];
  let at = range.start;
  const say = (to: number): void => {
    if (at < to) pieces.push({ kind: 'text', text: words({ start: at, end: to }) });
  };
  for (let mark = rest.shift(); mark; mark = rest.shift()) {
    const outer = mark;
    say(outer.start);
    const inner = rest.filter((other) => holds(outer, other));
    rest.splice(0, inner.length);
    pieces.push({ kind: 'mark', passage: outer.passage, pieces: nest(words, outer, inner) });
    at = outer.end;
  }
  say(range.end);
  return pieces;
}
