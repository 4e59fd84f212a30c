/**
 * Fonts as satori sets them right. Up to 0.63 it takes HarfBuzz's upward offsets for downward ones, so that dots and
 * vowel signs of Arabic fall on the wrong side of their letters. Here the fonts say the opposite of what they mean: every
 * anchor that a mark hangs on is mirrored about the baseline. Once satori is mended, `picture-fonts.test.ts` says so.
 */
import { inflateSync } from 'node:zlib';

interface Table {
  tag: string;
  data: Buffer;
}

/** The tables of a WOFF 1 file, unpacked. */
function tablesOf(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const entry = 44 + i * 20;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const data = woff.subarray(offset, offset + packed);
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      data: packed < length ? inflateSync(data) : Buffer.from(data),
    };
  });
}

/** The tables as a TrueType file. */
function joined(flavour: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tables.length, 4);
  const bodies: Buffer[] = [];
  let offset = head.length;
  for (const [i, { tag, data }] of tables.entries()) {
    head.write(tag, 12 + i * 16, 'latin1');
    head.writeUInt32BE(offset, 12 + i * 16 + 8);
    head.writeUInt32BE(data.length, 12 + i * 16 + 12);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...bodies]);
}

/** Lookups of GPOS that attach marks: to a base, to a ligature, to another mark. */
const [TO_BASE, TO_LIGATURE, TO_MARK, EXTENSION] = [4, 5, 6, 9];

/** Where a GPOS table has the anchors of its marks and of what they attach to, each once. */
function anchorsOf(gpos: Buffer): Set<number> {
  const anchors = new Set<number>();
  const u16 = (at: number): number => gpos.readUInt16BE(at);
  const offsets = (start: number, first: number, count: number, step = 2): number[] =>
    Array.from({ length: count }, (_, i) => u16(first + i * step)).flatMap((offset) =>
      offset > 0 ? [start + offset] : [],
    );
  const add = (found: number[]): void => found.forEach((anchor) => void anchors.add(anchor));
  const attachment = (type: number, at: number): void => {
    const classes = u16(at + 6);
    const [marks, bases] = [at + u16(at + 8), at + u16(at + 10)];
    // Each mark has its class and then its anchor.
    add(offsets(marks, marks + 4, u16(marks), 4));
    if (type !== TO_LIGATURE) add(offsets(bases, bases + 2, u16(bases) * classes));
    else
      for (const ligature of offsets(bases, bases + 2, u16(bases)))
        add(offsets(ligature, ligature + 2, u16(ligature) * classes));
  };
  const list = u16(8);
  for (const lookup of offsets(list, list + 2, u16(list)))
    for (const subtable of offsets(lookup, lookup + 6, u16(lookup + 4))) {
      const extended = u16(lookup) === EXTENSION;
      const type = extended ? u16(subtable + 2) : u16(lookup);
      const at = extended ? subtable + gpos.readUInt32BE(subtable + 4) : subtable;
      if (type === TO_BASE || type === TO_LIGATURE || type === TO_MARK) attachment(type, at);
    }
  return anchors;
}

/** A WOFF 1 font as TrueType, its marks hung where satori will put them right. */
export function forSatori(woff: Buffer): Buffer {
  const tables = tablesOf(woff);
  const gpos = tables.find(({ tag }) => tag === 'GPOS')?.data;
  if (gpos)
    for (const anchor of anchorsOf(gpos))
      gpos.writeInt16BE(Math.max(-gpos.readInt16BE(anchor + 4), -32_767), anchor + 4);
  return joined(woff.readUInt32BE(4), tables);
}
