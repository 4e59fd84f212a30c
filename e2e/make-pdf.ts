/** A small writer of PDFs for tests: pages of given content, in fonts that need no file. */
import { createHash } from 'node:crypto';

export interface PageOf {
  /** Operators. */
  content: string;
  width?: number;
  height?: number;
  rotate?: number;
  /** More entries of the page, as `/CropBox [0 0 10 10]`. */
  entries?: string;
}

export interface PdfOf {
  pages: readonly PageOf[];
  /** More entries of the catalog, as `/PageLabels …`. */
  catalog?: string;
  /** More objects, by number from 100: dictionaries, or streams as `[dictionary, bytes]`. */
  objects?: Readonly<
    Record<number, string | readonly [dictionary: string, bytes: Uint8Array | string]>
  >;
  /** More resources of every page, as `/XObject << /I 100 0 R >>`. */
  resources?: string;
  /** Passwords of an encrypted file: RC4 with 40 bits, which every reader knows. */
  passwords?: { user: string; owner: string };
}

/** Text at a place, in points from the left bottom; `/F` is Helvetica, `/M` Courier, `/U` any of Unicode. */
export const at = (
  x: number,
  y: number,
  words: string,
  { font = 'F', size = 12, before = '' }: { font?: string; size?: number; before?: string } = {},
): string => `BT ${before} /${font} ${size} Tf ${x} ${y} Td ${shown(words, font)} Tj ET\n`;

/** Text by a matrix. */
export const turned = (
  matrix: readonly number[],
  words: string,
  { font = 'F', size = 12 }: { font?: string; size?: number } = {},
): string => `BT /${font} ${size} Tf ${matrix.join(' ')} Tm ${shown(words, font)} Tj ET\n`;

/** The font `U` has a code for each character of Unicode's first plane. */
const shown = (words: string, font: string): string =>
  font.startsWith('U')
    ? `<${[...words].map((sign) => hex(sign.codePointAt(0) ?? 0)).join('')}>`
    : `(${Buffer.from(winAnsi(words), 'latin1')
        .toString('latin1')
        .replace(/[\\()]/g, '\\$&')})`;

const hex = (code: number): string => code.toString(16).padStart(4, '0');

/** The characters that the encoding of `F` and `M` has elsewhere than Latin-1. */
const winAnsi = (words: string): string =>
  words.replace(/[–—‘’“”•…€]/g, (sign) => String.fromCharCode(WIN_ANSI[sign] ?? 63));
const WIN_ANSI: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '…': 0x85,
  '€': 0x80,
};

const FONTS = `/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
/B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>
/M << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>
/U 5 0 R /UV 6 0 R`;

/** A PDF. */
export function makePdf({
  pages,
  catalog = '',
  objects = {},
  resources = '',
  passwords,
}: PdfOf): Buffer {
  const all = new Map<number, string | readonly [string, Uint8Array | string]>();
  const composite = (encoding: string): string =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /${encoding} /ToUnicode 8 0 R /DescendantFonts [7 0 R] >>`;
  all.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  all.set(5, composite('Identity-H'));
  all.set(6, composite('Identity-V'));
  all.set(
    7,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R /DW 500 /W [11904 [1000] 11905 65535 1000] >>`,
  );
  all.set(8, ['', TO_UNICODE]);
  all.set(
    9,
    '<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -250 1000 750] /ItalicAngle 0 /Ascent 750 /Descent -250 /CapHeight 700 /StemV 80 >>',
  );
  const kids: string[] = [];
  for (const [
    i,
    { content, width = 595, height = 842, rotate = 0, entries = '' },
  ] of pages.entries()) {
    const number = 1000 + 2 * i;
    kids.push(`${number} 0 R`);
    all.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ${entries} /Contents ${number + 1} 0 R /Resources << /Font << ${FONTS} >> ${resources} >> >>`,
    );
    all.set(number + 1, ['', content]);
  }
  all.set(2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  for (const [number, object] of Object.entries(objects)) all.set(Number(number), object);
  const encryption = passwords && encryptionOf(passwords.user, passwords.owner);
  const trailer = encryption
    ? `/ID [<${ID.toString('hex')}> <${ID.toString('hex')}>] /Encrypt 90 0 R`
    : '';
  if (encryption) all.set(90, encryption.dictionary);
  return assembled(all, trailer, encryption?.encrypt ?? ((_, bytes) => bytes));
}

function assembled(
  all: ReadonlyMap<number, string | readonly [string, Uint8Array | string]>,
  trailer: string,
  encrypt: (number: number, bytes: Buffer) => Buffer,
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const push = (part: string | Buffer): void => {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part, 'latin1');
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [number, object] of all) {
    offsets.set(number, length);
    push(`${number} 0 obj\n`);
    if (typeof object === 'string') push(object);
    else {
      const [dictionary, given] = object;
      const bytes = encrypt(
        number,
        typeof given === 'string' ? Buffer.from(given, 'latin1') : Buffer.from(given),
      );
      push(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
      push(bytes);
      push('\nendstream');
    }
    push('\nendobj\n');
  }
  const start = length;
  push('xref\n0 1\n0000000000 65535 f \n');
  for (const [number, offset] of offsets)
    push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  push(`trailer << /Size ${Math.max(...all.keys()) + 1} /Root 1 0 R ${trailer} >>\n`);
  push(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Any def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
  .filter((high) => !/^d[89a-f]$/.test(high))
  .map((high) => `<${high}00> <${high}FF> <${high}00>`)
  .reduce<string[][]>((groups, range, i) => {
    if (i % 100 === 0) groups.push([]);
    groups.at(-1)?.push(range);
    return groups;
  }, [])
  .map((ranges) => `${ranges.length} beginbfrange\n${ranges.join('\n')}\nendbfrange`)
  .join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;

const ID = createHash('md5').update('a test').digest();
const PADDING = Buffer.from(
  '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A',
  'hex',
);

/** @see ISO 32000-1, 7.6.3: the standard security handler, revision 2 */
function encryptionOf(user: string, owner: string) {
  const padded = (password: string): Buffer =>
    Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const md5 = (...parts: Buffer[]): Buffer =>
    createHash('md5').update(Buffer.concat(parts)).digest();
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-44);
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const key = md5(padded(user), ownerEntry, permissions, ID).subarray(0, 5);
  const userEntry = rc4(key, PADDING);
  const salt = (number: number): Buffer =>
    Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${ownerEntry.toString('hex')}> /U <${userEntry.toString('hex')}> /P -44 >>`,
    encrypt: (number: number, bytes: Buffer): Buffer =>
      rc4(md5(key, salt(number)).subarray(0, 10), bytes),
  };
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => {
    [box[i], box[j]] = [box[j] ?? 0, box[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (box[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
