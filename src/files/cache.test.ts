import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'cache-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const RIGHT = 'the right bytes';
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** Asks as another process does, which has not seen the folder yet. */
async function ask(inputs: string[] = ['a', 'b'], made: string = RIGHT) {
  vi.resetModules();
  const { kept } = await import('./cache.ts');
  const make = vi.fn(async () => Buffer.from(made));
  const { bytes, path, found } = await kept('kind', inputs, '.bin', make, root);
  expect(fs.readFileSync(path, 'utf8')).toBe(text(bytes));
  expect(make).toHaveBeenCalledTimes(found ? 0 : 1);
  return { path, found, text: text(bytes) };
}

describe('kept(kind, inputs, extension, make)', () => {
  it('makes a file once for the same inputs, and again for others', async () => {
    expect(await ask()).toMatchObject({ found: false, text: RIGHT });
    expect(await ask(['a', 'b'], 'never made')).toMatchObject({ found: true, text: RIGHT });
    for (const inputs of [['b', 'a'], ['ab'], ['a', 'b', ''], ['a']])
      expect(await ask(inputs, 'others')).toMatchObject({ found: false, text: 'others' });
    expect((await ask()).found).toBe(true);
  });

  it('has the same file twice in one process', async () => {
    const { kept } = await import('./cache.ts');
    const once = () => kept('kind', ['twice'], '.bin', async () => Buffer.from(RIGHT), root);
    expect([(await once()).found, (await once()).found]).toEqual([false, true]);
  });

  it.each<[string, (path: string) => void]>([
    ['cut', (path) => fs.truncateSync(path, 3)],
    ['empty', (path) => fs.truncateSync(path, 0)],
    ['altered', (path) => fs.writeFileSync(path, RIGHT.replace('right', 'wrong'))],
    ['another file of the cache', (path) => fs.copyFileSync(`${path}.other`, path)],
    [
      'a link to nowhere',
      (path) => {
        fs.rmSync(path);
        fs.symlinkSync('nowhere', path);
      },
    ],
    [
      'a folder',
      (path) => {
        fs.rmSync(path);
        fs.mkdirSync(join(path, 'inner'), { recursive: true });
        fs.writeFileSync(join(path, 'inner', 'file'), RIGHT);
      },
    ],
    ['gone', (path) => fs.rmSync(path)],
    ['gone with its folder', (path) => fs.rmSync(dirname(path), { recursive: true })],
    [
      'in a folder that is a file now',
      (path) => {
        fs.rmSync(dirname(path), { recursive: true });
        fs.writeFileSync(dirname(path), 'a file');
      },
    ],
  ])('makes a file anew that is %s', async (_, spoil) => {
    const { path } = await ask();
    fs.writeFileSync(`${path}.other`, 'of others');
    spoil(path);
    expect(await ask()).toMatchObject({ found: false, text: RIGHT });
    expect(await ask()).toMatchObject({ found: true, text: RIGHT });
  });

  it('makes a file anew that is removed while the process runs', async () => {
    const { kept } = await import('./cache.ts');
    const make = async () => Buffer.from(RIGHT);
    const { path } = await kept('kind', ['removed'], '.bin', make, root);
    fs.rmSync(dirname(path), { recursive: true });
    expect((await kept('kind', ['removed'], '.bin', make, root)).found).toBe(false);
  });

  it('removes what no build has used for thirty days, and keeps what one has', async () => {
    const { path: old } = await ask(['old']);
    const { path: used } = await ask(['used']);
    const folder = join(dirname(old), 'folder');
    const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
    fs.utimesSync(used, daysAgo(29), daysAgo(29));
    await ask(['used']);
    fs.mkdirSync(folder);
    for (const path of [old, folder]) fs.utimesSync(path, daysAgo(31), daysAgo(31));
    await ask(['another']);
    expect([old, folder, used].map((path) => fs.existsSync(path))).toEqual([false, false, true]);
    expect(fs.statSync(used).mtimeMs).toBeGreaterThan(daysAgo(1).getTime());
  });
});
