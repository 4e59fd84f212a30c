import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layout } from './layout.ts';
import { shownText } from './quote.ts';
import { paragraphs, sentences } from './sentences.ts';

const split = (text: string, language = 'en', layout: Layout = {}): string[] => {
  const source = { text, language, ...layout };
  return sentences(source).map((span) => shownText(source, span));
};

describe('sentences(source)', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'He met Mr. Putin in Vladivostok. They talked.',
      ['He met Mr. Putin in Vladivostok.', 'They talked.'],
    ],
    ['The U.S. Congress met. It left.', ['The U.S. Congress met.', 'It left.']],
    ['He lives in the U.S. She does not.', ['He lives in the U.S.', 'She does not.']],
    ['Gen. Smith and Dr. J. B. Jones came.', ['Gen. Smith and Dr. J. B. Jones came.']],
    ['Apollo 13, 17 APR. 1970. It landed.', ['Apollo 13, 17 APR. 1970.', 'It landed.']],
    ['See No. 5 Main St. No. He stayed.', ['See No. 5 Main St. No.', 'He stayed.']],
    ['"What now?" he asked. Nobody knew.', ['"What now?" he asked.', 'Nobody knew.']],
    ['It is so (see Fig. 3). It rose.', ['It is so (see Fig. 3).', 'It rose.']],
    ['[![Build] The log. End.', ['[![Build] The log.', 'End.']],
    ['  One.  \n\n Two.\r\n', ['One.', 'Two.']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['million.[31] It grows.', ['million.[31]', 'It grows.']],
    ['million.[12][13] It grows.', ['million.[12][13]', 'It grows.']],
    ['million.[31]:12 It grows.[a]', ['million.[31]:12', 'It grows.[a]']],
    ['million.³¹ It grows. "So."[3] Yes.', ['million.³¹', 'It grows.', '"So."[3]', 'Yes.']],
    ['A town[3] of old. It grows.', ['A town[3] of old.', 'It grows.']],
    ['他说。[3] 好。', ['他说。[3]', '好。']],
  ])('keeps footnote marks in the sentence that they follow: %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['de', 'Am 3. Mai kam z. B. Herr Dr. Meier. Er blieb.', 2],
    ['de', 'Vgl. Nr. 5 u. a. Der Rest folgt.', 1],
    ['ru', 'В 1970 г. Москва молчала. Она ждала.', 2],
    ['ru', 'А. С. Пушкин жил на ул. Мира и т. д. и т. п. всегда.', 1],
    ['fr', 'M. Dupont vit Mme. Curie. Il partit.', 2],
    ['es', 'El Sr. García y la Dra. Ruiz. Fin.', 2],
    ['ja', '雨が降った。船は出た。', 2],
    ['zh-Hans', '他喝了酒。通信暂停！', 2],
  ])('knows the abbreviations of %s: %j', (language, text, count) => {
    expect(split(text, language)).toHaveLength(count);
  });

  it('runs on over single line ends, and words that they cut are whole', () => {
    const text =
      'THE REPORT\n\nThe Board finds that the thermo-\nstatic switches were not modified\nto operate at the higher voltage\nused at the launch site, and that\nnobody noticed. It was, said Mr.\nJones, "a great pity." The U.S.\ncrew came home on April 17.\n\nThe end.\n';
    expect(split(text)).toEqual([
      'THE REPORT',
      'The Board finds that the thermostatic switches were not modified to operate at the higher voltage used at the launch site, and that nobody noticed.',
      'It was, said Mr. Jones, "a great pity."',
      'The U.S. crew came home on April 17.',
      'The end.',
    ]);
  });

  it.each(['kept', 'paragraphs'] as const)('runs over no line end of lines: %s', (lines) => {
    expect(split('He lives in the U.S.\nShe does not.', 'en', { lines })).toEqual([
      'He lives in the U.S.',
      'She does not.',
    ]);
    expect(split('LEFT KIEV STOP\nALL WELL STOP', 'en', { lines })).toHaveLength(2);
  });

  it('covers every character that is no white space, once and in order', () => {
    const text = fc
      .array(
        fc.constantFrom(
          ...['Mr. ', 'U.S. ', 'Kim ', 'said. ', '"No." ', '\n', '\n\n', '\r\n', '  ', '😀! ', 'é'],
          ...['No. 5 ', 'end.[3] ', 'end.³', '[![', 'a-\nb', '\r', '\f', '\u2028', '。', '日'],
        ),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 'kept', 'paragraphs'), (given, lines) => {
        const spans = sentences({ text: given, language: 'en', lines });
        let reached = 0;
        for (const { start, end } of spans) {
          expect(given.slice(reached, start).trim()).toBe('');
          const words = given.slice(start, end);
          expect(words).toBe(words.trim());
          if (lines) expect(words).not.toMatch(/[\r\n]/);
          reached = end;
        }
        expect(given.slice(reached).trim()).toBe('');
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('paragraphs(source)', () => {
  const text = 'one\r\n\r\n  two\nand more\n \nthree';
  const all = (lines?: Layout['lines']): string[] =>
    paragraphs({ text, lines }).map(({ start, end }) => text.slice(start, end));

  it('are parted by empty lines', () => {
    expect(all()).toEqual(['one', '  two\nand more', 'three']);
    expect(all('kept')).toEqual(['one', '  two\nand more', 'three']);
  });

  it('are the lines that hold something, of lines: paragraphs', () => {
    expect(all('paragraphs')).toEqual(['one', '  two', 'and more', 'three']);
  });
});
