/** Nothing that is altered passes: each letter of each quote, and each fifth byte of each source, is made another. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from './check.ts';

const base = join(import.meta.dirname, 'golden', '_base');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  cpSync(base, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const events = ['wreck', 'lamp-lit', 'calm', 'ashore'];
const quotes = events.flatMap((event) => {
  const text = readFileSync(join(base, 'events', `${event}.mdx`), 'utf8');
  return [...text.matchAll(/exact: (.*)/g)].map(({ 1: exact = '', index }) => ({
    event,
    exact,
    at: index + 'exact: '.length,
  }));
});

describe('checkArchive(folder)', () => {
  it.each(quotes)(
    'fails if one character of a quote is another: $event, $exact',
    ({ event, exact, at }) => {
      const file = join(folder, 'events', `${event}.mdx`);
      const text = readFileSync(file, 'utf8');
      // The letters alone, so that the YAML around them stays what it is.
      for (const { index } of exact.matchAll(/[A-Za-z0-9]/g)) {
        writeFileSync(file, `${text.slice(0, at + index)}ß${text.slice(at + index + 1)}`);
        const { problems, archive } = checkArchive(folder);
        expect(archive).toBeNull();
        expect(problems.filter(({ rule }) => rule === 3).map(({ message }) => message)).toEqual([
          expect.stringMatching(/^quote not in source/),
        ]);
      }
    },
  );

  it.each(['log-1897', 'gazette-1897'])(
    'fails if one byte of a source is another: %s',
    (source) => {
      const file = join(folder, 'sources', `${source}.txt`);
      const bytes = readFileSync(file);
      for (let i = 0; i < bytes.length; i += 5) {
        const changed = Uint8Array.from(bytes);
        changed[i] = changed[i] === 0x7e ? 0x7d : 0x7e;
        writeFileSync(file, changed);
        const { problems, archive } = checkArchive(folder);
        expect(archive).toBeNull();
        // A byte within a letter of several bytes may leave no UTF-8 at all.
        expect(
          problems.some(({ rule, message }) => rule === 2 || message.startsWith('not UTF-8')),
        ).toBe(true);
      }
    },
  );
});
