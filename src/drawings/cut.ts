/** Cuts passages out of the pages of a PDF as they are printed, their words marked. */
import { createCanvas } from '@napi-rs/canvas';
import { type Box, boxOf, type Matrix, multiply } from '../intake/pdf/matrix.ts';
import { type OpenPdf, openPdf } from '../intake/pdf/open.ts';
import { readPdf } from '../intake/pdf/read.ts';
import type { Span } from '../model/text.ts';
import { type Crop, cropsOf } from './crop.ts';

/** A picture of a passage, or of the part of it that stands on one page, at two densities. */
export interface Picture {
  /** The size at which it is shown, in CSS pixels. */
  width: number;
  height: number;
  /** WebP, in base64. */
  single: string;
  double: string;
  /** What of the source's text it shows. */
  span: Span;
}

/** Bytes of a picture, at most. */
const LARGEST = 60_000;
/** CSS pixels: the height of its type, and its width on a page, at most. */
const TYPE = 16;
const WIDEST = 640;
const TALLEST = 1600;
/** The colour of `--mark` in tokens.css, multiplied with the page as a marker's ink is. */
const MARK = '#f6e3a8';
const QUALITIES = [80, 60, 45, 30];

/**
 * Pictures of passages, for each in order.
 * @throws {Unreadable} if the PDF cannot be read
 */
export async function cut(bytes: Uint8Array, spans: readonly Span[]): Promise<Picture[][]> {
  const { lines } = await readPdf(bytes);
  const { document, close } = await openPdf(bytes, true);
  try {
    const all: Picture[][] = [];
    for (const span of spans) {
      const pictures: Picture[] = [];
      for (const crop of cropsOf(lines, span)) pictures.push(await pictureOf(document, crop));
      all.push(pictures);
    }
    return all;
  } finally {
    await close();
  }
}

async function pictureOf(document: OpenPdf['document'], crop: Crop): Promise<Picture> {
  const [left, top, right, bottom] = turned(crop);
  const [wide, high] = [right - left, bottom - top];
  const scale = Math.min(TYPE / crop.size, WIDEST / wide, TALLEST / high);
  const [width, height] = [Math.ceil(wide * scale), Math.ceil(high * scale)];
  const draw = (density: number): Promise<string> => encoded(document, crop, scale * density);
  return { width, height, single: await draw(1), double: await draw(2), span: crop.span };
}

/** The box of a crop on its page, turned so that its lines are level. */
const turned = ({ box, turns }: Crop): Box => boxOf(TURNS[turns] as Matrix, box);

/** Quarter turns clockwise, y downwards. */
const TURNS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, -1, 1, 0, 0, 0],
];

/** A picture of at most {@link LARGEST} bytes: of a lower quality, or of fewer pixels, if need be. */
async function encoded(document: OpenPdf['document'], crop: Crop, scale: number): Promise<string> {
  const canvas = await drawn(document, crop, scale);
  for (const quality of QUALITIES) {
    const bytes = await canvas.encode('webp', quality);
    if (bytes.length <= LARGEST) return bytes.toString('base64');
  }
  return encoded(document, crop, scale * 0.8);
}

async function drawn(document: OpenPdf['document'], crop: Crop, scale: number) {
  const page = await document.getPage(crop.page + 1);
  const shown = page.getViewport({ scale: 1 });
  const turn = TURNS[crop.turns] as Matrix;
  const [left, top, right, bottom] = turned(crop);
  const canvas = createCanvas(Math.ceil((right - left) * scale), Math.ceil((bottom - top) * scale));
  // From the page as it is shown to the canvas.
  const place: Matrix = multiply([scale, 0, 0, scale, -left * scale, -top * scale], turn);
  const whole = multiply(place, shown.transform as unknown as Matrix);
  const context = canvas.getContext('2d');
  await page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport: Object.assign(page.getViewport({ scale }), { transform: [...whole] }),
    background: '#ffffff',
  }).promise;
  context.setTransform(...place);
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = MARK;
  for (const [x, y, end, below] of crop.marks) context.fillRect(x - 1, y, end - x + 2, below - y);
  page.cleanup();
  return canvas;
}
