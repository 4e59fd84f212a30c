/** Which lost quote can be mended without asking: one passage, and one alone, is all but equal to it. */
import { findExact } from '../model/quote.ts';
import type { LocatedQuote } from './locate.ts';
import { nearestPassages, type Passage } from './near/nearest.ts';
import { digestOf } from './read/digest.ts';

/** What is less alike may be another statement. */
const LEAST_LIKENESS = 0.9;

/**
 * The passage whose characters a lost quote should have; `null` where there is none, more than one, or where the
 * quote's prefix and suffix say that it is not meant.
 * @param near the passages most like the quote
 */
export function repairOf(
  { record, source, hits, elsewhere }: LocatedQuote,
  near: readonly Passage[] = nearestPassages(source?.text?.text ?? '', record.exact),
): Passage | null {
  // Words that stand in another source are not misspelt.
  if (!source?.text || hits?.length !== 0 || elsewhere.length > 0) return null;
  // Nor does a source that was altered correct anybody.
  if (digestOf(source.text) !== source.record?.part.sha256) return null;
  const [passage, second] = near.filter(({ likeness }) => likeness >= LEAST_LIKENESS);
  if (!passage || second) return null;
  const found = findExact(source.text.text, { ...record, exact: passage.text });
  return found.length === 1 ? passage : null;
}
