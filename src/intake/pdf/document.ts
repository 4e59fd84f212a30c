/** What is read of a PDF, and what of that concerns those who take it in. */
import type { Extract } from '../extract.ts';

/**
 * To be increased whenever the same PDF may give another text than before, also by a newer PDF.js (the golden texts
 * show it). So a text of an earlier version is not taken for one that somebody has edited.
 */
export const EXTRACTION = 1;

/** Words of a page that are set aside. */
export interface SetAside {
  /** From 0. */
  page: number;
  words: string;
  why: string;
}

export interface PdfDocument {
  /** As the file says, or empty. */
  title: string;
  language: string;
  /** Paragraphs, an empty line between them; a form feed before what stands on the next page. */
  text: string;
  pages: number;
  /** What each page is called, empty for none; `null` if each is called by its place. */
  labels: string[] | null;
  aside: SetAside[];
  /** Pages, from 1, that hold pictures or shapes and no text. */
  withoutText: number[];
  /** Pages, from 1, with characters that only their font knows, written as U+FFFD. */
  withUnknown: number[];
  /** Files in the file. */
  attachments: string[];
}

/** As readers of every format return it. */
export const ofPdf = ({ document }: { document: PdfDocument }): Extract => ({
  title: document.title,
  language: document.language,
  charset: null,
  text: document.text,
  leftOut: grouped(document.aside).map(({ why, on, words }) => ({
    words,
    why: `${why}, ${pagesWords(on)}`,
  })),
  remarks: remarksOn(document),
  paged: {
    extraction: EXTRACTION,
    pages: document.pages,
    ...(document.labels && { labels: document.labels }),
  },
});

function remarksOn({
  pages,
  labels,
  withoutText,
  withUnknown,
  attachments,
}: PdfDocument): string[] {
  return [
    `${pages} ${pages === 1 ? 'page' : 'pages'}${labels ? `, numbered ${rangesOf(labels)}` : ''}`,
    ...(withoutText.length > 0
      ? [
          `${pagesWords(withoutText)}: a picture and no text. If words stand there, have them recognised: ocrmypdf --skip-text in.pdf out.pdf; and take in out.pdf`,
        ]
      : []),
    ...(withUnknown.length > 0
      ? [
          `${pagesWords(withUnknown)}: characters that the PDF does not name, written as U+FFFD; quote none of them`,
        ]
      : []),
    ...(attachments.length > 0
      ? [`files in the PDF are not read: ${attachments.slice(0, 5).join(', ')}`]
      : []),
    'compare the text with the PDF: its order is worked out from where words stand on the page',
  ];
}
interface Group {
  why: string;
  on: number[];
  words: string;
}

/** What is set aside in the same words but for numbers, once, with all its pages. */
function grouped(aside: readonly SetAside[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { page, words, why } of aside) {
    const key = `${why} ${words.replace(/[\p{N}]+|\b[ivxlc]+\b/giu, '#')}`;
    const group = groups.get(key) ?? { why, on: [], words };
    groups.set(key, group);
    if (group.on.at(-1) !== page + 1) group.on.push(page + 1);
  }
  return [...groups.values()];
}

/** `page 3`, `pages 3-9, 12`. */
function pagesWords(pages: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  const shown = runs
    .slice(0, 8)
    .map(([first, last]) => (first === last ? first : `${first}-${last}`));
  const more = runs.length - shown.length;
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}${more > 0 ? ' …' : ''}`;
}

/** The first and the last label of each series: `i-xii, 1-300`. */
function rangesOf(labels: readonly string[]): string {
  const runs: string[][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    const goesOn = run && label !== '' && /\d$/.test(label) === /\d$/.test(run.at(-1) ?? '');
    if (goesOn && (!/^\d+$/.test(label) || Number(label) === Number(run.at(-1)) + 1))
      run.push(label);
    else if (label !== '') runs.push([label]);
  }
  return runs
    .slice(0, 6)
    .map((run) => (run.length === 1 ? run[0] : `${run[0]}-${run.at(-1)}`))
    .join(', ')
    .concat(runs.length > 6 ? ' …' : '');
}
