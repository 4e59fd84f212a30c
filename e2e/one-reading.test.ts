/**
 * What `check` has read is what is published: builds archives in every style of YAML and every form of link, and
 * compares pages and exports with them.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../src/check/check.ts';
import { quoteAnchor, referenceAnchor } from '../src/model/address.ts';
import { citationsOf } from '../src/model/body.ts';
import { archive, build, event } from './small-archive.ts';

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
