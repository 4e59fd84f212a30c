import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, unbuildable } from './path.ts';

describe('unbuildable(project, site)', () => {
  it.each(['foo', 'example.org', 'javascript:1', 'file:///a', 'https://'])(
    'says of %s that it is no address of a site',
    (site) => {
      expect(unbuildable('/home/a', site)).toMatch(/^SITE_URL is no address .* https:\/\/example/);
    },
  );

  it.each(['', 'https://example.org', 'http://localhost:4321', 'https://xn--9n2bp8q.example/a'])(
    'lets %j pass',
    (site) => {
      expect(unbuildable('/home/a', site)).toBe(null);
    },
  );

  it.each(['/home/a#b', '/home/a?b', '/home/50%/x', '/home/"a"'])(
    'says of %s which sign is in the way, and what to do',
    (path) => {
      expect(unbuildable(path)).toMatch(/^a project cannot be built .* move or rename \/home/);
    },
  );

  it.each(['/home/a b', "/home/a'b", '/home/[a]', '/home/{a}', '/home/한', '/home/a&b=c+d;e,f!'])(
    'is null for %s',
    (path) => {
      expect(unbuildable(path)).toBe(null);
    },
  );
});

describe('makeFolder(project, folder, make)', () => {
  const work = fs.mkdtempSync(join(tmpdir(), 'path-'));
  const project = join(work, 'project');
  fs.mkdirSync(project);
  afterAll(() => fs.rmSync(work, { recursive: true }));
  const make = async (at: string): Promise<void> => {
    fs.mkdirSync(at, { recursive: true });
    fs.writeFileSync(join(at, 'a'), at);
  };

  it.each([
    ['.dist.new', true],
    ['a b/dist', true],
    ['a%41b/dist', false],
    ['a#b', false],
    ['a?b', false],
    ['../elsewhere', false],
  ])('makes %s there: %j', async (folder, there) => {
    await makeFolder(project, folder, make);
    const path = join(project, folder);
    expect(fs.readFileSync(join(path, 'a'), 'utf8') === path).toBe(there);
    if (!there)
      expect(
        fs.readFileSync(join(path, 'a'), 'utf8').startsWith(join(project, 'node_modules')),
      ).toBe(true);
  });

  it('makes two folders outside of the project in two places, and leaves nothing there', async () => {
    const places: string[] = [];
    for (const folder of ['../one', '../two'])
      await makeFolder(project, folder, async (at) => {
        places.push(at);
        await make(at);
      });
    expect(new Set(places).size).toBe(2);
    expect(fs.readdirSync(join(project, 'node_modules/.cache/builds'))).toEqual([]);
  });
});
