/** Opens a PDF, and says in one line why one cannot be. */
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Unreadable } from '../unreadable.ts';
import { type Drawing, drawingOf } from './glyphs.ts';
import type { Matrix } from './matrix.ts';
import type { Font } from './operations.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Where PDF.js has its fonts and character maps: a path, for it opens them as files. */
const packageFolder = decodeURI(
  new URL('../../../node_modules/pdfjs-dist/', import.meta.url).pathname,
).replace(/^\/(?=[A-Za-z]:)/, '');

const REPAIR = 'get it anew; or print it to a new PDF from a program that shows it';

/**
 * Opens a PDF.
 * @param images whether pictures are decoded; that takes a second a page
 * @throws {Unreadable} if it is encrypted with a password, broken or empty
 */
export async function openPdf(bytes: Uint8Array, images = false): Promise<OpenPdf> {
  const task = getDocument({
    // A copy: PDF.js detaches the buffer it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    stopAtErrors: false,
    standardFontDataUrl: `${packageFolder}standard_fonts/`,
    cMapUrl: `${packageFolder}cmaps/`,
    wasmUrl: `${packageFolder}wasm/`,
    iccUrl: `${packageFolder}iccs/`,
    ...(images ? {} : { maxImageSize: 0 }),
  });
  const close = (): Promise<void> => task.destroy();
  try {
    return { document: await task.promise, close };
  } catch (cause) {
    await close();
    throw unreadable(cause as Error);
  }
}

function unreadable({ name, message }: Error): Unreadable {
  if (name === 'PasswordException')
    return new Unreadable('a PDF that opens with a password only', [
      'take the password off: qpdf --decrypt --password=… in.pdf out.pdf; and take in out.pdf',
    ]);
  return new Unreadable(`a PDF that is broken (${message.split('\n')[0]})`, [REPAIR]);
}

/**
 * What a page draws, turned as it is shown.
 * @throws {Unreadable} if the page is broken
 */
export async function drawingOfPage(document: PDFDocumentProxy, number: number): Promise<Drawing> {
  try {
    const page = await document.getPage(number);
    const layers = await document.getOptionalContentConfig();
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const operations = await page.getOperatorList();
    const fonts = new Map<string, Font | null>();
    for (const name of fontNames(operations)) fonts.set(name, await fontOf(page, name));
    const drawing = drawingOf(
      operations,
      { transform: transform as unknown as Matrix, width, height },
      (name) => fonts.get(name) ?? null,
      (layer) => layers.isVisible(layer as never) !== false,
    );
    page.cleanup();
    return drawing;
  } catch (cause) {
    throw new Unreadable(
      `a PDF whose page ${number} is broken (${(cause as Error).message.split('\n')[0]})`,
      [REPAIR],
    );
  }
}

type Operations = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

function fontNames({ fnArray, argsArray }: Operations): Set<string> {
  const names = new Set<string>();
  for (const [i, args] of argsArray.entries())
    if (fnArray[i] === OPS.setFont) names.add(args[0]);
    else if (fnArray[i] === OPS.setGState)
      for (const [key, value] of args[0]) if (key === 'Font') names.add(value[0]);
  return names;
}

const fontOf = (page: PDFPageProxy, name: string): Promise<Font | null> =>
  new Promise((found) => {
    page.commonObjs.get(name, found);
  });
