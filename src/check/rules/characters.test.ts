import { expect, it } from 'vitest';
import { parseArchive } from '../read/draft.ts';
import { textFile } from '../read/file.ts';
import type { Files } from '../read/read.ts';
import { checkCharacters } from './characters.ts';

it('asks for the position of nothing but a problem: that parses the file again', () => {
  const file = (name: string, text: string) => textFile(name, text, new TextEncoder().encode(text));
  const entry = (title: string): string => `{ title: "${title}", publisher: P, url: U }`;
  const files: Files = {
    site: null,
    actors: null,
    references: file('references.yaml', `a: ${entry('One')}\nb: ${entry('T\u202Ewo')}`),
    events: [],
    sources: [],
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
