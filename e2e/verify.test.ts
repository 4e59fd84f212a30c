/** `node e2e/verify.mjs` notices every kind of alteration of a built site, and where it is. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUMS, sumsOf } from '../src/build/sums.ts';
import { additions, styles } from './verify-additions.ts';
import { changes, MORE, SENT } from './verify-changes.ts';

const root = join(import.meta.dirname, '..');
const work = fs.mkdtempSync(join(tmpdir(), 'verify-'));
const dist = join(work, 'dist');
const content = join(work, 'content');
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

beforeAll(() => {
  fs.cpSync(join(root, 'e2e', 'archives', 'one-day'), content, { recursive: true });
  fs.cpSync(join(root, 'e2e', 'archives', 'album', 'media'), join(content, 'media'), {
    recursive: true,
  });
  fs.rmSync(join(content, 'media', 'horn.wav'));
  for (const [name, text] of Object.entries(MORE))
    fs.writeFileSync(join(content, 'events', name), text);
  const { status, stdout } = spawnSync(
    process.execPath,
    ['src/cli.ts', 'build', '--out-dir', dist],
    {
      cwd: root,
      env: {
        ...process.env,
        SITE_URL: 'https://example.org',
        BASE_PATH: '/',
        CONTENT_DIR: content,
      },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stdout);
}, 300_000);

function verify(...options: string[]): { status: number | null; wrong: string; sum: string } {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'e2e', 'verify.mjs'), ...options, dist, content],
    { encoding: 'utf8' },
  );
  return { status, wrong: stderr, sum: stdout };
}

/** Verifies the site with another text in a file. @param stamped whether the digests of code are made to fit */
function verifyWith(file: string, change: (text: string) => string, stamped = true) {
  const path = join(dist, file);
  const before = fs.readFileSync(path, 'utf8');
  const sums = fs.readFileSync(join(dist, SUMS), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  fs.writeFileSync(path, after);
  if (stamped) fs.writeFileSync(join(dist, SUMS), sumsOf(dist));
  try {
    return verify();
  } finally {
    fs.writeFileSync(path, before);
    fs.writeFileSync(join(dist, SUMS), sums);
  }
}

const code = (extension: string): string =>
  fs
    .readdirSync(join(dist, '_astro'))
    .filter((name) => name.endsWith(extension))
    .map((name) => `_astro/${name}`)
    .sort()[0] ?? '';

describe('node e2e/verify.mjs', () => {
  it('finds nothing wrong with what was built, and counts it', () => {
    expect(verify()).toEqual({
      status: 0,
      wrong: '',
      sum: expect.stringMatching(/^6 events, 5 quotes, 24 pages, 0 wrong; code [\da-f]{16}\n$/),
    });
  });

  it.each([...changes, ...additions])('notices %s in %s', (_, file, from, to) => {
    const { status, wrong } = verifyWith(file, (text) => text.replace(from, to));
    expect(status).toBe(1);
    expect(wrong.split('\n').some((line) => line.startsWith(file))).toBe(true);
  });

  it.each(styles)('notices the style %s', (rule) => {
    const { status, wrong } = verifyWith(code('Page.css') || code('.css'), (text) => text + rule);
    expect(status).toBe(1);
    expect(wrong).toMatch(/a style (?:hides|adds)/);
  });

  it('notices altered, added and missing code, and other code than is known', () => {
    for (const extension of ['.js', '.css']) {
      const { status, wrong } = verifyWith(code(extension), (text) => `${text}\n`, false);
      expect([status, wrong]).toEqual([1, expect.stringContaining(code(extension))]);
    }
    const added = join(dist, '_astro/more.js');
    fs.writeFileSync(added, 'document.querySelector("blockquote").textContent = "no";');
    expect(verify().wrong).toContain('_astro/more.js');
    fs.rmSync(added);
    const [, known = ''] = /code (\S+)/.exec(verify().sum) ?? [];
    expect(verify(`--code=${known}`).status).toBe(0);
    expect(verify('--code=0123456789abcdef').status).toBe(1);
    const sums = fs.readFileSync(join(dist, SUMS), 'utf8');
    fs.rmSync(join(dist, SUMS));
    expect(verify().wrong).toContain(SUMS);
    fs.writeFileSync(join(dist, SUMS), sums);
  });

  it('notices a script that one page allows for itself', () => {
    const { wrong } = verifyWith('index.html', (text) =>
      text.replace(
        /script-src 'self'/,
        "script-src 'self' 'sha256-CPqcd13b91qv8t58ulk7hgTRRTFIpGofihOvH159E='",
      ),
    );
    expect(wrong).toMatch(/^index\.html/m);
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
      'actors/harbour-log/index.html',
      'about/index.html',
      'events/dim/index.html',
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
    for (const name of ['events/sent/more.pdf', 'more.js'])
      shift(
        () => fs.writeFileSync(at(name), 'no code'),
        () => fs.rmSync(at(name)),
        name,
      );
    for (const name of ['og/sent.png', 'og/dim.png']) {
      const picture = fs.readFileSync(at(name));
      for (const other of [fs.readFileSync(at('og/received.png')), Buffer.from('no picture')])
        shift(
          () => fs.writeFileSync(at(name), other),
          () => fs.writeFileSync(at(name), picture),
          'og/',
        );
    }
  });

  it('notices another picture, sound or film in place of one, and words that are not theirs', () => {
    const exchange = (folder: string, name: string, bytes: Uint8Array): void => {
      const path = join(folder, 'media', name);
      const before = fs.existsSync(path) ? fs.readFileSync(path) : null;
      fs.writeFileSync(path, bytes);
      const { status, wrong } = verify();
      if (before) fs.writeFileSync(path, before);
      else fs.rmSync(path);
      expect([name, status, wrong]).toEqual([name, 1, expect.stringContaining(`media/${name}`)]);
    };
    const of = (name: string): Uint8Array => fs.readFileSync(join(dist, 'media', name));
    for (const name of ['lighthouse.jpg', '400/lighthouse.jpg.avif', '800/lighthouse.jpg.webp'])
      exchange(dist, name, of('chart.png'));
    exchange(dist, 'lighthouse.jpg', of('waves.vtt'));
    for (const name of ['waves.webm', 'waves.vtt', 'horn.txt', 'more.png'])
      exchange(dist, name, Buffer.from('WEBVTT\n'));
    for (const name of ['lighthouse.jpg', 'chart.png', 'waves.webm', 'waves.vtt', 'horn.txt'])
      exchange(content, name, Buffer.concat([of(name), Buffer.from('\n')]));
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

  it('notices a quote that its source has twice, unless what stands around it tells', () => {
    const path = join(content, 'events/sent.mdx');
    const before = fs.readFileSync(path, 'utf8');
    const withExact = (exact: string): string => {
      fs.writeFileSync(path, before.replace(/exact: .*/, exact));
      const { wrong } = verify();
      fs.writeFileSync(path, before);
      return wrong;
    };
    expect(withExact('exact: harbour')).not.toContain('times');
    expect(withExact('exact: At')).toContain('log.txt says "At" 2 times');
    expect(withExact('{ exact: At }'.slice(2, -2))).toContain('2 times');
    expect(withExact('exact: At\n    prefix: "1921."')).not.toContain('times');
    expect(SENT).toMatch(/^At/);
  });
});
