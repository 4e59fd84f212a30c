import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { event, quote, records } from './archive.arbitrary.ts';
import type { Archive } from './archive.ts';
import { joinArchive } from './join.ts';
import {
  elided,
  findPassages,
  inOrder,
  OMISSION,
  onlyHits,
  pathOfPassage,
  selectorsOf,
  wordsOfQuote,
} from './passages.ts';
import type { QuoteRecord } from './quote.ts';
import type { Span } from './text.ts';

const TEXT = 'The lamp was lit. The sea was calm. The lamp was lit. Nobody came.';
const found = (exact: QuoteRecord['exact'], around: object = {}): string[][] =>
  findPassages(TEXT, selectorsOf({ exact, ...around })).map((list) =>
    list.map(({ start, end }) => `${start}-${end}`),
  );

describe('selectorsOf(record)', () => {
  it('has one selector for a text, and one for each passage of a list', () => {
    const around = { prefix: 'a', suffix: 'b' };
    expect(selectorsOf({ exact: 'x', ...around })).toEqual([{ exact: 'x', ...around }]);
    expect(selectorsOf({ exact: ['x', 'y', 'z'], ...around })).toEqual([
      { exact: 'x', prefix: 'a' },
      { exact: 'y' },
      { exact: 'z', suffix: 'b' },
    ]);
    expect(selectorsOf({ exact: [{ exact: 'x', suffix: 'c' }, 'y'] })).toEqual([
      { exact: 'x', suffix: 'c' },
      { exact: 'y' },
    ]);
  });

  it('are said as one text with gaps, and found in the record by their paths', () => {
    const exact = ['x', { exact: 'y', prefix: 'a' }];
    expect(wordsOfQuote({ exact })).toBe('x […] y');
    expect([0, 1].map((at) => pathOfPassage({ exact }, at))).toEqual([
      ['exact', 0],
      ['exact', 1, 'exact'],
    ]);
    expect(pathOfPassage({ exact: 'x' }, 0)).toEqual(['exact']);
  });
});

describe('findPassages(source, selectors)', () => {
  it('finds words that stand twice by their order, or by what stands around them', () => {
    expect(found(['The sea was calm.', 'The lamp was lit.'])).toEqual([['18-35'], ['36-53']]);
    expect(found(['The lamp was lit.', 'The sea was calm.'])).toEqual([['0-17'], ['18-35']]);
    expect(found(['The lamp was lit.', 'Nobody'])).toEqual([['0-17', '36-53'], ['54-60']]);
    expect(found([{ exact: 'The lamp was lit.', suffix: 'Nobody' }, 'came'])).toEqual([
      ['36-53'],
      ['61-65'],
    ]);
    expect(found(['The lamp was lit.', 'Nobody'], { prefix: 'calm.' })).toEqual([
      ['36-53'],
      ['54-60'],
    ]);
  });

  it.each<[string, QuoteRecord['exact']]>([
    ['one is not there', ['The lamp was lit.', 'It rained.']],
    ['they stand in another order', ['Nobody came.', 'The sea was calm.']],
    ['one stands only before the first', ['Nobody', 'The lamp']],
    ['they overlap', ['The sea was', 'was calm.']],
    ['one stands there less often', ['Nobody', 'Nobody']],
  ])('finds none where %s', (_, exact) => {
    expect(found(exact)).toEqual([[], []]);
  });
});

describe('inOrder(hits)', () => {
  const lists = fc.array(
    fc.array(
      fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 3 })).map(
        ([start, length]): Span => ({
          start,
          end: start + length,
        }),
      ),
      { maxLength: 4 },
    ),
    { minLength: 1, maxLength: 4 },
  );

  it('has the places of every choice that is in order and apart, and no others', () => {
    fc.assert(
      fc.property(lists, (hits) => {
        const choices = hits
          .reduce<Span[][]>(
            (all, list) => all.flatMap((one) => list.map((span) => [...one, span])),
            [[]],
          )
          .filter((one) => one.every(({ start }, i) => i === 0 || start >= (one[i - 1]?.end ?? 0)));
        expect(inOrder(hits)).toEqual(
          hits.map((list, i) => list.filter((span) => choices.some((one) => one[i] === span))),
        );
        const only = onlyHits(inOrder(hits));
        if (only) expect(choices).toEqual([only]);
        else expect(choices).not.toHaveLength(1);
      }),
    );
  });
});

/** A text of words that are all different, and two to four passages of it, in order, with words between them. */
const cut = fc
  .record({
    length: fc.integer({ min: 12, max: 40 }),
    breaks: fc.array(fc.nat(40)),
    edges: fc.uniqueArray(fc.nat(39), { minLength: 8, maxLength: 8 }),
    count: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ length, breaks, edges, count }) => {
    const words = Array.from({ length }, (_, i) => `w${i}x${breaks.includes(i) ? ',\n' : ' '}`);
    const sorted = [...new Set(edges.map((edge) => edge % length))].sort((a, b) => a - b);
    const passages = Array.from({ length: Math.min(count, sorted.length >> 1) }, (_, i) => {
      const [from = 0, to = 0] = [sorted[2 * i], sorted[2 * i + 1]];
      return words.slice(from, to).join('').trim();
    });
    return { text: words.join(''), passages };
  })
  .filter(({ passages }) => passages.length > 1);

const quoting = (text: string, exact: QuoteRecord['exact']): Archive =>
  joinArchive(records({ e: event('1897', { quotes: { q: quote(exact) } }) }, { text }));

describe('a quote of passages that are cut at words', () => {
  it('is found, each at its place, and shown with a gap between each two', () => {
    fc.assert(
      fc.property(cut, ({ text, passages }) => {
        const [only] = quoting(text, passages).events[0]?.quotes ?? [];
        expect(only?.passages.map(({ start, end }) => text.slice(start, end))).toEqual(passages);
        expect(only?.passages.map(({ anchor }) => anchor)).toEqual(
          passages.map((_, i) => (i === 0 ? 'q-e-q' : `q-e-q--${i + 1}`)),
        );
        const shown = only?.text.split(` ${OMISSION} `).map((part) => part.replace(/\s+/g, ' '));
        expect(shown).toEqual(passages.map((part) => part.replace(/\s+/g, ' ')));
      }),
    );
  });

  it('is refused in any other order', () => {
    fc.assert(
      fc.property(cut, fc.infiniteStream(fc.nat()), ({ text, passages }, order) => {
        const other = passages
          .map((passage) => ({ passage, by: order.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ passage }) => passage);
        if (other.join() === passages.join()) return;
        expect(() => quoting(text, other)).toThrow('is not found exactly once');
      }),
    );
  });
});

describe('elided(words)', () => {
  it.each([
    ['a … b', ['a', 'b']],
    ['a […] b', ['a', 'b']],
    ['a ... b (…) c [. . .] d', ['a', 'b', 'c', 'd']],
    ['a… b', ['a', 'b']],
    ['a .... b', ['a', 'b']],
    ['… b', ['b']],
    ['a…', ['a']],
    ['a b', []],
    ['a. b.', []],
    ['…', []],
  ])('are the sides of each ellipsis in %j', (words, parts) => {
    expect(elided(words)).toEqual(parts);
  });
});
