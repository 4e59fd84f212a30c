/** Passages of a source that resemble a quote which is not in it. */
import search from 'approx-string-match';
import { diffWordsWithSpace } from 'diff';
import { foldedSource } from '../../model/quote.ts';
import { fold, type Span } from '../../model/text.ts';
import { distance } from './suggest.ts';

export interface Passage extends Span {
  /** The source's own characters, white space folded. */
  text: string;
  /** 1 − distance / length of the longer; 1 is equal. */
  likeness: number;
}

/** Passages less alike than this are not what the author meant. */
const LEAST_LIKENESS = 0.65;
const MOST = 3;

/**
 * The passages of a source most like a quote, the likest first, at most three.
 * @returns spans of the source's own text, from word to word
 */
export function nearestPassages(sourceText: string, exact: string): Passage[] {
  const source = foldedSource(sourceText);
  const quote = fold(exact).trim();
  if (quote.length < 4) return [];
  // Case, curly quotes and dashes weigh nothing while seeking, so that typing habits hide no passage.
  const text = plain(source.text);
  const pattern = plain(quote);
  const found: Passage[] = [];
  let free: Span[] = [{ start: 0, end: text.length }];
  for (let i = 0; i < MOST; i++) {
    const best = bestMatch(text, pattern, free);
    if (!best) break;
    const snapped = reachOut(text, pattern, snap(text, pattern, best));
    const passage = source.text.slice(snapped.start, snapped.end);
    const likeness = 1 - distance(quote, passage) / Math.max(quote.length, passage.length);
    // What is alike but for its case, as a headline in capitals, hides nothing that is more alike.
    if (likeness >= LEAST_LIKENESS)
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

/** One character for one, so that offsets hold. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text)
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
}

/** The likest match in what is free: seek close ones first, as every error allowed costs time. */
function bestMatch(text: string, pattern: string, free: readonly Span[]): Span | null {
  for (const share of [0.1, 0.4]) {
    const errors = Math.max(1, Math.floor(pattern.length * share));
    const matches = free.flatMap(({ start, end }) =>
      search(text.slice(start, end), pattern, errors).map((match) => ({
        start: match.start + start,
        end: match.end + start,
        errors: match.errors,
      })),
    );
    // Of equal matches the longest has lost least at its ends.
    const [best] = matches.sort(
      (a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start) || a.start - b.start,
    );
    if (best) return best;
  }
  return null;
}

const without = (free: readonly Span[], taken: Span): Span[] =>
  free
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, taken.start) },
      { start: Math.max(start, taken.end), end },
    ])
    .filter(({ start, end }) => start < end);

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Moves the ends of a match to where words and quotation marks begin and end, keeping it as like as can be. */
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
  const likest = (spans: Span[]): Span =>
    spans
      .filter(({ start, end }) => start < end)
      .map((span) => ({ span, cost: cost(text.slice(span.start, span.end), pattern) }))
      .reduce((best, next) => (next.cost < best.cost ? next : best), {
        span: match,
        cost: Infinity,
      }).span;
  const started = likest(candidates(match.start).map((start) => ({ start, end: match.end })));
  return likest(candidates(match.end).map((end) => ({ start: started.start, end })));
}

/**
 * Stretches a match to the quote's first and last words where these stand a little way off: a phrase dropped after
 * the first word counts for less than its letters, which would rather give that word up.
 */
function reachOut(text: string, pattern: string, { start, end }: Span): Span {
  const words = pattern.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const before = text.slice(Math.max(0, start - reach(first)), start);
  const after = text.slice(end, end + reach(last));
  const within = wordsIn(text.slice(start, end));
  // A word that is only misspelt is there; the same word further on is of another sentence.
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

/** Whether one word may be the other, misspelt. */
const isLike = (a = '', b: string): boolean => distance(a, b) <= b.length / 3;

/** The rarer a word, so the longer, the further off it may be and still be the one that is meant. */
const reach = (word: string): number => Math.min(60, 12 * word.length);

const wordsIn = (text: string): (Span & { word: string })[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

/** Edits, and a little for white space at the ends, which no quote has. */
const cost = (passage: string, pattern: string): number =>
  distance(passage, pattern) + (passage === passage.trim() ? 0 : 0.5);

/** The words beside a change; what lies further off is left out. */
function shortened(text: string, changedBefore: boolean, changedAfter: boolean): string {
  const words = text.split(/(?<= )/);
  if (words.length <= 8) return text;
  const head = changedBefore ? words.slice(0, 3).join('').trimEnd() : '';
  const tail = changedAfter ? words.slice(-3).join('') : '';
  return `${head}${head && ' '}…${tail && ` ${tail}`}`;
}
