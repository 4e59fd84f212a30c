import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from './sentences.ts';
import type { Source } from './source.ts';
import { hasTextParts, textPartAt, textParts } from './text-parts.ts';

const sourceOf = (text: string, more: Partial<Source> = {}): Source =>
  ({ id: 's', text, language: 'en', display: 'full', ...more }) as Source;

const words = fc.constantFrom('lamp', 'mole', 'harbour', 'wind.', 'Pell said.', '등대', '海', '😀');
const paragraph = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1, 1, 40, 9000))
  .map(([some, times]) => some.join(' ').concat(' ').repeat(times).trim());

describe('textParts(source)', () => {
  it('has every paragraph once and in order, cut only if it is too long for a page', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 40 }), (all) => {
        const source = sourceOf(all.join('\n\n'));
        const blocks = textParts(source).flat();
        expect(textParts(source).every((part) => part.length > 0)).toBe(true);
        const joined = Map.groupBy(blocks, ({ number }) => number);
        for (const [i, { start, end }] of paragraphs(source).entries()) {
          const pieces = joined.get(i + 1) ?? [];
          expect([pieces[0]?.start, pieces.at(-1)?.end]).toEqual([start, end]);
          expect(pieces.map(({ continued }) => continued)).toEqual(pieces.map((_, at) => at > 0));
          if (end - start <= 25_000) expect(pieces).toHaveLength(1);
          // Nothing but white space is between two pieces, and no character is cut.
          for (const [at, piece] of pieces.entries()) {
            const next = pieces[at + 1];
            if (next) expect(source.text.slice(piece.end, next.start)).toMatch(/^\s*$/);
            expect(source.text.slice(piece.start, piece.end).isWellFormed()).toBe(true);
            expect(piece.end - piece.start).toBeLessThanOrEqual(25_000);
          }
        }
        expect(joined.size).toBe(paragraphs(source).length);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['prose', 'The lamp on the mole went dark in the night, and nobody saw it. '.repeat(20)],
    ['short lines', 'Yes.\n\nNo.\n\n'.repeat(60)],
    ['a text without an end of a paragraph or a word', 'x'.repeat(1500)],
    ['characters of three bytes', '海上的灯在夜里熄灭了。'.repeat(120)],
  ])('keeps a part of a text of 1.5 MB below 150 kB compressed: %s', (_, unit) => {
    const source = sourceOf(unit.repeat(Math.ceil(1_500_000 / unit.length)));
    const parts = textParts(source);
    expect(parts.length).toBeGreaterThan(2);
    for (const [first, last] of parts.map((part) => [part[0], part.at(-1)]))
      expect(
        new TextEncoder().encode(source.text.slice(first?.start, last?.end)).length,
      ).toBeLessThan(350_000);
  });

  it('keeps a part below 150 kB compressed even where the text compresses to half', () => {
    let seed = 7;
    const noise = Array.from({ length: 60_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed.toString(16).padStart(8, '0');
    }).join(' ');
    const source = sourceOf(noise);
    for (const part of textParts(source)) {
      const [first, last] = [part[0], part.at(-1)];
      expect(
        brotliCompressSync(source.text.slice(first?.start, last?.end)).length,
      ).toBeLessThanOrEqual(150_000);
    }
  });

  it('knows the part of an offset', () => {
    const source = sourceOf('The lamp burned all night.\n\n'.repeat(30_000));
    const parts = textParts(source);
    for (const [i, part] of parts.entries())
      for (const block of [part[0], part.at(-1)])
        expect(textPartAt(source, block?.start ?? -1)).toBe(i + 1);
    expect(textPartAt(sourceOf('  Late.'), 0)).toBe(1);
  });

  it('is for long sources that may be shown', () => {
    const text = 'A lamp. '.repeat(20_000);
    expect(hasTextParts({ text, display: 'full' })).toBe(true);
    expect(hasTextParts({ text, display: 'excerpts' })).toBe(false);
    expect(hasTextParts({ text: 'A lamp.', display: 'full' })).toBe(false);
  });
});
