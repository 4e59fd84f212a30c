/** The shortest context that tells the places of a repeated passage apart. */
import { findExact, foldedSource } from '../../model/quote.ts';
import { fold } from '../../model/text.ts';

/** Longer contexts are not proposed. */
const MOST_WORDS = 40;

/**
 * The shortest `prefix` or `suffix`, in whole words, that identifies each occurrence.
 * @returns one for each occurrence of `exact`, in order; `null` if no context up to the limit identifies it
 */
export function tellApart(
  sourceText: string,
  exact: string,
): ({ prefix: string } | { suffix: string } | null)[] {
  const { text } = foldedSource(sourceText);
  const sought = fold(exact).trim();
  const starts: number[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) starts.push(at);
  const isUnique = (context: { prefix: string } | { suffix: string }): boolean =>
    findExact(sourceText, { exact, ...context }).length === 1;
  return starts.map((at) => {
    const before = text.slice(0, at).trimEnd().split(' ').slice(-MOST_WORDS);
    const after = text
      .slice(at + sought.length)
      .trimStart()
      .split(' ')
      .slice(0, MOST_WORDS);
    for (let words = 1; words <= MOST_WORDS; words++) {
      const found = [
        { suffix: after.slice(0, words).join(' ') },
        { prefix: before.slice(-words).join(' ') },
      ]
        .filter((context) => Object.values(context).join('') !== '' && isUnique(context))
        .sort((a, b) => Object.values(a).join('').length - Object.values(b).join('').length);
      if (found[0]) return found[0];
    }
    return null;
  });
}
