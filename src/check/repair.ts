/** Which missing quotes `--fix` can mend: those that differ from exactly one passage only in typography. */
import { findPassages, onlyHits } from '../model/passages.ts';
import { findExact } from '../model/quote.ts';
import { isFound, type LocatedQuote } from './locate.ts';
import { type NearMatch, nearestPassages } from './near/nearest.ts';
import { sameTypography } from './near/same-words.ts';
import { digestOf } from './read/digest.ts';
import { readText } from './read/draft.ts';

/**
 * The passage whose characters a missing passage of a quote should have; `null` if there is none or more than one, or if
 * the quote's other passages, its prefix or its suffix exclude it.
 * @param at which passage of the quote
 * @param near the passages of the source most like it
 */
export function repairOf(
  quote: LocatedQuote,
  at = 0,
  near: readonly NearMatch[] = nearestTo(quote, at),
): NearMatch | null {
  const { source, selectors, elsewhere } = quote;
  const selector = selectors[at];
  const text = source && readText(source);
  if (!source?.text || !text || !selector || isFound(quote)) return null;
  if (findExact(text, selector).length > 0) return null;
  // If another source has the words, the quote names the wrong source.
  if (elsewhere.some(({ passage }) => passage === at)) return null;
  // An altered source must not change a quote.
  if (digestOf(source.text) !== source.record?.part.sha256) return null;
  const [passage, second] = near.filter(({ text }) => sameTypography(selector.exact, text));
  if (!passage || second) return null;
  // Other missing passages are mended one by one.
  const mended = selectors
    .map((one, i) => (i === at ? { ...one, exact: passage.text } : one))
    .filter((one, i) => i === at || findExact(text, one).length > 0);
  return onlyHits(findPassages(text, mended)) ? passage : null;
}

const nearestTo = ({ source, selectors }: LocatedQuote, at: number): NearMatch[] =>
  nearestPassages((source && readText(source)) ?? '', selectors[at]?.exact ?? '');
