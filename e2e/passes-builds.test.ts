/**
 * What `check` passes, builds and prints: hostile and generated records that check lets through, all in one archive, each
 * with every page that it should have. SEED=… tries others.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../src/check/check.ts';
import { dates, words } from '../src/model/archive.arbitrary.ts';
import { ADDRESSES, IDS, ODD, TAGS } from './odd-words.ts';
import { copyProject } from './project.ts';
import { archive, base, build, event, root, work } from './small-archive.ts';
import { MARKDOWN } from './steps-fragments.ts';

const seed = Number(process.env['SEED'] ?? 23);
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed });

const quoted = JSON.stringify;
const said = 'The [nine men](#nine) came.';
/** Files to add to the small archive, one record each. */
const candidates: [name: string, text: string][] = [
  ...IDS.map((id): [string, string] => [`events/${id}.mdx`, event('title: A\ndate: 1897', said)]),
  ...ODD.flatMap((odd, i): [string, string][] => [
    [`events/title-${i}.mdx`, event(`title: ${quoted(odd)}\ndate: 1897`, said)],
    [`events/bare-${i}.mdx`, event(`title: ${odd}\ndate: 1897`, said)],
    [`events/place-${i}.md`, event(`title: A\ndate: 1897\nplace: { name: ${quoted(odd)} }`, said)],
    [
      `events/was-${i}.mdx`,
      event(
        `title: A\ndate: 1897\ncorrections:\n  - { date: 2022-01-01, was: ${odd}, now: ${quoted(odd)} }`,
        said,
      ),
    ],
    [`events/body-${i}.mdx`, event('title: A\ndate: 1897', `${said} ${odd}`)],
  ]),
  ...sample(fc.tuple(words, dates), 60).map(([title, date], i): [string, string] => [
    `events/date-${i}.mdx`,
    event(`title: ${quoted(title)}\ndate: ${i % 2 ? quoted(date) : date}`, said),
  ]),
  ...MARKDOWN.flatMap((piece, i): [string, string][] => [
    [`events/piece-${i}.mdx`, event('title: A\ndate: 1897', `${said} ${piece} a ${piece}`)],
    [
      `events/pieces-${i}.md`,
      event('title: A\ndate: 1897', `${said}\n\n${piece.repeat(9)}[b](#nine)`).replace(
        /\n<Note[\s\S]*/,
        '\n',
      ),
    ],
  ]),
  ...TAGS.map((tag, i): [string, string] => [
    `events/tag-${i}.mdx`,
    event('title: A\ndate: 1897', `${said} <span lang=${quoted(tag)}>Wort</span>`),
  ]),
];
/** Records to add to a list of them; each is cited or named by an event of its own. */
const listed: [file: string, id: string, record: string, event: string][] = [
  ...ADDRESSES.map((url, i): (typeof listed)[number] => [
    'references.yaml',
    `page-${i}`,
    `{ title: A, publisher: B, url: ${quoted(url)}, language: en, seen: 2024-05-01 }`,
    event('title: A\ndate: 1897', `${said} [See](ref:page-${i}).`),
  ]),
  ...TAGS.map((tag, i): (typeof listed)[number] => [
    'references.yaml',
    `told-${i}`,
    `{ title: A, publisher: B, url: "https://example.org/", language: ${quoted(tag)}, seen: 2024-05-01 }`,
    event('title: A\ndate: 1897', `${said} [See](ref:told-${i}).`),
  ]),
  ...ODD.map((odd, i): (typeof listed)[number] => [
    'references.yaml',
    `odd-${i}`,
    `{ title: ${quoted(odd)}, publisher: ${quoted(odd)}, url: "https://example.org/", language: en, seen: 2024-05-01 }`,
    event('title: A\ndate: 1897', `${said} [See](ref:odd-${i}).`),
  ]),
];

/** Runs a command in a copy of the project, which must succeed. */
function run(project: string, command: string): void {
  const { CONTENT_DIR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', command], {
    cwd: project,
    encoding: 'utf8',
    env: { ...env, SITE_URL: 'https://example.org', BASE_PATH: '/' },
  });
  expect(status, stdout + stderr).toBe(0);
}

const errorsOf = (folder: string) =>
  checkArchive(folder, { cwd: folder }).problems.filter(({ severity }) => severity === 'error');

/** Adds what check lets through to an archive. @returns the ids of its events */
function filled(folder: string): string[] {
  const trial = archive('trial', {});
  const before = fs.readFileSync(join(trial, 'references.yaml'), 'utf8');
  for (const [name, text] of candidates) {
    fs.writeFileSync(join(trial, name), text);
    if (errorsOf(trial).length === 0) fs.writeFileSync(join(folder, name), text);
    fs.rmSync(join(trial, name));
  }
  for (const [file, id, record, citing] of listed) {
    const name = `events/by-${id}.mdx`;
    fs.writeFileSync(join(trial, name), citing);
    fs.writeFileSync(join(trial, file), `${before}${id}: ${record}\n`);
    if (errorsOf(trial).length === 0) {
      fs.writeFileSync(join(folder, name), citing);
      fs.appendFileSync(join(folder, file), `${id}: ${record}\n`);
    }
    fs.rmSync(join(trial, name));
  }
  // Two that have the same words at one time, say, may disagree.
  for (const { file } of errorsOf(folder)) fs.rmSync(join(folder, file), { force: true });
  expect(errorsOf(folder)).toEqual([]);
  return fs.readdirSync(join(folder, 'events')).map((name) => name.replace(/\.mdx?$/, ''));
}

describe('an archive in which check finds no error', () => {
  const project = join(work, 'project');
  const folder = join(project, 'content');
  const dist = join(project, 'dist');
  let ids: string[] = [];
  beforeAll(() => {
    fs.mkdirSync(project);
    copyProject(project);
    fs.cpSync(base, folder, { recursive: true });
    // A long source of one line, and one of signs.
    for (const [id, text] of [
      ['line', `${'The sea was calm, '.repeat(20_000)}calm.\n`],
      ['signs', `${ODD.filter((odd) => !/[​‮]/.test(odd)).join('\n')}\n${'*_<&'.repeat(999)}\n`],
    ] as const) {
      fs.writeFileSync(join(folder, `sources/${id}.txt`), text);
      fs.writeFileSync(
        join(folder, `sources/${id}.yaml`),
        `title: ${id}\npublisher: harbour-gazette\nheld: The mole\npublished: 1897\nlanguage: en\nrights: Free\ndisplay: full\nquoted: in-part\nsha256: ${createHash('sha256').update(text).digest('hex')}\n`,
      );
    }
    ids = filled(folder);
    run(project, 'build');
  }, 300_000);

  it('is large enough to try something', () => {
    expect(ids.length).toBeGreaterThan(150);
    expect(ids.length).toBeLessThan(candidates.length + listed.length);
  });

  it('has a page, a card, a picture and citations of each event', () => {
    const missing = ids
      .flatMap((id) => [
        `events/${id}/index.html`,
        `embed/${id}/index.html`,
        `og/${id}.png`,
        `oembed/${id}.json`,
        `events/${id}.bib`,
      ])
      .filter((name) => !fs.existsSync(join(dist, name)));
    expect(missing).toEqual([]);
    const { document } = parseHTML(fs.readFileSync(join(dist, 'explainer/index.html'), 'utf8'));
    expect([...document.querySelectorAll('article[id]')].map(({ id }) => id).sort()).toEqual(
      ids.sort(),
    );
  });

  it('has a page of each source, and data that parses', () => {
    for (const name of fs
      .readdirSync(join(folder, 'sources'))
      .filter((name) => name.endsWith('.txt')))
      expect(fs.existsSync(join(dist, `sources/${name.slice(0, -4)}/index.html`)), name).toBe(true);
    for (const name of [
      'data/events.json',
      'data/annotations.jsonld',
      'data/timelinejs.json',
      'feed.json',
    ])
      expect(() => JSON.parse(fs.readFileSync(join(dist, name), 'utf8')), name).not.toThrow();
  });

  it('prints', { timeout: 200_000 }, () => {
    run(project, 'pdf');
    expect(fs.globSync('**/*.pdf', { cwd: dist })).toHaveLength(2);
  });
});

it('archives of the faults that pass are shown as they are meant', { timeout: 120_000 }, () => {
  const golden = join(root, 'src/check/golden');
  const folder = join(work, 'faults');
  fs.cpSync(join(golden, 'a05-published-with-time-unquoted'), folder, { recursive: true });
  for (const name of ['_delete', 'expected.txt']) fs.rmSync(join(folder, name));
  const ids = [
    'a05-time-with-seconds-unquoted',
    'b12-correction-of-a-date-unquoted',
    'b12-quote-id-a-date',
  ];
  for (const id of ids) {
    const [name = ''] = fs.readdirSync(join(golden, id, 'events'));
    fs.copyFileSync(join(golden, id, 'events', name), join(folder, 'events', `${id}.mdx`));
  }
  expect(errorsOf(folder)).toEqual([]);
  const dist = build(folder);
  const page = (path: string) =>
    parseHTML(fs.readFileSync(join(dist, path, 'index.html'), 'utf8')).document;
  const [timed, corrected, dated] = ids.map((id) => page(`events/${id}`));
  expect(timed?.querySelector('time')?.textContent).toContain('3 May 2021');
  expect(corrected?.body.textContent).toMatch(/2021-05-03[\s\S]*2021-05-04/);
  expect(dated?.querySelector('a[href*="2021-05-03"]')).not.toBeNull();
  expect(page('sources/s1').body.textContent).toContain('4 May 2021');
});
