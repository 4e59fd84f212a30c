/** Near matches: passages of a source that resemble a quote which is not in it. */
import search from 'approx-string-match';
import { diffWordsWithSpace } from 'diff';
import { foldedSource, type SourceText } from '../../model/quote.ts';
import { fold, type Span } from '../../model/text.ts';
import { sameWords } from './same-words.ts';
import { distance } from './suggest.ts';

export interface NearMatch extends Span {
  /** The characters of the source, with white space folded. */
  text: string;
  /** 1 − distance / length of the longer; 1 is equal. */
  likeness: number;
}

/** A passage less alike than this is another statement. */
const LEAST_LIKENESS = 0.65;
const MOST = 3;
/** Of the words whose nearest passage is sought, in characters: the time grows with their square. */
export const MOST_NEAR = 2000;

/**
 * The passages of a source that are most like a quote, best first, at most three.
 * @returns spans of the source's text that begin and end at words; none for words longer than {@link MOST_NEAR}
 */
export function nearestPassages(sourceText: string | SourceText, exact: string): NearMatch[] {
  const source = foldedSource(sourceText);
  const quote = fold(exact).trim();
  if (quote.length < 4 || quote.length > MOST_NEAR) return [];
  // The search ignores case, curly quotation marks and dashes, which people type in different ways.
  const text = plain(source.text);
  const pattern = plain(quote);
  const found: NearMatch[] = [];
  let free: Span[] = [{ start: 0, end: text.length }];
  for (let i = 0; i < MOST; i++) {
    const best = bestMatch(text, pattern, free);
    if (!best) break;
    const snapped = reachOut(text, pattern, snap(text, pattern, best));
    const passage = source.text.slice(snapped.start, snapped.end);
    const likeness = 1 - distance(quote, passage) / Math.max(quote.length, passage.length);
    // The likeness counts case, so that a headline in capitals does not come before the sentence itself.
    if (likeness >= LEAST_LIKENESS || sameWords(quote, passage))
      found.push({ ...source.original(snapped), text: passage, likeness });
    free = without(free, snapped);
  }
  return found.sort((a, b) => b.likeness - a.likeness);
}

/** How a passage differs from a quote, word by word: `[-the quote's-]{+the passage's+}`. */
export function wordDifference(quote: string, passage: string): string {
  const changes = diffWordsWithSpace(fold(quote).trim(), passage);
  return changes
    .map(({ value, added, removed }, i) => {
      if (removed) return `[-${value}-]`;
      if (added) return `{+${value}+}`;
      return shortened(value, i > 0, i < changes.length - 1);
    })
    .join('');
}

/** Which characters differ where words look the same, as `’ (U+2019) is ' (U+0027)`. */
export function characterDifference(quote: string, passage: string): string | null {
  const given = fold(quote).trim();
  if (given.length !== passage.length || plain(given) !== plain(passage)) return null;
  const named = (character: string): string =>
    `${character} (U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`;
  const differing = new Set<string>();
  for (let i = 0; i < given.length; i++) {
    const [a = '', b = ''] = [given[i], passage[i]];
    if (a !== b && a.toLowerCase() !== b.toLowerCase())
      differing.add(`the source has ${named(b)} where the quote has ${named(a)}`);
  }
  return differing.size > 0 ? [...differing].join('; ') : null;
}

/** Text without the differences that the search ignores. Its length is unchanged, so that offsets stay valid. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text)
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
}

/** Of text that is searched at once: of equally good matches in different parts, the first part's count. */
const PART = 4096;

/** The best match in the free spans. Close matches are tried first: the search takes longer the more errors it allows. */
function bestMatch(text: string, pattern: string, free: readonly Span[]): Span | null {
  for (const share of [0.1, 0.4]) {
    const best = bestWith(Math.max(1, Math.floor(pattern.length * share)), text, pattern, free);
    if (best) return best;
  }
  return null;
}

/**
 * The best match with so many errors at most. Each part of the text is searched only for what is better than all parts
 * before it, because finding where matches start takes as long as the search itself, for each of them.
 */
function bestWith(most: number, text: string, pattern: string, free: readonly Span[]): Span | null {
  const part = Math.max(PART, 4 * pattern.length);
  let best: (Span & { errors: number }) | null = null;
  for (const { start, end } of free)
    for (let from = start; from < end; from += part) {
      const allowed: number = best === null ? most : best.errors - 1;
      if (allowed < 0) return best;
      // A match that begins in this part may end in the next.
      const [first]: (Span & { errors: number })[] = search(
        text.slice(from, Math.min(end, from + part + 2 * pattern.length)),
        pattern,
        allowed,
      )
        .filter((match) => match.start < part)
        // Of equally good matches the longest: a shorter one has lost words at its ends.
        .sort(
          (a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start) || a.start - b.start,
        );
      if (first) best = { start: first.start + from, end: first.end + from, errors: first.errors };
    }
  return best;
}

const without = (free: readonly Span[], taken: Span): Span[] =>
  free
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, taken.start) },
      { start: Math.max(start, taken.end), end },
    ])
    .filter(({ start, end }) => start < end);

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Moves the ends of a match to the nearest edges of words or quotation marks that keep it most alike. */
function snap(text: string, pattern: string, match: Span): Span {
  const isWord = (at: number): boolean => WORD.test(text[at] ?? '');
  const isEdge = (at: number): boolean => !(isWord(at - 1) && isWord(at));
  const candidates = (at: number): number[] => {
    let [left, right] = [at, at];
    while (left > 0 && !isEdge(left)) left--;
    while (right < text.length && !isEdge(right)) right++;
    return [left, right, left - 1, right + 1, left - 2, right + 2].filter(
      (edge) => edge >= 0 && edge <= text.length && isEdge(edge),
    );
  };
  const best = (spans: Span[]): Span =>
    spans
      .filter(({ start, end }) => start < end)
      .map((span) => ({ span, cost: cost(text.slice(span.start, span.end), pattern) }))
      .reduce((least, next) => (next.cost < least.cost ? next : least), {
        span: match,
        cost: Infinity,
      }).span;
  const started = best(candidates(match.start).map((start) => ({ start, end: match.end })));
  return best(candidates(match.end).map((end) => ({ start: started.start, end })));
}

/**
 * Extends a match to the quote's first and last words if they are a little way off. If the quote leaves out a phrase
 * after its first word, the phrase costs more edits than the word, and the search drops the word.
 */
function reachOut(text: string, pattern: string, { start, end }: Span): Span {
  const words = pattern.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const before = text.slice(Math.max(0, start - reach(first)), start);
  const after = text.slice(end, end + reach(last));
  const within = wordsIn(text.slice(start, end));
  // If the match already begins or ends with the word, misspelt, a further one belongs to another sentence.
  const left = isLike(within[0]?.word, first)
    ? undefined
    : wordsIn(before).findLast(({ word }) => word === first);
  const right = isLike(within.at(-1)?.word, last)
    ? undefined
    : wordsIn(after).find(({ word }) => word === last);
  return {
    start: left ? start - before.length + left.start : start,
    end: right ? end + right.end : end,
  };
}

/** Whether one word may be a misspelling of the other. */
const isLike = (a = '', b: string): boolean => distance(a, b) <= b.length / 3;

/** How far off a word may be, in characters: a long word is rare, so it is meant even if it is further away. */
const reach = (word: string): number => Math.min(60, 12 * word.length);

const wordsIn = (text: string): (Span & { word: string })[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

/** The number of edits, and a half for white space at an end, since no quote has any there. */
const cost = (passage: string, pattern: string): number =>
  distance(passage, pattern) + (passage === passage.trim() ? 0 : 0.5);

/** Unchanged text, cut to the words next to a change. */
function shortened(text: string, changedBefore: boolean, changedAfter: boolean): string {
  const words = text.split(/(?<= )/);
  if (words.length <= 8) return text;
  const head = changedBefore ? words.slice(0, 3).join('').trimEnd() : '';
  const tail = changedAfter ? words.slice(-3).join('') : '';
  return `${head}${head && ' '}…${tail && ` ${tail}`}`;
}
