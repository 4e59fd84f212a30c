/** What words in quotation marks leave out of the quote that they are taken from. */
import { omissionsOf } from '../../model/meaning.ts';
import { tokensOf } from '../near/same-words.ts';

/** The words of a quote or of one of its passages, and their language. */
export interface Spoken {
  exact: string;
  language: string;
}

/**
 * A negation, or a part of a number or a name, that every quote with these words has right beside them.
 * @param sentence where the words are quoted, which may say itself what they leave out
 * @returns `null` if nothing is left out, or no quote has the words
 */
export function leftOutOf(
  words: string,
  sentence: string,
  quotes: readonly Spoken[],
): string | null {
  const sought = words.trim().toLowerCase();
  if (sought === '') return null;
  const left = quotes.flatMap(({ exact, language }) => {
    const start = exact.toLowerCase().indexOf(sought);
    if (start < 0) return [];
    const omission = omissionsOf(
      { text: exact },
      { start, end: start + sought.length },
      language,
    ).find(({ kind }) => kind === 'negation' || kind === 'number' || kind === 'name');
    return [omission?.words.trim() ?? null];
  });
  const [first = null] = left;
  return left.includes(null) || first === null || has(sentence, first) ? null : first;
}

const spaced = (text: string): string => ` ${tokensOf(text).join(' ')} `;
const has = (sentence: string, words: string): boolean => spaced(sentence).includes(spaced(words));
