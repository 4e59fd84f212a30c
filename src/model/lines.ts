/** Guesses what the line ends of a new source are, for its record. */
import type { Layout } from './layout.ts';
import { paragraphs } from './sentences.ts';

/** Nobody wraps lines by hand or by program that are longer. */
const LONGEST_WRAPPED = 200;
/** How much of the width a wrapped line fills: hyphens, tabs and ragged edges take the rest. */
const FILLED = 0.85;

/**
 * What `lines` of a text's record should be; `undefined` for running text, in which an empty line parts paragraphs.
 * @param isPage whether the text was taken from a page, where each line end is one that a reader sees
 */
export function linesOf(text: string, isPage = false): Layout['lines'] {
  const blocks = paragraphs({ text }).map(({ start, end }) =>
    text.slice(start, end).split(/\r\n?|\n/),
  );
  const inner = blocks.flatMap((lines) =>
    lines.slice(0, -1).map((line, i) => [line, lines[i + 1]]),
  );
  if (inner.length === 0) return undefined;
  if (areParagraphs(text)) return 'paragraphs';
  if (!isPage && isWrapped(inner as [string, string][])) return undefined;
  return blocks.length === 1 ? 'paragraphs' : 'kept';
}

/** Paragraphs of prose are longer than this, and hardly any of them ends otherwise than a sentence does. */
const PROSE = 60;
const ENDED = 0.8;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const SENTENCE_END = /[.!?…。！？؟।:]["'”’»)\]」』]*\s*$/u;

/** Whether the lines of a text are paragraphs of prose, most of them without an empty line between them. */
export function areParagraphs(text: string): boolean {
  const lines = text.split(/\r\n?|\n/);
  const followed = lines.filter((line, i) => /\S/.test(line) && /\S/.test(lines[i + 1] ?? ''));
  // A character of Han or kana stands for some two letters.
  const widthOf = (line: string): number => line.trim().replace(WIDE, 'xx').length;
  const long = lines.filter((line) => widthOf(line) > PROSE);
  return (
    long.length >= 3 &&
    followed.length >= long.length / 2 &&
    long.length >= lines.filter((line) => /\S/.test(line)).length / 2 &&
    long.filter((line) => SENTENCE_END.test(line)).length >= ENDED * long.length
  );
}

/** Whether most lines end where the next word would not have fitted. */
function isWrapped(inner: readonly (readonly [line: string, next: string])[]): boolean {
  const lengths = inner.map(([line]) => line.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width > LONGEST_WRAPPED) return false;
  const forced = inner.filter(([line, next]) => {
    const word = /^\s*(\p{sc=Han}|\S+)/u.exec(next)?.[1] ?? '';
    return line.trimEnd().length + 1 + word.length > FILLED * width;
  });
  return forced.length >= 0.7 * inner.length;
}
