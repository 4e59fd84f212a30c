/**
 * What `check` has read is what is published: builds archives in every style of YAML and every form of link, and
 * compares pages and exports with check's reading. No text is ever executed.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it, test } from 'vitest';
import { checkArchive } from '../src/check/check.ts';
import { quoteAnchor, referenceAnchor } from '../src/model/address.ts';
import { citationsOf } from '../src/model/body.ts';

const root = join(import.meta.dirname, '..');
const base = join(root, 'src/check/golden/_base');
const work = fs.mkdtempSync(join(tmpdir(), 'one-reading-'));
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

/** The small archive with further events. @param events id and extension → the file's text */
function archive(name: string, events: Readonly<Record<string, string>>): string {
  const folder = join(work, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(base, folder, { recursive: true });
  for (const [file, text] of Object.entries(events))
    fs.writeFileSync(join(folder, 'events', file), text);
  return folder;
}

/** Builds an archive in a process of its own. @param args of Node, before the command */
function build(content: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): string {
  const dist = `${content}-dist`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, 'src/cli.ts', 'build', '--out-dir', dist],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        CONTENT_DIR: content,
        BASE_PATH: '/',
        SITE_URL: 'https://example.org',
      },
    },
  );
  expect(status, stdout + stderr).toBe(0);
  return dist;
}

const event = (front: string, body: string): string => `---
track: sea
kind: report
actors: [ines-orr]
quotes:
  nine:
    source: gazette-1897
    exact: Keeper Orr and her boat brought nine men ashore on Saturday.
    speaker: harbour-gazette
    mode: narration
    via: []
${front}
---
${body}

<Note about="date">An invention of the tests.</Note>
`;

/** Texts that some YAML parsers take for something else. */
const TRICKY = [
  '2019-04-25',
  '2019-04-25T03:00:00+09:00',
  '2019-04-25 03:00:00',
  '12:30:45',
  '1:30',
  'yes',
  'No',
  'on',
  'null',
  '~',
  'true',
  'NaN',
  '.inf',
  '-0',
  '007',
  '0b101',
  '0o17',
  '0x1F',
  '1_000',
  '1e3',
  '1.50',
  '+1',
  '<<',
  '=',
  '*',
  '- a',
  'a: b',
  'a # b',
  '{a}',
  '[a]',
  '!a',
  '&a',
  '"a"',
  "it's",
  'a\\nb',
  'é́',
  '한국',
  '% 1',
  '@a',
  '`a`',
  'a, b',
  '...',
  '---',
  '?',
  ': ',
];
const STYLES = ['plain', 'single', 'double', 'folded', 'literal', 'anchored'] as const;

/** A text as YAML has it in one style; in some styles some texts are something else, or nothing. */
function styled(key: string, text: string, style: (typeof STYLES)[number]): string {
  switch (style) {
    case 'plain':
      return `${key}: ${text}`;
    case 'single':
      return `${key}: '${text.replaceAll("'", "''")}'`;
    case 'double':
      return `${key}: ${JSON.stringify(text)}`;
    case 'folded':
      return `${key}: >-\n  ${text}`;
    case 'literal':
      return `${key}: |-\n  ${text}`;
    case 'anchored':
      return `${key}: &${key} ${JSON.stringify(text)}`;
  }
}

const DATES = [
  '2019',
  '2019-04',
  '2019-04-25',
  '2019-04-25T03:00',
  '2019-04-25T03:00:00+09:00',
  '-0043',
  '2019-04-25T09:30+09:00?',
  '2019-04-25T23:59:59Z',
  '1897~',
  '2011/2019',
  '2011/..',
  '/2011',
  '[2011..2013]',
  '18XX',
  '189X',
  '0099',
  'Y12023',
  '2019-04-25T09:30+09:00',
  '2019-1-1',
];

const LINKS = [
  '[nine men](#nine) came',
  '[nine men][n] came\n\n[n]: #nine',
  '[nine][] came\n\n[nine]: #nine',
  '[nine] came\n\n[nine]: <#nine>',
  '**[nine](#nine)**, *by [a table](ref:tide-table)*',
  '- [nine](#nine)\n- [ten](#nine), by [a table][t]\n\n[t]: ref:tide-table',
  '> [nine](#nine) by [a table](<ref:tide-table>)',
  '[nine](#nine), <span lang="de">[Tafel](ref:tide-table)</span>',
  '[nine](#nine "title")',
  '[nine](#ten)',
  '[nine](#nine) and [a page](https://example.org/#nine)',
  '| a |\n|---|\n| [nine](#nine) |',
];

const written = fc.record({
  title: fc.tuple(fc.constantFrom(...TRICKY), fc.constantFrom(...STYLES)),
  date: fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...STYLES)),
  link: fc.constantFrom(...LINKS),
});

describe('an archive in every style', () => {
  const events = Object.fromEntries(
    fc
      .sample(written, { numRuns: 400, seed: 17 })
      .map(({ title, date, link }, i) => [
        `e-${i}.mdx`,
        event(`${styled('title', ...title)}\n${styled('date', ...date)}`, link),
      ]),
  );
  const tried = checkArchive(archive('tried', events));
  const wrong = new Set(
    tried.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  const right = Object.fromEntries(
    Object.entries(events).filter(
      ([name]) => ![...wrong].some((file) => file.endsWith(`/${name}`)),
    ),
  );
  const content = archive('right', { ...right, 'unquoted.mdx': UNQUOTED });
  const { draft } = checkArchive(content);
  const dist = build(content);
  const read = (name: string): string => fs.readFileSync(join(dist, name), 'utf8');
  const pageOf = (id: string): Document => parseHTML(read(`events/${id}/index.html`)).document;
  const byId = new Map(draft.events.map((one) => [one.id, one]));
  const titles = draft.events.map(({ id, value }) => [id, value?.title]).sort();

  it('is refused in part, and the rest of it is many events', () => {
    expect(Object.keys(right).length).toBeGreaterThan(100);
    expect(Object.keys(events).length - Object.keys(right).length).toBeGreaterThan(50);
  });

  it('has in events.json the titles and dates that check has read', () => {
    const { events: listed } = JSON.parse(read('data/events.json')) as {
      events: { id: string; title: string; date: { edtf: string } }[];
    };
    expect(listed.map(({ id, title }) => [id, title]).sort()).toEqual(titles);
    for (const { id, date } of listed)
      expect(JSON.stringify(date), id).toContain(JSON.stringify(byId.get(id)?.value?.date));
  });

  it('has in events.csv, events.ics and the feeds the titles that check has read', () => {
    const rows = parseCsv(read('data/events.csv'), { columns: true, bom: true }) as {
      id: string;
      title: string;
      date: string;
    }[];
    // A spreadsheet takes a cell that begins with one of these for a formula, so an apostrophe goes before it.
    const plain = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');
    expect(rows.map(({ id, title }) => [id, plain(title)]).sort()).toEqual(titles);
    for (const { id, date } of rows) expect(plain(date), id).toBe(byId.get(id)?.value?.date);
    const calendar = new ICAL.Component(ICAL.parse(read('data/events.ics')) as unknown[]);
    const summaries = calendar.getAllSubcomponents('vevent').map((one) => {
      const address = String(one.getFirstPropertyValue('url') ?? one.getFirstPropertyValue('uid'));
      return [address.split('/').at(-2), String(one.getFirstPropertyValue('summary'))] as const;
    });
    expect(summaries.length).toBeGreaterThan(50);
    for (const [id = '', summary] of summaries) expect(summary).toBe(byId.get(id)?.value?.title);
    const feed = JSON.parse(read('feed.json')) as { items: { url: string; title: string }[] };
    for (const { url, title } of feed.items)
      expect(title).toBe(byId.get(url.split('/').at(-2) ?? '')?.value?.title);
  });

  it('shows unquoted days and numbers as they are written', () => {
    const page = pageOf('unquoted');
    expect(page.querySelector('h1')?.textContent).toBe('0b101');
    const [time] = page.querySelectorAll('.fact-date time');
    expect(time?.getAttribute('datetime')).toBe('2021-05-03T01:30:00+09:00');
    expect(time?.textContent).toContain('May 3, 2021');
    const correction = page.querySelector('.note-correction');
    expect(correction?.querySelector('del')?.textContent).toBe('2021-05-03');
    expect(correction?.querySelector('ins')?.textContent).toBe('12:30:45');
    expect(page.getElementById('q-unquoted-2021-05-03')).not.toBeNull();
  });

  it('has on each page the title and the citations that check has read, and each leads somewhere', () => {
    for (const { id, value, body } of draft.events) {
      const page = pageOf(id);
      expect(page.querySelector('h1')?.textContent).toBe(value?.title);
      const hrefs = [...page.querySelectorAll('.body a.cite')].map((link) =>
        link.getAttribute('href'),
      );
      expect(hrefs, id).toEqual(
        citationsOf(body ?? []).map(({ kind, id: cited }) =>
          kind === 'quote' ? `#${quoteAnchor(id, cited)}` : `#${referenceAnchor(cited)}`,
        ),
      );
      for (const href of hrefs)
        expect(page.getElementById(href?.slice(1) ?? ''), `${id} ${href}`).not.toBeNull();
    }
  });
});

/** What another reader of YAML takes for days and numbers: moved to UTC, a time with an offset is of the day before. */
const UNQUOTED = event(
  'title: 0b101\ndate: 2021-05-03T01:30:00+09:00\ncorrections:\n  - { date: 2021-05-04, was: 2021-05-03, now: 12:30:45 }',
  '[nine](#nine)',
)
  .replaceAll('nine:', '2021-05-03:')
  .replaceAll('#nine', '#2021-05-03');

/** Every form that could run code: in an event's text it is refused or shown as text. */
const CODE = [
  '{RUN}',
  'a {RUN} b',
  '{/**/ RUN /**/}',
  '{/* a */ RUN /* b */}',
  '{// a\nRUN}',
  '{...RUN}',
  '{}',
  '{[1].map(() => RUN)}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tried
  '{`${RUN}`}',
  '{(() => RUN)()}',
  '{await RUN}',
  '{import("x")}',
  '<Note about="context" x={RUN}>a</Note>',
  '<Note about="context" {...RUN}>a</Note>',
  '<Note about={RUN}>a</Note>',
  '<Note {...{about: "context", x: RUN}}>a</Note>',
  '<Note about="context" client:load>a</Note>',
  '<Note about="context" set:html={RUN} />',
  '<Note about="context" onclick="RUN">a</Note>',
  '<Note about="context" slot="x">a</Note>',
  '<span lang={RUN}>a</span>',
  '<span lang="de" onclick="RUN">a</span>',
  '<Note.x about="date"/>',
  '<script>RUN</script>',
  '<script define:vars={RUN} />',
  '<style>{RUN}</style>',
  '<img src={RUN}/>',
  '<>{RUN}</>',
  '<Fragment set:html={RUN} />',
  '<Astro.self />',
  '<div set:text={RUN} />',
  'import x from "./x.mjs"',
  "import 'data:text/javascript,RUN'",
  'export const x = RUN',
  'export default RUN',
  'export { x } from "./x.mjs"',
  '<!-- {RUN} -->',
  '<?php RUN ?>',
  '<% RUN %>',
  '[a](javascript:RUN)',
  '<javascript:RUN>',
  '[a][x]\n\n[x]: javascript:RUN',
  '![a](x "{RUN}")',
  '```js eval\nRUN\n```',
  '    {RUN}',
  '`{RUN}`',
  '\\{RUN\\}',
  '&#123;RUN&#125;',
  ':::x{RUN}\n:::',
  '$RUN$',
  '{{ RUN }}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tried
  '${RUN}',
  '#{RUN}',
  '{% RUN %}',
];

test.each(['mdx', 'md'])('no form of code in .%s is run by a check or a build', (extension) => {
  const sign = join(work, `ran-${extension}`);
  const run = `process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(sign)}, '')`;
  const note = extension === 'mdx' ? '' : '\n';
  const file = (form: string): string =>
    `${event(
      'title: a\ndate: "1897"',
      `[nine](#nine)\n\n${form.replaceAll('RUN', run)}\n\n[nine](#nine)`,
    )
      .replace(/<Note about="date">.*<\/Note>/, '')
      .replace('kind: report', 'kind: report\nunsourced: true')}${note}`;
  const events = Object.fromEntries(CODE.map((form, i) => [`e-${i}.${extension}`, file(form)]));
  const folder = archive(`code-${extension}`, events);
  const wrong = checkArchive(folder)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ file }) => /e-\d+/.exec(file)?.[0] ?? file);
  for (const id of wrong) fs.rmSync(join(folder, 'events', `${id}.${extension}`), { force: true });
  const left = fs.readdirSync(join(folder, 'events')).filter((name) => name.startsWith('e-'));
  expect(checkArchive(folder).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  // Forms that are text in Markdown: code spans and blocks, escapes, syntax of other languages.
  expect(left.length).toBeGreaterThan(extension === 'mdx' ? 2 : 10);
  const dist = build(folder);
  expect(fs.existsSync(sign)).toBe(false);
  for (const name of left) {
    const html = fs.readFileSync(
      join(dist, 'events', name.replace(/\.mdx?$/, ''), 'index.html'),
      'utf8',
    );
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('.body script, .body style, .body [onclick]')).toHaveLength(0);
    for (const link of document.querySelectorAll('.body a'))
      expect(link.getAttribute('href')).toMatch(/^(?:#|\/|https?:)/);
  }
});

test('a build opens each file of the content once', () => {
  const content = archive('counted', {});
  const reads = join(work, 'reads.json');
  build(content, ['--import', './e2e/count-reads.mjs'], { READS: reads });
  const counts = JSON.parse(fs.readFileSync(reads, 'utf8')) as Record<string, number>;
  const files = fs
    .readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(content, name)).isFile() && name !== 'permalinks.txt');
  expect(counts).toMatchObject(Object.fromEntries(files.map((name) => [name, 1])));
});
