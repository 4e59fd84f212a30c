/** The text of a document: its pages' paragraphs in one order, a form feed where a page begins. */

import type { Line } from './line.ts';
import { type Column, continues, paragraphsOf } from './paragraphs.ts';

/** What is read of a page. */
export interface PageText {
  /** Of the running text, in order. */
  columns: Column[];
  /** Footnotes, and text that runs in another direction: apart from the text, which may run on to the next page. */
  apart: Column[];
}

/** A line, and where it is in the text. */
export interface PlacedLine extends Line {
  /** From 0. */
  page: number;
  start: number;
}

interface Paragraph {
  lines: { line: Line; page: number }[];
}

/** Joins pages. */
export function textOf(pages: readonly PageText[]): { text: string; lines: PlacedLine[] } {
  const paragraphs: Paragraph[] = [];
  /** The last paragraph of the running text, which may go on; and the column that it ends. */
  let open = null as { paragraph: Paragraph; column: Column; page: number } | null;
  for (const [page, { columns, apart }] of pages.entries()) {
    const aside = apart.flatMap((column) =>
      paragraphsOf(column).map(
        (lines): Paragraph => ({ lines: lines.map((line) => ({ line, page })) }),
      ),
    );
    const running: Paragraph[] = [];
    for (const column of columns) {
      const [first, ...rest] = paragraphsOf(column).map((lines) =>
        lines.map((line) => ({ line, page })),
      );
      const before = open;
      if (first && before && continues(before.column, column, before.page === page))
        before.paragraph.lines.push(...first);
      else if (first) running.push({ lines: first });
      running.push(...rest.map((lines) => ({ lines })));
      const paragraph = running.at(-1) ?? before?.paragraph;
      if (paragraph) open = { paragraph, column, page };
    }
    const last = running.at(-1);
    // Notes stand before a paragraph that runs on to the next page, so that they do not part it.
    if (last && runsOn(open?.column, pages.slice(page + 1)))
      paragraphs.push(...running.slice(0, -1), ...aside, last);
    else {
      paragraphs.push(...running, ...aside);
      // One that fills the page and has notes behind it is parted there, or the notes would be on another page.
      if (aside.length > 0) open = null;
    }
  }
  return written(paragraphs);
}

/** Whether the next page that has text begins with the rest of a paragraph. */
function runsOn(column: Column | undefined, next: readonly PageText[]): boolean {
  const first = next.find(({ columns }) => columns.length > 0)?.columns[0];
  return column !== undefined && first !== undefined && continues(column, first, false);
}

function written(paragraphs: readonly Paragraph[]): { text: string; lines: PlacedLine[] } {
  const placed: PlacedLine[] = [];
  let text = '';
  let at = 0;
  for (const [i, { lines }] of paragraphs.entries())
    for (const [j, { line, page }] of lines.entries()) {
      text += i + j === 0 ? '' : j === 0 ? '\n\n' : '\n';
      text += '\f'.repeat(page - at);
      at = page;
      placed.push(Object.assign({}, line, { page, start: text.length }));
      text += line.text;
    }
  return { text: text === '' ? '' : `${text}\n`, lines: placed };
}
