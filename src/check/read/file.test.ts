import { describe, expect, it } from 'vitest';
import { decode, textFile } from './file.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((p) => (typeof p === 'number' ? [p] : [...new TextEncoder().encode(p)])),
  );

describe('decode(file, bytes)', () => {
  it.each([
    [bytes('a\nbé', 0x92, 'c'), '2:3', '0x92'],
    [bytes(0xff, 0xfe), '1:1', '0xFF'],
    [bytes('😀', 0xe2, 0x28, 'x'), '1:3', '0xE2'],
    [bytes('ab\n', 0xe2, 0x82), '2:1', '0xE2'],
    [bytes('x', 0xc0, 0xaf), '1:2', '0xC0'],
  ])('places the first byte that is not UTF-8 (%#)', (given, where, hex) => {
    const problem = decode('f', given);
    if (!('severity' in problem)) throw new Error('decoded');
    expect(`${problem.line}:${problem.column}`).toBe(where);
    expect(problem.message).toContain(hex);
  });

  it('keeps a byte order mark, as sources are kept to the byte', () => {
    expect(decode('f', bytes(0xef, 0xbb, 0xbf, 'a'))).toMatchObject({ text: '\uFEFFa' });
  });
});

describe('textFile(file, text, bytes).at(offset)', () => {
  it.each([
    [0, '1:1'],
    [2, '1:3'],
    [3, '2:1'],
    [4, '3:1'],
    [6, '3:3'],
  ])('%i is %s', (offset, where) => {
    const { line, column } = textFile('f', 'ab\n\ncd', new Uint8Array()).at(offset);
    expect(`${line}:${column}`).toBe(where);
  });
});
