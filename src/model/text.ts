/**
 * Text that counts as equal: Unicode NFC, white space folded to single spaces, and the three invisible
 * characters that layout leaves behind dropped. Nothing else: a curly quote is not a straight one.
 */

/** A half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Folded text and, for each of its UTF-16 units, where in the original it began and ended. */
export interface FoldedText {
  text: string;
  /** `original(folded)` maps a non-empty span of the folded text back to the original. */
  original(folded: Span): Span;
}

// Soft hyphen, zero-width space, word joiner.
const IGNORED = /[\u00AD\u200B\u2060]/g;
// What folding acts on: plain words, white space, Hangul jamo, a base with its combining marks.
const UNIT =
  /[!-~]+(?!\p{M})|[\s\u00AD\u200B\u2060]+|[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|\P{M}\p{M}*|\p{M}+/gsu;

/** Folds without trimming; the same text as {@link foldWithOffsets}. */
export const fold = (text: string): string => foldWithOffsets(text).text;

/** Folds `text` and remembers where each unit came from. */
export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    const piece = unit.replace(IGNORED, '').replace(/\s+/g, ' ').normalize('NFC');
    const even = piece.length === unit.length;
    for (let i = 0; i < piece.length; i++) {
      starts.push(even ? index + i : index);
      ends.push(even ? index + i + 1 : index + unit.length);
    }
    folded += piece;
  }
  return {
    text: folded,
    original: ({ start, end }) => ({
      start: starts[start] ?? text.length,
      end: ends[end - 1] ?? 0,
    }),
  };
}
