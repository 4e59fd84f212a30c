/**
 * A Word document: mammoth makes a page of it, whose text is taken as of any page. What mammoth shows although a reader
 * does not see it is cut out before, and what it leaves out is told.
 */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { withListNumbers } from './docx-numbers.ts';
import { hiddenStylesOf, scan } from './docx-parts.ts';
import type { Extract, LeftOut } from './extract.ts';
import { readHtml } from './html.ts';
import { Unreadable } from './unreadable.ts';
import { type Packed, unpack } from './zip.ts';

const MAIN = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
/** Parts whose words are in the text, and parts whose words stand apart from it. */
const SHOWN = [MAIN, 'word/footnotes.xml', 'word/endnotes.xml'];
const APART: [RegExp, string][] = [
  [/^word\/header\d*\.xml$/, 'the header of its pages'],
  [/^word\/footer\d*\.xml$/, 'the footer of its pages'],
  [/^word\/comments\.xml$/, 'a comment'],
];

/** @throws {Unreadable} if it is broken, or protected */
export async function readDocx(bytes: Uint8Array): Promise<Extract> {
  const packed = unpack(bytes, (name) => /\.(?:xml|rels)$/.test(name));
  if (packed.text(MAIN) === null)
    throw new Unreadable(`it is a Word document without ${MAIN}`, [
      'open it in Word, save it again as .docx, and take that in',
    ]);
  const styles = packed.text('word/styles.xml') ?? '';
  const hidden = hiddenStylesOf(styles);
  const numbered = withListNumbers(packed.text(MAIN) ?? '', packed.text(NUMBERING) ?? '', styles);
  const shown = SHOWN.flatMap((name) => {
    const xml = name === MAIN ? numbered.xml : packed.text(name);
    return xml === null ? [] : [{ name, ...scan(xml, hidden) }];
  });
  const html = await pageOf(packed, new Map(shown.map(({ name, xml }) => [name, xml])));
  const page = readHtml(new TextEncoder().encode(html));
  const apart = packed.names.flatMap((name): LeftOut[] => {
    const why = APART.find(([pattern]) => pattern.test(name))?.[1];
    const xml = why === undefined ? null : packed.text(name);
    if (why === undefined || xml === null) return [];
    return scan(xml, hidden).paragraphs.map((pieces) => ({ words: pieces.join('').trim(), why }));
  });
  const said = squeezed([page.text, ...page.leftOut.map(({ words }) => words)].join('\n'));
  const isSaid = (words: string): boolean => said.includes(squeezed(words));
  const lost = shown
    .flatMap(({ paragraphs }) => paragraphs)
    .filter((pieces) => !isSaid(pieces.join('')))
    .flatMap((pieces) => pieces.filter((words) => !isSaid(words)))
    .map((words) => ({ words: words.trim(), why: 'in a form that is not read' }));
  const notes = /<li id="(?:foot|end)note-/.test(html);
  const core = packed.text('docProps/core.xml') ?? '';
  return {
    title: textIn(core, 'dc:title'),
    language: languageOf(packed, core),
    charset: null,
    text: page.text,
    sections: page.sections,
    leftOut: [
      ...page.leftOut,
      ...shown.flatMap(({ leftOut }) => leftOut),
      ...lost,
      ...unique(apart),
    ],
    remarks: [
      ...(notes ? ['its footnotes and endnotes stand below the text, as [1], [2] …'] : []),
      ...(numbered.unknown.length > 0
        ? [`numbers of its lists are not in the text where they are ${numbered.unknown.join(', ')}`]
        : []),
    ],
    ...(notes && { marks: 'footnotes' as const }),
  };
}

const NO_NUMBERS =
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

/** The document as a page. */
async function pageOf(packed: Packed, replaced: ReadonlyMap<string, string>): Promise<string> {
  const files = packed.names.flatMap((name): [string, Uint8Array][] => {
    // The numbers of lists are in the text already.
    const text = name === NUMBERING ? NO_NUMBERS : replaced.get(name);
    // mammoth does not know the struck out twice.
    const bytes =
      text === undefined
        ? packed.bytes(name)
        : new TextEncoder().encode(text.replaceAll('<w:dstrike', '<w:strike'));
    return bytes ? [[name, bytes]] : [];
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })) },
    {
      styleMap: ['all-caps => span.caps'],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // What a picture shows is not text; what is said in its place is.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  return `<!doctype html><meta charset="utf-8"><style>.caps { text-transform: uppercase }</style>${withNumbers(value)}`;
}

/** mammoth numbers notes by their place in a list at the end, with a way back that is no word of the document. */
function withNumbers(html: string): string {
  let number = 0;
  return (
    html
      // A cell of one paragraph stands in the line of its row.
      .replace(/<(t[dh])([^>]*)><p>((?:(?!<\/?(?:p|t[dh])\b)[\s\S])*)<\/p><\/\1>/g, '<$1$2>$3</$1>')
      .replace(/<ol>(?=<li id="(?:foot|end)note-)/, '<section role="doc-endnotes"><ol>')
      .replace(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
      .replace(/<li id="(?:foot|end)note-[^"]*">(?:<p>)?/g, (opening) => {
        number += 1;
        return opening.endsWith('<p>') ? `${opening}[${number}] ` : `${opening}<p>[${number}]</p>`;
      })
  );
}

/** A text by its letters and digits, without marks of notes, which the document does not have. */
const squeezed = (text: string): string =>
  (
    text
      .replace(/\[\d+\]/g, '')
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .join('')
    .toLowerCase();

/** A header is often in several parts. */
const unique = (list: readonly LeftOut[]): LeftOut[] => [
  ...new Map(list.map((one) => [one.why + one.words, one])).values(),
];

/** The text of the first element of a name, in XML without attributes that matter. */
export function textIn(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml) ?? [];
  return text
    .replace(
      /&(?:lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi,
      (entity) => ENTITIES[entity] ?? decoded(entity),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function decoded(entity: string): string {
  const [, hex, digits = ''] = /^&#(x?)([\da-f]+);$/i.exec(entity) ?? [];
  const code = Number.parseInt(digits, hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The language of most of its words is that of its styles. */
function languageOf(packed: Packed, core: string): string {
  const inStyles = /<w:lang\b[^>]*\bw:val="([A-Za-z-]+)"/.exec(
    packed.text('word/styles.xml') ?? '',
  );
  return textIn(core, 'dc:language') || (inStyles?.[1] ?? '');
}
