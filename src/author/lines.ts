/** Guesses what the line ends of a new source are, for its record. */
import type { Layout } from '../model/layout.ts';
import { paragraphs } from '../model/sentences.ts';

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
  if (!isPage && isWrapped(inner as [string, string][])) return undefined;
  return blocks.length === 1 ? 'paragraphs' : 'kept';
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
