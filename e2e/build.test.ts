/**
 * Builds of generated archives: nothing is lost on the way to the pages, the same archive gives the same bytes
 * wherever it is built, and a build that fails or is killed leaves the last site as it was.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { anyRecords } from '../src/model/archive.arbitrary.ts';
import { whyReserved } from '../src/model/id.ts';
import type { Records } from '../src/model/join.ts';
import { copyProject, digests } from './project.ts';

const work = fs.mkdtempSync(join(tmpdir(), 'builds-'));
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

// A build takes seconds: one archive with much in it, the same each time; SEED=… tries another.
const seed = Number(process.env['SEED'] ?? 18);
const given = fc.sample(anyRecords(40, 40), { numRuns: 1, seed }).map(writable)[0] as Records;
const ids = Object.keys(given.events).sort();

/**
 * Without what check refuses: ids that a disk or the site has, and claims on one address. Without media, which are
 * files of their own: pictures.spec.ts builds some.
 */
function writable(records: Records): Records {
  const events = Object.entries(records.events)
    .filter(
      ([id, { quotes }]) =>
        whyReserved(id, 'event') === null &&
        Object.keys(quotes).every((quote) => !quote.includes('-')),
    )
    .map(([id, { media: _, ...event }]) => [id, event]);
  // Characters that deceive the eye are refused; each becomes a letter here, in texts and quotes alike.
  return JSON.parse(
    JSON.stringify({ ...records, events: Object.fromEntries(events) }).replace(
      /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
      'x',
    ),
  ) as Records;
}

/** The archive's files, written in the order of their names or the other way round. */
function writeContent(
  folder: string,
  { site, actors, references, sources, events }: Records,
  turned: boolean,
): void {
  const inferred = { inferred: 'An invention of the tests.' };
  const files: [name: string, text: string][] = [
    ['site.yaml', stringify(site)],
    ['actors.yaml', stringify(actors)],
    ['references.yaml', stringify(references)],
    ...Object.entries(sources).flatMap(([id, { record, text }]): [string, string][] => [
      [`sources/${id}.txt`, text],
      [
        `sources/${id}.yaml`,
        stringify({ ...record, sha256: createHash('sha256').update(text).digest('hex') }),
      ],
    ]),
    ...Object.entries(events).map(([id, event]): [string, string] => {
      const quotes = Object.fromEntries(
        Object.entries(event.quotes).map(([quote, one]) => [quote, { ...one, ...inferred }]),
      );
      const cites = Object.keys(quotes).map((quote) => `[said](#${quote})`);
      const notes = ['date', 'discrepancy'].map(
        (about) => `<Note about="${about}">An invention.</Note>`,
      );
      const front = stringify({ ...event, quotes, ...(cites.length === 0 && { unsourced: true }) });
      return [
        `events/${id}.mdx`,
        `---\n${front}---\n${['It was', ...cites].join(' ')}.\n\n${notes.join('\n\n')}\n`,
      ];
    }),
  ];
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, text] of turned ? files.toReversed() : files) {
    fs.mkdirSync(join(folder, name, '..'), { recursive: true });
    fs.writeFileSync(join(folder, name), text);
  }
}

const address = { SITE_URL: 'https://example.org', BASE_PATH: '/', CONTENT_DIR: 'content' };
function run(
  folder: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...address, ...env },
  });
  return { status, said: stdout + stderr };
}

const one = join(work, 'one');
const other = join(work, 'über there', 'and further', 'other');

beforeAll(() => {
  for (const [folder, turned, env] of [
    [one, false, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    [other, true, { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' }],
  ] as const) {
    fs.mkdirSync(folder, { recursive: true });
    copyProject(folder);
    writeContent(join(folder, 'content'), given, turned);
    for (const args of [
      ['src/cli.ts', 'check'],
      ['src/cli.ts', 'build'],
      ['src/cli.ts', 'pdf'],
    ]) {
      const { status, said } = run(folder, args, env);
      if (status !== 0)
        throw new Error(`SEED=${seed}: ${args.join(' ')} left with ${status}\n${said}`);
    }
  }
}, 300_000);

describe(`an archive of SEED=${seed}`, () => {
  const dist = join(one, 'dist');
  const read = (name: string): string => fs.readFileSync(join(dist, name), 'utf8');
  const idsIn = (name: string, pattern: RegExp): string[] =>
    [...read(name).matchAll(pattern)].map(([, id]) => decodeURIComponent(id ?? '')).sort();

  test('has each event once in the story, however many parts it has', () => {
    const elsewhere = /^(?:events|sources|actors|embed|explainer|about)\//;
    const stories = fs
      .globSync('**/*.html', { cwd: dist })
      .filter((name) => !elsewhere.test(name.replaceAll('\\', '/')));
    expect(stories).toContain('index.html');
    expect(stories.flatMap((name) => idsIn(name, /<article\b[^>]*\bid="([^"]*)"/g)).sort()).toEqual(
      ids,
    );
  });

  test('has a page, an embedded card, a share picture and citations of each', () => {
    const pages = fs.globSync('events/*/index.html', { cwd: dist });
    expect(pages.map((name) => name.split(/[\\/]/)[1]).sort()).toEqual(ids);
    const missing = ids
      .flatMap((id) => [
        `embed/${id}/index.html`,
        `og/${id}.png`,
        `oembed/${id}.json`,
        `events/${id}.bib`,
      ])
      .filter((name) => !fs.existsSync(join(dist, name)));
    expect(missing).toEqual([]);
  });

  test('has each in the print edition and in every export', () => {
    expect(idsIn('explainer/index.html', /<article\b[^>]*\bid="([^"]*)"/g)).toEqual(ids);
    expect(
      idsIn('data/events.json', /^ {6}"id": "([^"]*)",\n {6}"url": "[^"]*\/events\//gm),
    ).toEqual(ids);
    expect(idsIn('data/timelinejs.json', /"unique_id": "((?!title")[^"]*)"/g)).toEqual(ids);
    expect(idsIn('feed.xml', /<id>[^<]*\/events\/([^<]*)\/<\/id>/g)).toEqual(ids);
    expect(idsIn('feed.json', /"id": "[^"]*\/events\/([^"]*)\/"/g)).toEqual(ids);
    const known = idsIn('data/events.ics', /^UID:[^\r]*\/events\/([^\r]*)\/\r$/gm);
    expect(ids).toEqual(expect.arrayContaining(known));
  });

  test('is the same, byte for byte, whatever the folder, clock, language and order of files', () => {
    const [here, there] = [digests(dist), digests(join(other, 'dist'))];
    expect(there).toEqual(here);
    const kinds = new Set(Object.keys(here).map((name) => /\.\w+$/.exec(name)?.[0]));
    for (const kind of ['.html', '.pdf', '.png', '.xml', '.json', '.ics', '.css', '.js'])
      expect(kinds).toContain(kind);
  });

  test('stays as it was when a build fails, is killed, or cannot be printed', {
    timeout: 120_000,
  }, async () => {
    const before = digests(dist);
    // What only the build notices: check has not been asked.
    const event = join(one, 'content/events/broken.mdx');
    fs.writeFileSync(event, '---\ntitle: Broken\n---\n');
    expect(run(one, ['src/cli.ts', 'build']).status).not.toBe(0);
    fs.rmSync(event);
    expect(digests(dist)).toEqual(before);

    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const child = spawn(process.execPath, ['src/cli.ts', 'build'], {
        cwd: one,
        env: { ...process.env, ...address },
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.once('exit', done));
      // Stopped as soon as the first file of the new site is there.
      await vi.waitUntil(() => fs.globSync('.dist.new/*', { cwd: one }).length > 0, {
        timeout: 60_000,
        interval: 5,
      });
      child.kill(signal);
      await ended;
      expect(digests(dist)).toEqual(before);
    }
    expect(fs.existsSync(join(one, '.dist.new'))).toBe(true);

    const page = join(dist, 'explainer/index.html');
    const text = fs.readFileSync(page, 'utf8');
    fs.writeFileSync(page, text.replace('class="pdf-links"', 'class="none"'));
    const changed = digests(dist);
    expect(run(one, ['src/cli.ts', 'pdf']).status).toBe(1);
    expect(digests(dist)).toEqual(changed);
  });
});
