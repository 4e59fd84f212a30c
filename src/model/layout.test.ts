import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footnoteMarks, type Layout } from './layout.ts';
import { findExact, shownText, spellingOf } from './quote.ts';
import { fold } from './text.ts';

/** What a quote finds in a text, as it is shown there. */
const shown = (text: string, exact: string, layout: Layout = {}): string[] => {
  const source = { text, ...layout };
  return findExact(source, { exact }).map((span) =>
    shownText(source, span, spellingOf(source, span, exact)),
  );
};

describe('a hyphen at a line’s end', () => {
  const report =
    'REPORT OF THE BOARD\n\nThe Board finds that the thermo-\nstatic switches were not modi-\nfied to operate at the higher volt-\nage used at the launch site, and the well-\nknown procedure failed.\n\nA soft­hyphen hides in ther­mo­stat here.\n';

  it('may be left out of a quote, and is not shown', () => {
    const exact =
      'The Board finds that the thermostatic switches were not modified to operate at the higher voltage used';
    expect(shown(report, exact)).toEqual([exact]);
    expect(shown(report, 'softhyphen hides in thermostat')).toEqual([
      'soft­hyphen hides in ther­mo­stat',
    ]);
  });

  it.each([
    ['well-known procedure', 'well-known procedure'],
    ['wellknown procedure', 'wellknown procedure'],
    ['well- known procedure', 'well- known procedure'],
    ['well-\nknown procedure', 'well- known procedure'],
    ['the thermo-static switches', 'the thermo-static switches'],
  ])('may stay in a quote, which is shown as its author spells it: %j', (exact, words) => {
    expect(shown(report, exact)).toEqual([words]);
  });

  it('is kept where nobody quotes it if the word has one elsewhere, or is two names or a half of a pair', () => {
    const whole = (text: string): string => shownText({ text }, { start: 0, end: text.length });
    expect(whole('thermo-\nstatic')).toBe('thermostatic');
    expect(whole('well-\nknown')).toBe('well-known');
    expect(whole('co-\nop, and the co-op')).toBe('co-op, and the co-op');
    expect(whole('Anglo-\nSaxon')).toBe('Anglo-Saxon');
    expect(whole('THERMO-\nSTATIC')).toBe('THERMOSTATIC');
    expect(whole('pre-\nand post-war')).toBe('pre- and post-war');
    expect(whole('ther¬\nmostat, Waſ⸗\nſer')).toBe('thermostat, Waſſer');
    expect(whole('ther\u00AD\r\n  mostat')).toBe('thermostat');
  });

  it('belongs to a number, and is never left out of one', () => {
    expect(shown('from 1914-\n1918.', '1914-1918')).toEqual(['1914-1918']);
    expect(shown('from 1914-\n1918.', '19141918')).toEqual([]);
  });

  it('is no such hyphen before an empty line, after a space, or in lines that are kept', () => {
    expect(shown('a thermo-\n\nstatic', 'thermostatic')).toEqual([]);
    expect(shown('a thermo -\nstatic', 'thermostatic')).toEqual([]);
    for (const lines of ['kept', 'paragraphs'] as const) {
      expect(shown('a thermo-\nstatic', 'thermostatic', { lines })).toEqual([]);
      expect(shown('a thermo-\nstatic', 'thermo- static', { lines })).toEqual(['thermo-\nstatic']);
    }
  });

  it('lets no other hyphen be left out or put in', () => {
    expect(shown(`${report} A re-entry.`, 'A reentry')).toEqual([]);
    expect(shown(report, 'The Bo-ard')).toEqual([]);
    expect(shown(report, 'launch-site')).toEqual([]);
    expect(shown(report, 'not-modified')).toEqual([]);
  });

  it('may be left out of prefix and suffix too', () => {
    const find = (context: object) => findExact(report, { exact: 'switches', ...context });
    expect(find({ prefix: 'the thermostatic' })).toHaveLength(1);
    expect(find({ prefix: 'the thermo- static', suffix: 'were not modified' })).toHaveLength(1);
    expect(find({ suffix: 'were not modi-fied' })).toHaveLength(1);
    expect(find({ suffix: 'were modified' })).toHaveLength(0);
  });

  it('leaves each quote to be found at its place, whichever way it is spelled', () => {
    const word = fc.constantFrom(
      'thermo',
      'a',
      'well',
      'Anglo',
      'été',
      '12',
      '-',
      're-entry',
      'a--b',
    );
    const joint = fc.constantFrom(' ', '-\n', '\n', '-', '-\r\n ', ' - ', '­\n', '.\n\n');
    const form = fc.constantFrom('- ', '-', '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        form,
        (list, a, b, spelled) => {
          const text = list.map(([one, end]) => one + end).join('');
          const from = a % list.length;
          const to = from + 1 + (b % (list.length - from));
          const part = (i: number, j: number): string =>
            list
              .slice(i, j)
              .map(([one, end], at) => (at === j - i - 1 ? one : one + end))
              .join('');
          const start = list
            .slice(0, from)
            .reduce((sum, [one, end]) => sum + one.length + end.length, 0);
          const printed = part(from, to);
          const exact = printed.replace(/(?<=\p{L})-\r?\n ?(?=\p{L})/gu, spelled);
          if (!/[\p{L}\p{N}]/u.test(exact[0] ?? '')) return;
          const hits = findExact(text, { exact });
          expect(hits).toContainEqual({ start, end: start + printed.length });
          // What is found reads as the quote does.
          for (const span of hits) {
            const words = shownText({ text }, span, spellingOf({ text }, span, exact));
            expect(fold(words)).toBe(fold(exact));
          }
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe('a line end', () => {
  it('is a space within a paragraph, and stays between paragraphs and in lines that are kept', () => {
    const text = 'One two\n  three.\n\nFour.';
    const whole = { start: 0, end: text.length };
    expect(shownText({ text }, whole)).toBe('One two three.\n\nFour.');
    expect(shownText({ text, lines: 'kept' }, whole)).toBe(text);
  });

  it('is nothing in scripts without spaces, in a quote and in its source', () => {
    const text = '他在书中写道，在和阿姆\n斯特朗走出登月舱之前\n\n他喝了酒。';
    expect(shown(text, '在和阿姆斯特朗走出')).toEqual(['在和阿姆斯特朗走出']);
    expect(shown(text, '在和阿姆\n斯特朗走出')).toEqual(['在和阿姆斯特朗走出']);
    expect(shown(text, '在和阿姆 斯特朗走出')).toEqual(['在和阿姆斯特朗走出']);
    expect(shown('ไปเมือง\nไทย', 'ไปเมืองไทย')).toEqual(['ไปเมืองไทย']);
    expect(shown('Apollo 計画\nis', 'Apollo 計画 is')).toEqual(['Apollo 計画 is']);
  });
});

describe('footnote marks', () => {
  const marks = (text: string): string[] =>
    footnoteMarks(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['five million.[31] It grows.[a][12]', ['[31]', '[a][12]']],
    ['five million.[31]:12 It grows', ['[31]:12']],
    ['a town[3] of [12] men; the friend[s] of H[e] and the ship[h]', ['[3]']],
    ['said in [1914] of old[note 2] and [sic]', ['[note 2]']],
    ['He left.³ It was so;¹,² the commission⁴ met.', ['³', '¹,²', '⁴']],
    ['5 km², 10³ m², 3 acres², twelve metres², x² and (x + 1)², CO²', []],
    ['他说。[3]好，¹ 是', ['¹']],
  ])('of %j', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  const text = 'The population[3] is five million.[31] It grows.¹ The end.';

  it('may be left out of a quote, and are never shown', () => {
    const exact = 'The population is five million. It grows.';
    expect(shown(text, exact, { marks: 'footnotes' })).toEqual([exact]);
    expect(
      shown(text, 'The population[3] is five million.[31] It', { marks: 'footnotes' }),
    ).toEqual(['The population is five million. It']);
    expect(shown(text, exact)).toEqual([]);
  });

  it('are the source’s own if they are in a quote', () => {
    expect(shown(text, 'five million.[32] It', { marks: 'footnotes' })).toEqual([]);
    expect(shown(text, 'five million.[31] It')).toEqual(['five million.[31] It']);
  });

  it('end no quote', () => {
    const source = { text, marks: 'footnotes' } as const;
    const [span] = findExact(source, { exact: 'five million.' });
    expect(text.slice(span?.start, span?.end)).toBe('five million.');
  });
});
