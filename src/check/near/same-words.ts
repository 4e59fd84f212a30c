/** Whether two texts have the same words and differ only in typography. */

/** Words, figures with their signs, and the signs of units; punctuation and white space are left out. */
const TOKENS =
  /(?<![\p{L}\p{N}])[-+]?\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*|[\p{Sc}%‰°]|[\p{L}\p{M}\p{N}]+/gu;

/** One form for each character that typographers set in several: ligatures, wide forms, dashes, and case. */
const plain = (text: string): string =>
  text
    // ² and ½ are other figures than 2 and 12.
    .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
    .replace(/[\u00AD\u200B\u2060]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .toLowerCase();

/** The words, figures and signs of a text, without case and punctuation. */
export const tokensOf = (text: string): string[] => plain(text).match(TOKENS) ?? [];

/** Whether two texts differ at most in case and punctuation: no word, no figure and no sign. */
export const sameWords = (a: string, b: string): boolean =>
  tokensOf(a).join(' ') === tokensOf(b).join(' ');

/** Whether two texts differ at most in quotation marks, dashes, white space, ligatures, soft hyphens and case. */
export function sameTypography(a: string, b: string): boolean {
  const squeezed = (text: string): string =>
    plain(text)
      .replace(/[\u2018-\u201F\u2032\u2033\u2039\u203A`´«»「」『』']/g, '"')
      .replace(/\s+/g, '');
  return sameWords(a, b) && squeezed(a) === squeezed(b);
}
