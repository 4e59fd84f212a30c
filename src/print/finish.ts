/** Completes a PDF of Chromium's and makes it reproducible. */
import { editObjects, pdfString } from './objects.ts';

export interface PdfFacts {
  title: string;
  author: string;
  /** YYYY-MM-DD; `null` for none. */
  date: string | null;
  /** The page's headings, in order. */
  headings: string[];
}

/**
 * Sets title, author and dates; replaces the texts of bookmarks by their headings, because Chromium drops the space
 * at a line end; and gives the same bytes for the same page.
 * @throws {Error} if there are not as many bookmarks as headings
 */
export function finishPdf(pdf: Uint8Array, { title, author, date, headings }: PdfFacts): Buffer {
  const stamp = date && `(D:${date.replaceAll('-', '')}000000Z)`;
  const steadyId = steadyIds(pdf);
  const bookmark = bookmarks(pdf, headings);
  return editObjects(pdf, (object) => {
    if (/^\d+ 0 obj\n<<\/Title .*\/Producer /s.test(object)) {
      const [producer = ''] = /\/Producer \([^)]*\)/.exec(object) ?? [];
      const fields = [
        `/Title ${pdfString(title)}`,
        `/Author ${pdfString(author)}`,
        producer,
        ...(stamp ? [`/CreationDate ${stamp}`, `/ModDate ${stamp}`] : []),
      ];
      return object.replace(/<<.*>>/s, () => `<<${fields.join('\n')}>>`);
    }
    const heading = bookmark.get(object.slice(0, object.indexOf(' ')));
    if (heading !== undefined)
      return object.replace(/\/Title .*?(?=\n\/Dest )/s, () => `/Title ${pdfString(heading)}`);
    if (/^\d+ 0 obj\n<<\/Type \/StructElem/.test(object))
      // A name that PDF learns only in its second version.
      return steadyId(object).replace(/(?<=\n\/S )\/Strong(?=\n)/, '/Span');
    return /\(node\d{8}\)/.test(object) && !/\bstream\b/.test(object) ? steadyId(object) : object;
  });
}

/** Headings by the object number of their bookmark; the numbers increase in the order of the page. */
function bookmarks(pdf: Uint8Array, headings: readonly string[]): Map<string, string> {
  const text = Buffer.from(pdf).toString('latin1');
  const numbers = [...text.matchAll(/(?<=\n)(\d+) 0 obj\n<<\/Title [^\n]*\n\/Dest /g)]
    .map(([, number]) => Number(number))
    .sort((a, b) => a - b);
  if (numbers.length !== headings.length)
    throw new Error(`the PDF has ${numbers.length} bookmarks for ${headings.length} headings`);
  return new Map(numbers.map((number, i) => [String(number), headings[i] ?? '']));
}

/**
 * Renumbers the ids of table cells, which Chromium takes from a counter that differs from run to run. They keep their
 * order, which the tree that lists them needs.
 */
function steadyIds(pdf: Uint8Array): (object: string) => string {
  const NAME = /(?<=\(node)\d{8}(?=\))/g;
  const names = [...new Set(Buffer.from(pdf).toString('latin1').match(NAME))].sort();
  const steady = new Map(names.map((name, i) => [name, String(i + 1).padStart(8, '0')]));
  return (object) => object.replace(NAME, (name) => steady.get(name) ?? name);
}
