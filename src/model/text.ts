/**
 * Text that counts as equal: Unicode NFC, white space folded to single spaces, and to nothing between characters of
 * scripts without spaces, and the three invisible characters that layout leaves behind dropped. Nothing else: a curly
 * quote is not a straight one.
 */

/** A text on one line: white space as single spaces, none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A place where the text as it is read differs from the characters of the file: a hyphen at a line's end, a mark. */
export interface Gap extends Span {
  kind: 'hyphen' | 'mark';
  /** What is shown in its place. */
  shown: string;
  /** What a quote may have in its place, the longest first. */
  forms: readonly string[];
}

/** Folded text and, for each of its UTF-16 units, where in the original it began and ended. */
export interface FoldedText {
  text: string;
  /** `original(folded)` maps a non-empty span of the folded text back to the original. */
  original(folded: Span): Span;
  /** Of a source's text, where it may be read in several ways, by offset into the folded text. */
  gaps: ReadonlyMap<number, Gap>;
}

/** Scripts that are written without spaces between words, with their punctuation. */
const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3001-\\u303F\\uFF01-\\uFF60]';
const ENDS_UNSPACED = new RegExp(`${UNSPACED}\\p{M}*$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^(?!\\p{M})${UNSPACED}`, 'u');

/** Whether white space between two texts is none of the writer's: neither script has spaces between its words. */
export const isUnspaced = (before: string, after: string): boolean =>
  // Most text is of other scripts.
  after.charCodeAt(0) >= 0x0e00 && ENDS_UNSPACED.test(before) && BEGINS_UNSPACED.test(after);

// Soft hyphen, zero-width space, word joiner.
const IGNORED = /[\u00AD\u200B\u2060]/g;
// The smallest units that can be folded separately, so that offsets stay exact: lines of ASCII words, white space, or
// a character with everything that can compose with it: combining marks and, in Hangul, vowels and finals, also with
// ignored characters between them.
const UNIT =
  /[!-~]+(?: [!-~]+)*(?![\u00AD\u200B\u2060]*\p{M})|[\s\u00AD\u200B\u2060]+|.(?:[\u00AD\u200B\u2060]*[\p{M}\u1160-\u11FF\uD7B0-\uD7FF])*/gsu;
const SOFT_LINE_END = /^\u00AD[ \t\f]*(?:\r\n?|\n)[ \t\f]*$/;
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
export const fold = (text: string): string =>
  MAY_FOLD.test(text) ? foldWithOffsets(text).text : text;

/** What folding changes: without it a text, as most are, is folded already. */
const MAY_FOLD = /[^ -~]| {2}/;

/**
 * Folds `text` and remembers where each unit came from.
 * @param gaps of the text, in order; each is folded to what is shown of it
 */
export function foldWithOffsets(text: string, gaps: readonly Gap[] = []): FoldedText {
  const pieces: string[] = [];
  const runs: Run[] = [];
  const placed = new Map<number, Gap>();
  let at = 0;
  let length = 0;
  const push = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const foldTo = (end: number): void => {
    for (const { 0: unit, index: within } of text.slice(at, end).matchAll(UNIT)) {
      const index = at + within;
      const piece = PLAIN.test(unit) ? unit : foldedUnit(unit, pieces.at(-1) ?? '', text, index);
      if (piece === '') continue;
      const same = piece === unit;
      const last = runs.at(-1);
      if (same && last?.same && last.end === index) last.end += unit.length;
      else runs.push({ folded: length, start: index, end: index + unit.length, same });
      push(piece);
    }
  };
  for (const gap of gaps) {
    foldTo(gap.start);
    placed.set(length, gap);
    if (gap.shown) {
      runs.push({ folded: length, start: gap.start, end: gap.end, same: false });
      push(gap.shown);
    }
    at = gap.end;
  }
  foldTo(text.length);
  return {
    text: pieces.join(''),
    gaps: placed,
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

/** A unit that is no plain words. @param before the folded text before it @param index of the unit in the text */
function foldedUnit(unit: string, before: string, text: string, index: number): string {
  const visible = unit.replace(IGNORED, '');
  if (visible === '' || /\S/.test(visible)) return visible.normalize('NFC');
  const after = text.slice(index + unit.length, index + unit.length + 2);
  // A soft hyphen at a line's end is one that layout has made use of.
  if (
    SOFT_LINE_END.test(unit) &&
    /[\p{L}\p{N}\p{M}]$/u.test(before) &&
    /^[\p{L}\p{N}]/u.test(after)
  )
    return '';
  return isUnspaced(before.slice(-8), after) ? '' : ' ';
}

/** The run that holds a folded offset, by halving. */
function runAt(runs: readonly Run[], offset: number): Run {
  let low = 0;
  for (let high = runs.length - 1; low < high; ) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.folded ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low] ?? { folded: 0, start: 0, end: 0, same: true };
}
