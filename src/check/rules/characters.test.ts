import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseArchive } from '../read/draft.ts';
import { textFile } from '../read/file.ts';
import type { Files } from '../read/read.ts';
import { checkCharacters, withoutDeceptive } from './characters.ts';

it('asks for the position of nothing but a problem: that parses the file again', () => {
  const file = (name: string, text: string) => textFile(name, text, new TextEncoder().encode(text));
  const entry = (title: string): string => `{ title: "${title}", publisher: P, url: U }`;
  const files: Files = {
    site: null,
    actors: null,
    references: file('references.yaml', `a: ${entry('One')}\nb: ${entry('T\u202Ewo')}`),
    events: [],
    sources: [],
    media: new Map(),
    epilogue: null,
    about: null,
    permalinks: null,
    complete: true,
    problems: [],
  };
  const { draft } = parseArchive(files);
  const asked: string[] = [];
  const { references } = draft;
  if (!references) throw new Error('unread');
  const { position } = references;
  references.position = (path, of) => {
    asked.push(path.join('.'));
    return position(path, of);
  };
  expect(checkCharacters(files, draft).map(({ message }) => message)).toEqual([
    'U+202E shows the text around it in another order',
  ]);
  expect(asked).toEqual(['b.title']);
});

it.each([
  ['a \u2260 b'.normalize('NFD'), 'a \u2260 b'.normalize('NFD')],
  ['a\u0338 \u2260 b'.normalize('NFD'), 'a \u2260 b'],
  ['guil\u0338ty', 'guilty'],
  ['a\u2800b', 'ab'],
  ['a\uFE00\u200Db', 'ab'],
  ['⚓\uFE0F', '⚓\uFE0F'],
])('withoutDeceptive(%j) is %j', (text, rest) => {
  expect(withoutDeceptive(text)).toBe(rest);
});

it('withoutDeceptive(text) leaves nothing to remove', () => {
  const character = fc.constantFrom(
    ...['a', 'б', ' ', '-', '=', '1', '⚓', '漢', 'ก', 'א', '\u0338', '\u20D2', '\u2800', '\uFE00'],
    ...['\uFE0F', '\u200B', '\u200C', '\u200D', '\u200E', '\u202E', '\u2066', '\u00AD', '\u034F'],
  );
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 12 }), (text) => {
      const rest = withoutDeceptive(text);
      expect(withoutDeceptive(rest)).toBe(rest);
    }),
    { numRuns: 3000 },
  );
});
