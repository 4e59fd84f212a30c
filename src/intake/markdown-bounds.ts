/** Bounds of a text in Markdown: the parser's time grows with the square of what they count. */

/** Of one sign in one paragraph; of braces and angle brackets, which may end anywhere, in the whole file. */
const MOST_SIGNS = 5000;
/** Of quotations and list items that begin in one line. */
const MOST_MARKERS = 100;

const BY_PARAGRAPH = new Set('*_[]`~&$');
const BY_FILE = new Set('{<');

/**
 * What there is too much of, and the offset of the first that is too many; `null` if all is within bounds.
 * @param start the offset at which the text begins, at the end of a line
 */
export function tooMuch(text: string, start: number): { offset: number; message: string } | null {
  const counts = new Map<string, number>();
  let isEmpty = true;
  for (let offset = start; offset < text.length; offset++) {
    const sign = text[offset] ?? '';
    if (sign === '\n') {
      if (isEmpty) for (const one of BY_PARAGRAPH) counts.delete(one);
      isEmpty = true;
      if (markersAt(text, offset + 1) > MOST_MARKERS)
        return {
          offset: offset + 1,
          message: `a line may begin ${MOST_MARKERS} quotations and lists`,
        };
    } else if (sign !== ' ' && sign !== '\t' && sign !== '\r') isEmpty = false;
    // What is escaped is text to the parser, at once.
    if (sign === '\\' && text[offset + 1] !== '\n') offset++;
    if (!BY_PARAGRAPH.has(sign) && !BY_FILE.has(sign)) continue;
    const count = (counts.get(sign) ?? 0) + 1;
    counts.set(sign, count);
    if (count > MOST_SIGNS) {
      const where = BY_FILE.has(sign) ? 'file' : 'paragraph';
      return { offset, message: `a ${where} may hold ${sign} ${MOST_SIGNS} times` };
    }
  }
  return null;
}

/** How many quotations and list items begin in the line at an offset, as far as the bound. */
function markersAt(text: string, start: number): number {
  const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;
  marker.lastIndex = start;
  let count = 0;
  while (count <= MOST_MARKERS && marker.test(text)) count++;
  return count;
}
