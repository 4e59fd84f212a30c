/** Nothing of a table is lost in parts: as CSV, as a workbook, and with quotes. */
import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { yamlOf } from '../yaml.ts';
import { dateOf, html, losesNoWord } from './import-words.fixture.ts';
import { SHEET_COLUMNS } from './sheet.ts';

/** Writes a source into an archive. */
function addSource(folder: string, text: string): void {
  writeFileSync(join(folder, 'sources/log.txt'), text);
  const record = {
    title: 'Log',
    publisher: 'harbour',
    url: 'https://example.org/log',
    published: '1901-02-04',
    language: 'en',
    rights: 'Free.',
    display: 'full',
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  writeFileSync(join(folder, 'sources/log.yaml'), yamlOf(record));
  appendFileSync(
    join(folder, 'actors.yaml'),
    yamlOf({ harbour: { name: 'Harbour', names: ['Harbour'] } }),
  );
}

const xml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const cells = (row: readonly string[]): string =>
  row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

losesNoWord({
  'TimelineJS CSV': (given, w) =>
    [
      cells(
        'Year|Month|Day|Time|End Year|End Month|End Day|End Time|Display Date|Headline|Text|Media|Media Credit|Media Caption|Media Thumbnail|Alt Text|Type|Group|Background|Notes|Notes|Source||Text'.split(
          '|',
        ),
      ),
      ...given.map((shape, i) =>
        cells([
          shape.date === 'good' ? '1901' : dateOf(shape, w),
          ...['2', '3', ''],
          ...(shape.ends ? ['1902', '3', '', ''] : ['', w.next(), w.next(), w.next()]),
          w.next(),
          shape.titled ? html(shape, w) : '',
          html(shape, w),
          shape.ends ? w.address() : html(shape, w),
          html(shape, w),
          html(shape, w),
          w.address(),
          w.next(),
          ['', '', 'title', 'era'][i] ?? '',
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.address(),
          w.next(),
          w.next(),
          w.next(),
        ]),
      ),
    ].join('\n'),
  CSV: (given, w) =>
    [
      cells(
        'title|date|end|title|text|text|description|group|group|place|place|url|url|source|mood||year|month'.split(
          '|',
        ),
      ),
      ...given.map((shape) =>
        cells([
          shape.titled ? html(shape, w) : '',
          dateOf(shape, w),
          shape.ends ? '1902' : '',
          w.next(),
          html(shape, w),
          html(shape, w),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.address(),
          `${w.address()} ${w.address()}`,
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
        ]),
      ),
    ].join('\r\n'),
  'CSV with stray quotation marks': (given, w) =>
    [
      'title;date;text;mood',
      ...given.map(
        (shape) =>
          `${w.next()} "${w.next()}" ${w.next()};${dateOf(shape, w)};"${w.next()}" ${w.next()};"${w.next()}`,
      ),
      `${w.next()};1901;"${w.next()};${w.next()}";${w.next()}`,
    ].join('\n'),
  'CSV of parts': (given, w) =>
    [
      cells('Year|Month|Day|Time|End Year|End Month|Event|Notes|Details'.split('|')),
      ...given.map((shape) =>
        cells([
          shape.date === 'good' ? '1901' : dateOf(shape, w),
          ...(shape.date === 'good' ? ['2', '3', ''] : [w.next(), w.next(), w.next()]),
          shape.ends ? '1902' : '',
          shape.ends ? '2' : w.next(),
          w.next(),
          html(shape, w),
          w.next(),
        ]),
      ),
    ].join('\n'),
  'CSV with every heading': (given, w) =>
    [
      '\uFEFFsep=;',
      ...['', ';;'],
      'edtf;date;start;end;year;month;day;time;end year;end month;end day;end time;title;headline;text;notes;text;group;category;place;location;url;link;image;foo;;foo',
      ...given.map((shape) =>
        [
          w.next(),
          dateOf(shape, w),
          ...Array.from({ length: 26 + shape.markup }, () => w.next()),
        ].join(';'),
      ),
      ...given.map((shape) =>
        [...['', dateOf(shape, w), ''], ...Array.from({ length: 24 }, () => w.next())].join(';'),
      ),
    ].join('\r\n'),
  'a table with quotes': (given, w) => {
    const columns = [...SHEET_COLUMNS, 'text', 'details', 'quote', 'source', 'url', 'foo', ''];
    const said: string[] = [];
    const rows = given.flatMap((shape, i) =>
      [true, false].map((first) =>
        columns.map((column, at) => {
          const again = columns.indexOf(column) < at;
          if (column === 'id') return shape.titled ? `event-${i}` : first ? w.next() : '';
          if (column === 'edtf') return first ? dateOf(shape, w) : '';
          if (column === 'markdown') return shape.ends && first ? html(shape, w) : '';
          if (column === 'format') return shape.ends ? 'md' : '';
          if (again) return w.next();
          if (column === 'quote' && shape.markup % 2 === 0) return '';
          const found = shape.markup % 3 === 0;
          if (column === 'speaker') return found ? 'harbour' : w.next();
          if (column === 'mode') return found ? 'narration' : w.next();
          if (column === 'source' || column === 'via') return found ? '' : w.next();
          if (column === 'prefix' || column === 'suffix') return '';
          if (column === 'more' || column === 'quote more') return found ? '' : w.next();
          const word = w.next();
          if (column === 'quote' && found) said.push(word);
          return word;
        }),
      ),
    );
    return {
      file: [columns, ...rows].map(cells).join('\n'),
      prepare: (folder) => addSource(folder, `On 3 February 1901 ${said.join(' and ')} came.\n`),
    };
  },
  'an Excel workbook': (given, w) => {
    const heads = ['title', 'date', 'text', 'url', 'mood'];
    const at = (row: number, column: number): string => `${'ABCDE'[column]}${row}`;
    const text = (row: number, column: number, said: string): string =>
      `<c r="${at(row, column)}" t="inlineStr"><is><t>${xml(said)}</t></is></c>`;
    const links: string[] = [];
    const linked = (row: number, column: number, said: string): string => {
      links.push(at(row, column));
      return text(row, column, said);
    };
    const rows = [
      `<row r="1">${heads.map((head, i) => text(1, i, head)).join('')}</row>`,
      ...given.map((shape, i) => {
        const row = i + 2;
        return `<row r="${row}"${shape.ends ? ' hidden="1"' : ''}>${[
          linked(row, 0, shape.titled ? w.next() : ''),
          text(row, 1, dateOf(shape, w)),
          text(row, 2, html(shape, w)),
          linked(row, 3, w.next()),
          shape.ends
            ? `<c r="${at(row, 4)}"><f>HYPERLINK("${w.address()}")&amp;${w.next()}</f></c>`
            : linked(row, 4, w.next()),
        ].join('')}</row>`;
      }),
    ];
    const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (id: string, target: string, more = ''): string =>
      `<Relationship Id="${id}" Target="${target}"${more}/>`;
    const outside = (id: string): string => relation(id, w.address(), ' TargetMode="External"');
    const parts: Record<string, string> = {
      'docProps/core.xml': `<c:coreProperties xmlns:c="c" xmlns:dc="dc"><dc:title>${w.next()}</dc:title><dc:description>${w.next()}</dc:description></c:coreProperties>`,
      'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="${w.next()}" r:id="rId1"/><sheet name="${w.next()}" r:id="rId2"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheets/sheet2.xml')}</Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns:r="${OFFICE}"><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><hyperlinks>${links.map((ref, i) => `<hyperlink ref="${ref}" r:id="link${i}"/>`).join('')}<hyperlink ref="Z9" r:id="none"/><hyperlink ref="A1" location="${w.next()}!A1"/></hyperlinks><headerFooter><oddHeader>&amp;L${w.next()}</oddHeader></headerFooter></worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${links.map((_, i) => outside(`link${i}`)).join('')}${outside('none')}${relation('c', '../comments1.xml')}${relation('d', '../drawings/drawing1.xml')}</Relationships>`,
      'xl/comments1.xml': `<comments><commentList><comment ref="B2"><text><t>${w.next()}</t></text></comment></commentList></comments>`,
      'xl/drawings/drawing1.xml': `<d:wsDr xmlns:d="d" xmlns:a="a"><d:pic><d:cNvPr name="${w.next()}" descr="${w.next()}"/></d:pic><d:sp><d:cNvPr name="Box 1"/><a:p><a:t>${w.next()}</a:t></a:p></d:sp><d:graphicFrame><d:cNvPr name="${w.next()}"/></d:graphicFrame></d:wsDr>`,
      'xl/worksheets/sheet2.xml': `<worksheet xmlns:r="${OFFICE}"><sheetData><row r="1">${text(1, 0, w.next())}<c r="B1"><f>${w.next()}</f></c></row></sheetData><hyperlinks><hyperlink ref="A1" r:id="a"/></hyperlinks></worksheet>`,
      'xl/worksheets/_rels/sheet2.xml.rels': `<Relationships>${outside('a')}${relation('c', '../comments2.xml')}</Relationships>`,
      'xl/comments2.xml': `<comments><commentList><comment ref="A1"><text><t>${w.next()}</t></text></comment></commentList></comments>`,
    };
    return zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    );
  },
});
