import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs, sentences } from './source.ts';

const split = (text: string): string[] =>
  sentences(text, 'en').map(({ start, end }) => text.slice(start, end));

describe('sentences(text, language)', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'He met Mr. Putin in Vladivostok. They talked.',
      ['He met Mr. Putin in Vladivostok.', 'They talked.'],
    ],
    ['The U.S. Congress met. It left.', ['The U.S. Congress met.', 'It left.']],
    ['Gen. Smith and Dr. J. B. Jones came.', ['Gen. Smith and Dr. J. B. Jones came.']],
    ['  One.  \n\n Two.\r\n', ['One.', 'Two.']],
    ['A heading\nA sentence.', ['A heading', 'A sentence.']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('never ends the last one of a line with an initialism that is not there', () => {
    expect(split('He lives in the U.S.\nShe does not.')).toEqual([
      'He lives in the U.S.',
      'She does not.',
    ]);
  });

  it('covers every character that is no white space, once and in order', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'Mr. ',
          'U.S. ',
          'Kim ',
          'said. ',
          '"No." ',
          '\n',
          '  ',
          '😀! ',
          'é',
          'No. 5 ',
        ),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const spans = sentences(given, 'en');
        let reached = 0;
        for (const { start, end } of spans) {
          expect(given.slice(reached, start).trim()).toBe('');
          expect(given.slice(start, end)).toMatch(/^\S([^\n]*\S)?$/u);
          reached = end;
        }
        expect(given.slice(reached).trim()).toBe('');
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('paragraphs(text)', () => {
  it('are the lines that hold something', () => {
    const text = 'one\r\n\r\n  two\n\n\nthree';
    expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'one',
      '  two',
      'three',
    ]);
  });
});
