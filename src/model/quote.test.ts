import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findExact, quoteSchema } from './quote.ts';
import { fold } from './text.ts';

const text =
  'The lamp was lit. "Sea calm," said Orr.\n\nThe lamp  was\u00A0lit. A co\u00ADoper was aboard.';
const found = (exact: string, context = {}): string[] =>
  findExact(text, { exact, ...context }).map(({ start, end }) => text.slice(start, end));

describe('findExact(text, selector)', () => {
  it('finds each occurrence, in the characters of the source', () => {
    expect(found('The lamp was lit.')).toEqual(['The lamp was lit.', 'The lamp  was\u00A0lit.']);
  });

  it('finds across lines and through invisible characters', () => {
    expect(found('Orr. The')).toEqual(['Orr.\n\nThe']);
    expect(found('cooper')).toEqual(['co\u00ADoper']);
    expect(found('  cooper\n')).toEqual(['co\u00ADoper']);
  });

  it('holds Arabic to its letters: composed or not, and neither tatweel nor vowel signs left out', () => {
    const arabic = 'وفي ٢ مايو افتُتح الجسـر، وقال أحدهم: «سنبنيه».';
    const inArabic = (exact: string): number => findExact(arabic, { exact }).length;
    expect(inArabic('افتُتح الجسـر')).toBe(1);
    expect(inArabic('وقال أحدهم')).toBe(1);
    expect(inArabic('وقال \u0627\u0654حدهم')).toBe(1);
    expect(inArabic('افتُتح الجسر')).toBe(0);
    expect(inArabic('افتتح الجسـر')).toBe(0);
    expect(inArabic('وفي 2 مايو')).toBe(0);
    expect(inArabic('وقال احدهم')).toBe(0);
  });

  it('takes only the occurrence that prefix and suffix touch', () => {
    expect(found('The lamp was lit.', { prefix: 'Orr.' })).toEqual(['The lamp  was\u00A0lit.']);
    expect(found('The lamp was lit.', { suffix: '"Sea' })).toEqual(['The lamp was lit.']);
    expect(found('lamp', { prefix: 'The', suffix: 'was' })).toHaveLength(2);
    expect(found('lamp', { prefix: 'Orr. The', suffix: 'was' })).toHaveLength(1);
    expect(found('lamp', { prefix: 'lit' })).toEqual([]);
  });

  it('takes prefix and suffix to the letter where no white space parts them from the quote', () => {
    expect(found('ea calm', { prefix: '"S' })).toHaveLength(1);
    expect(found('a calm', { prefix: 'S' })).toEqual([]);
    expect(found('The lam', { suffix: 'p' })).toHaveLength(2);
    expect(found('The la', { suffix: 'p' })).toEqual([]);
  });

  it.each(['the lamp', '“Sea calm,”', 'Sea calm, said', 'lamp was  not', '', '  '])(
    'does not find %j',
    (exact) => {
      expect(found(exact)).toEqual([]);
    },
  );

  it('finds occurrences that overlap', () => {
    expect(findExact('aaa', { exact: 'aa' })).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ]);
  });

  const words = fc.array(
    fc.constantFrom('Kim', 'said', 'été', '“yes”', '가각', '😀', 'on', 'U.S.'),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  const spaces = fc.constantFrom(' ', '  ', '\n', '\u00A0', '\r\n\r\n');

  it('finds any words of any text, and with enough context only these', () => {
    fc.assert(
      fc.property(words, spaces, fc.nat(), fc.nat(), (list, space, a, b) => {
        const source = list.join(space);
        const from = a % list.length;
        const to = from + 1 + (b % (list.length - from));
        const exact = list.slice(from, to).join(' ');
        const start = list.slice(0, from).join(space).length + (from > 0 ? space.length : 0);
        const span = { start, end: start + list.slice(from, to).join(space).length };
        expect(findExact(source, { exact })).toContainEqual(span);
        const context = { prefix: list.slice(0, from).join(' '), suffix: list.slice(to).join(' ') };
        expect(findExact(source, { exact, ...context })).toEqual([span]);
        for (const hit of findExact(source, { exact }))
          expect(fold(source.slice(hit.start, hit.end))).toBe(fold(exact));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  /** Surrogate pairs, combining marks, jamo, what layout leaves behind. */
  const awkward = fc
    .array(
      fc.constantFrom(
        ...['a', 'Z', '.', '"', '’', ' ', '\n', '\u00A0', '\u00AD', '\u200B', '\u2060'],
        ...[
          'e\u0301',
          'x\u0323\u0301',
          '가',
          '\u1100\u1161\u11A8',
          '😀',
          '👩‍🚀',
          '𝔄',
          '𐐷\u0308',
          '½',
        ],
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join(''));

  it('finds a quote planted anywhere, and its offsets cut that text and no half of a character', () => {
    fc.assert(
      fc.property(awkward, awkward, awkward, (before, planted, after) => {
        const exact = fold(planted).trim();
        if (exact === '') return;
        const source = `${before} ${planted} ${after}`;
        const hits = findExact(source, { exact: planted });
        const at = before.length + 1;
        expect(hits.some(({ start, end }) => start >= at && end <= at + planted.length)).toBe(true);
        for (const { start, end } of hits) {
          const cut = source.slice(start, end);
          expect(fold(cut)).toBe(exact);
          expect(cut.isWellFormed()).toBe(true);
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe('quoteSchema', () => {
  const quote = { source: 's', exact: 'words', speaker: 'kim', mode: 'direct', via: [] };

  it('takes a quote and refuses one without words, or with more than it knows', () => {
    expect(quoteSchema.safeParse(quote).success).toBe(true);
    expect(quoteSchema.safeParse({ ...quote, exact: ' \n' }).success).toBe(false);
    expect(quoteSchema.safeParse({ ...quote, vias: [] }).success).toBe(false);
    expect(quoteSchema.safeParse({ ...quote, speaker: 'Kim Jong' }).success).toBe(false);
  });
});
