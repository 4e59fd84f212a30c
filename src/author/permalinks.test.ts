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
import { addressesIn, keepPermalinks } from './permalinks.ts';

const temp = mkdtempSync(join(tmpdir(), 'permalinks-'));
afterAll(() => rmSync(temp, { recursive: true }));
const base = join(import.meta.dirname, '..', 'check', 'golden', '_base');
const archive = checkArchive(base).archive as Archive;
const file = join(temp, 'permalinks.txt');
const read = (): string => readFileSync(file, 'utf8');

describe('keepPermalinks(archive, folder)', () => {
  it('lists every event, source and quote, sorted', () => {
    cpSync(join(import.meta.dirname, '..', 'check', 'golden', '_base'), temp, { recursive: true });
    expect(keepPermalinks(archive, temp, temp)).toMatch(/^permalinks\.txt has \d+ more; commit it/);
    const lines = read().trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort());
    expect(lines).toContain('/events/wreck/');
    expect(lines).toContain('/sources/log-1897/');
    expect(lines).toContain('/sources/log-1897/#q-wreck-saved');
  });

  it('sorts what is added among what is there', () => {
    const whole = read();
    writeFileSync(file, `${whole.trimEnd().split('\n').toReversed().slice(1).join('\n')}\n`);
    expect(keepPermalinks(archive, temp, temp)).toMatch(/^permalinks\.txt has 1 more; /);
    expect(read()).toBe(whole);
  });

  it('leaves the file alone where it has them all', () => {
    const { ino } = statSync(file);
    expect(keepPermalinks(archive, temp, temp)).toBe('');
    expect(statSync(file).ino).toBe(ino);
  });

  it('says what is lacking where the file cannot be written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'permalinks-'));
    cpSync(join(import.meta.dirname, '..', 'check', 'golden', '_base'), folder, {
      recursive: true,
    });
    mkdirSync(join(folder, 'permalinks.txt'));
    expect(keepPermalinks(archive, folder, folder)).toMatch(
      /^permalinks\.txt cannot be written, and lacks 12 of its lines: /,
    );
    rmSync(folder, { recursive: true });
  });

  it('takes no line away', () => {
    writeFileSync(file, '/events/gone/\n');
    keepPermalinks(archive, temp, temp);
    expect(read()).toContain('/events/gone/\n');
  });
});

it('addressesIn(text) tells events, sources and quotes', () => {
  const text = '/events/a/\n/sources/b/\n/sources/b/#q-a-c\n/about/\n';
  expect(addressesIn(text).map(({ kind, id, anchor }) => [kind, id, anchor])).toEqual([
    ['event', 'a', ''],
    ['source', 'b', ''],
    ['quote', 'b', 'q-a-c'],
    [null, '', ''],
  ]);
});
