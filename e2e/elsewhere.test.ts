/**
 * The same site on other machines, each imitated: a checkout with Windows' line ends, no HOME, no network, another locale,
 * a clock that is wrong, content that cannot be written, two builds outside of the project at once.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, digests } from './project.ts';

const root = join(import.meta.dirname, '..');
const work = fs.mkdtempSync(join(tmpdir(), 'elsewhere-'));
const project = join(work, 'project');
const content = join(project, 'content');
afterAll(() => fs.rmSync(work, { recursive: true, force: true }), 60_000);

const { CONTENT_DIR: _, SITE_URL: __, BASE_PATH: ___, ...inherited } = process.env;
const {
  HOME: _home,
  USERPROFILE: _profile,
  XDG_CACHE_HOME: _cache,
  XDG_CONFIG_HOME: _config,
  ...homeless
} = inherited;
const YEAR = 31_557_600_000;
const PRELOAD = ['--import', join(root, 'e2e/surroundings.ts')];

interface Ended {
  status: number | null;
  said: string;
}
function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = inherited,
  cwd = project,
): Promise<Ended> {
  const child = spawn(process.execPath, [...PRELOAD, 'src/cli.ts', ...args], {
    cwd,
    env: { ...env, SITE_URL: 'https://example.org' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  return new Promise((done) => child.once('close', (status) => done({ status, said })));
}

let usual: Record<string, string> = {};
beforeAll(async () => {
  fs.mkdirSync(project);
  copyProject(project);
  fs.cpSync(join(root, 'e2e/archives/one-day'), content, { recursive: true });
  const { status, said } = await run(['build']);
  expect(status, said).toBe(0);
  usual = digests(join(project, 'dist'));
}, 120_000);

describe('a build', () => {
  it.each<[string, NodeJS.ProcessEnv]>([
    [
      'without HOME and network, in Turkish, thirty years ago',
      {
        ...homeless,
        OFFLINE: '1',
        LC_ALL: 'tr_TR.UTF-8',
        LANG: 'tr_TR.UTF-8',
        TZ: 'Asia/Kathmandu',
        CLOCK: String(-30 * YEAR),
      },
    ],
    [
      'of content that cannot be written, in German, in thirty years',
      {
        ...inherited,
        READ_ONLY: content,
        LC_ALL: 'de_DE.UTF-8',
        LANG: 'de_DE.UTF-8',
        CLOCK: String(30 * YEAR),
      },
    ],
  ])('%s is the same, byte for byte', { timeout: 120_000 }, async (_, env) => {
    const { status, said } = await run(['build'], env);
    expect(status, said).toBe(0);
    expect(digests(join(project, 'dist'))).toEqual(usual);
  });

  it('whose list of addresses cannot be written says so, with a remedy, and fails', {
    timeout: 120_000,
  }, async () => {
    const list = join(content, 'permalinks.txt');
    const before = fs.readFileSync(list, 'utf8');
    fs.writeFileSync(list, '');
    const { status, said } = await run(['build'], { ...inherited, READ_ONLY: content });
    fs.writeFileSync(list, before);
    expect(status).toBe(1);
    expect(said).toMatch(
      /permalinks\.txt could not be updated.*EROFS.*; make it writable, and build again/,
    );
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('and another, both outside of the project, take nothing from each other', {
    timeout: 200_000,
  }, async () => {
    const others = ['story', 'bridge'].map((name) => ({
      name,
      content: join(root, 'e2e/archives', name),
      dist: join(work, `dist-${name}`),
    }));
    const built = await Promise.all(
      others.map(({ content, dist }) =>
        run(['build', '--out-dir', dist], { ...inherited, CONTENT_DIR: content }),
      ),
    );
    for (const { status, said } of built) expect(status, said).toBe(0);
    for (const { content, dist } of others) {
      const events = fs
        .readdirSync(join(content, 'events'))
        .map((name) => name.replace(/\.mdx?$/, ''));
      const pages = fs
        .readdirSync(join(dist, 'events'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory());
      expect(pages.map(({ name }) => name)).toEqual(expect.arrayContaining(events));
    }
  });
});

describe('a command that cannot write', () => {
  it.each([
    ['new', '--archive', join(content, 'another')],
    ['import', join(work, 'table.csv')],
    [
      'source',
      join(work, 'note.txt'),
      '--id',
      'note',
      '--title',
      'A',
      '--publisher',
      'harbour-log',
      '--url',
      'https://example.org/',
      '--published',
      '1921',
      '--language',
      'en',
      '--rights',
      'Free',
    ],
    ['check', '--fix'],
  ])('says so in a line or two: %s', { timeout: 60_000 }, async (...args) => {
    fs.writeFileSync(join(work, 'table.csv'), 'title,date\nA,1900\n');
    fs.writeFileSync(join(work, 'note.txt'), 'The harbour was quiet.\n');
    const before = digests(content);
    const { status, said } = await run(args, { ...inherited, READ_ONLY: content });
    expect(said).not.toMatch(/\n\s+at |node:/);
    if (args[0] !== 'check') expect([status, said]).toEqual([1, expect.stringContaining('EROFS')]);
    expect(digests(content)).toEqual(before);
  });

  it('refuses a file that is too large at once', { timeout: 60_000 }, async () => {
    const large = join(work, 'large.txt');
    fs.writeFileSync(large, '');
    fs.truncateSync(large, 3_000_000_000);
    for (const command of ['source', 'import']) {
      const { status, said } = await run([command, large]);
      expect([status, said]).toEqual([
        1,
        `${large} is larger than 50 MB\n  take in a part of it\n`,
      ]);
    }
    fs.rmSync(large);
  });
});

describe('a checkout with core.autocrlf=true', () => {
  const clone = join(work, 'clone');
  const git = (...args: string[]): string =>
    spawnSync('git', args, { cwd: work, encoding: 'utf8' }).stdout;
  beforeAll(() => {
    git('-c', 'core.autocrlf=true', 'clone', '--quiet', '--depth', '1', `file://${root}`, clone);
    fs.symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  }, 60_000);

  it('has the line ends of the repository in all that is compared or hashed', () => {
    const turned = git('-C', clone, 'ls-files', '--eol')
      .split('\n')
      .filter((line) => /^i\/lf\s+w\/(?:crlf|mixed)/.test(line));
    expect(turned).toEqual([]);
    expect(git('-C', clone, 'status', '--short')).not.toMatch(/^.M/m);
  });

  it('builds pages whose scripts no policy blocks', { timeout: 120_000 }, async () => {
    const dist = join(work, 'dist-clone');
    const { status, said } = await run(
      ['build', '--out-dir', dist],
      { ...inherited, CONTENT_DIR: 'e2e/archives/one-day' },
      clone,
    );
    expect(status, said).toBe(0);
    expect(fs.readFileSync(join(dist, '_headers'), 'utf8')).not.toContain('\r');
    for (const name of ['index.html', 'explainer/index.html']) {
      const { document } = parseHTML(fs.readFileSync(join(dist, name), 'utf8'));
      const policy =
        document
          .querySelector('meta[http-equiv="content-security-policy"]')
          ?.getAttribute('content') ?? '';
      const scripts = [...document.querySelectorAll('script:not([src])')].filter(
        (one) => !/json/.test(one.getAttribute('type') ?? ''),
      );
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts)
        expect(policy).toContain(
          createHash('sha256')
            .update(script.textContent ?? '')
            .digest('base64'),
        );
    }
  });
});
