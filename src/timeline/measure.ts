/**
 * Widths of label text, computed without a browser, so that the build and the page lay out labels in the same way.
 * Advances of Source Sans 3 Semibold in thousandths of an em; a test compares them with the font.
 */
import { remember } from './memo.ts';

/** U+0020 to U+007E. */
const ASCII = [
  200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513,
  513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538,
  510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541,
  501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522,
  271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
];
const OTHER: Record<string, number> = {
  '–': 480,
  '—': 800,
  '‘': 275,
  '’': 275,
  '“': 482,
  '”': 482,
  '…': 964,
  '½': 827,
  '→': 1000,
};

/** Arabic letters of Noto Sans Arabic Semibold: the greatest advance before another letter, and at the end of a word. */
const ARABIC: [letters: string, inside: number, end: number][] = [
  ['ا', 308, 308],
  ['ـل', 327, 768],
  ['رز', 430, 430],
  ['عغوء', 540, 555],
  ['دذة', 556, 556],
  ['مه', 616, 734],
  ['نيى', 395, 798],
  ['ق', 516, 837],
  ['جحخطظ', 742, 850],
  ['فك', 516, 1109],
  ['بتث', 395, 1124],
  ['سشصض', 983, 1408],
];
/** A letter follows that this one may join to. Hamza joins to nothing. */
const FOLLOWED = /\p{M}*(?!ء)\p{L}/uy;

/** @param behind index of what follows the character in its text */
function arabicAdvance(character: string, text: string, behind: number): number {
  if (/\p{M}/u.test(character)) return 0;
  FOLLOWED.lastIndex = behind;
  const [, inside = 742, end = 1124] =
    ARABIC.find(([letters]) => letters.includes(character)) ?? [];
  return FOLLOWED.test(text) ? inside : end;
}

function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const listed = ASCII[code - 32] ?? OTHER[character];
  if (listed !== undefined) return listed;
  // Accents take no room, nor do a Hangul syllable's vowel and final, which share the em with its initial; Cyrillic and
  // Greek run a little wider than Latin; the East Asian scripts fill the em.
  if ((code >= 0x300 && code < 0x370) || (code >= 0x1160 && code < 0x1200)) return 0;
  return code < 0x1100 ? 660 : 1000;
}

/** Width in pixels of one line of text, set in Source Sans 3 Semibold at `size` pixels. */
export const textWidth = (text: string, size: number): number => (advanceOf(text) * size) / 1000;

/** Of a whole text, in thousandths of an em. */
const advanceOf = remember((text: string): number => {
  let width = 0;
  const decomposed = text.normalize('NFD');
  let behind = 0;
  for (const character of decomposed) {
    behind += character.length;
    width +=
      character >= '\u0600' && character < '\u0700' && !/\p{Nd}/u.test(character)
        ? arabicAdvance(character, decomposed, behind)
        : advance(character);
  }
  return width;
});

/** A long word in pieces, each as wide as may be. Accents stay on their letters. */
function breakWord(word: string, max: number, size: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    if (piece && textWidth(piece + letter, size) > max) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Text broken into lines. */
export interface WrappedText {
  lines: string[];
  /** Of the widest line, in pixels. */
  width: number;
}

/**
 * Breaks text at spaces into as few lines as possible, and makes their widths as even as these allow. A word
 * wider than `max` is broken between letters.
 * @param max in pixels
 * @param size of the type, in pixels
 */
export function wrapText(text: string, max: number, size: number): WrappedText {
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (textWidth(word, size) > max ? breakWord(word, max, size) : word));
  const space = textWidth(' ', size);
  const widths = words.map((word) => textWidth(word, size));
  const breakAt = (limit: number): WrappedText => {
    const lines: string[] = [];
    let width = 0;
    let used = 0;
    words.forEach((word, i) => {
      const own = widths[i] ?? 0;
      if (lines.length > 0 && used + space + own <= limit) {
        lines.push(`${lines.pop()} ${word}`);
        used += space + own;
      } else {
        lines.push(word);
        used = own;
      }
      width = Math.max(width, used);
    });
    return { lines, width };
  };
  const fewest = breakAt(max);
  let best = fewest;
  // Narrow step by step while the number of lines stays the same: the widths become even.
  while (best.lines.length > 1) {
    const tighter = breakAt(best.width - 0.01);
    if (tighter.lines.length > fewest.lines.length || tighter.width >= best.width) break;
    best = tighter;
  }
  return best;
}
