/**
 * Folding, by which texts are compared: Unicode NFC, white space as single spaces, and without soft hyphens,
 * zero-width spaces and word joiners. Nothing else: a curly quotation mark is not a straight one.
 */

/** A text on one line: white space as single spaces, none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Folded text with a map back to offsets in the original. */
export interface FoldedText {
  text: string;
  /** `original(folded)` maps a non-empty span of the folded text back to the original. */
  original(folded: Span): Span;
}

// Soft hyphen, zero-width space, word joiner.
const IGNORED = /[\u00AD\u200B\u2060]/g;
// The smallest units that can be folded separately, so that offsets stay exact: lines of ASCII words, white space, or
// a character with everything that can compose with it: combining marks and, in Hangul, vowels and finals, also with
// ignored characters between them.
const UNIT =
  /[!-~]+(?: [!-~]+)*(?![\u00AD\u200B\u2060]*\p{M})|[\s\u00AD\u200B\u2060]+|.(?:[\u00AD\u200B\u2060]*[\p{M}\u1160-\u11FF\uD7B0-\uD7FF])*/gsu;
const PLAIN = /^[!-~][ -~]*$/;

/** A run of folded text, with its offsets there and in the original. */
interface Run {
  folded: number;
  start: number;
  end: number;
  /** Whether it has the original's characters, one for one; otherwise only the run as a whole corresponds. */
  same: boolean;
}

/** Folds a text without trimming it; the same text as {@link foldWithOffsets}. */
export const fold = (text: string): string => foldWithOffsets(text).text;

/** Folds a text and keeps the offsets of each unit in the original. */
export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const runs: Run[] = [];
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    const piece = PLAIN.test(unit)
      ? unit
      : unit.replace(IGNORED, '').replace(/\s+/g, ' ').normalize('NFC');
    if (piece === '') continue;
    const same = piece === unit;
    const last = runs.at(-1);
    if (same && last?.same && last.end === index) last.end += unit.length;
    else runs.push({ folded: folded.length, start: index, end: index + unit.length, same });
    folded += piece;
  }
  return {
    text: folded,
    original({ start, end }) {
      const first = runAt(runs, start);
      const last = runAt(runs, end - 1);
      return {
        start: first.same ? first.start + (start - first.folded) : first.start,
        end: last.same ? last.start + (end - last.folded) : last.end,
      };
    },
  };
}

/** The run that contains a folded offset, by bisection. */
function runAt(runs: readonly Run[], offset: number): Run {
  let low = 0;
  for (let high = runs.length - 1; low < high; ) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.folded ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low] ?? { folded: 0, start: 0, end: 0, same: true };
}
