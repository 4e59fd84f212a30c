import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDirective, livePassages, textDirective } from './fragment.ts';

const text = [
  'The lamp was lit at dusk. Sea calm, said the keeper.',
  'At dawn the lamp was lit again, and the keeper said: "Sea calm." The keeper slept.',
  `It blew all night. ${'Wind and rain beat on the tower, and nobody slept. '.repeat(7)}Then it was calm.`,
].join('\n');
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const searched = (page: string) => ({ text: page, language: 'en', lines: 'paragraphs' }) as const;
const directive = (words: string, from?: number) => textDirective(searched(text), at(words, from));

describe('textDirective(source, span)', () => {
  it('is the words alone where they are long enough and stand once', () => {
    expect(directive('lit again, and the keeper')).toEqual({ start: 'lit again, and the keeper' });
  });

  it('gives three words of context where words are short', () => {
    expect(directive('slept.')).toEqual({
      prefix: 'calm." The keeper',
      start: 'slept.',
    });
    expect(directive('dusk')).toEqual({
      prefix: 'was lit at',
      start: 'dusk',
      suffix: '. Sea calm, said',
    });
  });

  it('gives more context until the words are told from their like', () => {
    const like =
      'One day the lamp was lit at dusk by her on duty. Two days the lamp was lit at dusk by her on duty.';
    expect(textDirective(searched(like), { start: 12, end: 16 })).toEqual({
      prefix: 'One day the',
      start: 'lamp',
      suffix: 'was lit at',
    });
    expect(textDirective(searched(like), { start: 28, end: 32 })).toEqual({
      prefix: 'the lamp was lit at',
      start: 'dusk',
      suffix: 'by her on duty. Two',
    });
  });

  it('names long words, and words across paragraphs, by their first and last', () => {
    const all = text.split('\n')[2] ?? '';
    expect(directive(all)).toEqual({ start: 'It blew all', end: 'it was calm.' });
    expect(directive('said the keeper.\nAt dawn')).toMatchObject({ end: 'At dawn' });
  });

  it('grows to whole words, as browsers match no others', () => {
    expect(directive('it agai')).toMatchObject({ start: 'lit again' });
  });

  it('is null where nothing tells the words from their like', () => {
    expect(textDirective(searched('So it is.\nSo it is.'), { start: 3, end: 5 })).toBeNull();
  });

  const words = fc.array(
    fc.constantFrom(
      'Kim',
      'said',
      'été',
      '“yes”',
      'a-b',
      '😀',
      'x,',
      'U.S.',
      "Orr's",
      'e\u0301',
      '&',
    ),
    { minLength: 1, maxLength: 60 },
  );
  const joints = fc.constantFrom(' ', '\n', '  ');

  it('has parts that stand in the text, one after another, and nowhere else', () => {
    fc.assert(
      fc.property(words, joints, fc.nat(), fc.nat(), (list, joint, a, b) => {
        const page = list.join(joint);
        const from = a % list.length;
        const to = from + 1 + (b % (list.length - from));
        const start = list.slice(0, from).join(joint).length + (from > 0 ? joint.length : 0);
        const span = { start, end: start + list.slice(from, to).join(joint).length };
        const found = textDirective(searched(page), span);
        if (!found) return;
        // What a reader of the address gets back.
        const parts = encodeDirective(found)
          .split(',')
          .map((part) => decodeURIComponent(part.replace(/^-|-$/g, '')));
        const given = [found.prefix, found.start, found.end, found.suffix];
        expect(parts).toEqual(given.filter((part) => part !== undefined));
        const [prefix = '', first = '', last, suffix = ''] = given.map((part) =>
          part?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'),
        );
        const passage = new RegExp(
          `${prefix && `${prefix}\\s*`}(?<![A-Za-zé])(${first}${last === undefined ? '' : `(?:[\\s\\S]*?)${last}`})\\s*${suffix}`,
          'y',
        );
        const named = page.split('').flatMap((_, index) => {
          passage.lastIndex = index;
          return passage.exec(page)?.[1]?.replace(/\s+/g, ' ') ?? [];
        });
        expect(named).toEqual([page.slice(span.start, span.end).replace(/\s+/g, ' ').trim()]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('encodeDirective(directive)', () => {
  it('encodes what has a meaning between the parts', () => {
    expect(encodeDirective({ prefix: 'a-b', start: 'c, d', end: 'e&f', suffix: 'ü' })).toBe(
      'a%2Db-,c%2C%20d,e%26f,-%C3%BC',
    );
  });
});

describe('livePassages(source, spans)', () => {
  const source = { ...searched(text), url: 'https://example.org/a' };

  it('adds the fragment to the address, and leaves it out where there is none', () => {
    expect(livePassages(source, [at('lit again, and the keeper')])).toBe(
      'https://example.org/a#:~:text=lit%20again%2C%20and%20the%20keeper',
    );
    const hash = { ...source, url: 'https://example.org/a#top' };
    expect(livePassages(hash, [at('lit again, and the keeper')])).toMatch(/#top:~:text=lit/);
    const twins = { ...source, text: 'So it is.\nSo it is.' };
    expect(livePassages(twins, [{ start: 3, end: 5 }])).toBe('https://example.org/a');
  });

  it('has a fragment for each passage that it can lead to', () => {
    const two = { ...source, text: 'So it is. The lamp was lit.\nSo it is. The keeper went home.' };
    const [lamp, keeper] = [
      { start: 10, end: 27 },
      { start: 38, end: 59 },
    ];
    expect(livePassages(two, [lamp, keeper])).toBe(
      'https://example.org/a#:~:text=So%20it%20is.-,The%20lamp%20was%20lit.&text=The%20keeper%20went%20home.',
    );
    const twins = { ...source, text: 'So it is.\nThe keeper went home.\nSo it is.' };
    expect(
      livePassages(twins, [
        { start: 3, end: 5 },
        { start: 10, end: 31 },
      ]),
    ).toBe('https://example.org/a#:~:text=The%20keeper%20went%20home.');
  });
});
