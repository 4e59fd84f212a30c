/**
 * Golden cases: each folder of `golden/` is laid over `golden/_base`, a small valid archive, and its `expected.txt`
 * is all that check prints. `_delete` names what is removed of the base (`*` all files, `.` the folder too);
 * `args` holds options. Adding a case is adding a folder; `UPDATE=1` writes what is expected anew.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from './check.ts';
import { formatReport } from './problem.ts';

const golden = join(import.meta.dirname, 'golden');
const cases = readdirSync(golden).filter((name) => name !== '_base');
const work = mkdtempSync(join(tmpdir(), 'golden-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('checkArchive(folder) prints what is expected of', () => {
  it.each(cases)('%s', (name) => {
    const given = join(golden, name);
    const root = join(work, name);
    const content = layOver(given, root);
    const strict = textOf(join(given, 'args')).includes('--strict');

    const { problems, counts, archive } = checkArchive(content, { strict, cwd: root });
    const printed = `${formatReport(problems, counts)}\n`;

    const expected = join(given, 'expected.txt');
    if (process.env['UPDATE']) writeFileSync(expected, printed);
    expect(printed).toBe(textOf(expected));
    expect(archive === null).toBe(problems.some(({ severity }) => severity === 'error'));
  });
});

function layOver(given: string, root: string): string {
  const content = join(root, 'content');
  mkdirSync(root, { recursive: true });
  cpSync(join(golden, '_base'), content, { recursive: true });
  for (const name of textOf(join(given, '_delete')).split('\n').filter(Boolean)) {
    rmSync(name === '*' ? content : join(content, name), { recursive: true });
    if (name === '*') mkdirSync(content);
  }
  const control = new Set(['_delete', 'args', 'expected.txt']);
  if (existsSync(content))
    cpSync(given, content, { recursive: true, filter: (path) => !control.has(basename(path)) });
  return content;
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
