import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets } from './text.ts';

/** Text that is awkward on purpose: marks, jamo, invisible characters, white space of all kinds, surrogates. */
const awkward = fc
  .array(
    fc.constantFrom(
      'a',
      'e',
      'Z',
      '.',
      '"',
      '’',
      '–',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u00A0',
      '\u2009',
      '\u3000',
      '\u00AD',
      '\u200B',
      '\u2060',
      '\u0301',
      '\u0323',
      '\u0308',
      'é',
      'ё',
      '가',
      '각',
      '\u1100',
      '\u1161',
      '\u11A8',
      '😀',
      '\u0958',
      'ﬁ',
      '½',
      '…',
      'й',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('fold(text)', () => {
  it.each([
    ['a  b\n\tc', 'a b c'],
    ['a\u00A0b\u2009c', 'a b c'],
    ['co\u00ADop\u200Ber\u2060ate', 'cooperate'],
    ['a \u200B b', 'a b'],
    ['cafe\u0301', 'café'],
    ['\u1100\u1161\u11A8', '각'],
    ['가\u11A8', '각'],
    ['e\u00AD\u0301', 'é'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each(['“a”', 'a’s', 'a–b', 'a—b', '½', '…', 'ﬁ', 'Kim', '１'])('keeps %j as it is', (text) => {
    expect(fold(text)).toBe(text);
  });

  it('is the same folded twice', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('is in normal form C', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(fold(text)).toBe(fold(text).normalize('NFC'));
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  it('does not see whether text was composed or decomposed', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe('foldWithOffsets(text)', () => {
  it('folds as fold does, which leaves plain texts alone', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'é', '~', '!', ' ', ' ', '\n') });
    fc.assert(
      fc.property(fc.oneof(awkward, plain), (text) => {
        expect(foldWithOffsets(text).text).toBe(fold(text));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('foldWithOffsets(text).original(span)', () => {
  it('maps back to characters that fold to the same', () => {
    fc.assert(
      fc.property(awkward, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldWithOffsets(text);
        fc.pre(folded.text.length > 0);
        const start = a % folded.text.length;
        const end = start + 1 + (b % (folded.text.length - start));
        const span = folded.original({ start, end });
        const slice = folded.text.slice(start, end);
        // Where a span cuts what is one unit in the original, the whole unit comes back.
        expect(fold(text.slice(span.start, span.end))).toContain(slice);
        expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('is exact where each character stands for itself', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.nat(), fc.nat(), (words, a, b) => {
        const text = words.replaceAll(' ', ' \n ');
        const folded = foldWithOffsets(text);
        const start = a % folded.text.length;
        const end = start + 1 + (b % (folded.text.length - start));
        const span = folded.original({ start, end });
        expect(fold(text.slice(span.start, span.end))).toBe(folded.text.slice(start, end));
      }),
      { seed: 5 },
    );
  });
});
