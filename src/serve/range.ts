/** Range requests. @see https://www.rfc-editor.org/rfc/rfc9110#section-14 */

/** The first and the last byte of a part of a file, both counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/** More parts than a reader of a file asks for, and fewer than cost a server anything. */
const MOST_RANGES = 16;

/**
 * The parts of a file that a `Range` header asks for.
 * @param size of the file, in bytes
 * @returns `null` if the header is to be ignored: there is none, it is malformed, or asks for more than the file; an
 * empty list if nothing of it is in the file
 */
export function rangesOf(header: string | undefined, size: number): ByteRange[] | null {
  const list = /^\s*bytes=(.*)$/i.exec(header ?? '')?.[1];
  const asked =
    list
      ?.split(',')
      .map((spec) => spec.trim())
      .filter((spec) => spec !== '') ?? [];
  if (asked.length === 0 || asked.length > MOST_RANGES || size === 0) return null;
  const found: ByteRange[] = [];
  for (const spec of asked) {
    const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(spec) ?? [];
    if (first === '' && last === '') return null;
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
    // A part that ends before it begins is malformed; one that begins behind the file's end is not in it.
    if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
    if (start < size) found.push({ start, end });
  }
  const total = found.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  return total > size ? null : found;
}
