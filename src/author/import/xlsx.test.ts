import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import { Refusal } from '../refusal.ts';
import { dateText } from './excel-date.ts';
import { workbookOf } from './workbook.ts';
import { readWorkbook } from './xlsx.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A workbook as Excel writes it: shared texts, styles, a link, a note on a cell, a second sheet. */
function workbook(cells: string, more: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="One" r:id="rId1"/><sheet name="Two" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${PACKAGE}><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>title</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b &amp; c</t></si></sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN} xmlns:r="${OFFICE}"><sheetData>${cells}</sheetData><hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships ${PACKAGE}><Relationship Id="rId1" Target="https://example.org/a" TargetMode="External"/><Relationship Id="rId2" Target="../comments1.xml"/></Relationships>`,
    'xl/comments1.xml': `<comments ${MAIN}><commentList><comment ref="B2"><text><r><t>Look </t></r><r><t>here</t></r></text></comment></commentList></comments>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>more</t></is></c></row></sheetData></worksheet>`,
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

describe('readWorkbook(bytes)', () => {
  it('reads texts, numbers, dates no finer than shown, links, and says what else there is', () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="str"><v>formula</v></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>25385</v></c><c r="C2" s="2"><v>25404</v></c><c r="D2"><v>1914</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="s"><v>2</v></c><c r="G2" t="e"><v>#REF!</v></c></row>' +
        '<row r="4"><c t="inlineStr"><is><t>last</t></is></c></row>',
    );
    expect(readWorkbook(bytes)).toEqual({
      rows: [
        ['title', '', 'formula'],
        ['rich text', '1969-07', '1969-07-20', '1914', 'TRUE', 'a\rb & c', '#REF!'],
        [],
        ['last'],
      ],
      links: [{ row: 1, column: 0, href: 'https://example.org/a' }],
      merged: [],
      left: [
        { kind: 'note on a cell', where: 'cell B2', text: 'Look here' },
        { kind: 'another sheet of the workbook', where: 'sheet Two', text: 'more' },
        { kind: 'name of the sheet', where: 'the whole', text: 'One' },
      ],
    });
  });

  it.each([
    ['a zip of something else', zipSync({ 'a.xml': strToU8('<a/>') })],
    ['what only begins like a zip', strToU8('PK\u0003\u0004nonsense')],
    ['a workbook without sheets', workbook('', { 'xl/workbook.xml': '<workbook/>' })],
  ])('refuses %s', (_, bytes) => {
    expect(() => readWorkbook(bytes)).toThrow(Refusal);
  });

  it('reads what workbookOf wrote', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((one) => one.toWellFormed().replace(/[\uFFFE\uFFFF]/g, ''));
    const cell = fc.oneof(
      text,
      fc.constantFrom('constructor', '__proto__', '_x0041_', ' a ', 'a\r\n\tb', '=1+1', '<b>&amp;'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 5 }), (table) => {
        const { rows } = readWorkbook(workbookOf(table, []));
        table.forEach((cells, i) => {
          expect(cells.map((_, j) => rows[i]?.[j] ?? '')).toEqual(cells);
        });
      }),
      runs(100),
    );
  });
});

describe('dateText(days, format)', () => {
  it.each([
    ['General', null],
    ['0.00', null],
    ['"day" 0', null],
    ['m/d/yyyy', '1969-07-20'],
    ['[$-409]mmmm d, yyyy;@', '1969-07-20'],
    ['mmm-yy', '1969-07'],
    ['yyyy', '1969'],
    // The year that Excel adds is not what was typed.
    ['d-mmm', '20 July'],
    ['mmmm', 'July'],
    ['h:mm', '12:00'],
    ['yyyy-mm-dd hh:mm', '1969-07-20 12:00'],
  ])('as %s shows it: %s', (format, text) => {
    expect(dateText(25404.5, format)).toBe(text);
  });

  it('knows Excel’s 29 February 1900, and the other calendar', () => {
    expect(dateText(59, 'd/m/yyyy')).toBe('1900-02-28');
    expect(dateText(60, 'd/m/yyyy')).toBe(null);
    expect(dateText(61, 'd/m/yyyy')).toBe('1900-03-01');
    expect(dateText(0, 'd/m/yyyy', true)).toBe('1904-01-01');
    expect(dateText(-1, 'd/m/yyyy')).toBe(null);
  });
});
