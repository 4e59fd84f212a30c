/** The first sheet of a workbook as a table: with the links on its cells, and the text of merged ones in each row. */

import { type Role, roleOf } from './columns.ts';
import type { DayOrder } from './conventions.ts';
import type { Imported } from './imported.ts';
import { headerIn, isSheet } from './sheet.ts';
import { readRows } from './table.ts';
import { readWorkbook } from './xlsx.ts';
import { withMerged } from './xlsx-sheet.ts';

/** Columns whose cells are HTML, so that a link can stand in them. */
const TEXTS = new Set<Role | undefined>(['title', 'text', 'group', 'place']);
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);

/** @throws {Refusal} where it is no workbook, or its header names no title or no date */
export function readXlsx(bytes: Uint8Array, order: DayOrder | undefined): Imported {
  const sheet = readWorkbook(bytes);
  const { rows, links, left } = sheet;
  const header = headerIn(rows);
  const headings = rows[header] ?? [];
  // Merged cells are not repeated in a table with quotes: a quote is a cell's own words, and a row without a title
  // continues the event above it.
  const quotes = isSheet(headings);
  if (!quotes) for (const loss of withMerged(sheet)) left.push(loss);
  for (const { row, column, href } of links) {
    const cells = rows[row] ?? [];
    const text = cells[column] ?? '';
    const role = row === header || quotes ? null : roleOf(headings[column] ?? '');
    if (role !== null && TEXTS.has(role))
      cells[column] = `<a href="${escaped(href)}">${escaped(text)}</a>`;
    else if (role === 'link' && !/^https?:/i.test(text)) {
      cells[column] = href;
      left.push({ kind: 'words of a link', where: `row ${row + 1}`, text });
    } else left.push({ kind: 'link on a cell', where: `row ${row + 1}`, text: `${text} ${href}` });
  }
  const table = readRows(rows, order);
  return { ...table, format: table.format.replace('CSV', 'XLSX'), left: [...left, ...table.left] };
}
