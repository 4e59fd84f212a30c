/** The numbers in figures of a text, so that two texts can be compared by them. */
import { NUMBER_WORDS, oneOf, SCALES } from './numerals.ts';

/** Arabic and Persian figures, and those of full width. */
const digitOf = (sign: string): string =>
  sign.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** Not what belongs to a name: G20, Su-27. */
const FIGURE =
  /(?<![\p{L}\p{M}\p{Nd}]|\p{L}[-‐‑–]|\p{Nd}[.,])\p{Nd}+(?:[.,'’٬\s]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?(?![\p{Nd}\p{M}])/gu;
/** Three numbers, none of which has decimals. */
const DOTTED_DATE = /(?<!\p{Nd})(\p{Nd}{1,2})[.](\p{Nd}{1,2})[.](?=\p{Nd}{2})/gu;

/** The value as text: no zeros in front, no marks between thousands, a point before decimals. */
function plainOf(figure: string): string {
  const plain = digitOf(figure)
    .replace(/[.,'’٬\s](?=\d{3}(?!\d))/g, '')
    .replace(/[,٫]/, '.');
  return plain.replace(/^0+(?=\d)/, '');
}

export interface Figure {
  /** As the text has it: `1,850`. */
  text: string;
  /** `1850`. */
  value: string;
  /** Whether a word behind it multiplies it: `5 million`. */
  scaled: boolean;
}

const SCALED = new RegExp(`^[\\s-]?(?:${oneOf(SCALES)})(?![\\p{L}\\p{M}])`, 'iu');

/** The numbers in figures of a text, in order. */
export function figuresOf(text: string): Figure[] {
  const parted = text.replace(DOTTED_DATE, '$1/$2/');
  return [...parted.matchAll(FIGURE)].map(({ 0: found, index }) => ({
    text: found,
    value: plainOf(found),
    scaled: SCALED.test(parted.slice(index + found.length)),
  }));
}

/** They are numbers in one language and other words in another. */
const OTHER_WORDS =
  /^(?:one|eine?|due|times|score|gross|mal|mil|o|ni|ti|fire|cent|fold|bin|kat)$/iu;
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${oneOf(`${NUMBER_WORDS} ${SCALES}`)}|both|twice|double|pair|first|second|third|beide|doppelt)(?![\\p{L}\\p{M}])`,
  'giu',
);
const HAN = /[〇零一二三四五六七八九十百千两兩]|(?:昭和|平成|令和|大正|明治|民國|民国)/u;

/**
 * Whether a text may have numbers in words, or years of another era, which figures elsewhere may stand for. The millions
 * behind a figure are none.
 */
export const hasNumberWords = (text: string): boolean =>
  HAN.test(text) ||
  [...text.matchAll(WORDS)].some(
    ({ 0: word, index }) =>
      !OTHER_WORDS.test(word) && !/\p{Nd}[\s-]?$/u.test(text.slice(Math.max(0, index - 3), index)),
  );

/** The figures that a text may have. */
export interface Known {
  figures: readonly Figure[];
  values: ReadonlySet<string>;
}

/**
 * The figures of the texts that another is taken from; `null` if they cannot be compared, because these may have numbers
 * in words.
 * @param dates what else the other may have, as the figures of a date
 */
export function knownFigures(texts: readonly string[], dates = ''): Known | null {
  if (texts.some(hasNumberWords)) return null;
  const figures = texts.flatMap(figuresOf);
  return {
    figures,
    values: new Set([...figures, ...figuresOf(dates)].map(({ value }) => value)),
  };
}

/** The figures of a text that are not known. */
export function figuresBeyond(text: string, { figures, values }: Known): Figure[] {
  const found = figuresOf(text).filter(({ value }) => !values.has(value));
  if (found.length === 0) return [];
  const isLong = figures.some(({ value }) => value.length > 3);
  const isScaled = figures.some(({ scaled }) => scaled);
  // 5 million is 5,000,000.
  return found.filter(
    ({ value, scaled }) => !(scaled && isLong) && !(value.length > 3 && isScaled),
  );
}
