/** No value hangs an import, none of it escapes as a library's error, and one bad cell costs one event. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beginArchive } from '../begin.ts';
import { answer } from '../refusal.ts';
import { importFile } from './import.ts';
import { workbookOf } from './workbook.ts';

const work = fs.mkdtempSync(join(tmpdir(), 'import-hold-'));
afterAll(() => fs.rmSync(work, { recursive: true }));
const now = new Date('2026-11-24T00:00:00Z');

let made = 0;
/** What importing a text says; any error but a refusal fails the test. */
async function saidOf(text: string | Uint8Array): Promise<string> {
  const folder = join(work, `${++made}`);
  beginArchive(folder, now, work);
  const path = join(work, 'input');
  fs.writeFileSync(path, text);
  const { text: said } = await answer(() => importFile(folder, path, {}, { cwd: work, now }));
  fs.rmSync(folder, { recursive: true });
  return said;
}
const taken = (said: string): number => Number(/(\d+) events? taken over/.exec(said)?.[1] ?? -1);

const csvOf = (text: string): string => `title,date,text\nA,1900,"${text.replaceAll('"', '""')}"\n`;
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'SUMMARY:One', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', ...parts, 'END:VCALENDAR'].join('\r\n');
const good = event('DTSTART;VALUE=DATE:20010101');

describe('importFile() of what once took minutes', () => {
  it.each([
    ['tags that never end', csvOf('<p '.repeat(100_000))],
    ['tags that are never closed', csvOf('<b><i>'.repeat(20_000))],
    ['quotes that are never closed', csvOf('<a b="'.repeat(40_000))],
    ['characters that are none', csvOf('&#x'.repeat(80_000))],
    ['comments', csvOf('<!--'.repeat(60_000))],
    ['tables in tables', csvOf('<table><tr><td>'.repeat(10_000))],
    ['brackets', `1900: A\n${'['.repeat(100_000)}`],
    ['links that never end', `1900: A\n${'[a]('.repeat(30_000)}`],
    ['spaces', `1900: A\n${' '.repeat(100_000)}x`],
    ['spaces before a colon', `1900 ${' '.repeat(100_000)}: A\n1900: B`],
    ['tags of markwhen', `1900: A ${'#a '.repeat(40_000)}`],
    ['a date of many hyphens', `title,date\nA,1900\nB,${'1-'.repeat(99)}`],
    ['a date of 100 kB', `title,date\nA,1900\nB,${'c. '.repeat(40_000)}1900`],
    ['stray quotation marks', `title,date\nA,1900\n${'",x'.repeat(900)}`],
    ['doubled quotation marks', `title,date\nA,1900\n${'"""a\n'.repeat(900)}`],
    [
      'folded lines',
      calendar(good, event('DTSTART:20010102', `DESCRIPTION:${'\r\n x'.repeat(50_000)}`)),
    ],
    ['characters that nobody sees', csvOf(`a${'\u00AD'.repeat(50_000)}b\u200D\u200D`)],
    ['cells', csvOf(`<table><tr>${'<td>a'.repeat(20_000)}`)],
    ['parameters', calendar(good, event('DTSTART:20010102', `ATTENDEE${';A=b'.repeat(20_000)}:x`))],
    ['a duration', calendar(good, event('DTSTART:20010101T000000Z', 'DURATION:P99999999W'))],
    ['components in components', calendar(good, 'BEGIN:X\r\n'.repeat(15))],
    [
      'a zone whose rule comes each second',
      calendar(
        'BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE',
        event('DTSTART;TZID=X:20980101T101010'),
      ),
    ],
    [
      'a zone whose rule never comes',
      calendar(
        'BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:20010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\nEND:VTIMEZONE',
        event('DTSTART;TZID=X:20980101T101010'),
      ),
    ],
    [
      'events of SIMILE that never end',
      `<data>${'<event '.repeat(20_000)}</data><event start="1900" title="A"/>`,
    ],
  ])('ends: %s', async (_, text) => {
    expect(await saidOf(text)).toMatch(/taken over|not XML|is no/);
  });
});

describe('importFile() of a file with one bad cell', () => {
  it.each([
    ['a bad start', calendar(good, event('DTSTART:garbage'))],
    ['a bad end', calendar(good, event('DTSTART:20010101', 'DTEND:garbage'))],
    ['an empty start', calendar(good, event('DTSTART:'))],
    ['a bad duration', calendar(good, event('DTSTART:20010101', 'DURATION:P'))],
    ['a bad time', calendar(good, event('DTSTART:20010101T250000'))],
    ['bytes of a picture', calendar(good, event('ATTACH;ENCODING=BASE64;VALUE=BINARY:!!'))],
    [
      'an event that is not ended',
      `BEGIN:VCALENDAR\n${good}\nBEGIN:VEVENT\nSUMMARY:X\nBEGIN:VEVENT\nDTSTART:x`,
    ],
    [
      'XML that is none',
      '<data><event start="1900" title="A"/><event start="1901" title="B"><i></event></data>',
    ],
    ['a quotation mark', 'title,date\nA,1900\n"B,never'],
    [
      'JSON of another kind',
      JSON.stringify({
        events: [
          { start_date: { year: 1900 }, text: { headline: 'A' } },
          7,
          null,
          [],
          { start_date: { year: [] } },
        ],
      }),
    ],
    ['a date of markwhen', '1900: A\nJuly 4: B'],
    ['a text that no page can show', `title,date,text\nA,1900,\nB,1901,${'word '.repeat(250_000)}`],
  ])('takes over the others: %s', async (_, text) => {
    expect(taken(await saidOf(text))).toBe(1);
  });

  it.each([
    [
      'values that are not used',
      event(
        'DTSTART:20010101',
        'CREATED:x',
        'EXDATE:x',
        'LAST-MODIFIED:',
        'DTSTAMP:yesterday',
        'RRULE:FREQ=FOO;X',
        'SEQUENCE:abc',
        'GEO:x',
      ),
    ],
    ['a zone that nobody defines', event('DTSTART;TZID=Nowhere/Land:20010101T101010')],
    ['a line without a colon', event('DTSTART:20010101', 'NONSENSE')],
  ])('takes the event over in spite of %s, and says so', async (_, given) => {
    const said = await saidOf(calendar(given));
    expect(taken(said)).toBe(1);
    expect(said).toMatch(/left out|look at/);
  });
});

describe('importFile() of more than a site can show', () => {
  it('refuses it', async () => {
    const said = await saidOf(`title,date\n${'A,1900\n'.repeat(50_001)}`);
    expect(said).toContain('more than 50000 events');
  });
});

describe('importFile() of an encoding', () => {
  const utf16 = (text: string, big = false): Uint8Array => {
    const units = Uint16Array.from([0xfeff, ...[...text].map((sign) => sign.charCodeAt(0))]);
    const bytes = new Uint8Array(units.buffer);
    if (big) for (let i = 0; i < bytes.length; i += 2) bytes.subarray(i, i + 2).reverse();
    return bytes;
  };
  it('reads UTF-16 of either order by its mark', async () => {
    expect(taken(await saidOf(utf16('title\tdate\r\nÉté\t1900')))).toBe(1);
    expect(taken(await saidOf(utf16('title\tdate\r\nÉté\t1900', true)))).toBe(1);
  });
  const latin = Buffer.from('title,date\nCaf\xe9 \x93x\x94,1900', 'latin1');
  it('reads what --encoding names', async () => {
    const read = async (bytes: Uint8Array, encoding: string): Promise<string> => {
      const folder = join(work, `${++made}`);
      const path = join(work, 'input');
      fs.writeFileSync(path, bytes);
      const { text, right } = await answer(() =>
        importFile('', path, { archive: folder, encoding }, { cwd: work, now }),
      );
      if (!right) return text;
      const [file = ''] = fs.readdirSync(join(folder, 'events'));
      return `${text}\n${fs.readFileSync(join(folder, 'events', file), 'utf8')}`;
    };
    expect(await read(latin, 'Windows-1252')).toContain('title: "Café “x”"');
    expect(await read(latin, 'latin1')).toContain('title: "Café “x”"');
    const moscow = Buffer.from('title,date\n\xcc\xee\xf1\xea\xe2\xe0,1900', 'latin1');
    expect(await read(moscow, 'windows-1251')).toContain('title: "Москва"');
    const tokyo = Buffer.from('title,date\n\x93\x8c\x8b\x9e,1900', 'latin1');
    expect(await read(tokyo, 'shift_jis')).toContain('title: "東京"');
    expect(await read(utf16('title,date\nA,1900').subarray(2), 'utf-16le')).toContain('title: "A"');
    // A mark is certain.
    expect(await read(utf16('title\tdate\nA\t1900'), 'windows-1252')).toContain('title: "A"');
    expect(await read(latin, 'gbk')).toContain('line 2, column 4: byte 0xE9 is not gbk');
    expect(await read(latin, 'latin-9000')).toContain('no known encoding');
    expect(await read(Buffer.from('title,date\nCafé,1900'), 'windows-1252')).toContain(
      'look at: read as windows-1252, as --encoding says, though its bytes are UTF-8',
    );
    expect(
      await read(
        workbookOf(
          [
            ['title', 'date'],
            ['A', '1900'],
          ],
          [],
        ),
        'utf-8',
      ),
    ).toContain('a workbook, which says its encoding itself');
  });
  it('says of any other where it stops, and the command that reads it', async () => {
    const said = await saidOf(latin);
    expect(said).toContain('line 2, column 4: byte 0xE9 is not UTF-8');
    expect(said).toContain('reads: Café “x”,1900');
    expect(said).toContain(`npm run import -- ${join(work, 'input')} --encoding windows-1252`);
    const wide = await saidOf(utf16('title,date\nA,1900').subarray(2));
    expect(wide).toContain('UTF-16 without the mark');
    expect(wide).toContain('--encoding utf-16le');
    expect(await saidOf('<?xml version="1.0" encoding="x-none"?><data/>')).toContain(
      'no known encoding',
    );
  });
});
