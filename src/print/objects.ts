/** The objects of a PDF: as much of the format as is needed to change some and rewrite the file. */

/**
 * Rewrites objects, each as a text with one character per byte, and the cross-reference table with their new offsets.
 * @param pdf with one classic cross-reference table, as Chromium writes it
 * @throws {Error} if the file has another structure
 */
export function editObjects(pdf: Uint8Array, edit: (object: string) => string): Buffer {
  const text = Buffer.from(pdf).toString('latin1');
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const head = /^xref\n0 (\d+)\n/.exec(text.slice(table, table + 40));
  if (!head) throw new Error('the PDF has no table of objects where Chromium used to write it');
  const first = table + head[0].length;
  const entries = text.slice(first, first + Number(head[1]) * 20).match(/.{18}\s\n/g) ?? [];
  const trailer = text.slice(first + entries.length * 20).replace(/startxref.*$/s, '');

  const offsets = entries
    .flatMap((entry) => (entry[17] === 'n' ? [Number(entry.slice(0, 10))] : []))
    .sort((a, b) => a - b);
  let out = text.slice(0, offsets[0]);
  const moved = new Map<number, number>();
  offsets.forEach((offset, i) => {
    moved.set(offset, out.length);
    out += edit(text.slice(offset, offsets[i + 1] ?? table));
  });
  const rows = entries.map((entry) => {
    const at = entry[17] === 'n' ? moved.get(Number(entry.slice(0, 10))) : undefined;
    return at === undefined ? entry : String(at).padStart(10, '0') + entry.slice(10);
  });
  return Buffer.from(
    `${out}${head[0]}${rows.join('')}${trailer}startxref\n${out.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF string: UTF-16 with a byte order mark, in hexadecimal, which holds any script and needs no escapes. */
export const pdfString = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
