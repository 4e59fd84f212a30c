/** From EDTF to every form that a date has on the site, each read by a parser that others wrote or by the standard's own grammar. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { dates, event, records, runs } from '../model/archive.arbitrary.ts';
import type { Archive } from '../model/archive.ts';
import { htmlDatetime, namedDates, parseDate } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { joinArchive } from '../model/join.ts';
import { ics } from './ics.ts';
import { eventJsonLd } from './json-ld.ts';

const address = (path: string): string => `https://example.org${path}`;

interface Forms {
  /** Of the whole date, as `Time.astro` has it. */
  datetime: string | null;
  startDate: string | undefined;
  endDate: string | undefined;
  dtstart: string | undefined;
  dtend: string | undefined;
}

/** What an archive's exports write of one of its events. */
function formsOf(archive: Archive, id: string): Forms {
  const found = archive.events.find((one) => one.id === id);
  if (!found) throw new Error(id);
  const when = found.refined?.when ?? found.when;
  const graph = eventJsonLd(archive, found, [], address) as unknown as {
    '@graph': Record<string, string>[];
  };
  const thing = graph['@graph'].find((node) => node['@type'] === 'Event');
  const calendar = new ICAL.Component(ICAL.parse(ics(archive, address, '2026-11-24')));
  const entry = calendar
    .getAllSubcomponents('vevent')
    .find((one) => one.getFirstPropertyValue('uid') === address(`/events/${id}/`));
  const line = (name: string) => entry?.getFirstProperty(name)?.toICALString();
  return {
    datetime: when.kind === 'date' && when.start ? htmlDatetime(when.start) : null,
    startDate: thing?.['startDate'],
    endDate: thing?.['endDate'],
    dtstart: line('dtstart'),
    dtend: line('dtend'),
  };
}

const archiveOf = (date: string): Archive => joinArchive(records({ it: event(date) }));

/** HTML's "valid month, date, local date and time, global date and time" and year strings, from their definitions. */
function isHtmlDatetime(text: string): boolean {
  const [, y = '', m, d, h, min, s, offset] =
    /^(\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(
      text,
    ) ?? [];
  const [zone = '00', minutes = '00'] = offset?.match(/\d\d/g) ?? [];
  const days = new Date(Date.UTC(2000 + (Number(y) % 400), Number(m ?? 1), 0)).getUTCDate();
  return (
    Number(y) > 0 &&
    (m === undefined || (Number(m) >= 1 && Number(m) <= 12)) &&
    (d === undefined || (Number(d) >= 1 && Number(d) <= days)) &&
    Number(h ?? 0) < 24 &&
    Number(min ?? 0) < 60 &&
    Number(s ?? 0) < 60 &&
    Number(zone) < 24 &&
    Number(minutes) < 60 &&
    offset !== '-00:00'
  );
}

/** Read by Temporal, which takes no date that ISO 8601 does not have; it knows days, so a coarser date gets one. */
function readIso(text: string): void {
  const rest = text.replace(/^(?:[+-]\d{6}|\d{4})/, '');
  expect(rest, text).not.toBe(text);
  if (/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text)) Temporal.Instant.from(text);
  else if (text.includes('T')) Temporal.PlainDateTime.from(text);
  else Temporal.PlainDate.from(`${text}${'-01'.repeat(2 - rest.length / 3)}`);
}

/** RFC 5545's DATE and DATE-TIME, with days that are in the calendar. */
function isIcal(line: string): boolean {
  const [, y, m, d, , h = '00', min = '00', s = '00'] =
    /^DT(?:START|END)(?:;VALUE=DATE)?:(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(line) ??
    [];
  if (y === undefined || /VALUE=DATE:.*T/.test(line)) return false;
  Temporal.PlainDateTime.from(`${y}-${m}-${d}T${h}:${min}:${s}`, { overflow: 'reject' });
  return true;
}

function expectValid({ datetime, startDate, endDate, dtstart, dtend }: Forms): void {
  if (datetime !== null) expect(isHtmlDatetime(datetime), datetime).toBe(true);
  for (const date of [startDate, endDate]) if (date !== undefined) readIso(date);
  for (const line of [dtstart, dtend])
    if (line !== undefined) expect(isIcal(line), line).toBe(true);
}

const day = (start: string, end: string) => [`;VALUE=DATE:${start}`, `;VALUE=DATE:${end}`] as const;

type Row = [
  edtf: string,
  words: string,
  datetime: string | null,
  json: readonly [start?: string | undefined, end?: string],
  calendar: readonly [start?: string, end?: string],
];

const table: Row[] = [
  ['2011', '2011', '2011', ['2011'], []],
  ['0001', '1', '0001', ['0001'], []],
  // HTML has no year before 1.
  ['0000', '1 BCE', null, ['0000'], []],
  ['-0043', '44 BCE', null, ['-000043'], []],
  ['-0043-03-15', '15 March 44 BCE', null, ['-000043-03-15'], []],
  ['-0001-12-31', '31 December 2 BCE', null, ['-000001-12-31'], []],
  ['0000-12-31', '31 December 1 BCE', null, ['0000-12-31'], day('00001231', '00010101')],
  ['Y12023', '12023', '12023', ['+012023'], []],
  ['Y12023-02', 'February 12023', '12023-02', ['+012023-02'], []],
  ['Y-12000', '12001 BCE', null, ['-012000'], []],
  ['Y300000-03-05', '300000', '300000-03-05', ['+300000-03-05'], []],
  ['Y1234567', '1234567', '1234567', [], []],
  ['199X', '1990s', null, [], []],
  ['18XX', '1800–1899', null, [], []],
  ['2019-XX', '2019', '2019', ['2019'], []],
  ['2019-02', 'February 2019', '2019-02', ['2019-02'], []],
  ['2019-02-XX', 'February 2019', '2019-02', ['2019-02'], []],
  ['2019-04-25', '25 April 2019', '2019-04-25', ['2019-04-25'], day('20190425', '20190426')],
  ['9999-12-31', '31 December 9999', '9999-12-31', ['9999-12-31'], []],
  [
    '2019-04-25T09:30',
    '25 April 2019 at 09:30',
    '2019-04-25T09:30',
    ['2019-04-25T09:30'],
    [':20190425T093000'],
  ],
  [
    '2019-04-25T09:30Z',
    '25 April 2019 at 09:30 UTC',
    '2019-04-25T09:30Z',
    ['2019-04-25T09:30Z'],
    [':20190425T093000Z'],
  ],
  [
    '2019-04-25T09:30+09:00',
    '25 April 2019 at 09:30 UTC+9',
    '2019-04-25T09:30+09:00',
    ['2019-04-25T09:30+09:00'],
    [':20190425T003000Z'],
  ],
  [
    '2019-04-25T00:30:15+0930',
    '25 April 2019 at 00:30 UTC+9:30',
    '2019-04-25T00:30:15+09:30',
    ['2019-04-25T00:30:15+09:30'],
    [':20190424T150015Z'],
  ],
  [
    '2019-04-25T23:30-03',
    '25 April 2019 at 23:30 UTC−3',
    '2019-04-25T23:30-03:00',
    ['2019-04-25T23:30-03:00'],
    [':20190426T023000Z'],
  ],
  [
    '2019-04-25T09:30-00:00',
    '25 April 2019 at 09:30 UTC',
    '2019-04-25T09:30Z',
    ['2019-04-25T09:30Z'],
    [':20190425T093000Z'],
  ],
  // A calendar has days of doubt, as tentative, and no words for them; nor has HTML or ISO 8601.
  [
    '2019-04-25T09:30+09:00?',
    '25 April 2019 at 09:30 UTC+9 (uncertain)',
    null,
    [],
    [':20190425T003000Z'],
  ],
  ['2019-04-25~', 'about 25 April 2019', null, [], day('20190425', '20190426')],
  ['1850?', '1850 (uncertain)', null, [], []],
  ['1850%', 'about 1850 (uncertain)', null, [], []],
  // West of Greenwich the last hour of 9999 is in the year 10000 of UTC.
  [
    '9999-12-31T23:30-05:00',
    '31 December 9999 at 23:30 UTC−5',
    '9999-12-31T23:30-05:00',
    ['9999-12-31T23:30-05:00'],
    [],
  ],
  ['2018/2019', '2018 – 2019', null, ['2018', '2019'], []],
  [
    '2019-02-27/2019-02-28',
    '27–28 February 2019',
    null,
    ['2019-02-27', '2019-02-28'],
    day('20190227', '20190301'),
  ],
  ['-0043/0014', '44 BCE – 14', null, ['-000043', '0014'], []],
  ['0012/01XX', '12 – 100–199', null, ['0012'], []],
  ['2011~/2019', 'about 2011 – 2019', null, [undefined, '2019'], []],
  ['2019-02/..', 'from February 2019', null, ['2019-02'], []],
  ['../2019', 'until 2019', null, [undefined, '2019'], []],
  ['[2019-04-24..2019-04-26]', 'between 24 April 2019 and 26 April 2019', null, [], []],
  ['[..2019]', 'on or before 2019', null, [], []],
  ['Y300000-03-05/Y300000-03-06', '300000 – 300000', null, ['+300000-03-05', '+300000-03-06'], []],
];

describe('a date in every form', () => {
  it.each(table)('%s', (edtf, words, datetime, [startDate, endDate], [dtstart, dtend]) => {
    const archive = archiveOf(edtf);
    expect(formatDate(parseDate(edtf), 'en-GB')).toBe(words);
    const forms = formsOf(archive, 'it');
    expect(forms).toEqual({
      datetime,
      startDate,
      endDate,
      dtstart: dtstart && `DTSTART${dtstart}`,
      dtend: dtend && `DTEND${dtend}`,
    });
    // Temporal ends where Date does, and the grammar is what the table is checked by beyond it.
    if (!edtf.startsWith('Y300000')) expectValid(forms);
  });

  it('is valid, whatever the date', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const when = parseDate(date);
        if (namedDates(when).every(({ year }) => Math.abs(year) < 270_000))
          expectValid(formsOf(archiveOf(date), 'it'));
      }),
      runs(300),
    );
  });

  it('is the same moment in HTML, linked data and the calendar', () => {
    const offset = fc
      .tuple(fc.constantFrom('+', '-'), fc.nat(13), fc.constantFrom('', '00', ':30', ':45'))
      .map(([sign, hours, rest]) => `${sign}${String(hours).padStart(2, '0')}${rest}`);
    const moment = fc
      .date({ min: new Date('0001-01-03'), max: new Date('9999-12-28'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19));
    fc.assert(
      fc.property(moment, offset, (written, zone) => {
        const { datetime, startDate, dtstart } = formsOf(archiveOf(written + zone), 'it');
        expect(startDate).toBe(datetime);
        const digits = zone.replace(':', '').slice(1).padEnd(4, '0');
        const exact = Date.parse(`${written}${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`);
        expect(Temporal.Instant.from(datetime ?? '').epochMilliseconds).toBe(exact);
        const stamp = new Date(exact).toISOString().slice(0, 19).replace(/[-:]/g, '');
        expect(dtstart).toBe(`DTSTART:${stamp}Z`);
      }),
      runs(200),
    );
  });
});

describe('the dates of every archive of this repository are valid', () => {
  const root = join(import.meta.dirname, '..', '..');
  const examples = readdirSync(join(root, 'e2e/archives')).map((name) => `e2e/archives/${name}`);

  it.each([...examples, 'src/check/golden/_base', 'content'])('%s', (folder) => {
    const { archive, problems } = checkArchive(join(root, folder));
    if (!archive) throw new Error(JSON.stringify(problems));
    for (const { id } of archive.events) expectValid(formsOf(archive, id));
    expect(archive.events.length).toBeGreaterThan(0);
  });
});
