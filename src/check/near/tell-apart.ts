/** The shortest context that identifies each occurrence of a repeated passage. */

import { once } from '../../model/once.ts';
import { foldedOccurrences, foldedSource, type SourceText } from '../../model/quote.ts';
import { isUnspaced } from '../../model/text.ts';

/** Longer contexts are not proposed. */
const MOST_WORDS = 40;
const MOST_CHARACTERS = 1000;
/** If words occur more often, the author must give more words. */
const MOST_PLACES = 5000;

export type Context = { prefix: string } | { suffix: string };

/**
 * The shortest `prefix` or `suffix`, in whole words, that identifies each occurrence. Sorted by their context,
 * occurrences need comparing only with their neighbours, so that n of them take n log n comparisons.
 * @returns one for each occurrence of `exact`, in order; `null` if no context up to the limit identifies it, or
 * if there are more than 5,000
 */
export function tellApart(source: string | SourceText, exact: string): (Context | null)[] {
  const reading = foldedSource(source);
  const { text } = reading;
  const occurrences = foldedOccurrences(source, exact);
  if (occurrences.length > MOST_PLACES) return occurrences.map(() => null);
  const after = occurrences.map(({ end }) => text.slice(end, end + MOST_CHARACTERS).trimStart());
  // Once for all: each has up to a thousand characters.
  const backward = once(reading, 'backward', () => reversed(text));
  const before = occurrences.map(({ start }) => {
    const from = text.length - start;
    return backward.slice(from, from + MOST_CHARACTERS).trimStart();
  });
  const suffixes = shortest(after);
  const prefixes = shortest(before);
  return occurrences.map((_, i) => {
    const [suffix, prefix] = [suffixes[i], prefixes[i]];
    const isShorter =
      suffix &&
      (!prefix ||
        suffix.words < prefix.words ||
        (suffix.words === prefix.words && suffix.text.length <= prefix.text.length));
    if (isShorter) return { suffix: suffix.text };
    return prefix ? { prefix: reversed(prefix.text) } : null;
  });
}

/** A text from its end, by UTF-16 units. */
const reversed = (text: string): string => {
  const units = new Uint16Array(text.length).map((_, i) => text.charCodeAt(text.length - 1 - i));
  // Halves of pairs stay what they are.
  return Buffer.from(units.buffer).toString('utf16le');
};

/** The shortest beginning of each text, in whole words, with which no other text begins; `null` if there is none. */
function shortest(texts: readonly string[]): ({ text: string; words: number } | null)[] {
  const order = texts.map((_, i) => i).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  const found: ({ text: string; words: number } | null)[] = texts.map(() => null);
  let shared = 0;
  order.forEach((i, at) => {
    const text = texts[i] ?? '';
    const next = texts[order[at + 1] ?? -1];
    const sharedWithNext = next === undefined ? 0 : sharedLength(text, next);
    found[i] = beginning(text, Math.max(shared, sharedWithNext));
    shared = sharedWithNext;
  });
  return found;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

/** The first words of a text that are longer than what it shares with others. */
function beginning(text: string, shared: number): { text: string; words: number } | null {
  for (let end = 1, words = 1; end <= text.length && words <= MOST_WORDS; end++) {
    const isBound =
      end === text.length ||
      text[end] === ' ' ||
      isUnspaced(text.slice(end - 1, end), text.slice(end, end + 1));
    if (!isBound) continue;
    if (end > shared) return { text: text.slice(0, end), words };
    words++;
  }
  return null;
}
