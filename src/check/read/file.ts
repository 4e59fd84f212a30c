/** A file's text, and the position of an offset in it. */
import { error, type Position, type Problem } from '../problem.ts';

export interface TextFile {
  /** Its path as problems show it. */
  readonly file: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The position of a UTF-16 offset. */
  at(offset: number): Position;
}

/**
 * Decodes bytes strictly as UTF-8. A byte order mark stays in the text, because a source is kept byte for byte.
 * @returns the file, or the problem with the position of the first byte that is not UTF-8
 */
export function decode(file: string, bytes: Uint8Array): TextFile | Problem {
  try {
    return textFile(file, strict().decode(bytes), bytes);
  } catch {
    const { text, bad } = firstBadByte(bytes);
    const hex = `0x${(bytes[bad] as number).toString(16).toUpperCase().padStart(2, '0')}`;
    return error(0, textFile(file, text, bytes).at(text.length), `not UTF-8: byte ${hex}`, [
      'save the file in the encoding UTF-8',
    ]);
  }
}

export function textFile(file: string, text: string, bytes: Uint8Array): TextFile {
  let starts: number[] | null = null;
  return {
    file,
    text,
    bytes,
    at(offset) {
      starts ??= lineStarts(text);
      let line = 0;
      for (let high = starts.length - 1; line < high; ) {
        const middle = Math.ceil((line + high) / 2);
        if ((starts[middle] as number) <= offset) line = middle;
        else high = middle - 1;
      }
      return { file, line: line + 1, column: offset - (starts[line] as number) + 1 };
    },
  };
}

const strict = (): TextDecoder => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The first byte that is not UTF-8, and the text before it. */
function firstBadByte(bytes: Uint8Array): { text: string; bad: number } {
  const read = (length: number): string | null => {
    try {
      return strict().decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let text = '';
  let good = 0;
  for (let high = bytes.length; good < high; ) {
    const middle = Math.ceil((good + high) / 2);
    const readable = read(middle);
    if (readable === null) high = middle - 1;
    else [good, text] = [middle, readable];
  }
  // The invalid sequence begins where the text ends.
  return { text, bad: new TextEncoder().encode(text).length };
}
