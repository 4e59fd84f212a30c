/** How a source's text is laid out on its page: what its line ends, its hyphens there and its footnote marks stand for. */
import { type Gap, isUnspaced, type Span } from './text.ts';

export interface Layout {
  /**
   * Without it, the text is hard-wrapped: an empty line parts paragraphs, and a single line end does not.
   * `kept`: the same paragraphs, but each line is one of its own, as in poems, telegrams and tables.
   * `paragraphs`: each line is a paragraph.
   */
  lines?: 'kept' | 'paragraphs' | undefined;
  /** `footnotes`: numbers in brackets and raised figures are footnote marks where they follow a word or a stop. */
  marks?: 'footnotes' | undefined;
}

/** What parts the paragraphs of a text, for `matchAll`, `split` and `search`. */
export const paragraphEnd = ({ lines }: Layout): RegExp =>
  lines === 'paragraphs'
    ? /[\r\n\u2029]\s*/g
    : /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)\s*|\u2029\s*/g;

/** What hyphens at a line's end look like; the last three are never part of a word: soft hyphen, ¬ of OCR, Fraktur's ⸗. */
const LINE_HYPHEN = /([-\u2010\u00AD¬⸗])[ \t\f]*(?:\r\n?|\n)[ \t\f]*(?=[\p{L}\p{N}])/gu;
/** First parts that are never the first half of another word. */
const COMPOUND = /^(?:half|self|well)$/iu;
/** After a hyphen that stands for a second half of a word, as in "pre- and post-war". */
const CONJUNCTION = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of|och|og|eller|и|или|i|a)$/iu;

const NUMBER = '\\[(?:(?:note|nb|fn|n|c|Anm\\.) ?)?\\d{1,3}\\]';
const LETTER = '\\[[a-z]{1,2}\\]';
/** Footnote marks in brackets, and the pages that may follow them: ".[31]:12". */
const BRACKETED = new RegExp(`(?:${NUMBER}|${LETTER})+(?::\\d+(?:[-–]\\d+)?)?`, 'gu');
const BEGINS_NUMBER = new RegExp(`^${NUMBER}`, 'u');
const RAISED = /[⁰¹²³⁴-⁹]+(?:[,–][⁰¹²³⁴-⁹]+)*/gu;
const STOP = /[.,;:!?…"”’»。，！？」』]$/u;
/** Raised figures after these are powers. */
const UNIT = /m[eèé]t[er]|метр|mile|feet|foot|inch|yard|second/iu;

/** The footnote marks of a text, in order. */
export function footnoteMarks(text: string): Span[] {
  const before = (index: number): string => text.slice(Math.max(0, index - 40), index);
  const bracketed = [...text.matchAll(BRACKETED)].flatMap(({ 0: found, index }) => {
    const stop = STOP.test(before(index));
    const mark = stop ? found : found.replace(/:[^\]]*$/, '');
    const end = index + mark.length;
    // "[12] men" and "friend[s]" are an editor's words. A letter is a mark only after a stop.
    const isMark =
      /[^\s[(]$/u.test(before(index)) &&
      (stop || BEGINS_NUMBER.test(mark)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    return isMark ? [{ start: index, end }] : [];
  });
  const raised = [...text.matchAll(RAISED)]
    .filter(({ index }) => isNoPower(before(index).replace(/\[[^[]*\]$/, '')))
    .map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
  return [...bracketed, ...raised].sort((a, b) => a.start - b.start);
}

/** Whether a raised figure after these words is a footnote mark: after a stop, or a word that is no unit. */
function isNoPower(before: string): boolean {
  if (STOP.test(before)) return true;
  const [, number = '', word] = /(\S*)\s*?(?<!\p{L})(\p{L}{4,})\)?$/u.exec(before) ?? [];
  return word !== undefined && !/\p{N}/u.test(number) && !UNIT.test(word);
}

/** Every {@link Gap} of a source's text, in order. */
export function gapsOf(text: string, { lines, marks }: Layout): Gap[] {
  const footnotes = (marks ? footnoteMarks(text) : []).map(
    ({ start, end }): Gap => ({
      kind: 'mark',
      start,
      end,
      shown: '',
      forms: [text.slice(start, end).replace(/\s/g, ' '), ''],
    }),
  );
  return [...(lines ? [] : lineHyphens(text)), ...footnotes].sort((a, b) => a.start - b.start);
}

function lineHyphens(text: string): Gap[] {
  let vocabulary: Set<string> | null = null;
  const occurs = (word: string): boolean => {
    vocabulary ??= new Set(text.toLowerCase().match(WORDS));
    return vocabulary.has(word.toLowerCase());
  };
  return [...text.matchAll(LINE_HYPHEN)].flatMap(({ 0: found, 1: hyphen = '', index: start }) => {
    const end = start + found.length;
    const before = LAST_WORD.exec(text.slice(Math.max(0, start - 40), start))?.[0];
    const after = FIRST_WORD.exec(text.slice(end, end + 40))?.[0] ?? '';
    if (before === undefined) return [];
    const gap = (shown: string, ...forms: string[]): Gap => ({
      kind: 'hyphen',
      start,
      end,
      shown,
      forms,
    });
    if (hyphen === '\u00AD') return [gap('', '')];
    if (/\p{N}$/u.test(before) || /^\p{N}/u.test(after)) return [gap(hyphen, `${hyphen} `, hyphen)];
    return [gap(shownHyphen(before, after, hyphen, occurs), `${hyphen} `, hyphen, '')];
  });
}

const WORDS = /[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*/gu;
const LAST_WORD = /(?:[\p{L}\p{N}\p{M}]+-)*[\p{L}\p{N}\p{M}]+$/u;
const FIRST_WORD = /^[\p{L}\p{N}\p{M}]+/u;

/** How a word that a line end cuts is written within a line: as the text itself writes it elsewhere, if it does. */
function shownHyphen(
  before: string,
  after: string,
  hyphen: string,
  occurs: (word: string) => boolean,
): string {
  if (/[¬⸗]/.test(hyphen) || occurs(before + after)) return '';
  if (occurs(`${before}-${after}`) || COMPOUND.test(before)) return hyphen;
  if (CONJUNCTION.test(after)) return `${hyphen} `;
  return /^\p{Lu}/u.test(after) && !/\p{Lu}$/u.test(before) ? hyphen : '';
}

const LINE_END = /[ \t\f]*(?:\r\n?|\n)[ \t\f]*/g;

/**
 * A passage as it is shown: words that a line end cuts are whole, line ends within a paragraph are spaces, or nothing
 * in scripts without spaces, and footnote marks are left out. All else is the file's, character for character.
 * @param gaps of the whole text
 * @param chosen by where they start, what is shown of gaps in place of their own
 */
export function shownPassage(
  text: string,
  { lines }: Layout,
  gaps: readonly Gap[],
  { start, end }: Span,
  chosen: ReadonlyMap<number, string> = new Map(),
): string {
  let shown = '';
  let at = start;
  for (let i = firstFrom(gaps, start); i < gaps.length; i++) {
    const gap = gaps[i];
    if (!gap || gap.end > end) break;
    shown += text.slice(at, gap.start) + (chosen.get(gap.start) ?? gap.shown);
    at = gap.end;
  }
  shown += text.slice(at, end);
  // A page cannot show the sign where another begins.
  if (lines) return shown.replaceAll('\f', '');
  return shown.replace(LINE_END, (lineEnd, index: number) => {
    const before = shown.slice(0, index) || text.slice(Math.max(0, start - 40), start);
    const after = shown.slice(index + lineEnd.length) || text.slice(end, end + 2);
    if (/[\r\n][ \t\f]*$/.test(before.slice(-40)) || /^[\r\n]/.test(after)) return lineEnd;
    return isUnspaced(before.slice(-8), after.slice(0, 2)) ? '' : ' ';
  });
}

/** The index of the first gap that starts at an offset or later, by halving. */
function firstFrom(gaps: readonly Gap[], offset: number): number {
  let low = 0;
  for (let high = gaps.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((gaps[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
