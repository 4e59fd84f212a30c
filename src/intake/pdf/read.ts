/**
 * The words of a PDF in the order in which they are read. Nothing that a page draws is lost silently: a word is in the
 * text, or in the list of what was set aside.
 */
import { Unreadable } from '../unreadable.ts';
import { columnsOf, type Row, rowsOf } from './columns.ts';
import type { PdfDocument, SetAside } from './document.ts';
import { type PageText, type PlacedLine, textOf } from './flow.ts';
import { type PageRows, takeFurniture } from './furniture.ts';
import { type Glyph, UNKNOWN, UNSEEN } from './glyph.ts';
import type { Drawing } from './glyphs.ts';
import { labelsOf } from './labels.ts';
import { type Direction, directionsOf } from './letters.ts';
import { type Line, lineOf, mostlyRightToLeft } from './line.ts';
import { drawingOfPage, openPdf } from './open.ts';
import type { Column } from './paragraphs.ts';

export { ofPdf } from './document.ts';

/** A PDF's text, and where each of its lines is on its page. */
export interface ReadPdf {
  document: PdfDocument;
  lines: PlacedLine[];
}

/** What programs write where nobody has given a title. */
const JUNK_TITLE =
  /^(?:microsoft word|untitled|document\d*$|slide \d)|\.(?:docx?|pptx?|indd|tex|dvi|pdf|qxd|p65)$/i;
/** More characters than this share that nothing names, and the text is not to be relied on. */
const MOST_UNKNOWN = 0.05;
/** Notes are set in smaller type than the text. */
const NOTE_SIZE = 0.93;
const NOTE_MARK = /^(?:\[?\p{Nd}{1,3}[\]).]?(?=\s|\p{Lu})|[*†‡§¶]+|[⁰¹²³⁴-⁹]+)/u;

/**
 * Reads a PDF.
 * @throws {Unreadable} if it cannot be opened, or holds no text that can be relied on
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { document, close } = await openPdf(bytes);
  try {
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    const attachments = Object.keys((await document.getAttachments()) ?? {});
    const drawings: Drawing[] = [];
    for (let page = 1; page <= document.numPages; page++)
      drawings.push(await drawingOfPage(document, page));
    refuseEmpty(drawings, info, attachments);
    const labels = await document.getPageLabels();
    const said = (key: string): string => (typeof info[key] === 'string' ? info[key].trim() : '');
    const { lines, ...read } = textOfDrawings(drawings, labels);
    return {
      lines,
      document: Object.assign(read, {
        title: JUNK_TITLE.test(said('Title')) ? '' : said('Title'),
        language: said('Language'),
        attachments,
      }),
    };
  } finally {
    await close();
  }
}

function refuseEmpty(
  drawings: readonly Drawing[],
  info: Record<string, unknown>,
  attachments: readonly string[],
): void {
  if (info['IsXFAPresent'] === true && info['IsAcroFormPresent'] !== true)
    throw new Unreadable('a form (XFA) whose words only Adobe’s programs show', [
      'print it to a new PDF from Adobe Reader, and take that in',
    ]);
  if (drawings.some(({ glyphs }) => glyphs.some(({ unseen }) => unseen === null))) return;
  if (attachments.length > 0)
    throw new Unreadable('a PDF that holds other files and no text', [
      `take the files out, and take in the one that is quoted: ${attachments.slice(0, 5).join(', ')}`,
    ]);
  throw new Unreadable(
    drawings.some(({ pictures }) => pictures)
      ? 'a PDF of pictures, without text: it was scanned, or its letters are drawn as shapes'
      : 'a PDF without text',
    [
      'have its words recognised first: ocrmypdf in.pdf out.pdf; and take in out.pdf',
      'where letters are drawn as shapes: ocrmypdf --force-ocr in.pdf out.pdf',
    ],
  );
}

function textOfDrawings(
  drawings: readonly Drawing[],
  named: readonly string[] | null,
): Omit<PdfDocument, 'title' | 'language' | 'attachments'> & { lines: PlacedLine[] } {
  const pages = drawings.map(readDrawing);
  refuseUnknown(pages.flatMap(({ directions }) => directions));
  const { aside, numbers } = takeFurniture(pages.map(({ rows }) => rows));
  const size = usualSize(pages.flatMap(({ rows }) => rows.rows));
  const { text, lines } = textOf(pages.map((page) => pageText(page, size)));
  if (text === '') throw new Unreadable('a PDF of nothing but running heads and page numbers', []);
  return {
    text,
    lines,
    pages: drawings.length,
    labels: labelsOf(numbers, named),
    aside: [
      ...drawings.flatMap(unseenOf),
      ...pages.flatMap(({ slanted }) => slanted),
      ...aside,
    ].sort((a, b) => a.page - b.page),
    withoutText: pagesWhere(
      drawings,
      ({ glyphs, pictures }) => pictures && glyphs.every(({ unseen }) => unseen !== null),
    ),
    withUnknown: pagesWhere(pages, ({ directions }) => unknownIn(directions) > 0),
  };
}

const pagesWhere = <T>(pages: readonly T[], is: (page: T) => boolean): number[] =>
  pages.flatMap((page, i) => (is(page) ? [i + 1] : []));

interface ReadPage {
  rows: PageRows;
  /** Directions at right angles to the first, which the rows have. */
  turned: Direction[];
  directions: Direction[];
  slanted: SetAside[];
}

function readDrawing({ glyphs, width, height }: Drawing, page: number): ReadPage {
  const directions = directionsOf(glyphs.filter(({ unseen }) => unseen === null));
  const [main, ...others] = directions;
  const rightToLeft = mostlyRightToLeft(
    (main?.runs ?? []).map(({ letters }) => letters.map(({ text }) => text).join('')).join(' '),
  );
  const turn = ((main?.turn ?? 0) * Math.PI) / 180;
  const bases = [0, height].flatMap((y) =>
    [0, width].map((x) => y * Math.cos(turn) - x * Math.sin(turn)),
  );
  const isTurned = ({ angle }: Direction): boolean => (angle - (main?.angle ?? 0)) % 90 === 0;
  return {
    directions,
    rows: {
      rows: rowsOf(main?.runs ?? []),
      top: bases.reduce((a, b) => Math.min(a, b), Infinity),
      bottom: bases.reduce((a, b) => Math.max(a, b), -Infinity),
      rightToLeft,
    },
    turned: others.filter(isTurned),
    slanted: others
      .filter((one) => !isTurned(one))
      .flatMap(wordsOf)
      .map((words) => ({ page, words, why: 'runs at an angle, as a watermark does' })),
  };
}

/** The words of a direction, row by row. */
const wordsOf = ({ runs }: Direction): string[] =>
  rowsOf(runs).map((row) => lineOf(row.runs, false).text);

const unknownIn = (directions: readonly Direction[]): number =>
  directions.reduce(
    (sum, { runs }) =>
      sum +
      runs.reduce(
        (all, { letters }) => all + letters.filter(({ text }) => text === UNKNOWN).length,
        0,
      ),
    0,
  );

function refuseUnknown(directions: readonly Direction[]): void {
  const letters = directions.reduce((sum, direction) => sum + direction.letters, 0);
  if (unknownIn(directions) > MOST_UNKNOWN * letters)
    throw new Unreadable('a PDF that does not say which letters its fonts draw', [
      'have its words recognised: ocrmypdf --force-ocr in.pdf out.pdf; and take in out.pdf',
    ]);
}

/** The size of most letters of a document. */
function usualSize(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { runs } of rows)
    for (const { size, letters } of runs) {
      const rounded = Math.round(size * 4) / 4;
      counts.set(rounded, (counts.get(rounded) ?? 0) + letters.length);
    }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function pageText({ rows: { rows, rightToLeft }, turned }: ReadPage, usual: number): PageText {
  const column = (part: readonly Row[]): Column => ({
    rightToLeft,
    lines: part.map(({ runs }) => lineOf(runs, rightToLeft)).filter(({ text }) => text !== ''),
  });
  const columns = columnsOf(rows, rightToLeft).map(column);
  const split = columns.map((one) => withoutNotes(one, usual));
  const isEmpty = ({ lines }: Column): boolean => lines.length === 0;
  return {
    columns: split.map(([text]) => text).filter((one) => !isEmpty(one)),
    apart: [
      ...split.map(([, notes]) => notes),
      ...turned.flatMap(({ runs }) => columnsOf(rowsOf(runs), rightToLeft).map(column)),
    ].filter((one) => !isEmpty(one)),
  };
}

/** A column, and the footnotes at its end: in smaller type, the first with its mark. */
function withoutNotes(
  { lines, rightToLeft }: Column,
  usual: number,
): [text: Column, notes: Column] {
  const isSmall = ({ size }: Line): boolean => size < NOTE_SIZE * usual;
  let first = lines.length;
  while (first > 0 && isSmall(lines[first - 1] as Line)) first--;
  const mark = lines.findIndex((line, i) => i >= first && NOTE_MARK.test(line.text));
  // What goes on from the page before has no mark, and a caption has none either: it stands before the notes.
  const at = mark < 0 ? lines.length : mark;
  return [
    { lines: lines.slice(0, at), rightToLeft },
    { lines: lines.slice(at), rightToLeft },
  ];
}

/** What is drawn and nobody sees, as words. */
function unseenOf({ glyphs }: Drawing, page: number): SetAside[] {
  const aside: SetAside[] = [];
  const seen = Map.groupBy(
    glyphs.filter(({ unseen }) => unseen === null),
    ({ text }) => text,
  );
  const isDrawnAgain = ({ text, x, y, size }: Glyph): boolean =>
    (seen.get(text) ?? []).some((one) => Math.hypot(one.x - x, one.y - y) < size / 4);
  for (const why of Object.keys(UNSEEN) as (keyof typeof UNSEEN)[]) {
    const hidden: Glyph[] = glyphs
      .filter((glyph) => glyph.unseen === why && !isDrawnAgain(glyph))
      .map((glyph) => Object.assign({}, glyph, { unseen: null }));
    for (const words of directionsOf(hidden).flatMap(wordsOf))
      aside.push({ page, words, why: UNSEEN[why] });
  }
  return aside;
}
