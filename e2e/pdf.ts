/** What a PDF holds, as PDF.js reads it. */
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Pdf {
  /** The entries of its information dictionary, dates as `D:20261124000000Z`. */
  info: Record<string, unknown>;
  tagged: boolean;
  /** The text of each page, in the order in which it is drawn, a line break after each line. */
  pages: string[];
  /** The size of each page, in points. */
  sizes: [width: number, height: number][];
  bookmarks: string[];
  destinations: string[];
  /** Where its links to the web lead. */
  addresses: string[];
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

const titlesOf = (items: Bookmark[]): string[] =>
  items.flatMap(({ title, items }) => [title, ...titlesOf(items)]);

/** Own copies of the bytes, for PDF.js takes them away. */
const open = (bytes: Uint8Array) =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });

async function textOf(page: PDFPageProxy): Promise<string> {
  const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
  return items
    .map(({ str, hasEOL, transform, height }, i) => {
      // At the end of a block PDF.js sees no end of a line; what is raised is within its line.
      const away = Math.abs((items[i + 1]?.transform[5] ?? 0) - transform[5]) > 2 * height;
      return str + (hasEOL || (str !== '' && away) ? '\n' : '');
    })
    .join('');
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = open(bytes);
  const document = await task.promise;
  try {
    const { info } = await document.getMetadata();
    const markInfo = (await document.getMarkInfo()) as Map<string, boolean> | null;
    const destinations = (await document.getDestinations()) as Map<string, unknown>;
    const pdf: Pdf = {
      info: info as Record<string, unknown>,
      tagged: markInfo?.get('Marked') === true,
      pages: [],
      sizes: [],
      bookmarks: titlesOf(((await document.getOutline()) ?? []) as Bookmark[]),
      destinations: [...destinations.keys()],
      addresses: [],
    };
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      pdf.sizes.push([right - left, top - bottom]);
      pdf.pages.push(await textOf(page));
      for (const { url } of await page.getAnnotations()) if (url) pdf.addresses.push(url);
    }
    return pdf;
  } finally {
    await task.destroy();
  }
}

/** The first page as a picture: RGBA, four bytes a pixel. */
export async function drawFirstPage(
  bytes: Uint8Array,
  dpi: number,
): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const task = open(bytes);
  const document = await task.promise;
  try {
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale: dpi / 72 });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const canvas = createCanvas(width, height);
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    return { data: canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height };
  } finally {
    await task.destroy();
  }
}
