import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverSentences } from './coverage.ts';

const source = {
  text: 'A heading\nOne two. Three four. Five six.\nSeven.',
  language: 'en',
  lines: 'paragraphs' as const,
  furniture: [{ exact: 'A heading', why: 'no news' }],
};
const at = (words: string, id = words) => {
  const start = source.text.indexOf(words);
  return { start, end: start + words.length, id };
};
const covered = (...quotes: ReturnType<typeof at>[]) =>
  coverSentences(source, quotes).map(({ start, end, quotes: taken, furniture }) => [
    source.text.slice(start, end),
    furniture ?? taken.map(({ id }) => id).join(' '),
  ]);

describe('coverSentences(source, quotes)', () => {
  it('ties each sentence to the quotes that take words from it', () => {
    expect(covered(at('four. Five', 'x'), at('Three four.', 'y'), at('Seven', 'z'))).toEqual([
      ['A heading', 'no news'],
      ['One two.', ''],
      ['Three four.', 'y x'],
      ['Five six.', 'x'],
      ['Seven.', 'z'],
    ]);
  });

  it('takes a sentence for furniture if no word of it is left', () => {
    const furniture = ['One', 'two.', 'Three'].map((exact) => ({ exact, why: `no ${exact}` }));
    expect(coverSentences({ ...source, furniture }, []).map(({ furniture: why }) => why)).toEqual([
      null,
      'no One',
      null,
      null,
      null,
    ]);
  });

  it('says the same as holding every quote against every sentence', () => {
    const span = fc
      .tuple(fc.nat(source.text.length - 1), fc.nat(20))
      .map(([start, length]) => ({ start, end: start + length + 1 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (quotes) => {
        for (const sentence of coverSentences(source, quotes))
          expect(new Set(sentence.quotes)).toEqual(
            new Set(quotes.filter((q) => q.start < sentence.end && sentence.start < q.end)),
          );
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
