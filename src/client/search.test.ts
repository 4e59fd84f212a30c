import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, searcher, searchWords } from './search.ts';

/** The parts of a text that a search finds. */
const found = (text: string, words: string): string[] =>
  findWords(text, searchWords(words)).map(([from, to]) => text.slice(from, to));

describe('findWords(text, words)', () => {
  it.each([
    ['São Paulo, SAO', 'sao', ['São', 'SAO']],
    ['Sa\u0303o', 'são', ['Sa\u0303o']],
    ['Łódź and Søren', 'lodz soren', ['Łódź', 'Søren']],
    ['eine Straße', 'strasse', ['Straße']],
    ['ΟΔΟΣ, οδός', 'οδος', ['ΟΔΟΣ', 'οδός']],
    ['Kim’s visit, 2011–2019', "kim's 2011-2019", ['Kim’s', '2011–2019']],
    ['김정은', '정은', ['정은']],
    ['𝔸bc', 'bc', ['bc']],
    ['invited, invite', 'invite invited', ['invite', 'invite']],
    ['nothing', 'else', []],
    ['nothing', ' ', []],
  ])('F35 in %s, %s finds %j', (text, words, parts) => {
    expect(found(text, words)).toEqual(parts);
  });

  it('gives parts of the text in order, none in another', () => {
    const letters = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(letters, letters, (text, words) => {
        let end = 0;
        for (const [from, to] of findWords(text, searchWords(words))) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });
});

describe('searcher(read)', () => {
  it('finds all words or nothing, what was said at first and what is said now', () => {
    let text = 'Kim invited Putin';
    const has = searcher(() => text);
    expect(has('')).toBe(true);
    expect(has('putin KIM')).toBe(true);
    expect(has('putin trump')).toBe(false);
    text = 'Ким пригласил Путина';
    expect(has('пригласил')).toBe(true);
    expect(has('invited')).toBe(true);
    expect(has('visit')).toBe(false);
  });
});
