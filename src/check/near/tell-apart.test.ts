import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findExact } from '../../model/quote.ts';
import { tellApart } from './tell-apart.ts';

describe('tellApart(source, exact)', () => {
  it('gives each occurrence the shortest context, to where a word ends', () => {
    expect(tellApart('One lamp lit. Two lamps lit. One lamp out.', 'lamp')).toEqual([
      { suffix: 'lit.' },
      { suffix: 's' },
      { suffix: 'out.' },
    ]);
  });

  it('takes more words where one is not enough', () => {
    expect(tellApart('a b x c d, e b x c f', 'x')).toEqual([{ prefix: 'a b' }, { suffix: 'c f' }]);
  });

  it('takes white space at the ends of the words for none, and gives nothing where all around is alike', () => {
    expect(tellApart('x a. x b.', ' x ')).toEqual([{ suffix: 'a.' }, { suffix: 'b.' }]);
    expect(tellApart('x', 'x')).toEqual([null]);
    expect(tellApart('no such', 'x')).toEqual([]);
  });

  it('takes the shorter of two contexts of as many words', () => {
    expect(tellApart('longer x so. brie x very.', 'x')).toEqual([
      { suffix: 'so.' },
      { prefix: 'brie' },
    ]);
  });

  it('keeps characters of two units whole', () => {
    expect(tellApart('😀 x a. 😁 x a.', 'x')).toEqual([{ prefix: '😀' }, { prefix: '😁' }]);
  });

  it('takes forty words and no more', () => {
    const same = (count: number): string => 'w '.repeat(count);
    const told = (count: number) =>
      tellApart(`a ${same(count)}x ${same(80)}b ${same(count)}x ${same(80)}`, 'x');
    expect(told(39)[0]).toEqual({ prefix: `a ${same(39)}`.trim() });
    expect(told(40)[0]).toBeNull();
  });

  it('compares each occurrence with few others', () => {
    // Quadratic work on these would not end.
    const many = Array.from({ length: 4000 }, (_, i) => `rock ${i} was lit, and the sea`).join(' ');
    expect(tellApart(many, 'was').at(-1)).toEqual({ prefix: '3999' });
    expect(new Set(tellApart('the sea '.repeat(4000), 'the'))).toEqual(new Set([null]));
    expect(new Set(tellApart('o'.repeat(20_000), 'o'))).toEqual(new Set([null]));
  });

  it('takes single characters of scripts without spaces for words', () => {
    expect(tellApart('海上的灯，山上的灯。', '的')).toEqual([
      { suffix: '灯，' },
      { suffix: '灯。' },
    ]);
  });

  it('gives contexts with which each is found alone', () => {
    const source = fc
      .array(fc.constantFrom('a', 'b', 'x', '"x"', 'x,'), { minLength: 2, maxLength: 20 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(source, (text) => {
        const all = findExact(text, { exact: 'x' });
        tellApart(text, 'x').forEach((context, i) => {
          if (context) expect(findExact(text, { exact: 'x', ...context })).toEqual([all[i]]);
        });
      }),
      { seed: 1 },
    );
  });
});
