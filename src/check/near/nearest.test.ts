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

  // What is sought; then the source, with the passages that are given between [ and ], numbered by likeness.
  it.each([
    ['the whole source', 'abcd', '[abcd]'],
    ['no fewer than four letters', 'abc', 'x abcx'],
    ['white space at the quote’s ends', ' three fuor ', 'two [three four] five'],
    ['the source’s own characters', 'two three fuor', 'One\u00A0[two   thr\u00ADee four] five.'],
    ['a passage over two lines', 'he readily accepted.', 'He came.   [He readily\naccepted] it'],
    ['words cut off at both ends', 'eadily accepte', 'it was [readily accepted] by'],
    ['words cut off at the ends of the source', 'eadily accepte', '[readily accepted]'],
    ['longer words', 'readily accepted', 'most [unreadily acceptedly] done'],
    ['quotation marks, where the quote has them', '"readily acepted"', 'a [“readily accepted”] b'],
    ['no quotation marks, where it has none', 'readily acepted', 'a “[readily accepted]” b'],
    ['other dashes and apostrophes', "'readily' - acepted", 'The İ [‘readily’ — accepted]'],
    [
      'the three likest of many, the first of equals',
      'He was readily accepted',
      '[He was redily accepted]. [He was readily acceptd]. [He was readly accepted]. He was readily accpted.',
    ],
    [
      'the likest first',
      'He was readily accepted here',
      'And [he was redily acepted her] said Orr. [He was readily acceptd here].',
      [1, 0],
    ],
    [
      'what stands beside a headline in capitals',
      'It was readily accepted',
      '[IT WAS READILY ACCEPTED]. [It was readily acepted].',
      [1, 0],
    ],
    [
      'a phrase dropped after the first word',
      'Kim readily accepted the invitation to visit Vladivostok in spring',
      'So did [Kim, who had come by train, readily accepted the invitation to visit Vladivostok in spring]. And left.',
    ],
    [
      'the nearer of two first words',
      'Kim readily accepted the invitation to visit Vladivostok in spring',
      'Then Kim said [Kim, by train, readily accepted the invitation to visit Vladivostok in spring].',
    ],
    [
      'a short first word no further off than it is worth',
      'a readily accepted invitation to visit Vladivostok in spring',
      'Then a, who had come by[, readily accepted invitation to visit Vladivostok in spring].',
    ],
    [
      'a phrase dropped before the last word, the nearer of two',
      'He readily accepted the invitation to visit Vladivostok in spring',
      '[He readily accepted the invitation to visit Vladivostok in the early part of spring], not in another spring.',
    ],
    [
      'the beginning alone, where the source ends before the last word',
      'Kim readily accepted the invitation to visit Vladivostok',
      '[Kim readily accepted the invitation to visit]',
    ],
    [
      'a first word misspelt, and not the same word before it',
      'Medvedev accepted the offer on the spot',
      'To Medvedev it was new. [Medvedv accepted the offer on the spot].',
    ],
    ['what differs in case alone', 'Not guilty as charged', 'So: [NOT GUILTY AS CHARGED].'],
    ['nothing for a quote without words', '¿?!… —', 'one two three four'],
  ])('gives %s: %s', (_, quote, marked, order: number[] = []) => {
    const text = marked.replace(/[[\]]/g, '');
    const expected = [...marked.matchAll(/\[(.*?)\]/gs)].map(({ 1: passage = '' }) => passage);
    const given = nearestPassages(text, quote);
    expect(given.map(({ start, end }) => text.slice(start, end))).toEqual(
      order.length > 0 ? order.map((i) => expected[i]) : expected,
    );
    const likenesses = given.map(({ likeness }) => likeness);
    expect(likenesses).toEqual(likenesses.toSorted((a, b) => b - a));
  });

  it('measures likeness by the edits of the longer', () => {
    expect(passages('readily accepted')).toEqual([
      ['readily accepted', 100],
      ['readily expected', 75],
    ]);
    // Of what is less than 65 % alike nothing is said.
    expect(nearestPassages('abcdefghijklmnopqrst', 'abcdefghijklmXXXXXXX')).toEqual([
      { start: 0, end: 20, text: 'abcdefghijklmnopqrst', likeness: 0.65 },
    ]);
    expect(nearestPassages('abcdefghijklmnopqrs', 'abcdefghijklXXXXXXX')).toEqual([]);
  });
});

describe('wordDifference(quote, passage)', () => {
  it('marks what the quote has and what the source has', () => {
    expect(wordDifference('readily acepted', 'readily accepted')).toBe(
      'readily [-acepted-]{+accepted+}',
    );
  });

  const far = 'one two three four five six seven eight nine';
  it.each([
    [`${far} acepted`, `${far} accepted`, '… seven eight nine [-acepted-]{+accepted+}'],
    [`acepted ${far}`, `accepted ${far}`, '[-acepted-]{+accepted+} one two …'],
    [
      `x ${far} acepted`,
      `y ${far} accepted`,
      '[-x-]{+y+} one two … seven eight nine [-acepted-]{+accepted+}',
    ],
    [
      'x one two three four five six',
      'y one two three four five six',
      '[-x-]{+y+} one two three four five six',
    ],
    [' a b ', 'a c', 'a [-b-]{+c+}'],
  ])('leaves out what is far from a change: %j, %j', (quote, passage, expected) => {
    expect(wordDifference(quote, passage)).toBe(expected);
  });
});

describe('characterDifference(quote, passage)', () => {
  it.each([
    ['Kim’s', "Kim's", "the source has ' (U+0027) where the quote has ’ (U+2019)"],
    [' Kim’s ', "KIM'S", "the source has ' (U+0027) where the quote has ’ (U+2019)"],
    [
      '“Kim’s” “Kim”',
      '"Kim\'s" "Kim"',
      [
        'the source has " (U+0022) where the quote has “ (U+201C)',
        "the source has ' (U+0027) where the quote has ’ (U+2019)",
        'the source has " (U+0022) where the quote has ” (U+201D)',
      ].join('; '),
    ],
    ['Kim', 'Kam', null],
    ['Kim', 'KIM', null],
    ['Kim', 'Kim', null],
    ['Kim’', "Kim's", null],
    ['Kim’s', "Kim'", null],
  ])('names characters that look alike, and is null where words differ: %j, %j', (a, b, said) => {
    expect(characterDifference(a, b)).toBe(said);
  });
});
