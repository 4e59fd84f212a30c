import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from './archive.arbitrary.ts';
import { occurrencesIn } from './occurrences.ts';

/** As the definition says, one place at a time. */
const byDefinition = (text: string, words: string): number[] =>
  [...Array(text.length).keys()].filter((at) => words !== '' && text.startsWith(words, at));

describe('occurrencesIn(text, words)', () => {
  it('finds every place, whatever repeats', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 });
    const few = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
    fc.assert(
      fc.property(letters, few, fc.nat(60), (text, words, times) => {
        const long = text.repeat(times);
        expect(occurrencesIn(long, words)).toEqual(byDefinition(long, words));
        const longWords = words.repeat(times * 3);
        expect(occurrencesIn(long, longWords)).toEqual(byDefinition(long, longWords));
      }),
      runs(100),
    );
  });

  it('tells long words from others that begin as they do', () => {
    const line = 'ab'.repeat(300);
    expect(occurrencesIn(`${line}c${line}d`, `${line}d`)).toEqual([601]);
    const others = `${line}c`.repeat(600);
    expect(occurrencesIn(`${others}${line}d`, `${line}d`)).toEqual([others.length]);
  });

  it('finds more than a search that starts anew would in time', () => {
    const [text, words] = ['a'.repeat(300_000), 'a'.repeat(100_000)];
    expect(occurrencesIn(text, words).length).toBe(200_001);
    expect(occurrencesIn(text, `b${words}`)).toEqual([]);
    expect(occurrencesIn(`${text}b`, `${words}b`)).toEqual([200_000]);
    expect(occurrencesIn(text, 'a'.repeat(400)).length).toBe(299_601);
  });
});
