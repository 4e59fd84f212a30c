import { describe, expect, it } from 'vitest';
import { characterDifference, nearestPassages, wordDifference } from './nearest.ts';

/** A small generator that is the same on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = seeded(42);
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

const WORDS =
  'the a of and to in keeper lamp reef brig harbour office crew storm wind calm night dawn oil wick rescue boat said reported agreed that which was were had been brought nine men ashore Saturday morning tide signal captain Anna Orr Skerry north west rising falling whole broken'.split(
    ' ',
  );

/** Prose with quotations, dashes and commas, of about `length` characters. */
function prose(length: number): string {
  let text = '';
  while (text.length < length) {
    const sentence = Array.from({ length: 8 + random(18) }, () => pick(WORDS)).join(' ');
    const [head = '', tail = ''] = sentence.split(/(?<=^(?:\S+ ){5})/);
    const joint = pick(['', ', ', ' – ', "'s ", '-']);
    const whole = `${head.trim()}${joint || ' '}${tail}`;
    text += random(4) === 0 ? `"${whole}," he said. ` : `${whole}. `;
    if (random(5) === 0) text += '\n';
  }
  return text;
}

type Corruption = (quote: string) => string;
const corruptions: Record<string, Corruption> = {
  typo(quote) {
    const at = 1 + random(quote.length - 2);
    const letter = 'abcdefghijklmnop'.charAt(random(16));
    return pick([
      quote.slice(0, at) + quote.slice(at + 1),
      quote.slice(0, at) + letter + quote.slice(at),
      quote.slice(0, at) + letter + quote.slice(at + 1),
    ]);
  },
  'curly quotes': (quote) => `${quote.replace(/"/g, '”').replace(/'/g, '’')}’`,
  dashes: (quote) => quote.replace(/ – |-|,/, ' — '),
  'dropped phrase'(quote) {
    const words = quote.split(' ');
    const at = 1 + random(words.length - 4);
    return [...words.slice(0, at), ...words.slice(at + 1 + random(2))].join(' ');
  },
};

describe('nearestPassages(source, quote)', () => {
  const source = prose(20_000);
  const starts = [...source.matchAll(/(?<=^|[\s"])\p{L}/gu)].map(({ index }) => index);

  it.each(Object.entries(corruptions))(
    'puts the right span first after %s, of 50 at least 48',
    (_, corrupt) => {
      let right = 0;
      for (let i = 0; i < 50; i++) {
        const start = pick(starts.slice(0, -60));
        const words = source.slice(start).split(/(?<=\s)/);
        const text = words
          .slice(0, 8 + random(25))
          .join('')
          .trimEnd();
        const [first] = nearestPassages(source, corrupt(text));
        if (
          first &&
          Math.abs(first.start - start) <= 1 &&
          Math.abs(first.end - (start + text.length)) <= 1
        )
          right++;
      }
      expect(right).toBeGreaterThanOrEqual(48);
    },
  );

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

  it('gives spans of the source’s own text', () => {
    const text = 'One\u00A0two   thr\u00ADee four five.';
    const [first] = nearestPassages(text, 'two three fuor');
    expect(first && text.slice(first.start, first.end)).toBe('two   thr\u00ADee four');
  });
});

describe('wordDifference(quote, passage)', () => {
  it('marks what the quote has and what the source has', () => {
    expect(wordDifference('readily acepted', 'readily accepted')).toBe(
      'readily [-acepted-]{+accepted+}',
    );
  });

  it('leaves out what is far from a change', () => {
    const far = 'one two three four five six seven eight nine';
    expect(wordDifference(`${far} acepted`, `${far} accepted`)).toBe(
      '… seven eight nine [-acepted-]{+accepted+}',
    );
  });
});

describe('characterDifference(quote, passage)', () => {
  it('names characters that look alike, and is null where words differ', () => {
    expect(characterDifference('Kim’s', "Kim's")).toBe(
      "the source has ' (U+0027) where the quote has ’ (U+2019)",
    );
    expect(characterDifference('Kim', 'Kam')).toBeNull();
    expect(characterDifference('Kim', 'Kim')).toBeNull();
  });
});
