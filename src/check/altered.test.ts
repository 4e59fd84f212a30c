/** Archives with one character or byte changed at a time: nothing of it gets past check, and typography is mended. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { selectorsOf } from '../model/passages.ts';
import { checkArchive } from './check.ts';
import { runCheck } from './command.ts';
import { textFile } from './read/file.ts';
import { parseFrontMatter } from './read/yaml.ts';

const temp = mkdtempSync(join(tmpdir(), 'altered-'));
afterAll(() => rmSync(temp, { recursive: true }));
function copyOf(archive: string): string {
  const folder = join(temp, basename(archive));
  cpSync(archive, folder, { recursive: true });
  return folder;
}

/** The archive of this site, and the one that the golden cases are laid over. */
const content = join(import.meta.dirname, '..', '..', 'content');
const folder = copyOf(content);
const base = copyOf(join(import.meta.dirname, 'golden', '_base'));

/** Checks an archive with another content in one file. */
function checkWith(folder: string, path: string, altered: string | Uint8Array) {
  const file = join(folder, path);
  const original = readFileSync(file);
  writeFileSync(file, altered);
  try {
    return checkArchive(folder, { cwd: folder });
  } finally {
    writeFileSync(file, original);
  }
}

const quotes = checkArchive(folder).archive?.events.flatMap((event) => event.quotes) ?? [];

describe('checkArchive(content)', () => {
  it('finds nothing wrong, and quotes in it', () => {
    expect(checkArchive(folder, { strict: true }).problems).toEqual([]);
    expect(quotes.length).toBeGreaterThan(0);
  });

  it.each(quotes)(
    'fails at the very place of quote $anchor if a character of it is another',
    (quote) => {
      const path = `events/${quote.event}.mdx`;
      const text = readFileSync(join(folder, path), 'utf8');
      const position = parseFrontMatter(textFile(path, text, new Uint8Array())).position([
        'quotes',
        quote.id,
        'exact',
      ]);
      const lines = text.split('\n');
      const line = lines[position.line - 1] ?? '';
      const letters = [...line.slice(position.column).matchAll(/\p{L}/gu)].map(
        ({ index }) => index + position.column,
      );
      for (const at of [letters[0], letters[letters.length >> 1], letters.at(-1)]) {
        const changed = `${line.slice(0, at)}ß${line.slice((at ?? 0) + 1)}`;
        const { archive, problems } = checkWith(
          folder,
          path,
          lines.with(position.line - 1, changed).join('\n'),
        );
        expect(archive).toBeNull();
        expect(problems).toContainEqual(
          expect.objectContaining({
            ...position,
            severity: 'error',
            message: expect.stringMatching(/^quote not in source/),
          }),
        );
      }
    },
  );

  it.each(readdirSync(join(content, 'sources')).filter((name) => name.endsWith('.txt')))(
    'fails at the digest of %s if a character of it is another, and at the quotes that had it',
    (name) => {
      const path = `sources/${name}`;
      const text = readFileSync(join(folder, path), 'utf8');
      const id = name.slice(0, -4);
      for (let at = 0; at < text.length; at += 97) {
        const { archive, problems } = checkWith(
          folder,
          path,
          `${text.slice(0, at)}${text[at] === 'ß' ? 'x' : 'ß'}${text.slice(at + 1)}`,
        );
        expect(archive).toBeNull();
        expect(problems).toContainEqual(
          expect.objectContaining({
            file: `sources/${id}.yaml`,
            line: expect.any(Number),
            column: expect.any(Number),
            message: expect.stringContaining(`${name} has changed`),
          }),
        );
        const lost = quotes.filter(
          ({ source, passages }) =>
            source.id === id && passages.some(({ start, end }) => start <= at && at < end),
        );
        expect(
          problems.filter(({ message }) => message.startsWith('quote not in source')).length,
        ).toBeGreaterThanOrEqual(lost.length);
      }
    },
  );
});

describe('checkArchive(base)', () => {
  const events = ['wreck', 'lamp-lit', 'calm', 'ashore'];
  const quotes = events.flatMap((event) => {
    const text = readFileSync(join(base, 'events', `${event}.mdx`), 'utf8');
    return [...text.matchAll(/exact: (.*)/g)].map(({ 1: exact = '', index }) => ({
      event,
      exact,
      at: index + 'exact: '.length,
    }));
  });

  it.each(quotes)(
    'fails if one character of a quote is another: $event, $exact',
    ({ event, exact, at }) => {
      const path = `events/${event}.mdx`;
      const text = readFileSync(join(base, path), 'utf8');
      // The letters alone, so that the YAML around them stays what it is.
      for (const { index } of exact.matchAll(/[A-Za-z0-9]/g)) {
        const changed = `${text.slice(0, at + index)}ß${text.slice(at + index + 1)}`;
        const { problems, archive } = checkWith(base, path, changed);
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
      const path = `sources/${source}.txt`;
      const bytes = readFileSync(join(base, path));
      for (let i = 0; i < bytes.length; i += 5) {
        const changed = Uint8Array.from(bytes);
        changed[i] = changed[i] === 0x7e ? 0x7d : 0x7e;
        const { problems, archive } = checkWith(base, path, changed);
        expect(archive).toBeNull();
        // A byte within a letter of several bytes may leave no UTF-8 at all.
        expect(
          problems.some(({ rule, message }) => rule === 2 || message.startsWith('not UTF-8')),
        ).toBe(true);
      }
    },
  );
});

describe('runCheck(content, { fix })', () => {
  const misspelt = (exact: string): string =>
    exact.replace(/\p{L}+(?=\P{L}*$)/u, (word) => word.toUpperCase()).replace(/(?<!')'(?!')/, '’');
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const fileOf = (event: string): string => join(folder, 'events', `${event}.mdx`);

  it('mends typography in every quote long enough, changes quote fields alone, and no word or figure', () => {
    const originals = new Map<string, string>();
    let spoiled = 0;
    for (const { event, record } of quotes) {
      const before = readFileSync(fileOf(event), 'utf8');
      if (!originals.has(event)) originals.set(event, before);
      const [{ exact, prefix } = { exact: '' }] = selectorsOf(record);
      if (prefix !== undefined || exact.length < 40) continue;
      // As it stands in the file, whichever the quotation marks.
      const form = [exact, exact.replaceAll("'", "''")].find((written) => before.includes(written));
      if (form === undefined || misspelt(form) === form) continue;
      writeFileSync(fileOf(event), before.replace(form, misspelt(form)));
      spoiled++;
    }
    expect(spoiled).toBeGreaterThan(15);
    expect(checkArchive(folder).archive).toBeNull();
    expect(runCheck(folder, { fix: true }, folder).text).toContain('all quotes verified');
    for (const [event, text] of originals) {
      const [before, after] = [text.split('\n'), readFileSync(fileOf(event), 'utf8').split('\n')];
      expect(after).toHaveLength(before.length);
      for (const [i, line] of after.entries())
        if (line !== before[i]) expect(line).toMatch(/^ {4}exact: /);
      expect(words(after.join('\n'))).toEqual(words(before.join('\n')));
    }
  });
});
