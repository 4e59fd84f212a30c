import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from './author/options.ts';

const work = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(work, { recursive: true }));
const golden = join(import.meta.dirname, 'check', 'golden');

/** Runs the command line on an archive. */
function run(content: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'cli.ts'), ...args],
    { encoding: 'utf8', cwd: work, env: { ...process.env, CONTENT_DIR: content } },
  );
  return { status, stdout, stderr };
}

describe('node src/cli.ts', () => {
  it('ends with 0 if it is done, and prints to standard output', () => {
    const checked = run(join(golden, '_base'), 'check');
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toContain('all quotes verified');
    expect(run('', 'pdf', '--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('--optional'),
    });
  });

  it('ends with 1 if there are problems: those of check to standard output, others to standard error', () => {
    const missing = run(join(work, 'none'), 'check', '--json');
    expect(missing).toMatchObject({ status: 1, stderr: '' });
    expect(JSON.parse(missing.stdout).problems).toHaveLength(1);
    expect(run(join(golden, '_base'), 'quote', 'nothing of the kind whatsoever')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('nothing in the sources resembles'),
    });
    expect(run(join(work, 'none'), 'check').status).toBe(1);
    expect(run('', 'start', '--dir', join(work, 'none'))).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('run "npm run build" first'),
    });
  });

  it('ends with 2 if it is used wrongly, and does nothing', () => {
    for (const args of [['chek'], ['check', '--title', 'x'], ['source'], []])
      expect(run('', ...args)).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(
          /^(unknown command|no command|--title is not|<file> is missing)/,
        ),
      });
  });
});

it('every command is an npm script of its name', () => {
  const { scripts } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'),
  );
  for (const name of Object.keys(COMMANDS)) {
    expect(scripts[name]).toBe(`node src/cli.ts ${name}`);
    expect(scripts[`pre${name}`]).toBe('node src/build/setup.mjs');
  }
});
