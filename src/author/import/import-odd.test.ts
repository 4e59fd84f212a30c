/** Files as people have them: of other countries, of old programs, saved or pasted in odd ways. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newArchive, now, work } from '../archive.fixture.ts';
import { answer } from '../refusal.ts';
import { importFile } from './import.ts';

/** What an import says, and of each event its title, date and text. */
async function imported(file: string | Uint8Array): Promise<{ said: string; events: string[] }> {
  const folder = newArchive();
  const path = join(work, 'odd');
  writeFileSync(path, file);
  const { text: said } = await answer(() => importFile(folder, path, {}, { cwd: work, now }));
  const events = readdirSync(join(folder, 'events'))
    .map((name) => readFileSync(join(folder, 'events', name), 'utf8'))
    .filter((page) => /^unsourced: true$/m.test(page))
    .map((page) => {
      const [title, date] = ['title', 'date'].map(
        (key) => JSON.parse(new RegExp(`^${key}: (.*)$`, 'm').exec(page)?.[1] ?? '""') as string,
      );
      return [title, date, page.split('---\n')[2]?.trim().replaceAll('\n', '⏎')].join(' | ');
    })
    .sort();
  return { said, events };
}

describe('importFile() of a table', () => {
  it.each<[string, string, string[]]>([
    [
      'line ends of several kinds',
      '\uFEFFTitle,Date,Text\r\nA,1900,"one\ntwo"\nB,1901,"x"\rC,1902,y\r\n',
      ['A | 1900 | one⏎⏎two', 'B | 1901 | x', 'C | 1902 | y'],
    ],
    [
      'Russian headings',
      'Название;Дата;Описание\nПобеда;9 мая 1945 г.;Конец\n',
      ['Победа | 1945-05-09 | Конец'],
    ],
    [
      'Korean headings',
      '제목,날짜,설명\n광복,1945년 8월 15일,해방\n',
      ['광복 | 1945-08-15 | 해방'],
    ],
    ['Arabic headings', 'العنوان,التاريخ,الوصف\nأ,١٥ مايو ١٩٤٨,نص\n', ['أ | 1948-05-15 | نص']],
    [
      'French headings',
      'Titre;Date de début;Date de fin\nA;1789-07-14;1789-07-15\n',
      ['A | 1789-07-14/1789-07-15 | '],
    ],
    ['Chinese headings', '标题,日期,描述\n北京,2008-08-08,开幕\n', ['北京 | 2008-08-08 | 开幕']],
    ['lines above the header', 'My timeline,,\n,,\nTitle,Date,Text\nA,1900,x\n', ['A | 1900 | x']],
    [
      'a line without cells above the header',
      'My timeline\n\nTitle;Date\nA;1900\n',
      ['A | 1900 | '],
    ],
    ['cells parted by bars', 'Title|Date|Text\nA|1900|x\n', ['A | 1900 | x']],
    [
      'headings of two words',
      'Event Name,Start Date\nA,12/25/1776\nB,07/04/1776\n',
      ['A | 1776-12-25 | ', 'B | 1776-07-04 | '],
    ],
    ['a character that nobody sees', 'title,date\nA\0B,1900\n', ['AB | 1900 | ']],
  ])('reads %s', async (_, text, events) => {
    expect((await imported(text)).events).toEqual(events);
  });

  it.each([
    ['title,date\n', 'no row below its header'],
    ['', 'the file is empty'],
    ['{\\rtf1\\ansi 1900: A}', 'the file is RTF'],
    ['<html><table><tr><td>title</td></tr></table></html>', 'the file is an HTML page'],
    ['title,date,text\nA,1900,"{\\rtf1 pasted}"\n', 'a text in RTF, taken over as it stands'],
    ['My timeline,\ntitle,date\nA,1900\n', 'cells above the header (1): row 1: My timeline'],
    ['titre,date\nA,14 juillet 1789\n', 'by name in Arabic, English, Korean, and Russian'],
    ['title,date,quote\nA,1900,x\n', '"x" is in no source'],
  ])('says of %j: %s', async (text, says) => {
    expect((await imported(text)).said).toContain(says);
  });

  it('refuses a workbook of an old form as what it is', async () => {
    const { said } = await imported(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0));
    expect(said).toContain('a workbook of a form before 2007');
  });
});

describe('importFile() of a script', () => {
  it('reads JSON behind a comment and a name', async () => {
    const json = '{"timeline":{"date":[{"startDate":"2011,12,10","headline":"A"}]}}';
    expect((await imported(`/* a * b */\n// c\nvar storyjs = ${json};\n`)).events).toEqual([
      'A | 2011-12-10 | ',
    ]);
  });
});

describe('importFile() of a calendar', () => {
  const calendar = (...lines: string[]): string =>
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:A', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
      '\r\n',
    );

  it.each([
    ['America/New_York', '20200308T023000', '2020-03-08T02:30-05:00', 'a time that is left out'],
    ['America/New_York', '20201101T013000', '2020-11-01T01:30-04:00', 'a time that comes twice'],
    ['Europe/Berlin', '20201025T023000', '2020-10-25T02:30+02:00', 'a time that comes twice'],
    ['Europe/Berlin', '20200329T023000', '2020-03-29T02:30+01:00', 'a time that is left out'],
    ['Asia/Kolkata', '20200101T000100', '2020-01-01T00:01+05:30', 'half an hour'],
    ['Australia/Lord_Howe', '20200101T120000', '2020-01-01T12:00+11:00', 'an island'],
  ])('in %s, %s is %s: %s', async (zone, time, date) => {
    const { events } = await imported(calendar(`DTSTART;TZID=${zone}:${time}`));
    expect(events).toEqual([`A | ${date} | `]);
  });

  it('reads the bytes of vCalendar 1.0, over the ends of lines', async () => {
    const text = calendar(
      'DTSTART:20200101T100000Z',
      'DESCRIPTION;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 in M=C3=A4rz=',
      ' and more=0D=0Aline two=',
      'A:b',
      'LOCATION;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Stra=DFe',
    );
    const { said, events } = await imported(text);
    expect(events).toEqual(['A | 2020-01-01T10:00Z | Café in März and more⏎⏎line twoA\\:b']);
    expect(said).toContain('0 details left out');
  });
});

describe('importFile() of markwhen', () => {
  it('reads lengths of what has hyphens itself, and groups in groups', async () => {
    const text =
      'group Outer\ngroup Inner\n2020-01-01T10:00Z / 3 days: Span\nText\nendGroup\n1919-05-01 - 2 weeks: Two\nendGroup\n';
    expect((await imported(text)).events).toEqual([
      'Span | 2020-01-01T10:00Z/2020-01-04T10:00Z | Text',
      'Two | 1919-05-01/1919-05-14 | ',
    ]);
  });
});

describe('importFile() of a workbook', () => {
  /** A workbook of one sheet. */
  const workbook = (rows: string, after = '', date1904 = false): Uint8Array => {
    const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = {
      'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="Sheet1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
    };
    return zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    );
  };
  const text = (at: string, said: string): string =>
    `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;
  const head = `<row r="1">${text('A1', 'Title')}${text('B1', 'Date')}${text('C1', 'Text')}</row>`;

  it('gives each row of a merged cell its text', async () => {
    const { said, events } = await imported(
      workbook(
        `${head}<row r="2">${text('A2', 'One')}${text('B2', '1900')}</row><row r="3">${text('A3', 'Two')}</row>`,
        '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
      ),
    );
    expect(events).toEqual(['One | 1900 | ', 'Two | 1900 | ']);
    expect(said).toContain(
      'look at: a merged cell, read as that of each of its rows (1): rows 2 to 3: 1900',
    );
  });

  it('lets rows without a title go on with the event above, where the table has quotes', async () => {
    const rows = `<row r="1">${text('A1', 'title')}${text('B1', 'date')}${text('C1', 'quote')}</row><row r="2">${text('A2', 'One')}${text('B2', '1900')}${text('C2', 'x')}</row><row r="3">${text('C3', 'y')}</row>`;
    const { events } = await imported(
      workbook(rows, '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'),
    );
    expect(events).toHaveLength(1);
  });

  it('says which formula has no value, and takes the address of one that is a link', async () => {
    const { said, events } = await imported(
      workbook(
        `${head}<row r="2"><c r="A2" t="str"><f>HYPERLINK("https://example.org/a","One")</f><v>One</v></c><c r="B2"><f>YEAR(Z1)</f><v>1900</v></c><c r="C2"><f>A1&amp;B1</f></c></row>`,
      ),
    );
    expect(events).toEqual(['One | 1900 | [One](ref:example-org-one)']);
    expect(said).toContain('a formula without its value');
    expect(said).toContain('cell C2: =A1&B1');
  });

  it('reads numbers of days in either calendar, no finer than they are shown', async () => {
    const row = `${head}<row r="2">${text('A2', 'A')}<c r="B2" s="1"><v>366</v></c></row><row r="3">${text('A3', 'B')}<c r="B3" s="2"><v>366</v></c></row>`;
    expect((await imported(workbook(row))).events).toEqual(['A | 1900-12-31 | ', 'B | 1900-12 | ']);
    expect((await imported(workbook(row, '', true))).events).toEqual([
      'A | 1905-01-01 | ',
      'B | 1905-01 | ',
    ]);
  });

  it('reads the text of a link on a cell as it stands', async () => {
    const rows = `${head}<row r="2">${text('A2', 'a &lt; b')}${text('B2', '1900')}</row>`;
    const links = '<hyperlinks><hyperlink ref="A2" location="Sheet2!A1"/></hyperlinks>';
    const { said, events } = await imported(workbook(rows, links));
    expect(events).toEqual(['a < b | 1900 | ']);
    expect(said).toContain('link within the workbook (1): cell A2: Sheet2!A1');
  });
});
