import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import type { Archive } from '../model/archive.ts';
import { keepPermalinks } from './keep-permalinks.ts';

const temp = mkdtempSync(join(tmpdir(), 'permalinks-'));
afterAll(() => rmSync(temp, { recursive: true }));
const base = join(import.meta.dirname, '..', 'check', 'golden', '_base');
cpSync(base, temp, { recursive: true });
const archive = checkArchive(base).archive as Archive;
const file = join(temp, 'permalinks.txt');
const read = (): string => readFileSync(file, 'utf8');

describe('keepPermalinks(archive, folder)', () => {
  it('lists every event, source and quote, sorted', () => {
    expect(keepPermalinks(archive, temp, temp)).toEqual({
      text: expect.stringMatching(/^permalinks\.txt: 12 new lines\. Commit the file/),
      right: true,
    });
    const lines = read().trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort());
    expect(lines).toContain('/events/wreck/');
    expect(lines).toContain('/sources/log-1897/');
    expect(lines).toContain('/sources/log-1897/#q-wreck-saved');
  });

  it('sorts what is added among what is there', () => {
    const whole = read();
    writeFileSync(file, `${whole.trimEnd().split('\n').toReversed().slice(1).join('\n')}\n`);
    expect(keepPermalinks(archive, temp, temp).text).toMatch(/^permalinks\.txt: 1 new line\. /);
    expect(read()).toBe(whole);
  });

  it('leaves the file alone if it has them all', () => {
    const { ino } = statSync(file);
    expect(keepPermalinks(archive, temp, temp)).toEqual({ text: '', right: true });
    expect(statSync(file).ino).toBe(ino);
  });

  it('keeps every line that is there', () => {
    writeFileSync(file, '/events/gone/\n');
    keepPermalinks(archive, temp, temp);
    expect(read().split('\n')).toHaveLength(14);
    expect(read()).toContain('/events/gone/\n');
    rmSync(file);
  });

  it('fails if the file cannot be read, and does not replace it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'permalinks-'));
    mkdirSync(join(folder, 'permalinks.txt'));
    expect(keepPermalinks(archive, folder, folder)).toEqual({
      text: expect.stringMatching(/^permalinks\.txt could not be updated, /),
      right: false,
    });
    expect(statSync(join(folder, 'permalinks.txt')).isDirectory()).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
