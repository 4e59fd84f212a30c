/** An archive that is read again after some edits: what is kept of unchanged files is what a first reading gives. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { runs } from '../model/archive.arbitrary.ts';
import { checkFiles } from './check.ts';
import { type Files, readArchive } from './read/read.ts';

const root = join(import.meta.dirname, '..', '..');
const archives = ['src/check/golden/_base', 'e2e/archives/reasons', 'e2e/archives/passages'];
const work = fs.mkdtempSync(join(tmpdir(), 'again-'));
afterAll(() => fs.rmSync(work, { recursive: true }));

interface Edit {
  file: number;
  /** Where in the file, and in another one. */
  at: number;
  other: number;
  how: 'back' | 'gone' | 'copied' | 'cut' | 'twice' | 'words' | 'figure' | 'letter';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  other: fc.nat(),
  how: fc.constantFrom(
    'back',
    'back',
    'gone',
    'copied',
    'cut',
    'twice',
    'words',
    'figure',
    'letter',
  ),
});

/** Lines, words and figures as they get lost, doubled, swapped and changed, so that most of what they are is left. */
function edited(text: string, from: string, { at, other, how }: Edit): string {
  const lines = text.split('\n');
  const line = at % lines.length;
  const words = (lines[line] ?? '').split(' ');
  const others = from.split(/\s+/);
  if (how === 'cut') return lines.toSpliced(line, 1).join('\n');
  if (how === 'twice') return lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
  if (how === 'figure')
    return text.replace(/\d/g, (figure, i: number) =>
      i % 40 === at % 40 ? `${other % 10}` : figure,
    );
  if (how === 'letter') return text.slice(0, at % text.length) + text.slice((at % text.length) + 1);
  words[other % words.length] = others[other % others.length] ?? '';
  return lines.with(line, words.join(' ')).join('\n');
}

/** All of a reading as text; what computes something is called by its name. */
function shown(files: Files): string {
  const { problems, counts, draft, archive } = checkFiles(files);
  const options = { depth: null, maxArrayLength: null, maxStringLength: null };
  return inspect({ problems, counts, draft, archive }, options);
}

describe('readArchive(folder, cwd, last)', () => {
  it.each(archives)(
    'gives with %s what a first reading gives, after any edits',
    { timeout: 60_000 * runs(1).numRuns },
    (name) => {
      const base = join(root, name);
      const names = fs
        .readdirSync(base, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:mdx?|yaml|txt)$/.test(file))
        .sort();
      let made = 0;
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          const folder = join(work, `${++made}`);
          fs.cpSync(base, folder, { recursive: true });
          const pathOf = (at: number): string => names[at % names.length] ?? '';
          const read = (path: string): string =>
            fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : '';
          let last = readArchive(folder, folder);
          shown(last);
          for (const change of edits) {
            const [file, other] = [pathOf(change.file), pathOf(change.other)];
            const path = join(folder, file);
            if (change.how === 'gone') fs.rmSync(path, { force: true });
            else if (change.how === 'back') fs.copyFileSync(join(base, file), path);
            else if (change.how === 'copied')
              fs.copyFileSync(join(base, file), path.replace(/(\.\w+)$/, `-${change.at % 3}$1`));
            else fs.writeFileSync(path, edited(read(path), read(join(base, other)), change));
            last = readArchive(folder, folder, last);
            expect(shown(last)).toBe(shown(readArchive(folder, folder)));
          }
          fs.rmSync(folder, { recursive: true });
        }),
        { seed: 5, ...runs(25) },
      );
    },
  );

  it('gives the same object for a file of the same bytes, and another for a changed one', () => {
    const folder = join(work, 'same');
    fs.cpSync(join(root, 'src/check/golden/_base'), folder, { recursive: true });
    const first = readArchive(folder, folder);
    const before = checkFiles(first).draft.events;
    const path = join(folder, 'events', fs.readdirSync(join(folder, 'events')).sort()[0] ?? '');
    fs.writeFileSync(path, `${fs.readFileSync(path, 'utf8')}\n`);
    const second = readArchive(folder, folder, first);
    const after = checkFiles(second).draft.events;
    expect(after.map((event, i) => event === before[i])).toEqual(before.map((_, i) => i > 0));
    expect(second.sources.every(({ text }, i) => text === first.sources[i]?.text)).toBe(true);
  });

  it('gives another object for a document if it, its form or its styles are others', () => {
    const folder = join(work, 'document');
    fs.cpSync(join(root, 'src/check/golden/_base'), folder, { recursive: true });
    let last: Files | null = null;
    const documentAfter = (change: (sources: string) => void) => {
      change(join(folder, 'sources'));
      last = readArchive(folder, folder, last);
      return last.sources.find(({ id }) => id === 'log-1897')?.original ?? null;
    };
    const write = (name: string, text: string) => (sources: string) =>
      fs.writeFileSync(join(sources, `log-1897.${name}`), text);
    const remove = (name: string) => (sources: string) =>
      fs.rmSync(join(sources, `log-1897.${name}`));
    const nothing = (): void => {};
    expect(documentAfter(nothing)).toBeNull();
    const changes = [
      write('html', '<p>One</p>'),
      write('css', 'p { color: red }'),
      write('css', 'p { color: tan }'),
      remove('css'),
      write('html', '<p>Two</p>'),
      (sources: string) =>
        fs.renameSync(join(sources, 'log-1897.html'), join(sources, 'log-1897.md')),
    ];
    const seen = new Set<unknown>();
    for (const change of changes) {
      const made = documentAfter(change);
      expect(documentAfter(nothing)).toBe(made);
      seen.add(made);
    }
    expect(seen.size).toBe(changes.length);
    expect(documentAfter(remove('md'))).toBeNull();
  });
});
