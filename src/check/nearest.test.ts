import { describe, expect, it } from 'vitest';
import { characterDifference, nearestPassages, wordDifference } from './nearest.ts';

describe('nearestPassages(source, quote)', () => {
  const log =
    'The invitation was "readily accepted", it said. The offer was readily expected by all.';
  const passages = (quote: string): [string, number][] =>
    nearestPassages(log, quote).map(({ text, likeness }) => [text, Math.round(likeness * 100)]);

  it('gives the likest first, each from word to word', () => {
    expect(passages('readily acepted')).toEqual([
      ['readily accepted', 94],
      ['readily expected', 75],
    ]);
  });

  it('takes in the quotation marks the quote has, and no others', () => {
    expect(passages('“readily accepted”')[0]).toEqual(['"readily accepted"', 89]);
    expect(passages('eadily accepted')[0]).toEqual(['readily accepted', 94]);
  });

  it('gives nothing where nothing is like it, or it is too short to tell', () => {
    expect(passages('a cargo of herring in barrels')).toEqual([]);
    expect(passages('xyz')).toEqual([]);
  });

  it('gives spans of the source’s own text', () => {
    const text = 'One\u00A0two   thr\u00ADee four five.';
    const [first] = nearestPassages(text, 'two three fuor');
    expect(first && text.slice(first.start, first.end)).toBe('two   thr\u00ADee four');
  });
});

describe('wordDifference(quote, passage)', () => {
  it('marks what the quote has and what the source has', () => {
    expect(wordDifference('readily acepted', 'readily accepted')).toBe(
      'readily [-acepted-]{+accepted+}',
    );
  });

  it('leaves out what is far from a change', () => {
    const far = 'one two three four five six seven eight nine';
    expect(wordDifference(`${far} acepted`, `${far} accepted`)).toBe(
      '… seven eight nine [-acepted-]{+accepted+}',
    );
  });
});

describe('characterDifference(quote, passage)', () => {
  it('names characters that look alike, and is null where words differ', () => {
    expect(characterDifference('Kim’s', "Kim's")).toBe(
      "the source has ' (U+0027) where the quote has ’ (U+2019)",
    );
    expect(characterDifference('Kim', 'Kam')).toBeNull();
    expect(characterDifference('Kim', 'Kim')).toBeNull();
  });
});
