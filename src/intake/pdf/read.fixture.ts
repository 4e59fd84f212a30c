import { at, makePdf, type PdfOf } from '../../../e2e/make-pdf.ts';
import type { Unreadable } from '../unreadable.ts';
import type { PdfDocument } from './document.ts';
import { readPdf } from './read.ts';

export const read = async (pdf: PdfOf): Promise<PdfDocument> =>
  (await readPdf(makePdf(pdf))).document;
export const textOf = async (...contents: string[]): Promise<string> =>
  (await read({ pages: contents.map((content) => ({ content })) })).text;
/** What is said of a file that is not taken. */
export const refusalOf = async (bytes: Uint8Array): Promise<string> =>
  readPdf(bytes).then(
    ({ document }) => `taken: ${document.text}`,
    (cause: Unreadable) => [cause.message, ...cause.details].join('; '),
  );

/** Lines of 12 points one below the other. */
export const lines = (x: number, y: number, all: readonly string[], font = 'F'): string =>
  all.map((line, i) => at(x, y - 14 * i, line, { font })).join('');

export const LEFT = [
  'The harbour committee met on',
  'the fourth of May and heard',
  'the pilot, who had brought',
  'the barque in through the',
  'storm and asked for leave to',
];
export const RIGHT = [
  'speak of the lamp that had',
  'not been lit. The lamp, he',
  'said, was dark from nine in',
  'the evening until the first',
  'light of the fifth of May.',
];
export const flowing = (text: string): string => text.replace(/\s+/g, ' ').trim();
