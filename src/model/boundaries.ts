/** Where words and numbers end: a text cut anywhere else says something that was not said. */
import { fold, type Span } from './text.ts';

/** What a text would have to begin or end inside of. */
export interface Cut {
  side: 'begins' | 'ends';
  kind: 'word' | 'number';
  /** The whole word or number, white space folded. */
  whole: string;
}

/** How much of a text is looked at on either side of a cut, in UTF-16 units: no word or number is longer. */
const WINDOW = 200;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * A number with all that belongs to it: sign, currency, separators, groups, decimals, fraction, superscript, unit mark,
 * and the characters of East Asia that multiply it. Dates and ranges in digits are one number too.
 */
const NUMBER = new RegExp(
  [
    // A hyphen is a sign only where no word or number stands before it.
    '(?:(?<![\\p{L}\\p{N}\\p{M})\\]])[-–]|[+−±~≈<>≤≥]\\s?)?',
    '(?:\\p{Lu}{0,2}\\p{Sc}\\s?|[%٪])?[-−]?',
    '\\.?\\p{Nd}+',
    "(?:(?:[.,:;'’·٫٬/⁄‐‑–—−-]|(?<=(?<!\\p{Nd})\\p{Nd}{1,3}(?:\\s\\p{Nd}{3})*)\\s(?=\\p{Nd}{3}(?!\\p{Nd})))\\p{Nd}+)*",
    '(?:[⁺⁻₊₋]?\\p{No}+|\\s[¼-¾⅐-⅞]|\\s\\p{Nd}+[/⁄]\\p{Nd}+)?',
    '[十百千万萬億亿兆만억조천백]*',
    '(?:\\s?[%‰‱٪°℃℉\\p{Sc}](?:[CF]\\b)?|[′″])?',
  ].join(''),
  'gu',
);

/** Numbers in words of one character each, as in 二十四. */
const HAN_NUMERALS = /[〇零一二三四五六七八九十百千万萬億亿兆两兩]{2,}/gu;

/** A mark of power or of a formula belongs to the letters before it: m², CO₂. Behind a longer word it is a footnote's. */
const MARKED = /(?:(?<!\p{L})\p{L}{1,3}[⁰¹²³⁴-⁹⁺⁻]+|[\p{L}\p{N}]+[₀-₉₊₋]+[\p{L}\p{N}₀-₉₊₋]*)/gu;

/** A hyphen at a line's end parts one word, and so does one behind a negation. */
const HYPHENATED =
  /\p{L}+[-‐]\r?\n\s*\p{Ll}+|(?<![\p{L}\p{N}])(?:non|un|anti|dis|mis|ex|pseudo|quasi|nicht|не|анти|экс)[-‐‑]\p{L}+/giu;

/** French, Italian and Catalan words that are written together with the next; "n’" negates and is none of them. */
const ELIDED =
  /(?<!\p{L})(?:[ldjmtsc]|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|dall|sull|quest|quell)['’]$/iu;

/** Korean particles and copulas, which are written together with the word they follow. */
const PARTICLES =
  /^(?:들|님|씨|께서|에게|에서|으로|부터|까지|처럼|보다|마다|조차|마저|라도|이라도|이라고|라고|이라는|라는|이란|이나|이며|이고|이다|이었다|였다|입니다|이라|하고|로서|으로서|로써|으로써|은|는|이|가|을|를|의|에|와|과|도|만|로|께|나|며|랑|이랑|서|야)+(?![\p{L}\p{N}])/u;

/**
 * Whether a span of a text begins and ends at boundaries of words and numbers, by Unicode's word boundaries in the
 * text's language (UAX #29, and dictionaries for scripts without spaces); a Korean noun may end before its particles.
 * @param language a BCP 47 tag
 * @returns what is cut, at most once on each side
 * @see https://www.unicode.org/reports/tr29/#Word_Boundaries
 */
export function cutsOf(text: string, { start, end }: Span, language: string): Cut[] {
  return [...(cutAtStart(text, start, language) ?? []), ...(cutAtEnd(text, end, language) ?? [])];
}

/** The least span of whole words and numbers that holds a span. */
export function wholeWords(text: string, { start, end }: Span, language: string): Span {
  let [from, to] = [start, end];
  while (from > 0 && cutAtStart(text, from, language)) from--;
  while (to < text.length && cutAtEnd(text, to, language)) to++;
  return { start: from, end: to };
}

function cutAtStart(text: string, at: number, language: string): Cut[] | null {
  const cut = cutAt(text, at, language);
  const elides = /^(?:fr|it|ca|oc)\b/i.test(language);
  if (cut && elides && ELIDED.test(text.slice(Math.max(0, at - WINDOW), at))) return null;
  return cut && [{ side: 'begins', ...cut }];
}

function cutAtEnd(text: string, at: number, language: string): Cut[] | null {
  const cut = cutAt(text, at, language);
  const rest = fold(text.slice(at, at + WINDOW));
  // Of one syllable the noun could be any word cut short: 합 of 합의.
  const noun = /[\p{L}\p{N}]{2}$/u.test(fold(text.slice(Math.max(0, at - WINDOW), at)));
  if (cut?.kind === 'word' && noun && PARTICLES.test(rest)) return null;
  return cut && [{ side: 'ends', ...cut }];
}

/** The word or number that lies on both sides of an offset. */
function cutAt(text: string, at: number, language: string): Omit<Cut, 'side'> | null {
  const raw = { from: Math.max(0, at - WINDOW), to: Math.min(text.length, at + WINDOW) };
  // Folded, for soft hyphens and the like part no word.
  const before = fold(text.slice(raw.from, at));
  const around = before + fold(text.slice(at, raw.to));
  const offset = before.length;
  if (offset === 0 || offset === around.length) return null;
  for (const pattern of [NUMBER, HAN_NUMERALS, MARKED]) {
    const number = matchOver(around, offset, pattern);
    if (number !== null) return { kind: 'number', whole: number };
  }
  const hyphenated = matchOver(text.slice(raw.from, raw.to), at - raw.from, HYPHENATED);
  if (hyphenated !== null) return { kind: 'word', whole: fold(hyphenated) };
  const segment = segmenterOf(language).segment(around).containing(offset);
  if (!segment || segment.index === offset) return null;
  return segment.isWordLike ? { kind: 'word', whole: segment.segment } : null;
}

/** What a pattern finds that begins before an offset and ends after it. */
function matchOver(text: string, offset: number, pattern: RegExp): string | null {
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (index >= offset) return null;
    if (index + match.length > offset && match.trim() !== '') return match.trim();
  }
  return null;
}
