import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeNew, writeWhole } from './write.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));
const read = (name: string): string => fs.readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string): void => {
  fs.mkdirSync(join(folder, name, '..'), { recursive: true });
  fs.writeFileSync(join(folder, name), text);
};
const listed = (): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(folder, name)).isFile())
    .sort();

describe('writeWhole(path, content)', () => {
  it('puts the content there, its folder too, and keeps a mode that was given', () => {
    writeWhole(join(folder, 'a/b.txt'), 'new');
    write('c.txt', 'old');
    fs.chmodSync(join(folder, 'c.txt'), 0o600);
    writeWhole(join(folder, 'c.txt'), 'new');
    expect(listed().map((name) => [name, read(name)])).toEqual([
      ['a/b.txt', 'new'],
      ['c.txt', 'new'],
    ]);
    expect(fs.statSync(join(folder, 'c.txt')).mode & 0o777).toBe(0o600);
  });

  it('leaves what was there, and nothing beside it, where it cannot write', () => {
    write('a/b', 'old');
    // A folder can't be replaced by a file.
    expect(() => writeWhole(join(folder, 'a'), 'new')).toThrow();
    expect(listed()).toEqual(['a/b']);
  });
});

describe('writeNew(files)', () => {
  it('overwrites nothing, and takes back what it placed before', () => {
    write('b', 'mine');
    const files = ['a', 'b', 'c'].map((name) => [join(folder, name), 'new'] as const);
    expect(() => writeNew(files)).toThrow(/EEXIST/);
    expect(listed()).toEqual(['b']);
    expect(read('b')).toBe('mine');
  });

  it('places none where one cannot be written', () => {
    write('no', 'a file, so no folder');
    expect(() =>
      writeNew([
        [join(folder, 'a'), 'new'],
        [join(folder, 'no/b'), 'new'],
      ]),
    ).toThrow();
    expect(listed()).toEqual(['no']);
  });
});

describe('writeNew(files, changed)', () => {
  it('changes existing files and writes new ones', () => {
    write('list', 'old');
    writeNew([[join(folder, 'a'), 'new']], [[join(folder, 'list'), 'longer']]);
    expect(listed().map((name) => [name, read(name)])).toEqual([
      ['a', 'new'],
      ['list', 'longer'],
    ]);
  });

  it('changes nothing if a new file cannot be written', () => {
    write('list', 'old');
    write('b', 'mine');
    const changed = ['list', 'other'].map((name) => [join(folder, name), 'longer'] as const);
    const files = ['a', 'b'].map((name) => [join(folder, name), 'new'] as const);
    expect(() => writeNew(files, changed)).toThrow(/EEXIST/);
    expect(listed().map((name) => [name, read(name)])).toEqual([
      ['b', 'mine'],
      ['list', 'old'],
    ]);
  });
});

describe('a writer that is killed', () => {
  // Large enough that the kill meets it while it writes.
  const size = 3_000_000;
  const [before, after] = ['a'.repeat(size), 'b'.repeat(size)];
  const module = JSON.stringify(new URL('./write.ts', import.meta.url).href);

  it.each([1, 4, 9, 17])('leaves a whole file under its name, after %i writings', async (count) => {
    write('text', before);
    const script = `
      const { writeWhole } = await import(${module});
      const texts = ['b', 'a'].map((c) => c.repeat(${size}));
      for (let i = 0; ; i++) {
        writeWhole(process.argv[1], texts[i % 2]);
        if (i === ${count}) process.send('going');
      }`;
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', script, join(folder, 'text')],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    await new Promise((done) => child.once('message', done));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect([before, after].includes(read('text'))).toBe(true);
    // What it was about to place is hidden.
    expect(listed().filter((name) => !name.startsWith('.'))).toEqual(['text']);
  });
});
