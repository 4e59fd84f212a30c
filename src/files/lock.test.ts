import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hiddenBeside, Locked, lockFolder, realPath } from './lock.mjs';

const work = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'lock-')));
afterAll(() => fs.rmSync(work, { recursive: true }));
let folder = '';
let made = 0;
beforeEach(() => {
  folder = join(work, `${++made}`, 'site');
  fs.mkdirSync(folder, { recursive: true });
});
const lockFile = (): string => hiddenBeside(folder, 'lock');
const left = (): string[] => fs.readdirSync(join(folder, '..'));

/** Runs code in a process of its own, with the lock's module as `lock` and the folder as `folder`. */
function run(code: string): ChildProcess & { said: string; ended: Promise<number | null> } {
  const from = JSON.stringify(join(import.meta.dirname, 'lock.mjs'));
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import * as fs from 'node:fs'; import { lockFolder } from ${from}; const folder = ${JSON.stringify(folder)}; ${code}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const all = Object.assign(child, {
    said: '',
    ended: new Promise<number | null>((done) => child.once('close', done)),
  });
  child.stdout.on('data', (chunk: Buffer) => {
    all.said += chunk;
  });
  return all;
}
/** Waits until a process has said something. */
const heard = (child: ReturnType<typeof run>): Promise<void> =>
  new Promise((done) => child.stdout?.once('data', () => done()));

/** A lock as another process left it. */
const writeLock = (owner: object): void =>
  fs.writeFileSync(
    lockFile(),
    JSON.stringify({
      doing: 'npm run build',
      pid: process.pid,
      host: hostname(),
      began: '',
      since: Date.now(),
      ...owner,
    }),
  );
/** Tries to take the lock once. */
const tried = (): string => {
  try {
    lockFolder(folder, 'a test', { patience: 0 })();
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof Locked)) throw cause;
    return cause.message;
  }
};

describe('lockFolder(folder, doing)', () => {
  it('lets one process at a time in, however many come and however some of them end', async () => {
    const log = join(work, 'log');
    const note = (what: string): string =>
      `fs.appendFileSync(${JSON.stringify(log)}, '${what} ' + process.pid + '\\n');`;
    const children = Array.from({ length: 8 }, (_, i) =>
      run(
        `const release = lockFolder(folder, 'a test', { say() {} });
         ${note('in')}
         if (${i} % 3 === 0) process.kill(process.pid, 'SIGKILL');
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
         ${note('out')}
         if (${i} % 3 === 1) process.exit();
         release();`,
      ),
    );
    await Promise.all(children.map(({ ended }) => ended));
    const lines = fs.readFileSync(log, 'utf8').trimEnd().split('\n');
    const entries = lines.filter((line) => line.startsWith('in'));
    expect(new Set(entries).size).toBe(8);
    // Between two entries, whoever came in first has gone out, or was killed.
    for (const [i, line] of lines.entries())
      if (line.startsWith('out')) expect(lines[i - 1]).toBe(line.replace('out', 'in'));
    expect(left().filter((name) => name !== '.site.lock')).toEqual(['site']);
    expect(tried()).toBe('taken');
    expect(left()).toEqual(['site']);
  });

  it('says at once who has it and since when, and waits', async () => {
    const owner = run(
      `const release = lockFolder(folder, 'npm run build'); console.log('in'); setTimeout(release, 500);`,
    );
    await heard(owner);
    const lines: string[] = [];
    const release = lockFolder(folder, 'a test', { say: (line) => lines.push(line) });
    release();
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(
          `^waiting for npm run build \\(process ${owner.pid} on .+\\) since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d, which is writing .*site$`,
        ),
      ),
    ]);
    await owner.ended;
  });

  it('gives up after its patience, with what to do', async () => {
    const owner = run(
      `lockFolder(folder, 'npm run build'); console.log('in'); setInterval(() => {}, 1000);`,
    );
    await heard(owner);
    expect(tried()).toMatch(/is being written by npm run build \(process .* remove .*\.site\.lock/);
    owner.kill('SIGKILL');
    await owner.ended;
    expect(tried()).toBe('taken');
  });

  it.each([
    ['its process has ended', { pid: 2 ** 22 + 1 }, true],
    ['another process has its number now', { pid: process.pid, began: 'before' }, true],
    ['its machine is another one', { host: 'elsewhere' }, false],
    ['its machine is another one, and it is old', { host: 'elsewhere', since: 0 }, true],
    [
      'its machine is another one, whose clock is wrong',
      { host: 'elsewhere', since: Date.now() * 2 },
      true,
    ],
  ])('takes over a lock or not: %s', (_, owner, taken) => {
    writeLock(owner);
    expect(tried() === 'taken').toBe(taken);
  });

  it('takes over a lock that was never written, when it is old', () => {
    for (const text of ['', '{"doing":"npm', '[]', 'null']) {
      fs.writeFileSync(lockFile(), text);
      expect(tried()).toContain('another process');
      fs.utimesSync(lockFile(), 0, 0);
      expect(tried()).toBe('taken');
    }
    fs.mkdirSync(lockFile());
    fs.utimesSync(lockFile(), 0, 0);
    expect(tried()).toBe('taken');
  });

  it('is not stopped by somebody who was killed at taking over', () => {
    writeLock({ pid: 2 ** 22 + 1 });
    fs.mkdirSync(`${lockFile()}.guard`);
    fs.utimesSync(`${lockFile()}.guard`, 0, 0);
    expect(tried()).toBe('taken');
    expect(left()).toEqual(['site']);
  });

  it('is one lock for a folder and a link to it', () => {
    const link = join(folder, '..', 'link');
    fs.symlinkSync(folder, link);
    const release = lockFolder(folder, 'a test');
    expect(() => lockFolder(link, 'a test', { patience: 0 })).toThrow(Locked);
    release();
    lockFolder(link, 'a test')();
  });

  it('makes no folder where there is none', () => {
    const release = lockFolder(join(folder, 'not', 'there'), 'a test');
    expect(fs.readdirSync(folder)).toEqual(['.not.there.lock']);
    release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('needs none where nothing can be written', () => {
    // To nobody, not even to root.
    if (process.platform === 'linux') expect(() => lockFolder('/sys', 'a test')()).not.toThrow();
  });
});

describe('realPath(path)', () => {
  it('follows links, also those that lead nowhere yet or in a circle', () => {
    const at = (name: string): string => join(folder, name);
    fs.symlinkSync(at('b'), at('a'));
    expect(realPath(at('a/c'))).toBe(at('b/c'));
    fs.symlinkSync('a', at('b'));
    expect(() => realPath(at('a'))).not.toThrow();
  });
});
