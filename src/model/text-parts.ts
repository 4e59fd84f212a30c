/** The whole text of a long source in parts, one page each. */
import { once } from './once.ts';
import { paragraphs, sentences } from './sentences.ts';
import { isLong, type Source } from './source.ts';
import type { Span } from './text.ts';

/** A paragraph, or a piece of one that is too long for a page. */
export interface Block extends Span {
  /** The number of its paragraph, from 1. */
  number: number;
  /** Whether the paragraph begins in the piece before it. */
  continued: boolean;
}

/**
 * Bytes of a page: of its text, and of what its markup compresses to. Prose compresses to a third of that; a page has
 * at most 150 kB compressed even if its text compresses to half.
 */
const HEAVIEST = 250_000;
const MARKUP = 20;
/** Characters. A longer paragraph is cut, so that it fits on a page with others. */
const LONGEST_PIECE = 25_000;

/** Whether a source has pages of its whole text: it may be shown, and its own page shows the quoted passages alone. */
export const hasTextParts = (source: Pick<Source, 'text' | 'display'>): boolean =>
  source.display === 'full' && isLong(source);

/** The number, from 1, of the part that has what stands at an offset. */
export const textPartAt = (source: Parted, offset: number): number =>
  Math.max(
    textParts(source).findLastIndex(([first]) => first !== undefined && first.start <= offset) + 1,
    1,
  );

type Parted = Pick<Source, 'text' | 'language' | 'lines' | 'marks'>;

/** The parts of a text, all of about the same size: together every paragraph once, in order. */
export const textParts = (source: Parted): Block[][] =>
  once(source, 'text parts', () => partsOf(source));

function partsOf(source: Parted): Block[][] {
  const blocks = paragraphs(source).flatMap((paragraph, i) =>
    piecesOf(source, paragraph).map(
      (span, at): Block => ({ ...span, number: i + 1, continued: at > 0 }),
    ),
  );
  const encoder = new TextEncoder();
  const weights = blocks.map(
    ({ start, end }) => encoder.encode(source.text.slice(start, end)).length + MARKUP,
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  const share = sum / Math.ceil(sum / HEAVIEST);
  const parts: Block[][] = [];
  let before = 0;
  let number = -1;
  blocks.forEach((block, i) => {
    const part = Math.floor(before / share);
    before += weights[i] ?? 0;
    if (part === number) parts.at(-1)?.push(block);
    else parts.push([block]);
    number = part;
  });
  return parts;
}

/** A paragraph, cut after sentences if it is too long; within one only if that is too long itself. */
function piecesOf(source: Parted, { start, end }: Span): Span[] {
  if (end - start <= LONGEST_PIECE) return [{ start, end }];
  const { text } = source;
  const ends = sentences(source).map((sentence) => sentence.end);
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    const most = from + LONGEST_PIECE;
    const to =
      most >= end
        ? end
        : (ends.findLast((at) => at > from && at <= most) ?? wordEnd(text, from, most));
    pieces.push({ start: from, end: to });
    from = to + text.slice(to, to + 1000).search(/\S|$/);
  }
  return pieces;
}

/** The last white space of a stretch; without one its end, outside of surrogate pairs. */
function wordEnd(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s\S*$/);
  if (space > 0) return from + space;
  return /[\uDC00-\uDFFF]/.test(text[to] ?? '') ? to - 1 : to;
}
