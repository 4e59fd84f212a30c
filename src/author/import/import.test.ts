/**
 * Golden imports: each folder of `fixtures/` holds a file of another tool and what importing it into a new archive
 * says and writes. Adding a case is adding a folder; `UPDATE=1` writes what is expected anew.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownToHtml } from 'satteri';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../../check/check.ts';
import { beginArchive } from '../begin.ts';
import { Refusal } from '../refusal.ts';
import { importFile } from './import.ts';
import { workbookOf } from './workbook.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const work = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(work, { recursive: true }));

const now = new Date('2026-11-24T00:00:00Z');
let made = 0;
function newArchive(): string {
  const folder = join(work, `archive-${++made}`);
  beginArchive(folder, now, work);
  return folder;
}

const errorsIn = (folder: string) =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

/** The file of another tool that a folder of `fixtures/` holds. */
const inputOf = (name: string): string => {
  const file = readdirSync(join(fixtures, name)).find((one) => one.startsWith('input.'));
  return join(fixtures, name, file ?? '');
};
const events = (folder: string): string[] =>
  readdirSync(join(folder, 'events')).filter((file) => file.endsWith('.md'));
const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
const options = { cwd: work, now };

describe('importFile(folder, path)', () => {
  it.each(readdirSync(fixtures))('reads %s as expected', (name) => {
    const folder = newArchive();
    let report: string;
    try {
      report = importFile(folder, inputOf(name), {}, options);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      report = [cause.message, ...cause.details].join('\n  ');
    }
    const written = events(folder)
      .sort()
      .map((file) => `== events/${file}\n${readFileSync(join(folder, 'events', file), 'utf8')}`);
    const records = ['site.yaml', 'references.yaml'].map(
      (file) => `== ${file}\n${readFileSync(join(folder, file), 'utf8')}`,
    );
    const printed = [report, ...written, ...records]
      .join('\n')
      .replaceAll('\uFEFF', '\\uFEFF')
      .replaceAll(`${join(fixtures, name)}/`, '');
    const expected = join(fixtures, name, 'expected.txt');
    if (process.env['UPDATE']) writeFileSync(expected, `${printed}\n`);
    expect(`${printed}\n`).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    expect(errorsIn(folder)).toEqual([]);
  });

  it.each(readdirSync(fixtures).filter((name) => name.startsWith('hostile-')))(
    'leaves nothing of %s that could run',
    (name) => {
      const folder = newArchive();
      importFile(folder, inputOf(name), {}, options);
      for (const file of events(folder)) {
        const { html } = markdownToHtml(readFileSync(join(folder, 'events', file), 'utf8')) as {
          html: string;
        };
        const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi)];
        for (const [, tag = '', attributes = ''] of tags) {
          expect(['p', 'a', 'ul', 'ol', 'li', 'em', 'strong']).toContain(tag.toLowerCase());
          expect(attributes).toMatch(/^(?: href="(?:https?:\/\/[^"]*|ref:[a-z0-9-]+)")?$/);
        }
      }
    },
  );

  it('lists what it wrote as unsourced, an error under --strict', () => {
    const folder = newArchive();
    importFile(folder, inputOf('simile-json'), {}, options);
    const listed = (strict: boolean) =>
      checkArchive(folder, { strict, cwd: work }).problems.map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(listed(false)).toEqual(['warning: not yet sourced', 'warning: not yet sourced']);
    expect(listed(true)).toEqual(['error: not yet sourced', 'error: not yet sourced']);
  });

  it.each([
    ['{ "events": [', /not JSON/],
    ['{ "a": 1 }', /holds no timeline/],
    ['BEGIN:VCALENDAR\nnonsense', /not iCalendar/],
    ['<data><event></data>', /not XML/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><data/>', /document type or entities/],
    ['just some words', /no format that is known/],
    ['a,b\n1,2', /names no title/],
    ['title,b\n1989-11-09,https://example.org', /names no date/],
    ['', /no format that is known/],
  ])('refuses %j and writes nothing', (text, says) => {
    const folder = newArchive();
    const path = join(work, 'broken');
    writeFileSync(path, text);
    const before = bytesOf(folder);
    expect(() => importFile(folder, path, {}, options)).toThrow(Refusal);
    expect(() => importFile(folder, path, {}, options)).toThrow(says);
    expect(bytesOf(folder)).toEqual(before);
  });

  it('takes --dates for what no date of a column shows, and refuses any other word', () => {
    const path = join(work, 'order.csv');
    writeFileSync(path, 'title,date\nA,3/4/2019\n');
    const dateBy = (dates: string): string | undefined => {
      const folder = newArchive();
      importFile(folder, path, { dates }, options);
      return /^date: "(.*)"$/m.exec(readFileSync(join(folder, 'events/a.md'), 'utf8'))?.[1];
    };
    expect(dateBy('dmy')).toBe('2019-04-03');
    expect(dateBy('mdy')).toBe('2019-03-04');
    expect(() => dateBy('ymd')).toThrow('--dates');
    expect(() => importFile(newArchive(), path, {}, options)).toThrow(Refusal);
  });

  it('says with --dry-run what it would do, and writes nothing', () => {
    const folder = newArchive();
    const before = bytesOf(folder);
    const said = importFile(folder, inputOf('csv'), {}, { ...options, dryRun: true });
    expect(said).toContain('nothing is written');
    expect(bytesOf(folder)).toEqual(before);
    const done = importFile(folder, inputOf('csv'), {}, options);
    expect(said.split('\n')[1]).toBe(done.split('\n')[1]);
  });

  it('reads a workbook', () => {
    const folder = newArchive();
    const path = join(work, 'book.xlsx');
    writeFileSync(
      path,
      workbookOf(
        [
          ['title', 'date', 'mood'],
          ['A', '3 May 1921', 'calm'],
        ],
        [],
      ),
    );
    const said = importFile(folder, path, {}, options);
    expect(said).toContain('book.xlsx: XLSX');
    expect(said).toContain('column mood (1): row 2 “A”: calm');
    expect(readFileSync(join(folder, 'events/a.md'), 'utf8')).toContain('date: "1921-05-03"');
  });

  it('says as JSON what it says in words', () => {
    const said = JSON.parse(
      importFile(newArchive(), inputOf('csv'), {}, { ...options, json: true }),
    );
    expect(said).toMatchObject({ format: 'CSV', file: 'input.csv' });
    expect(said.written.length).toBeGreaterThan(0);
  });

  it('says three places of a kind of loss, and with --verbose each', () => {
    const path = join(work, 'many.csv');
    const rows = Array.from({ length: 500 }, (_, i) => `T${i},1900,x${i}`);
    writeFileSync(path, ['title,date,mood', ...rows].join('\n'));
    const short = importFile(newArchive(), path, {}, options);
    expect(short.split('\n').length).toBeLessThan(6);
    expect(short).toContain(
      'column mood (500): row 2 “T0”: x0; row 3 “T1”: x1; row 4 “T2”: x2; and 497 more',
    );
    const long = importFile(newArchive(), path, {}, { ...options, verbose: true });
    expect(long.split('\n').length).toBeGreaterThan(500);
  });
});

describe('importFile(), the second time', () => {
  const file = join(work, 'again.csv');
  const write = (...rows: string[]): void =>
    writeFileSync(file, ['title,date,text', ...rows].join('\n'));
  const page = (folder: string, id: string): string => join(folder, 'events', `${id}.md`);

  it('writes nothing where nothing changed', () => {
    const folder = newArchive();
    write('One,1900,a', 'One,1901,b', 'Two,1902,c');
    importFile(folder, file, {}, options);
    const before = bytesOf(folder);
    const said = importFile(folder, file, {}, options);
    expect(said).toContain('0 events taken over');
    expect(said).toContain('3 events unchanged');
    expect(bytesOf(folder)).toEqual(before);
  });

  it('updates what nobody edited, keeps the rest, and adds what is new', () => {
    const folder = newArchive();
    write('One,1900,a', 'Two,1902,b', 'Three,1903,c', 'Gone,1904,d', 'Mended,19O5,e');
    importFile(folder, file, {}, options);
    writeFileSync(page(folder, 'two'), `${readFileSync(page(folder, 'two'), 'utf8')}\nMine.\n`);
    rmSync(page(folder, 'three'));
    write(
      'One,1900,changed',
      'Two,1902,changed',
      'Three,1903,changed',
      'Mended,1905,e',
      'New,1906,f',
    );
    const said = importFile(folder, file, {}, options);
    expect(said).toContain('2 events taken over');
    expect(said).toContain('1 event updated');
    expect(said).toContain('edited here since (1): row 3 “Two”');
    expect(said).toContain('removed here since (1): row 4 “Three”');
    expect(said).toContain('no longer in the file (1): “Gone”');
    expect(readFileSync(page(folder, 'one'), 'utf8')).toContain('changed');
    expect(readFileSync(page(folder, 'two'), 'utf8')).toContain('Mine.');
    expect(events(folder).sort()).toEqual(['gone.md', 'mended.md', 'new.md', 'one.md', 'two.md']);
    expect(errorsIn(folder)).toEqual([]);
  });

  it('adds no track and no reference for an event that stays as it is', () => {
    const folder = newArchive();
    const rows = (group: string): void =>
      writeFileSync(file, `title,date,group,url\nOne,1900,${group},https://example.org/${group}\n`);
    rows('before');
    importFile(folder, file, {}, options);
    writeFileSync(page(folder, 'one'), `${readFileSync(page(folder, 'one'), 'utf8')}\nMine.\n`);
    rows('after');
    const before = bytesOf(folder);
    expect(() => importFile(folder, file, {}, options)).toThrow('1 event left as they are');
    expect(bytesOf(folder)).toEqual(before);
  });

  it('never doubles: not under another name of the file, not what has an id of its own', () => {
    const folder = newArchive();
    write('One,1900,a', 'Two,1902,b');
    importFile(folder, file, {}, options);
    const renamed = join(work, 'renamed.csv');
    cpSync(file, renamed);
    expect(importFile(folder, renamed, {}, options)).toContain('2 events unchanged');
    const calendar = join(work, 'a.ics');
    const ics = (summary: string): string =>
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:7\nDTSTART:20200101\nSUMMARY:${summary}\nEND:VEVENT\nEND:VCALENDAR`;
    writeFileSync(calendar, ics('Before'));
    importFile(folder, calendar, {}, options);
    writeFileSync(calendar, ics('After'));
    expect(importFile(folder, calendar, {}, options)).toContain('1 event updated');
    expect(events(folder)).toHaveLength(3);
    expect(readFileSync(page(folder, 'before'), 'utf8')).toContain('After');
  });
});

describe('importFile() with --archive', () => {
  it('begins an archive that holds the file alone, and passes check', () => {
    const archive = join(work, 'begun');
    const said = importFile('', inputOf('timelinejs-json'), { archive }, options);
    expect(said).toContain(`CONTENT_DIR=${archive} npm run dev`);
    expect(errorsIn(archive)).toEqual([]);
    const site = readFileSync(join(archive, 'site.yaml'), 'utf8');
    expect(site).toContain('title: "Light"');
    expect(site).toContain('deck: "A short history."');
    expect(readdirSync(join(archive, 'events')).every((name) => name.endsWith('.md'))).toBe(true);
    expect(importFile(archive, inputOf('timelinejs-json'), {}, options)).toContain(
      '0 events taken over',
    );
  });

  it('refuses a folder that holds anything, and leaves none where the file is refused', () => {
    const archive = join(work, 'full');
    mkdirSync(archive);
    writeFileSync(join(archive, 'a'), '');
    expect(() => importFile('', inputOf('csv'), { archive }, options)).toThrow('not empty');
    const path = join(work, 'none.csv');
    writeFileSync(path, 'title,date\nA,never\n');
    expect(() => importFile('', path, { archive: join(work, 'no') }, options)).toThrow(Refusal);
    expect(existsSync(join(work, 'no'))).toBe(false);
  });
});
