/** Documents for tests, made of their parts: Word, EPUB, mail, and pages saved as one file. */
import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const pack = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, bytesOf(text)]),
    ) as Zippable,
  );

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run of Word. @param properties as XML, as `<w:vanish/>` */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;

export const noteMark = (id: number, kind: 'footnote' | 'endnote' = 'footnote'): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

/** @param body the paragraphs of a Word document; the other parts by their names, as `footnotes` */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const kinds: Record<string, string> = {
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    header1: 'header',
    footer1: 'footer',
    comments: 'comments',
    styles: 'styles',
    numbering: 'numbering',
  };
  const own = Object.entries(parts).filter(([name]) => name in kinds);
  return pack({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own.map(([name], i) => `<Relationship Id="n${i}" Type="${RELATION}/${kinds[name]}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      own.map(([name, xml]) => {
        const element = name === 'header1' ? 'hdr' : name === 'footer1' ? 'ftr' : name;
        return [`word/${name}.xml`, `${XML}<w:${element} ${NAMESPACES}>${xml}</w:${element}>`];
      }),
    ),
    ...('core' in parts && {
      'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="c" xmlns:dc="d">${parts['core']}</cp:coreProperties>`,
    }),
  });
}

export const note = (id: number, text: string, kind: 'footnote' | 'endnote' = 'footnote'): string =>
  `<w:${kind} w:id="${id}">${paragraph(run(text))}</w:${kind}>`;

/** @param chapters XHTML by file name, in the order of the list of files; `spine` in that of reading */
export function epub(
  chapters: Readonly<Record<string, string>>,
  spine: readonly string[] = Object.keys(chapters),
  { about = '', more = {} }: { about?: string; more?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const names = Object.keys(chapters);
  const id = (name: string): string => `c${names.indexOf(name)}`;
  return pack({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${about}</metadata><manifest>${names.map((name) => `<item id="${id(name)}" href="${name}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${spine.map((name) => `<itemref idref="${id(name)}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, xhtml]) => [`OEBPS/${decodeURIComponent(name)}`, xhtml]),
    ),
    ...more,
  });
}

export const xhtml = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>${head}</head><body>${body}</body></html>`;

/** Words that stand for themselves in every format. */
export const plainWords: fc.Arbitrary<string> = fc
  .array(fc.stringMatching(/^[a-zà-öа-яא-ת一-十]{1,8}$/u), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
