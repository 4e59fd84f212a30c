/** Which missing quotes `--fix` can mend without asking: those that differ from exactly one passage in typography alone. */
import { findExact } from '../model/quote.ts';
import type { LocatedQuote } from './locate.ts';
import { type NearMatch, nearestPassages } from './near/nearest.ts';
import { sameTypography } from './near/same-words.ts';
import { digestOf } from './read/digest.ts';
import { readText } from './read/draft.ts';

/**
 * The passage whose characters a missing quote should have; `null` if there is none or more than one, or if the
 * quote's prefix or suffix excludes it.
 * @param near the passages most like the quote
 */
export function repairOf(
  { record, source, hits, elsewhere }: LocatedQuote,
  near: readonly NearMatch[] = nearestPassages((source && readText(source)) ?? '', record.exact),
): NearMatch | null {
  // Words that another source has are not misspelt; the quote names the wrong source.
  if (!source?.text || hits?.length !== 0 || elsewhere.length > 0) return null;
  // A source that was altered is no authority.
  if (digestOf(source.text) !== source.record?.part.sha256) return null;
  const [passage, second] = near.filter(({ text }) => sameTypography(record.exact, text));
  if (!passage || second) return null;
  const found = findExact(readText(source) ?? '', { ...record, exact: passage.text });
  return found.length === 1 ? passage : null;
}
