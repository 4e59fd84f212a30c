/** An Excel workbook (ECMA-376): the cells of its first sheet, and what else it holds. */
import { strFromU8, unzipSync } from 'fflate';
import { Refusal } from '../refusal.ts';
import { attempt } from './fields.ts';
import type { Imported } from './imported.ts';
import { relationsOf, walk } from './xlsx-parts.ts';
import { readCells, type Sheet, sharedTexts, stylesOf } from './xlsx-sheet.ts';

/** Unpacked, a file of 50 MB may be anything. */
const MOST_BYTES = 400_000_000;

/**
 * The first sheet; what the other sheets and the rest of the workbook say is in `left`.
 * @throws {Refusal} where it is no workbook
 */
export function readWorkbook(bytes: Uint8Array): Sheet {
  let size = 0;
  const files = attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new Refusal('the workbook is larger than 400 MB');
        return true;
      },
    }),
  );
  if (files instanceof Refusal) throw files;
  const NONE = 'the file is a zip and no workbook of Excel; save the table as .xlsx';
  if (files instanceof Error) throw new Refusal(NONE, [files.message]);
  const part = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const workbook = 'xl/workbook.xml';
  if (part(workbook) === '') throw new Refusal(NONE);
  const sheets = sheetsOf(part(workbook), relationsOf(part, workbook));
  const [first] = sheets;
  if (!first) throw new Refusal('the workbook has no sheet');
  const texts = sharedTexts(part('xl/sharedStrings.xml'));
  const styles = stylesOf(
    part('xl/styles.xml'),
    /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(part(workbook)),
  );
  const sheetOf = ({ path }: { path: string }): Sheet =>
    readCells(part(path), texts, styles, relationsOf(part, path));
  const besides = (sheet: { name: string; path: string }): Imported['left'] =>
    besidesCells(part, sheet.path).map((one) => ({ ...one, where: `${sheet.name}, ${one.where}` }));
  const own = sheetOf(first);
  return {
    ...own,
    left: [
      ...own.left,
      ...besidesCells(part, first.path),
      ...sheets.slice(1).flatMap((sheet) => {
        const { rows, links, left } = sheetOf(sheet);
        const text = [...rows.flat(), ...links.map(({ href }) => href)].filter(Boolean).join(', ');
        const kind = 'another sheet of the workbook';
        return [{ kind, where: `sheet ${sheet.name}`, text }, ...left, ...besides(sheet)];
      }),
      ...ofTheWhole(part('docProps/core.xml'), first.name),
    ].filter(({ text, noted }) => text !== '' || noted),
  };
}

function sheetsOf(xml: string, relations: Map<string, string>): { name: string; path: string }[] {
  const sheets: { name: string; path: string }[] = [];
  walk(xml, {
    open: (name, attributes) => {
      const path = relations.get(attributes['r:id'] ?? '');
      if (name === 'sheet' && path !== undefined)
        sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return sheets;
}

/** Names that programs give a sheet, and that of an export. */
const UNNAMED =
  /^(?:events|(?:sheet|tabelle|feuil|hoja|foglio|planilha|blad|ark|лист|시트|ورقة) ?\d*)$/i;

/** What the workbook is called, and what it says of itself. */
function ofTheWhole(properties: string, sheet: string): Imported['left'] {
  const left: Imported['left'] = UNNAMED.test(sheet)
    ? []
    : [{ kind: 'name of the sheet', where: 'the whole', text: sheet }];
  let within = '';
  walk(properties, {
    open: (name) => {
      within = name;
    },
    text: (text) => {
      if (/^(?:title|subject|description|keywords|category)$/.test(within))
        left.push({ kind: `${within} of the workbook`, where: 'the whole', text: text.trim() });
    },
    close: () => {
      within = '';
    },
  });
  return left;
}

/** Comments on cells, and pictures, charts and text boxes over them. */
function besidesCells(part: (name: string) => string, sheet: string): Imported['left'] {
  const paths = [...relationsOf(part, sheet).values()];
  return [
    ...paths
      .filter((path) => /comments[^/]*\.xml$/i.test(path))
      .flatMap((path) => notesIn(part(path))),
    ...paths
      .filter((path) => /drawing[^/]*\.xml$/i.test(path))
      .flatMap((path) => drawnIn(part(path))),
  ];
}

function notesIn(xml: string): Imported['left'] {
  const left: Imported['left'] = [];
  let within = '';
  walk(xml, {
    open: (name, attributes) => {
      within = name;
      if (/^(?:comment|threadedComment)$/.test(name))
        left.push({ kind: 'note on a cell', where: `cell ${attributes['ref'] ?? ''}`, text: '' });
    },
    text: (piece) => {
      const last = left.at(-1);
      if (last && (within === 't' || within === 'text')) last.text += piece;
    },
    close: () => {
      within = '';
    },
  });
  return left;
}

const DRAWN: Record<string, string> = {
  pic: 'picture in the workbook',
  graphicFrame: 'chart in the workbook',
  sp: 'text box in the workbook',
};

/** A picture and a chart by their names and descriptions, a box by its text. */
function drawnIn(xml: string): Imported['left'] {
  const left: Imported['left'] = [];
  let open = '';
  walk(xml, {
    open: (name, { name: called = '', descr = '' }) => {
      if (DRAWN[name] !== undefined) {
        open = name;
        left.push({ kind: DRAWN[name], where: 'over the cells', text: '' });
      }
      const last = left.at(-1);
      if (name === 'cNvPr' && last && open !== '' && (open !== 'sp' || descr !== ''))
        last.text += `${[called, descr].filter(Boolean).join(', ')} `;
    },
    text: (piece) => {
      const last = left.at(-1);
      if (last && open === 'sp') last.text += piece;
    },
    close: (name) => {
      if (name === open) open = '';
      const last = left.at(-1);
      if (name === 'p' && last && open === 'sp') last.text += ' ';
    },
  });
  return left.map((one) => ({ ...one, text: one.text.trim() }));
}
