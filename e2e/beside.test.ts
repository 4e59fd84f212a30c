/** Commands that run at once, or after one that was stopped: each waits, none publishes a part, nothing is left over. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockFolder } from '../src/files/lock.mjs';
import { copyProject, digests } from './project.ts';

const root = join(import.meta.dirname, '..');
const work = fs.mkdtempSync(join(tmpdir(), 'beside-'));
const project = join(work, 'project');
const content = join(project, 'content');
const dist = join(project, 'dist');
afterAll(() => fs.rmSync(work, { recursive: true, force: true }), 60_000);
beforeAll(() => {
  fs.mkdirSync(project);
  copyProject(project);
  fs.cpSync(join(root, 'e2e/archives/one-day'), content, { recursive: true });
});

interface Ended {
  status: number | null;
  said: string;
}
/** Runs a command of the project. @param begun is handed the process */
function run(args: string[], begun: (child: ChildProcess) => void = () => {}): Promise<Ended> {
  const { CONTENT_DIR: _, BASE_PATH: __, SITE_URL: ___, ...env } = process.env;
  const child = spawn(process.execPath, ['src/cli.ts', ...args], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  begun(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  return new Promise((done) => child.once('close', (status) => done({ status, said })));
}

/** What commands leave beside the folders that they write. */
const leftovers = (): string[] =>
  fs.readdirSync(project).filter((name) => /^\..*\.(?:lock|new|old)/.test(name));

describe('builds into one folder', () => {
  let whole: Record<string, string> = {};
  beforeAll(async () => {
    const { status, said } = await run(['build']);
    expect(status, said).toBe(0);
    whole = digests(dist);
    expect(Object.keys(whole).length).toBeGreaterThan(50);
  }, 120_000);

  test('at once wait for each other, and each publishes the whole site', {
    timeout: 180_000,
  }, async () => {
    fs.rmSync(dist, { recursive: true });
    const all = await Promise.all([run(['build']), run(['build']), run(['build'])]);
    for (const { status, said } of all) expect(status, said).toBe(0);
    expect(
      all.filter(({ said }) => /^waiting for npm run build \(process \d+ on/m.test(said)),
    ).toHaveLength(2);
    expect(digests(dist)).toEqual(whole);
    expect(leftovers()).toEqual([]);
  });

  test('after one that was killed do not wait', { timeout: 120_000 }, async () => {
    await run(['build'], (child) => {
      const watcher = fs.watch(project, (_, name) => {
        if (!String(name).startsWith('.dist.new')) return;
        watcher.close();
        child.kill('SIGKILL');
      });
    });
    expect(leftovers()).toContain('.dist.lock');
    const { status, said } = await run(['build']);
    expect(status, said).toBe(0);
    expect(said).not.toContain('waiting');
    expect(digests(dist)).toEqual(whole);
    expect(leftovers()).toEqual([]);
  });

  test('wait for whoever prints it', { timeout: 120_000 }, async () => {
    const release = lockFolder(dist, 'npm run pdf');
    let waited = '';
    const { status } = await run(['build'], (child) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        waited += chunk;
        release();
      });
    });
    expect(status).toBe(0);
    expect(waited).toMatch(
      /^waiting for npm run pdf \(process \d+ on .*\) since .*, which is writing dist\n$/,
    );
  });
});

describe('imports into one archive', () => {
  const rows = 100;
  const table = join(work, 'table.csv');
  const events = (): string[] =>
    fs.readdirSync(join(content, 'events')).filter((name) => name.startsWith('row-'));
  beforeAll(() => {
    const lines = Array.from(
      { length: rows },
      (_, i) => `Row ${i},${1000 + i},A text.,Group ${i % 3}`,
    );
    fs.writeFileSync(table, `title,date,text,group\n${lines.join('\n')}\n`);
  });

  test('at once write each event once', { timeout: 120_000 }, async () => {
    const before = digests(content);
    const all = await Promise.all([1, 2, 3].map(() => run(['import', table])));
    for (const { status, said } of all) expect(status, said).toBe(0);
    expect(events()).toHaveLength(rows);
    expect(leftovers()).toEqual([]);
    expect((await run(['check'])).said).toContain(`${rows + 4} events`);
    for (const name of Object.keys(digests(content)))
      if (!(name in before)) fs.rmSync(join(content, name));
    fs.cpSync(join(root, 'e2e/archives/one-day'), content, { recursive: true });
  });

  test('that are killed leave nothing, or are finished by the next command', {
    timeout: 240_000,
  }, async () => {
    const before = digests(content);
    for (const [sign, command] of [
      ['.together.draft', 'check'],
      ['.together.ready', 'check'],
      ['.together.ready', 'build'],
      ['.together.ready', 'import'],
    ] as const) {
      await run(['import', table], (child) => {
        const watcher = fs.watch(content, (_, name) => {
          if (name !== sign) return;
          watcher.close();
          child.kill('SIGKILL');
        });
      });
      const { status, said } = await run(command === 'import' ? ['import', table] : [command]);
      expect(status, said).toBe(0);
      // All or none: the kill may come a moment late, and then all is there.
      expect([0, rows], `${sign}, then ${command}`).toContain(events().length);
      if (sign === '.together.ready') expect(events()).toHaveLength(rows);
      await run(['import', table]);
      expect(events()).toHaveLength(rows);
      expect(fs.readdirSync(content).filter((name) => name.startsWith('.together'))).toEqual([]);
      for (const name of Object.keys(digests(content)))
        if (!(name in before)) fs.rmSync(join(content, name));
      fs.cpSync(join(root, 'e2e/archives/one-day'), content, { recursive: true });
    }
  });

  test('and other commands add one actor at a time', { timeout: 120_000 }, async () => {
    const source = join(work, 'note.txt');
    fs.writeFileSync(source, 'The harbour was quiet on 3 May 1921.\n');
    const add = (name: string): Promise<Ended> =>
      run([
        ...['source', source, '--id', name, '--title', name, '--publisher', name],
        ...['--publisher-name', `The ${name}`, '--url', 'https://example.org/'],
        ...['--published', '1921-05-04', '--language', 'en', '--rights', 'Free.'],
      ]);
    const names = ['north', 'south', 'east', 'west'];
    const all = await Promise.all(names.map(add));
    const actors = fs.readFileSync(join(content, 'actors.yaml'), 'utf8');
    for (const [i, name] of names.entries()) {
      // Added, or refused because the file has changed: never lost.
      const added = all[i]?.status === 0;
      if (!added) expect(all[i]?.said).toContain('actors.yaml has changed in the meantime');
      expect(actors.includes(`The ${name}`), name).toBe(added);
      expect(fs.existsSync(join(content, `sources/${name}.yaml`))).toBe(added);
    }
    expect(all.some(({ status }) => status === 0)).toBe(true);
  });
});
