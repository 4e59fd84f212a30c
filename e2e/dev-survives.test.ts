/** `npm run dev` survives any content: hostile files are written one after the other while it runs. It answers each time. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { copyProject } from './project.ts';

const root = join(import.meta.dirname, '..');
const project = copyProject();
const content = join(project, 'content');
let server: ChildProcess;
let url = '';
let said = '';
let ended = false;

beforeAll(async () => {
  fs.cpSync(join(root, 'e2e/archives/one-day'), content, { recursive: true });
  // Vite watches no files if it is told that tests run.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:VITEST|NODE_ENV|TEST$|CONTENT_DIR|FORCE_COLOR)/.test(name),
    ),
  );
  server = spawn(process.execPath, ['src/build/astro.ts', 'dev', '--ignore-lock'], {
    cwd: project,
    env: { ...env, BASE_PATH: '/', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  server.once('exit', () => {
    ended = true;
  });
  await vi.waitUntil(
    () => {
      [url = ''] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      return url !== '' || ended;
    },
    { timeout: 100_000 },
  );
}, 120_000);

afterAll(() => {
  server.kill();
  fs.rmSync(project, { recursive: true, force: true });
}, 60_000);

const event = fs.readFileSync(join(root, 'e2e/archives/one-day/events/sent.mdx'), 'utf8');
const [, front = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(event) ?? [];
const withFront = (yaml: string): string => `---\n${yaml}\n---\n${body}`;
const withBody = (text: string): string => `---\n${front}---\n${body}\n${text}\n`;

const YAML = [
  '',
  '{'.repeat(1000),
  'a: &a [*a]',
  '__proto__: {}',
  '- '.repeat(500),
  '\0',
  '"',
  'a: !!js/function x',
  '%YAML 9',
];
const HOSTILE: [file: string, bytes: string | Buffer][] = [
  ...['', '---', '\uFEFF', '\0', '\r', '---\n---\n'].map((text): [string, string] => [
    'events/sent.mdx',
    text,
  ]),
  ...YAML.map((yaml): [string, string] => ['events/sent.mdx', withFront(yaml)]),
  ...[
    'title: {}',
    'title: [a]',
    'date: 2021-05-03',
    'quotes: { constructor: {} }',
    'language: en_GB',
  ].map((line): [string, string] => ['events/sent.mdx', withFront(`${front}${line}`)]),
  ...[
    '<'.repeat(100_000),
    '_a_b'.repeat(25_000),
    '> '.repeat(5000),
    '{process.exit(1)}',
    'import "node:process"',
    '<script>process.exit(1)</script>',
    '{/**//**/x}'.repeat(30),
    '[a](javascript:a)',
    '<Note about={process.exit(1)}>',
    '‮',
    '![a](b)',
    '`'.repeat(9999),
  ].map((text): [string, string] => ['events/sent.mdx', withBody(text)]),
  ['events/sent.mdx', Buffer.from([0x2d, 0xff, 0xfe, 0xc0])],
  ['events/sent.mdx', Buffer.alloc(1_100_000, 'a')],
  ...[
    'actors.yaml',
    'references.yaml',
    'sources/log.yaml',
    'sources/log.txt',
    'permalinks.txt',
  ].flatMap((file) =>
    ['', '{'.repeat(1000), 'a: &a [*a]', '__proto__: {}', '\0'].map((text): [string, string] => [
      file,
      text,
    ]),
  ),
];

/** The page of the story, whatever it says; fails if the server does not answer. */
async function page(): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  return await answer.text();
}

/** Restores a file with another title, and waits for the page to show it. */
async function mended(file: string, before: string | null, title: string): Promise<void> {
  const path = join(content, file);
  if (before === null) fs.rmSync(path, { recursive: true, force: true });
  else fs.writeFileSync(path, before);
  fs.writeFileSync(
    join(content, 'events/sent.mdx'),
    event.replace(/^title: .*$/m, `title: ${title}`),
  );
  await vi.waitUntil(async () => (await page()).includes(title), {
    timeout: 60_000,
    interval: 100,
  });
}

/** Writes a file, and waits until it has been checked; what changes no report is waited for in vain. */
async function written(file: string, bytes: string | Buffer): Promise<void> {
  const before = said.length;
  fs.writeFileSync(join(content, file), bytes);
  const isChecked = (): boolean => /verified|\d errors?/.test(said.slice(before));
  await vi.waitUntil(isChecked, { timeout: 1000, interval: 20 }).catch(() => {});
}

test('it answers after each file, and recovers when it is mended', {
  timeout: 300_000,
}, async () => {
  expect(ended, said).toBe(false);
  let times = 0;
  for (const [name, bytes] of HOSTILE) {
    const path = join(content, name);
    const before = fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null;
    await written(name, bytes);
    await page();
    expect(ended, `after ${name}: ${String(bytes).slice(0, 80)}\n${said.slice(-2000)}`).toBe(false);
    await mended(name, before, `Mended ${++times}`);
  }
  expect(said.match(/\d errors?/g)?.length).toBeGreaterThan(HOSTILE.length - 10);
});

test('it survives files that go, folders and links in their place, and another site.yaml', {
  timeout: 200_000,
}, async () => {
  const path = join(content, 'events/sent.mdx');
  fs.rmSync(path);
  await page();
  fs.mkdirSync(path);
  await page();
  fs.rmdirSync(path);
  fs.symlinkSync('nowhere', path);
  await page();
  fs.rmSync(path);
  await mended('events/sent.mdx', event, 'Mended again');

  const site = fs.readFileSync(join(content, 'site.yaml'), 'utf8');
  for (const text of [
    '',
    '{'.repeat(1000),
    site.replace(/^language: .*$/m, 'language: i-klingon'),
  ]) {
    fs.writeFileSync(join(content, 'site.yaml'), text);
    // It starts anew.
    await vi.waitUntil(
      () =>
        page().then(
          () => true,
          () => ended,
        ),
      { timeout: 60_000, interval: 100 },
    );
    expect(ended, said.slice(-2000)).toBe(false);
  }
  fs.writeFileSync(join(content, 'site.yaml'), site);
  await vi.waitUntil(async () => (await page().catch(() => '')).includes('Mended again'), {
    timeout: 60_000,
    interval: 100,
  });
  expect(said).not.toMatch(/\n\s+at (?!.*node_modules).*src\/check\//);
});
