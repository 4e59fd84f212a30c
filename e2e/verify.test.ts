/** `node e2e/verify.mjs` notices every kind of alteration of a built site, and where it is. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from './project.ts';
import { changes } from './verify-changes.ts';

const root = join(import.meta.dirname, '..');
const work = fs.mkdtempSync(join(tmpdir(), 'verify-'));
const dist = join(work, 'dist');
const content = join(work, 'content');
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

beforeAll(() => {
  copyProject(work);
  fs.cpSync(join(root, 'e2e', 'archives', 'one-day'), content, { recursive: true });
  const env = {
    ...process.env,
    SITE_URL: 'https://example.org',
    BASE_PATH: '/',
    CONTENT_DIR: 'content',
  };
  const { status, stderr } = spawnSync(process.execPath, ['src/build/astro.ts', 'build'], {
    cwd: work,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}, 300_000);

function verify(): { status: number | null; wrong: string; sum: string } {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'e2e', 'verify.mjs'), dist, content],
    { encoding: 'utf8' },
  );
  return { status, wrong: stderr, sum: stdout };
}

describe('node e2e/verify.mjs', () => {
  it('finds nothing wrong with what was built, and counts it', () => {
    expect(verify()).toEqual({
      status: 0,
      wrong: '',
      sum: '4 events, 4 quotes, 18 pages, 0 wrong\n',
    });
  });

  it.each(changes)('notices %s in %s', (_, file, from, to) => {
    const path = join(dist, file);
    const before = fs.readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    fs.writeFileSync(path, after);
    try {
      const { status, wrong } = verify();
      expect(status).toBe(1);
      expect(wrong.split('\n').some((line) => line.startsWith(file))).toBe(true);
    } finally {
      fs.writeFileSync(path, before);
    }
  });

  it('notices missing, added and exchanged files', () => {
    const shift = (change: () => void, back: () => void, place: string): void => {
      change();
      const { status, wrong } = verify();
      back();
      expect([place, status, wrong]).toEqual([place, 1, expect.stringContaining(place)]);
    };
    const at = (name: string): string => join(dist, name);
    const away = (name: string): void =>
      shift(
        () => fs.renameSync(at(name), join(work, 'kept')),
        () => fs.renameSync(join(work, 'kept'), at(name)),
        name,
      );
    for (const name of [
      'events/sent/index.html',
      'embed/sent/index.html',
      'feed.xml',
      'events/sent.bib',
      'og/sent.png',
      'data/annotations.jsonld',
      'data/annotations.jsonl',
    ])
      away(name);
    // A page under another base, which a reader of its address would take for the true one.
    shift(
      () => fs.cpSync(at('events'), at('decoy/events'), { recursive: true }),
      () => fs.rmSync(at('decoy'), { recursive: true }),
      'decoy/events/sent/index.html',
    );
    const picture = fs.readFileSync(at('og/sent.png'));
    for (const other of [fs.readFileSync(at('og/received.png')), Buffer.from('no picture')])
      shift(
        () => fs.writeFileSync(at('og/sent.png'), other),
        () => fs.writeFileSync(at('og/sent.png'), picture),
        'og/sent.png',
      );
  });

  it('notices a source and an event that have changed since', () => {
    for (const name of ['sources/log.txt', 'events/sent.mdx']) {
      const path = join(content, name);
      const before = fs.readFileSync(path, 'utf8');
      fs.writeFileSync(path, before.replace('first signal left', 'last signal left'));
      const { status, wrong } = verify();
      fs.writeFileSync(path, before);
      expect(status).toBe(1);
      expect(wrong).toContain('sent');
    }
  });
});
