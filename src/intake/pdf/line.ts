/** Letters of one line as text: spaces where the page has gaps, raised figures raised, right to left where it is read so. */
import bidiFactory from 'bidi-js';
import { lower, raise } from '../scripts.ts';
import type { Letter, Run } from './letters.ts';

export interface Line {
  text: string;
  /** For each UTF-16 unit of the text, its letter; `null` for a space that the page has as a gap. */
  letters: (Letter | null)[];
  from: number;
  to: number;
  base: number;
  size: number;
  bold: boolean;
}

/** A gap of so many ems is a space. */
const SPACE = 0.14;
/** A space that overlaps the next letter is not one. */
const TAKEN_BACK = 0.05;
/** What letters of scripts without spaces are apart in justified lines. */
const UNSPACED_SPACE = 1;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Accents that old typesetting draws over a letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  '¸': '\u0327',
  ˇ: '\u030C',
  '˚': '\u030A',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '˝': '\u030B',
  '˛': '\u0328',
};

const RIGHT_TO_LEFT =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

const bidi = bidiFactory();

/** Whether more of a text's letters are read from right to left. */
export function mostlyRightToLeft(text: string): boolean {
  const all = text.match(/\p{L}/gu) ?? [];
  return all.filter(isRightToLeft).length > all.length / 2;
}

/**
 * The line that runs make which stand side by side.
 * @param rightToLeft whether the text around it is read so
 */
export function lineOf(runs: readonly Run[], rightToLeft: boolean): Line {
  const all = runs.flatMap(({ letters }) => letters);
  const letters = withoutTwins(all.toSorted((a, b) => a.from - b.from || a.to - b.to));
  const inked = letters.filter(({ text }) => text !== ' ');
  const { base, size } = mostCommon(inked);
  const line = {
    from: inked.map(({ from }) => from).reduce((a, b) => Math.min(a, b), Infinity),
    to: inked.map(({ to }) => to).reduce((a, b) => Math.max(a, b), -Infinity),
    base,
    size,
    bold: inked.every(({ bold }) => bold),
  };
  const signs = inOrder(spaced(composed(letters), size), rightToLeft);
  return Object.assign(line, written(signs, line));
}

/** Text, and the letters that it was drawn by. */
interface Sign {
  text: string;
  letter: Letter | null;
}

/** Baseline and size of most of the letters. */
function mostCommon(letters: readonly Letter[]): { base: number; size: number } {
  const counts = new Map<string, [count: number, letter: Letter]>();
  for (const letter of letters) {
    const key = `${Math.round(letter.base)} ${Math.round(letter.size * 2)}`;
    const [count] = counts.get(key) ?? [0];
    counts.set(key, [count + 1, letter]);
  }
  const [, most] = [...counts.values()].sort(([a], [b]) => b - a)[0] ?? [];
  return { base: most?.base ?? 0, size: most?.size ?? 0 };
}

/** Each letter once: some programs draw a letter twice, a little apart, to make it bold or to give it a shadow. */
function withoutTwins(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  for (const letter of letters) {
    const near = Math.min(0.15 * letter.size, 0.5 * (letter.to - letter.from));
    const isTwin = kept
      .slice(-4)
      .some(
        (one) =>
          one.text === letter.text &&
          Math.abs(one.from - letter.from) < near &&
          Math.abs(one.base - letter.base) < near,
      );
    if (!isTwin) kept.push(letter);
  }
  return kept;
}

/** Combines accents with the letters that they stand over, and puts marks after their letters. */
function composed(letters: readonly Letter[]): Sign[] {
  const signs = letters.map((letter): Sign => ({ text: letter.text, letter }));
  const middle = ({ from, to }: Letter): number => (from + to) / 2;
  for (const [i, { text, letter }] of signs.entries()) {
    const mark = ACCENTS[text] ?? (/^\p{M}+$/u.test(text) ? text : undefined);
    if (mark === undefined || !letter) continue;
    const under = [signs[i - 1], signs[i + 1], signs[i - 2], signs[i + 2]].find(
      (one) =>
        one?.letter &&
        /^\p{L}\p{M}*$/u.test(one.text) &&
        one.letter.from <= middle(letter) &&
        middle(letter) <= one.letter.to &&
        // An accent beside the letter is a character of its own.
        (!ACCENTS[text] ||
          middle(letter) - one.letter.from < 0.95 * (one.letter.to - one.letter.from)),
    );
    if (!under) continue;
    under.text = (under.text.replace(/^ı/, 'i').replace(/^ȷ/, 'j') + mark).normalize('NFC');
    signs[i] = { text: '', letter: null };
  }
  return signs.filter(({ text }) => text !== '');
}

/** Puts spaces where the page has gaps, and keeps one of those that it has as characters. */
function spaced(signs: readonly Sign[], size: number): Sign[] {
  const inked = signs.filter(({ text }) => text !== ' ');
  const least = SPACE + trackingOf(inked, size);
  const out: Sign[] = [];
  let before: Letter | null = null;
  let space: Sign | null = null;
  for (const sign of signs) {
    const { text, letter } = sign;
    if (text === ' ') {
      space = sign;
      continue;
    }
    // Browsers draw a soft hyphen that is not used as a space, and the next letter over it.
    if (space?.letter && letter && isTakenBack(space.letter, before, letter)) space = null;
    if (before && letter) {
      const gap = gapBetween(before, letter) / Math.min(letter.size, before.size);
      const unspaced = UNSPACED.test(text) && UNSPACED.test(before.text);
      if (space || gap > (unspaced ? UNSPACED_SPACE : least))
        out.push({ text: ' ', letter: space?.letter ?? null });
    }
    out.push(sign);
    before = letter;
    space = null;
  }
  return out;
}

/** Whether a letter begins where a space does. */
const isTakenBack = (space: Letter, before: Letter | null, after: Letter): boolean =>
  after.from - space.from < TAKEN_BACK * after.size ||
  (before !== null && space.from - before.from < TAKEN_BACK * before.size);

/** What is between two letters beside the space that the file has between all of them. */
const gapBetween = (before: Letter | null | undefined, letter: Letter | null): number =>
  before && letter ? letter.from - before.to - Math.max(0, before.glyph.spacing) : 0;

/** By how many ems the letters of a line are spaced that has some letters apart and words further apart. */
function trackingOf(signs: readonly Sign[], size: number): number {
  if (signs.length < 10 || !signs.every(({ text }) => /^[\p{L}\p{P}]+$/u.test(text))) return 0;
  const gaps = signs
    .slice(1)
    .map(({ letter }, i) => gapBetween(signs[i]?.letter, letter) / size)
    .sort((a, b) => a - b);
  const least = gaps[Math.floor(gaps.length / 8)] ?? 0;
  const most = gaps.at(-1) ?? 0;
  return least > 0.05 && most > least + 2 * SPACE ? least + SPACE / 2 : 0;
}

/** Signs from left to right as they are read: the Unicode algorithm undoes itself, if its base is known. */
function inOrder(signs: readonly Sign[], rightToLeft: boolean): Sign[] {
  if (!signs.some(({ text }) => isRightToLeft(text))) return [...signs];
  // One unit a sign, so that places are the same.
  const visual = signs
    .map(({ text }) => ((text.codePointAt(0) ?? 0) > 0xffff ? 'A' : (text[0] ?? ' ')))
    .join('');
  const base = rightToLeft || mostlyRightToLeft(visual) ? 'rtl' : 'ltr';
  const levels = bidi.getEmbeddingLevels(visual, base);
  return bidi.getReorderedIndices(visual, levels).map((place) => {
    const { text = '', letter = null } = signs[place] ?? {};
    const mirrored = (levels.levels[place] ?? 0) % 2 === 1 ? bidi.getMirroredCharacter(text) : null;
    return { text: mirrored ?? text, letter };
  });
}

/** Above and below the line in ems of it, smaller than it is. */
function shiftOf({ letter }: Sign, { base, size }: Pick<Line, 'base' | 'size'>): -1 | 0 | 1 {
  if (!letter) return 0;
  const raised = (base - letter.base) / size;
  const small = letter.size < 0.85 * size;
  if (raised > 0.3 || (small && raised > 0.12)) return 1;
  return (small && raised < -0.06) || raised < -0.2 ? -1 : 0;
}

/** Whether signs touch the one before them, or begin the line right before the one that follows. */
function isBeside(
  group: readonly Sign[],
  before: Sign | undefined,
  after: Sign | undefined,
  size: number,
): boolean {
  const [first, last] = [group[0]?.letter, group.at(-1)?.letter];
  if (before) return before.text !== ' ' || before.letter !== null;
  return !!first && !!last && !!after && (!after.letter || after.letter.from - last.to < size);
}

/** Joins signs; figures that are raised or lowered are written so, or they would be part of the number before them. */
function written(
  signs: readonly Sign[],
  line: Pick<Line, 'base' | 'size'>,
): Pick<Line, 'text' | 'letters'> {
  let text = '';
  const letters: (Letter | null)[] = [];
  for (let i = 0; i < signs.length; ) {
    let shift = shiftOf(signs[i] as Sign, line);
    let end = i + 1;
    while (end < signs.length && shift !== 0 && shiftOf(signs[end] as Sign, line) === shift) end++;
    const group = signs.slice(i, end);
    // What stands by itself beside a line is no figure of it.
    if (!isBeside(group, signs[i - 1], signs[end], line.size)) shift = 0;
    const plain = group.map((sign) => sign.text).join('');
    const shown = shift === 0 ? plain : shift > 0 ? raise(plain, text, false) : lower(plain);
    text += shown;
    if (shown.length === plain.length)
      for (const sign of group) for (const _ of sign.text.split('')) letters.push(sign.letter);
    else for (const _ of shown.split('')) letters.push(group[0]?.letter ?? null);
    i = end;
  }
  return { text, letters };
}
