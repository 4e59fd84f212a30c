/**
 * Every format, with anything in it: what is written passes `check`, and every event of the file is written or is said
 * to be left out.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs, words } from '../../model/archive.arbitrary.ts';
import { imported } from './import.fixture.ts';

/** Imports a text into a new archive. @returns what it said, and how many events it wrote */
function tried(text: string): { report: string; written: number } {
  const { report, seen } = imported(text, (folder) =>
    fs.readdirSync(join(folder, 'events')).filter((name) => name.endsWith('.md')),
  );
  return { report, written: seen.length };
}

interface Entry {
  title: string;
  text: string;
  group: string;
  place: string;
  link: string;
  year: number;
  month: number;
  day: number;
  lasts: boolean;
}

const text = fc.oneof(
  words,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'<>{}[]()*_`#-+=~:/\\"\'&!|$^@ \n1.aé漢') }),
  fc.constantFrom(
    'http://a.b',
    'www.a.b',
    'mailto:a@b.c',
    'import a',
    '- a',
    '    a',
    ':::note',
    '[^1]',
  ),
  fc.constantFrom(
    '',
    'Main',
    'con',
    'Index',
    '\0',
    '\uFFFE',
    '"',
    '<b>*</b>',
    '---',
    '1. a',
    '[a]: b',
  ),
);
const entries = fc.array(
  fc.record<Entry>({
    title: text,
    text: fc.oneof(
      text,
      fc.array(text, { maxLength: 4 }).map((lines) => lines.join('\n')),
    ),
    group: text,
    place: text,
    link: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
    // Some of them are none.
    year: fc.integer({ min: 1000, max: 9999 }),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
    lasts: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

const two = (n: number): string => String(n).padStart(2, '0');
const iso = ({ year, month, day }: Entry): string => `${year}-${two(month)}-${two(day)}`;
const later = (entry: Entry): Entry => ({ ...entry, year: entry.year + 1 });
const line = (value: string): string => value.replace(/[\s\u0085]+/g, ' ').trim();

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
const calendarText = (value: string): string =>
  value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
const markup = (value: string): string =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
    .replace(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replace(/[&<>"'\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same events as each tool writes them. */
const formats: Record<string, (given: readonly Entry[]) => string> = {
  'TimelineJS JSON': (given) =>
    JSON.stringify({
      events: given.map((one) => ({
        start_date: { year: one.year, month: one.month, day: one.day },
        ...(one.lasts && { end_date: { year: one.year + 1 } }),
        text: { headline: one.title, text: one.text },
        group: one.group,
        media: { url: one.link, caption: one.place },
      })),
    }),
  'TimelineJS CSV': (given) =>
    [
      row(['Year', 'Month', 'Day', 'End Year', 'Headline', 'Text', 'Media', 'Group', 'Type']),
      ...given.map((one) =>
        row([
          one.year,
          one.month,
          one.day,
          one.lasts ? one.year + 1 : '',
          one.title,
          one.text,
          one.link,
          one.group,
          '',
        ]),
      ),
    ].join('\n'),
  CSV: (given) =>
    [
      row(['title', 'date', 'end', 'text', 'group', 'place', 'url', 'mood']),
      ...given.map((one) =>
        row([
          one.title,
          iso(one),
          one.lasts ? iso(later(one)) : '',
          one.text,
          one.group,
          one.place,
          one.link,
          one.text,
        ]),
      ),
    ].join('\r\n'),
  iCalendar: (given) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...given.flatMap((one, i) => [
        'BEGIN:VEVENT',
        `UID:${i}`,
        `DTSTART;VALUE=DATE:${iso(one).replaceAll('-', '')}`,
        ...(one.lasts ? [`DTEND;VALUE=DATE:${iso(later(one)).replaceAll('-', '')}`] : []),
        `SUMMARY:${calendarText(one.title)}`,
        `DESCRIPTION:${calendarText(one.text)}`,
        `LOCATION:${calendarText(one.place)}`,
        `CATEGORIES:${calendarText(one.group)}`,
        `URL:${line(one.link)}`,
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
    ].join('\r\n'),
  'SIMILE XML': (given) =>
    `<data>${given
      .map(
        (one) =>
          `<event start="${iso(one)}"${one.lasts ? ` end="${iso(later(one))}" isDuration="true"` : ''} title="${markup(one.title)}" link="${markup(one.link)}" caption="${markup(one.place)}">${markup(one.text)}</event>`,
      )
      .join('\n')}</data>`,
  'SIMILE JSON': (given) =>
    JSON.stringify({
      events: given.map((one) => ({
        start: iso(one),
        ...(one.lasts && { end: iso(later(one)), durationEvent: true }),
        title: one.title,
        description: one.text,
        link: one.link,
        color: one.group,
      })),
    }),
  // Its lines have no way to quote: each title is one, and texts begin with a word.
  markwhen: (given) =>
    given
      .map((one) =>
        [
          `section ${line(one.group)}`,
          `${iso(one)}${one.lasts ? ` / ${iso(later(one))}` : ''}: ${line(one.title)}`,
          ...one.text.split(/[\r\n\u0085\u2028\u2029]+/).map((words) => `so: ${line(words)}`),
          'endSection',
        ].join('\n'),
      )
      .join('\n'),
};

describe.each(Object.entries(formats))('importFile() of %s', (format, written) => {
  it('loses no event without a word, and writes nothing that check refuses', {
    timeout: 60_000 * runs(1).numRuns,
  }, () => {
    fc.assert(
      fc.property(entries, (given) => {
        const { report, written: count } = tried(written(given));
        expect(report.split('\n')[0]).toContain(`: ${format}`);
        const [, taken, missed] =
          /(\d+) events? taken over[^\n]*; (\d+) events? not taken over;/.exec(report) ?? [];
        expect(Number(taken)).toBe(count);
        expect(count + Number(missed)).toBe(given.length);
        expect(report.match(/^ {2}not taken over: /gm)?.length ?? 0).toBe(Number(missed));
      }),
      runs(30),
    );
  });
});

describe('importFile() of a file that something happened to', () => {
  const fixtures = join(import.meta.dirname, 'fixtures');
  const inputs = fs.readdirSync(fixtures).map((name) => {
    const file = fs.readdirSync(join(fixtures, name)).find((one) => one.startsWith('input.')) ?? '';
    return fs.readFileSync(join(fixtures, name, file), 'utf8');
  });
  it('refuses it in words, or writes what check passes', {
    timeout: 60_000 * runs(1).numRuns,
  }, () => {
    const splice = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      text: fc.oneof(
        text,
        fc.constantFrom(
          '\n',
          '"',
          '{',
          ']',
          ',',
          ':',
          '<',
          '>',
          '-->',
          'END:VEVENT\n',
          '9'.repeat(400),
          'T',
          '/',
        ),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...inputs),
        fc.array(splice, { minLength: 1, maxLength: 3 }),
        (input, splices) => {
          const changed = splices.reduce((all, { at, cut, text: added }) => {
            const from = Math.floor(at * all.length);
            return all.slice(0, from) + added + all.slice(from + cut);
          }, input);
          expect(tried(changed).report).toMatch(/\S/);
        },
      ),
      runs(120),
    );
  });
});
