/** Set-up in a copy of the project's lists, with an npm of the tests' own: it makes folders in place of packages. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const work = fs.mkdtempSync(join(tmpdir(), 'setup-'));
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

/** As npm installs: first everything goes, then comes what this machine needs, but for what is left out. */
const NPM = `
  import * as fs from 'node:fs';
  fs.appendFileSync('log', 'begin\\n');
  if (process.env.FAILS && fs.readFileSync('log', 'utf8').split('begin').length <= Number(process.env.TIMES ?? 9) + 1) {
    console.error('npm error ' + process.env.FAILS);
    process.exit(1);
  }
  fs.rmSync('node_modules', { recursive: true, force: true });
  const here = (allowed, what) => allowed === undefined || [allowed].flat().includes(what);
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  for (const [path, { optional, os, cpu, libc: of }] of Object.entries(packages)) {
    if (path === '' || path.endsWith('/' + process.env.LEFT_OUT)) continue;
    if (optional && !(os && here(os, process.platform) && here(cpu, process.arch) && here(of, libc))) continue;
    fs.mkdirSync(path, { recursive: true });
    fs.writeFileSync(path + '/package.json', '{}');
    if (/^node_modules\\/node-/.test(path)) {
      fs.mkdirSync(path + '/bin');
      fs.symlinkSync(process.execPath, path + '/bin/node');
    }
  }
  fs.mkdirSync('node_modules/.bin');
  fs.appendFileSync('log', 'end\\n');
`;

let project = '';
let made = 0;
beforeEach(() => {
  project = join(work, `${++made}`);
  for (const name of [
    'package.json',
    'package-lock.json',
    '.npmrc',
    'src/build/setup.mjs',
    'src/files/lock.mjs',
  ])
    fs.cpSync(join(root, name), join(project, name));
  fs.writeFileSync(join(project, 'npm-cli.js'), NPM);
});

/** Runs set-up as npm does. */
function setUp(env: NodeJS.ProcessEnv = {}): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ['src/build/setup.mjs'], {
    cwd: project,
    env: {
      ...process.env,
      npm_execpath: join(project, 'npm-cli.js'),
      npm_node_execpath: process.execPath,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  return new Promise((done) => child.once('close', (status) => done({ status, said })));
}
const installs = (): string[] =>
  fs.readFileSync(join(project, 'log'), 'utf8').trimEnd().split('\n');

describe('node src/build/setup.mjs', () => {
  it('installs once, however many run at once, and is silent afterwards', async () => {
    const all = await Promise.all([setUp(), setUp(), setUp()]);
    expect(all.map(({ status, said }) => `${status} ${said}`).join()).toMatch(/^0 .*0 .*0 /s);
    expect(installs()).toEqual(['begin', 'end']);
    expect(await setUp()).toEqual({ status: 0, said: '' });
    expect(fs.readdirSync(project).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('names a package that npm has left out without a word', async () => {
    const [needed = ''] = fs
      .readdirSync(join(root, 'node_modules/@takumi-rs'))
      .filter((name) => name.startsWith('core-'));
    const { status, said } = await setUp({ LEFT_OUT: needed });
    expect(status).toBe(1);
    expect(said).toMatch(
      new RegExp(`^npm has left out @takumi-rs/${needed}, .* run this again`, 'm'),
    );
    expect(installs()).toEqual(Array(3).fill(['begin', 'end']).flat());
    // Nothing counts as installed.
    expect((await setUp()).status).toBe(0);
    expect(installs()).toEqual(Array(4).fill(['begin', 'end']).flat());
  });

  it('tries a failed download again and says so in a line', async () => {
    const { status, said } = await setUp({ FAILS: 'code ECONNRESET', TIMES: '1' });
    expect(said).toMatch(/^npm error code ECONNRESET\nA download failed; trying again \(2 of 3\)/m);
    expect(status).toBe(0);
    expect(installs()).toEqual(['begin', 'begin', 'end']);
  });

  it('gives up after three failed downloads, with the remedy', async () => {
    const { status, said } = await setUp({ FAILS: 'code ETIMEDOUT' });
    expect(said).toMatch(/^Installing failed; .* run this again/m);
    expect(status).toBe(1);
    expect(installs()).toEqual(['begin', 'begin', 'begin']);
  });

  it('does not try again what another try cannot mend', async () => {
    const { status, said } = await setUp({ FAILS: 'code EUSAGE' });
    expect(said).not.toContain('trying again');
    expect(status).toBe(1);
    expect(installs()).toEqual(['begin']);
  });

  it('names a package that is gone, with the remedy, on one line', async () => {
    await setUp();
    fs.rmSync(join(project, 'node_modules/yaml'), { recursive: true });
    expect(await setUp()).toEqual({
      status: 1,
      said: 'node_modules lacks yaml: run "npm install", which brings it back.\n',
    });
    expect(installs()).toEqual(['begin', 'end']);
  });
});
