import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { finishTogether, writeTogether } from './together.ts';

const work = fs.mkdtempSync(join(tmpdir(), 'together-'));
afterAll(() => fs.rmSync(work, { recursive: true }));
let folder = '';
let made = 0;
beforeEach(() => {
  folder = join(work, `${++made}`);
});
const contents = (): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), fs.readFileSync(path, 'utf8')]),
  );

describe('writeTogether(folder, files)', () => {
  it('writes new files and replaces those that are there, and leaves nothing else', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'a'), 'old');
    fs.writeFileSync(join(folder, 'kept'), 'kept');
    writeTogether(folder, [
      ['a', 'new'],
      [join('events', 'b'), 'b'],
    ]);
    expect(contents()).toEqual({ a: 'new', kept: 'kept', [join('events', 'b')]: 'b' });
  });

  it('leaves the folder as it was where one file cannot be made', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'a'), 'old');
    expect(() =>
      writeTogether(folder, [
        ['a', 'new'],
        ['x'.repeat(300), ''],
      ]),
    ).toThrow();
    expect(contents()).toEqual({ a: 'old' });
    expect(fs.readdirSync(folder)).toEqual(['a']);
  });

  it('removes what is gone, and nothing outside of the folder', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'a.html'), 'old');
    const outside = join(work, 'outside');
    fs.writeFileSync(outside, 'kept');
    writeTogether(folder, [['a.docx', 'new']], ['a.html', '../outside', outside, 'never-there']);
    expect(contents()).toEqual({ 'a.docx': 'new' });
    expect(fs.readFileSync(outside, 'utf8')).toBe('kept');
  });

  it('leaves no folder where there was none', () => {
    expect(() => writeTogether(folder, [['x'.repeat(300), '']])).toThrow();
    expect(fs.existsSync(folder)).toBe(false);
  });
});

describe('finishTogether(folder)', () => {
  /** A folder as somebody left it who was stopped before or after all files were made. */
  const stopped = (state: 'draft' | 'ready', files: Record<string, string>): void => {
    for (const [name, text] of Object.entries({ '.gitignore': '*\n', ...files })) {
      const path = join(folder, `.together.${state}`, name === '.gitignore' ? '' : 'files', name);
      fs.mkdirSync(join(path, '..'), { recursive: true });
      fs.writeFileSync(path, text);
    }
  };

  it('clears away files that were not all made', () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'a'), 'old');
    stopped('draft', { a: 'new', 'events/b': 'b' });
    expect(finishTogether(folder)).toBe(false);
    expect(contents()).toEqual({ a: 'old' });
    expect(fs.readdirSync(folder)).toEqual(['a']);
  });

  it('places what was made and not yet placed', () => {
    fs.mkdirSync(join(folder, 'events'), { recursive: true });
    fs.writeFileSync(join(folder, 'a'), 'new');
    fs.writeFileSync(join(folder, 'events', 'b'), 'b');
    stopped('ready', { 'events/c': 'c', 'events/d': 'd' });
    expect(finishTogether(folder)).toBe(true);
    expect(contents()).toEqual({
      a: 'new',
      [join('events', 'b')]: 'b',
      [join('events', 'c')]: 'c',
      [join('events', 'd')]: 'd',
    });
    expect(fs.readdirSync(folder).sort()).toEqual(['a', 'events']);
  });

  it('does nothing where nobody was stopped, or there is no folder', () => {
    expect(finishTogether(folder)).toBe(false);
    expect(fs.existsSync(folder)).toBe(false);
  });
});
