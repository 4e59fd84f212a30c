/** Whether two texts say the same and differ in typography alone. */

/** Words, figures with their signs, and the signs of units; punctuation and white space are left out. */
const TOKENS =
  /(?<![\p{L}\p{N}])[-+]?\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*|[\p{Sc}%‰°]|[\p{L}\p{M}\p{N}]+/gu;

/** Whether two texts differ at most in case and punctuation: no word, no figure and no sign. */
export function sameWords(a: string, b: string): boolean {
  const tokens = (text: string): string =>
    (
      text
        // Ligatures and wide forms are typography; ² and ½ are not.
        .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
        .replace(/[\u00AD\u200B\u2060]/g, '')
        .replace(/[‐‑‒–—―−]/g, '-')
        .toLowerCase()
        .match(TOKENS) ?? []
    ).join(' ');
  return tokens(a) === tokens(b);
}
