import { spawnSync } from 'node:child_process';
import nodeFs, * as fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSwap } from './swap.ts';

/** Folders that nothing can be renamed onto or away from, and folders that nothing can be made in. */
const fixed = new Set<string>();
const readOnly = new Set<string>();
const { renameSync, mkdirSync } = nodeFs;
const failure = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });
beforeAll(() => {
  vi.spyOn(nodeFs, 'renameSync').mockImplementation((from, to) => {
    if (fixed.has(`${from}`) || fixed.has(`${to}`)) throw failure('EBUSY');
    renameSync(from, to);
  });
  vi.spyOn(nodeFs, 'mkdirSync').mockImplementation((path, options) => {
    if (readOnly.has(join(`${path}`, '..'))) throw failure('EROFS');
    return mkdirSync(path, options);
  });
  syncBuiltinESMExports();
});
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const work = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'swap-')));
afterAll(() => fs.rmSync(work, { recursive: true }));
let folder = '';
let made = 0;
beforeEach(() => {
  folder = join(work, `${++made}`);
  fs.mkdirSync(folder);
});
afterEach(() => {
  fixed.clear();
  readOnly.clear();
});

const write = (name: string, text: string): void => {
  fs.mkdirSync(join(folder, name, '..'), { recursive: true });
  fs.writeFileSync(join(folder, name), text);
};
/** Every file and its text. */
const listed = (at = folder): string[] =>
  fs
    .readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(at, name)).isFile())
    .map((name) => `${name}: ${fs.readFileSync(join(at, name), 'utf8')}`)
    .sort();
const site = (): string => join(folder, 'dist');
/** Makes a site of these files in place of the old one. */
function replaced(files: Readonly<Record<string, string>>): string | null {
  const { fresh, finish } = beginSwap(site());
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(join(fresh, name, '..'), { recursive: true });
    fs.writeFileSync(join(fresh, name), text);
  }
  return finish(true);
}

describe('beginSwap(folder)', () => {
  const site = (): string => join(folder, 'dist');

  it('replaces the folder by one that came out well', () => {
    write('dist/old', 'old');
    const { fresh, finish } = beginSwap(site());
    fs.mkdirSync(fresh);
    fs.writeFileSync(join(fresh, 'new'), 'new');
    expect(listed()).toEqual(['.dist.new/new: new', 'dist/old: old']);
    finish(true);
    expect(listed()).toEqual(['dist/new: new']);
  });

  it('leaves it as it was where the new one did not, or was never made', () => {
    write('dist/old', 'old');
    const { fresh, finish } = beginSwap(site());
    fs.mkdirSync(fresh);
    fs.writeFileSync(join(fresh, 'new'), 'new');
    finish(false);
    expect(listed()).toEqual(['dist/old: old']);
    beginSwap(site()).finish(true);
    expect(listed()).toEqual(['dist/old: old']);
  });

  it('makes good what a killed run left, whenever it was killed', () => {
    write('dist/old', 'old');
    write('.dist.new/half', 'half');
    beginSwap(site()).finish(false);
    expect(listed()).toEqual(['dist/old: old']);
    // Between the two renamings.
    fs.renameSync(site(), join(folder, '.dist.old'));
    write('.dist.new/whole', 'whole');
    beginSwap(site()).finish(false);
    expect(listed()).toEqual(['dist/old: old']);
  });

  it('makes the folder where there is none, and its parents', () => {
    const { fresh, finish } = beginSwap(join(folder, 'a', 'dist'));
    expect(fs.existsSync(join(folder, 'a'))).toBe(false);
    fs.mkdirSync(fresh);
    fs.writeFileSync(join(fresh, 'new'), 'new');
    finish(true);
    expect(listed()).toEqual(['a/dist/new: new']);
  });

  it('leaves a link to a folder a link, also to one that is not there yet', () => {
    for (const there of [true, false]) {
      if (there) write('real/old', 'old');
      fs.symlinkSync(join(folder, 'real'), site());
      expect(replaced({ new: 'new' })).toBe(null);
      expect(fs.lstatSync(site()).isSymbolicLink()).toBe(true);
      expect(listed(join(folder, 'real'))).toEqual(['new: new']);
      fs.rmSync(site());
      fs.rmSync(join(folder, 'real'), { recursive: true });
    }
  });
});

describe('beginSwap(folder) of a folder that cannot be renamed', () => {
  const old = { 'index.html': 'old', 'a/b': 'old', 'both/x': 'old', file: 'old' };
  const fresh = { 'index.html': 'new', 'c/d': 'new', both: 'new', 'file/y': 'new' };
  const expected = ['both: new', 'c/d: new', 'file/y: new', 'index.html: new'];
  beforeEach(() => {
    for (const [name, text] of Object.entries(old)) write(`dist/${name}`, text);
  });

  it('replaces its files, and says why', () => {
    fixed.add(site());
    expect(replaced(fresh)).toContain('EBUSY');
    expect(listed(site())).toEqual(expected);
    expect(fs.readdirSync(folder)).toEqual(['dist']);
    expect(fs.readdirSync(site())).toEqual(['both', 'c', 'file', 'index.html']);
  });

  it('does so where its parent is read-only, too', () => {
    readOnly.add(folder);
    expect(replaced(fresh)).toContain('read-only');
    expect(listed(site())).toEqual(expected);
  });

  it('has each page and what it uses there at any moment', () => {
    const renamed: string[] = [];
    fixed.add(site());
    const has = fixed.has.bind(fixed);
    const spy = vi.spyOn(fixed, 'has').mockImplementation((path) => {
      if (path.includes('.new/')) renamed.push(path.slice(path.indexOf('.new/') + 5));
      // What the old pages use is there until all pages are new.
      if (path.endsWith('.html')) expect(fs.existsSync(join(site(), 'a/b'))).toBe(true);
      return has(path);
    });
    replaced({ 'a.html': 'new', 'z.css': 'new', 'm/n.js': 'new', 'index.html': 'new' });
    spy.mockRestore();
    expect(renamed).toEqual(['m/n.js', 'z.css', 'a.html', 'index.html']);
  });
});

/** Whether this process may mount a disk, which takes root. */
const mounts = ((): boolean => {
  if (process.platform !== 'linux') return false;
  const place = fs.mkdtempSync(join(tmpdir(), 'mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', place]);
  if (status === 0) spawnSync('umount', [place]);
  fs.rmdirSync(place);
  return status === 0;
})();

describe.skipIf(!mounts)('beginSwap(folder) of a mounted disk', () => {
  beforeEach(() => {
    fs.mkdirSync(site());
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', site()]);
    write('dist/index.html', 'old');
  });
  afterEach(() => {
    spawnSync('umount', [site()]);
  });

  it('replaces its files', () => {
    expect(replaced({ 'index.html': 'new', 'a/b': 'new' })).toMatch(/EBUSY|EXDEV/);
    expect(listed()).toEqual(['dist/a/b: new', 'dist/index.html: new']);
  });

  it('leaves it as it was if the new site does not fit', () => {
    expect(() => replaced({ 'index.html': 'new', big: 'x'.repeat(300_000) })).toThrow('ENOSPC');
    expect(listed()).toEqual(['dist/index.html: old']);
  });
});
