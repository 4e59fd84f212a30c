/** Data, feeds and citations, each read by a program that others wrote. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ical from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';
import { notInCalendar } from '#words';
import { checkArchive } from '../check/check.ts';
import type { Archive } from '../model/archive.ts';
import { bibtex, citationOf, cslJson, plainCitation, ris } from './cite.ts';
import { csv } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { eventsJsonSchema } from './events-schema.ts';
import { atom, jsonFeed } from './feed.ts';
import { ics } from './ics.ts';
import { timelineJs } from './timelinejs.ts';

// Packages without types of their own.
const [core, ...plugins]: string[] = [
  '@citation-js/core',
  '@citation-js/plugin-bibtex',
  '@citation-js/plugin-ris',
];
interface Reference {
  title: string;
  URL: string;
  publisher: string;
  issued: { 'date-parts': number[][] };
  author: { literal?: string; family?: string }[];
}
const { Cite } = (await import(core ?? '')) as {
  Cite: new (text: string) => { data: Reference[] };
};
for (const plugin of plugins) await import(plugin);

const address = (path: string): string => `https://example.org/base${path}`;
const EDITION = '2026-11-24';
const golden = join(import.meta.dirname, '..', 'check', 'golden', '_base');
const temp = mkdtempSync(join(tmpdir(), 'data-'));
afterAll(() => rmSync(temp, { recursive: true }));

/** The golden archive with an event's file rewritten. */
function altered(name: string, event: string, change: (text: string) => string): Archive {
  const folder = join(temp, name);
  cpSync(golden, folder, { recursive: true });
  const file = join(folder, 'events', `${event}.mdx`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return joined(folder);
}

function joined(folder: string): Archive {
  const { archive, problems } = checkArchive(folder);
  if (!archive) throw new Error(JSON.stringify(problems));
  return archive;
}

const dated = (name: string, date: string): Archive =>
  altered(name, 'wreck', (text) =>
    text
      .replace(/^date: .*$/m, `date: "${date}"`)
      .replace(/^refined: .*\n/m, '')
      .replace(/^title: .*$/m, 'title: \'=1+1, "<Ж>"; \\ & {x}\'')
      .replace(/\n---\n/, '\n---\n\n<Note about="date">\n\nIn a test.\n\n</Note>\n'),
  );

const awkward = dated('awkward', '1897-03-13');
const archives: [string, Archive][] = [
  ['the golden archive', joined(golden)],
  ['an archive with an awkward title', awkward],
  ['content/', joined(join(import.meta.dirname, '..', '..', 'content'))],
];

describe.each(archives)('of %s', (_, archive) => {
  const { events, site } = archive;
  const urls = events.map(({ id }) => address(`/events/${id}/`));

  it('eventsJson validates against its schema', () => {
    const schema = address('/data/events.schema.json');
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(eventsJsonSchema(schema)));
    const data = JSON.parse(eventsJson(archive, address, schema, EDITION));
    expect(validate(data) || validate.errors).toBe(true);
    expect(validate({ ...data, more: 1 })).toBe(false);
    expect(data.events.map(({ url }: { url: string }) => url)).toEqual(urls);
  });

  it('csv parses to a row an event, and no cell begins a formula', () => {
    const text = csv(archive, address);
    const rows = parseCsv(text, { columns: true, record_delimiter: '\r\n' }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ url }) => url)).toEqual(urls);
    expect(rows.map(({ title }) => title?.replace(/^'/, ''))).toEqual(
      events.map(({ title }) => title),
    );
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＠a', ' =1', '\t=1', '\r=1', '\n=1', '"=1"'])(
    'csv makes text of a cell that says %j',
    (title) => {
      const [first] = archive.events;
      if (!first) throw new Error('no event');
      const text = csv({ ...archive, events: [{ ...first, title }] }, address);
      const [row] = parseCsv(text, { columns: true, record_delimiter: '\r\n' }) as Record<
        string,
        string
      >[];
      expect(row?.['title']).toBe(title.startsWith('"') ? title : `'${title}`);
    },
  );

  it('ics parses, its lines are short and its UIDs the events’ addresses', () => {
    const text = ics(archive, address, EDITION);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const calendar = new ical.Component(ical.parse(text));
    const entries = calendar.getAllSubcomponents('vevent').map((part) => new ical.Event(part));
    expect(entries.length).toBeGreaterThan(0);
    for (const { uid, summary, description } of entries) {
      const event = events[urls.indexOf(uid)];
      expect(summary).toBe(event?.title);
      expect(description).toContain(event?.quotes[0]?.text.replace(/\s+/g, ' '));
    }
    const absent = events.length - entries.length;
    const about = String(calendar.getFirstPropertyValue('x-wr-caldesc'));
    expect(about.includes(notInCalendar(absent, events.length))).toBe(absent > 0);
  });

  it('atom is well formed, and holds what RFC 4287 asks of it', () => {
    const text = atom(archive, address, EDITION);
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => ['entry', 'link'].includes(name),
    }).parse(text);
    expect(feed).toMatchObject({ id: address('/'), title: site.title });
    expect(feed.updated).toBe(`${EDITION}T00:00:00Z`);
    expect(feed.entry.map(({ id }: { id: string }) => id).sort()).toEqual([...urls].sort());
    for (const entry of feed.entry) {
      expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(entry.content['@_type']).toBe('html');
    }
  });

  it('jsonFeed says the same as atom', () => {
    const { version, items } = JSON.parse(jsonFeed(archive, address, EDITION));
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    expect(items.map(({ id }: { id: string }) => id).sort()).toEqual([...urls].sort());
    for (const { content_html } of items) expect(content_html).toContain('<blockquote');
  });

  it.each([
    ['bibtex', bibtex],
    ['ris', ris],
    ['cslJson', cslJson],
  ])('%s gives a reference manager title, date, publisher and address', (_name, write) => {
    for (const event of events) {
      const citation = citationOf(archive, event, address, EDITION);
      const [read] = new Cite(write(citation)).data;
      expect(read).toMatchObject({ title: event.title, URL: citation.url });
      expect(read?.publisher).toBe(site.author);
      expect(read?.issued['date-parts'][0]).toEqual(citation.issued.split('-').map(Number));
      const [author] = read?.author ?? [];
      expect(author?.literal ?? author?.family).toBe(site.author);
      expect(plainCitation(citation)).toContain(event.title);
    }
  });

  it('is the same text every time', () => {
    for (const write of [atom, jsonFeed, ics])
      expect(write(archive, address, EDITION)).toBe(write(archive, address, EDITION));
    expect(JSON.parse(timelineJs(archive, address)).events).toHaveLength(events.length);
  });
});

describe('ics(archive)', () => {
  const entryOf = (name: string, date: string) => {
    const text = ics(dated(name, date), address, EDITION);
    const part = new ical.Component(ical.parse(text))
      .getAllSubcomponents('vevent')
      .find((candidate) => String(candidate.getFirstPropertyValue('uid')).includes('wreck'));
    const value = (property: string) => part?.getFirstProperty(property)?.toICALString();
    return part ? [value('dtstart'), value('dtend')] : null;
  };

  it.each([
    ['1897-03-13', ['DTSTART;VALUE=DATE:18970313', 'DTEND;VALUE=DATE:18970314']],
    ['1897-03-30/1897-03-31', ['DTSTART;VALUE=DATE:18970330', 'DTEND;VALUE=DATE:18970401']],
    ['1897-03-13T04:00', ['DTSTART:18970313T040000', undefined]],
    ['1897-03-13T04:00+09:00', ['DTSTART:18970312T190000Z', undefined]],
    ['1897-03', null],
    ['1897', null],
    ['1897-03-13/..', null],
    ['[1897-03-13..1897-03-14]', null],
    ['-0044-03-15', null],
  ])('%s', (date, expected) => {
    expect(entryOf(`ics-${date.replaceAll(/\W/g, '_')}`, date)).toEqual(expected);
  });
});

it('an event that was corrected is as new as its correction', () => {
  const archive = altered('corrected', 'calm', (text) =>
    text.replace('actors:', 'corrections: [{ date: 2027-01-02, was: One., now: Two. }]\nactors:'),
  );
  const [first] = JSON.parse(jsonFeed(archive, address, EDITION)).items;
  expect(first).toMatchObject({
    id: address('/events/calm/'),
    date_modified: '2027-01-02T00:00:00Z',
  });
});
