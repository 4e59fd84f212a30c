import { readFileSync } from 'node:fs';
import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './measure.ts';

const font = openSync(
  'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2',
);

describe('textWidth(text, size)', () => {
  it('agrees with the font for every Latin letter and mark of punctuation it ships', () => {
    if (!('glyphForCodePoint' in font)) throw new Error('one font expected');
    const characters = [
      ...Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)),
      ...'–—‘’“”…½éüñÅÇşž',
    ];
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0;
      if (!font.hasGlyphForCodePoint(code)) continue;
      const { advanceWidth } = font.glyphForCodePoint(code);
      expect([character, textWidth(character, font.unitsPerEm)]).toEqual([character, advanceWidth]);
    }
  });

  it('gives Arabic words room enough, and not half as much again', () => {
    const arabic = openSync(
      'node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2',
    );
    if (!('layout' in arabic)) throw new Error('one font expected');
    const words =
      readFileSync('src/words/ar.ts', 'utf8').match(/[\u0621-\u063F\u0641-\u0652]{2,}/g) ?? [];
    expect(words.length).toBeGreaterThan(500);
    for (const word of new Set(words)) {
      // Vowel signs stand over the letters; fontkit gives two of them on one letter room of their own.
      const { advanceWidth } = arabic.layout(word.replace(/\p{M}/gu, ''));
      const ratio = textWidth(word, arabic.unitsPerEm) / advanceWidth;
      expect([word, ratio >= 1, ratio < 1.5]).toEqual([word, true, true]);
    }
  });

  it('gives other scripts room enough', () => {
    // As many ems as syllables, of which some have three letters.
    expect(textWidth('김정은', 10)).toBe(30);
    expect(textWidth('첫 우편물이', 10)).toBe(52);
    expect(textWidth('Медведев', 10)).toBeGreaterThan(40);
  });
});

describe('wrapText(text, max, size)', () => {
  const title = 'US–North Korea nuclear talks reported at an impasse';

  it('breaks at spaces into lines no wider than max, and loses no word', () => {
    const { lines, width } = wrapText(title, 150, 13);
    expect(lines.join(' ')).toBe(title);
    expect(width).toBeLessThanOrEqual(150);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width + 1e-6);
  });

  it('evens the lines out without adding one', () => {
    const { lines } = wrapText('aaaa aaaa aaaa a', textWidth('aaaa aaaa aaaa', 13), 13);
    expect(lines).toEqual(['aaaa aaaa', 'aaaa a']);
  });

  it('F26 breaks a word wider than max between letters, and keeps accents on theirs', () => {
    const { lines, width } = wrapText('die Kraftfahrzeughaftpflicht', 90, 13);
    expect(lines.join('')).toBe('dieKraftfahrzeughaftpflicht');
    expect(lines.length).toBeGreaterThan(1);
    expect(width).toBeLessThanOrEqual(90);
    expect(wrapText('e\u0301'.repeat(3), 1, 13).lines).toEqual(new Array(3).fill('e\u0301'));
    expect(wrapText('\u0301x', 1, 13).lines).toEqual(['\u0301', 'x']);
  });

  it('gives no line for no text', () => {
    expect(wrapText(' ', 100, 13)).toEqual({ lines: [], width: 0 });
  });
});
