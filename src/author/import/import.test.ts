/**
 * Golden imports: each folder of `fixtures/` holds a file of another tool and what importing it into a new archive
 * says and writes. Adding a case is adding a folder; `UPDATE=1` writes what is expected anew.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownToHtml } from 'satteri';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../../check/check.ts';
import { beginArchive } from '../begin.ts';
import { Refusal } from '../refusal.ts';
import { importFile } from './import.ts';

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

describe('importFile(folder, path)', () => {
  it.each(readdirSync(fixtures))('reads %s as expected', (name) => {
    const folder = newArchive();
    const given = readdirSync(join(fixtures, name)).find((file) => file.startsWith('input.')) ?? '';
    const report = importFile(folder, join(fixtures, name, given), {}, { cwd: work, now });
    const written = readdirSync(join(folder, 'events'))
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => `== events/${file}\n${readFileSync(join(folder, 'events', file), 'utf8')}`);
    const records = ['site.yaml', 'references.yaml'].map(
      (file) => `== ${file}\n${readFileSync(join(folder, file), 'utf8')}`,
    );
    const printed = [report, ...written, ...records].join('\n').replaceAll('\uFEFF', '\\uFEFF');
    const expected = join(fixtures, name, 'expected.txt');
    if (process.env['UPDATE']) writeFileSync(expected, `${printed}\n`);
    expect(`${printed}\n`).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    expect(errorsIn(folder)).toEqual([]);
  });

  it.each(readdirSync(fixtures).filter((name) => name.startsWith('hostile-')))(
    'leaves nothing of %s that could run',
    (name) => {
      const folder = newArchive();
      const given =
        readdirSync(join(fixtures, name)).find((file) => file.startsWith('input.')) ?? '';
      importFile(folder, join(fixtures, name, given), {}, { cwd: work, now });
      for (const file of readdirSync(join(folder, 'events')).filter((n) => n.endsWith('.md'))) {
        const { html } = markdownToHtml(readFileSync(join(folder, 'events', file), 'utf8')) as {
          html: string;
        };
        const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi)];
        for (const [, tag = '', attributes = ''] of tags) {
          expect(['p', 'a', 'ul', 'li', 'em', 'strong']).toContain(tag.toLowerCase());
          expect(attributes).toMatch(/^(?: href="(?:https?:\/\/[^"]*|ref:[a-z0-9-]+)")?$/);
        }
      }
    },
  );

  it('lists what it wrote as unsourced, an error under --strict', () => {
    const folder = newArchive();
    importFile(folder, join(fixtures, 'simile-json', 'input.json'), {}, { cwd: work, now });
    const listed = (strict: boolean) =>
      checkArchive(folder, { strict, cwd: work }).problems.map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(listed(false)).toEqual(['warning: not yet sourced', 'warning: not yet sourced']);
    expect(listed(true)).toEqual(['error: not yet sourced', 'error: not yet sourced']);
  });

  it('never overwrites: the same file again becomes other events', () => {
    const folder = newArchive();
    const path = join(fixtures, 'simile-json', 'input.json');
    importFile(folder, path, {}, { cwd: work, now });
    const first = readFileSync(join(folder, 'events', 'a-year.md'), 'utf8');
    importFile(folder, path, {}, { cwd: work, now });
    expect(readFileSync(join(folder, 'events', 'a-year.md'), 'utf8')).toBe(first);
    expect(existsSync(join(folder, 'events', 'a-year-2.md'))).toBe(true);
    expect(errorsIn(folder)).toEqual([]);
  });

  it.each([
    ['{ "events": [', /not JSON/],
    ['{ "a": 1 }', /holds no timeline/],
    ['BEGIN:VCALENDAR\nnonsense', /not iCalendar/],
    ['<data><event></data>', /not XML/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><data/>', /document type or entities/],
    ['just some words', /no format that is known/],
    ['a,b\n1,2', /names no title/],
    ['', /no format that is known/],
  ])('refuses %j and writes nothing', (text, says) => {
    const folder = newArchive();
    const path = join(work, 'broken');
    writeFileSync(path, text);
    expect(() => importFile(folder, path, {}, { cwd: work, now })).toThrow(Refusal);
    expect(() => importFile(folder, path, {}, { cwd: work, now })).toThrow(says);
    expect(readdirSync(join(folder, 'events'))).toEqual(['archive-begun.mdx']);
  });
});
