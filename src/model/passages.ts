/** A quote is one passage of a source or several, in order, with words left out between them; one is a list of one. */
import {
  findExact,
  type QuoteDraft,
  type SourceText,
  shownText,
  spellingOf,
  type TextQuoteSelector,
} from './quote.ts';
import type { Span } from './text.ts';

/** What a record says of the words of its quote. */
export type QuotedWords = Pick<QuoteDraft, 'exact' | 'prefix' | 'suffix'>;

/**
 * A selector for each passage of a quote, in order. The record's own `prefix` stands before the first passage, its
 * `suffix` after the last.
 */
export function selectorsOf({ exact, prefix, suffix }: QuotedWords): TextQuoteSelector[] {
  const passages = typeof exact === 'string' ? [exact] : exact;
  return passages.map((passage, i) => ({
    ...(prefix !== undefined && i === 0 && { prefix }),
    ...(suffix !== undefined && i === passages.length - 1 && { suffix }),
    ...(typeof passage === 'string' ? { exact: passage } : passage),
  }));
}

/** Where the words of a passage stand in a record, as a path from the quote. */
export function pathOfPassage({ exact }: QuotedWords, at: number): (string | number)[] {
  if (typeof exact === 'string') return ['exact'];
  return ['exact', at, ...(typeof exact[at] === 'string' ? [] : ['exact'])];
}

/** The sign for words that are left out, in every language: between the passages of a quote, and in a source. */
export const OMISSION = '[…]';

/** Passages as one text, with the sign between them: no reader takes them for one. */
export const withGaps = (passages: readonly string[]): string => passages.join(` ${OMISSION} `);

/** The words of a record as one text, in the spelling of its author. */
export const wordsOfQuote = (record: QuotedWords): string =>
  withGaps(selectorsOf(record).map(({ exact }) => exact));

/**
 * For each passage of a quote, every hit in a source with which all can stand in order and apart. A quote is found if
 * none of the lists is empty (else all are), and found once if each has one hit.
 */
export const findPassages = (
  source: string | SourceText,
  selectors: readonly TextQuoteSelector[],
): Span[][] => inOrder(selectors.map((selector) => findExact(source, selector)));

/** Of each list of hits, those that can follow one of the list before and precede one of the list after. */
export function inOrder<S extends Span>(hits: readonly (readonly S[])[]): S[][] {
  let from = 0;
  const following = hits.map((list) => {
    const later = list.filter(({ start }) => start >= from);
    from = later.reduce((least, { end }) => Math.min(least, end), Infinity);
    return later;
  });
  let to = Infinity;
  return following
    .toReversed()
    .map((list) => {
      const earlier = list.filter(({ end }) => end <= to);
      to = earlier.reduce((most, { start }) => Math.max(most, start), -Infinity);
      return earlier;
    })
    .reverse();
}

/** The only hit of each passage of a quote that is found once; else `null`. */
export function onlyHits<S extends Span>(hits: readonly (readonly S[])[]): S[] | null {
  const only = hits.flatMap(([first, second]) => (first && !second ? [first] : []));
  return only.length === hits.length ? only : null;
}

/**
 * A source's words as they are shown beside quotes of them.
 * @param quoted passages of the source; if two differ in a hyphen, the first decides
 */
export function textAs(
  source: SourceText,
  quoted: readonly (Span & { exact: string })[],
): (span: Span) => string {
  const spelling = new Map(
    quoted.toReversed().flatMap((passage) => [...spellingOf(source, passage, passage.exact)]),
  );
  return (span) => shownText(source, span, spelling);
}

const ELLIPSIS = /[[(]?\s*(?:…|\.(?:\s?\.){2,})\s*[\])]?/;

/** The parts of words with an ellipsis in them, which may be the passages of a quote; empty for words without one. */
export function elided(words: string): string[] {
  const parts = words
    .split(ELLIPSIS)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.join(' ') === words.trim() ? [] : parts;
}
