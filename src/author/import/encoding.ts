/**
 * A file's text: in the encoding that a mark, the author or its XML names, else UTF-8. Any other encoding is refused,
 * not guessed.
 * @see https://encoding.spec.whatwg.org/
 */
import { decodeStrictly, firstMisfit, markOf, positionAfter } from '../../intake/charset.ts';
import { cleanLine } from '../markdown.ts';
import { Refusal } from '../refusal.ts';

export interface FileText {
  text: string;
  /** Whether the author named an encoding for what is UTF-8 as it stands. */
  doubtful: boolean;
}

/**
 * @param path as messages name the file
 * @param named by `--encoding`: a label of the Encoding Standard
 * @param again the command that imports the file in another encoding
 * @throws {Refusal} where the encoding is not certain, with the place of the first byte that does not fit
 */
export function textOf(
  path: string,
  bytes: Uint8Array,
  named: string | undefined,
  again: (encoding: string) => string,
): FileText {
  const chosen = named === undefined ? null : nameOf(named, '--encoding');
  const declared = declaredIn(bytes);
  const marked = markOf(bytes);
  const encoding = marked ?? chosen ?? (declared && nameOf(declared, 'its XML declaration'));
  const wide = encoding === null ? unmarkedUtf16(bytes) : null;
  if (wide !== null)
    throw new Refusal(`${path} is UTF-16 without the mark that says so`, [again(wide)]);
  const text = decodeStrictly(bytes, encoding ?? 'utf-8');
  if (text === null) throw misfit(path, bytes, encoding, again);
  const doubtful =
    marked === null &&
    chosen !== null &&
    !chosen.startsWith('utf-') &&
    bytes.some((byte) => byte > 0x7f) &&
    decodeStrictly(bytes, 'utf-8') !== null;
  return { text, doubtful };
}

/** In UTF-16 every other byte of a space, a comma or a line's end is zero; other encodings of text have none. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const [most, least] = even > odd ? [even, odd] : [odd, even];
  const share = decodeStrictly(bytes, 'utf-8') === null ? 50 : 12;
  if (most === 0 || most < bytes.length / share || least > most / 10) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function misfit(
  path: string,
  bytes: Uint8Array,
  encoding: string | null,
  again: (encoding: string) => string,
): Refusal {
  const { before, byte } = firstMisfit(bytes, encoding ?? 'utf-8');
  const at = `${path}: ${positionAfter(before)}: byte 0x${byte}`;
  const others = 'or windows-1250, windows-1251, macintosh, shift_jis, gbk, euc-kr …';
  if (encoding !== null)
    return new Refusal(`${at} is not ${encoding}`, [
      `name another encoding: ${again('windows-1252')}`,
      others,
    ]);
  const line = before.split('\n').length - 1;
  const read = (new TextDecoder('windows-1252').decode(bytes).split('\n')[line] ?? '').trim();
  return new Refusal(`${at} is not UTF-8, and the file names no other encoding`, [
    `in windows-1252 the line reads: ${cleanLine(read).slice(0, 200)}`,
    `if that is right: ${again('windows-1252')}`,
    `else name the encoding in the same way: ${others.slice(3)}`,
    'or, in Excel, save it as "CSV UTF-8" or as .xlsx',
  ]);
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? null;
}

/** The name of an encoding by one of its labels. */
function nameOf(label: string, by: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Refusal(`${by} names "${label}", which is no known encoding`, [
      'name one of https://encoding.spec.whatwg.org/#names-and-labels with --encoding, as windows-1252',
    ]);
  }
}
