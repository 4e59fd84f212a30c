import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it, vi } from 'vitest';
import { at, makePdf, type PageOf } from '../../e2e/make-pdf.ts';
import { readPdf } from '../intake/pdf/read.ts';
import type { Span } from '../model/text.ts';
import { cropsOf } from './crop.ts';
import { cut, type Picture } from './cut.ts';
import { facsimiles } from './facsimile.ts';

const COLUMN = [
  'The committee met on six',
  'days in May and heard the',
  'keeper, who had lit the',
  'lamp on the mole at seven.',
];
const OTHER = [
  'pilot said the reverse: no',
  'light was on the mole at',
  'all, and she brought the',
  'barque in by the town.',
];
const column = (x: number, lines: readonly string[]): string =>
  lines.map((line, i) => at(x, 700 - 14 * i, line)).join('');

async function cropsIn(pages: readonly PageOf[], words: string) {
  const { document, lines } = await readPdf(makePdf({ pages }));
  return cropsOf(lines, spanOf(document.text, words));
}

/** Where words stand, whatever white space is between them. */
function spanOf(text: string, words: string): Span {
  const pattern = words
    .split(' ')
    .map((word) => RegExp.escape(word))
    .join('\\s+');
  const found = new RegExp(pattern).exec(text);
  if (!found) throw new Error(`${words} is not in ${text}`);
  return { start: found.index, end: found.index + found[0].length };
}

describe('cropsOf(lines, span)', () => {
  const page: PageOf = { content: column(72, COLUMN) + column(330, OTHER) };

  it('is as wide as the column, with the marks on the words alone', async () => {
    const [crop, ...more] = await cropsIn([page], 'heard the keeper,');
    expect(more).toEqual([]);
    const [left, top, right, bottom] = crop?.box ?? [0, 0, 0, 0];
    // The left column alone, a line above and one below.
    expect([left > 55, right < 300, top < 130, bottom > 170, bottom < 195]).toEqual(
      Array(5).fill(true),
    );
    expect(crop?.marks).toHaveLength(2);
    const [first, second] = crop?.marks ?? [];
    expect(first?.[0]).toBeGreaterThan(140);
    expect(second?.[0]).toBeCloseTo(72, 0);
    expect(second?.[2]).toBeLessThan(130);
  });

  it('is one for each column and page that the words stand on', async () => {
    const rest = { content: column(72, ['and nobody could say who', 'had been the last there.']) };
    const crops = await cropsIn([page, rest], 'at seven. pilot said');
    expect(crops.map(({ page: on, marks }) => [on, marks.length])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(
      (await cropsIn([page, rest], 'by the town. and nobody')).map(({ page: on }) => on),
    ).toEqual([0, 1]);
  });

  it.each([
    [0, 0],
    [90, 3],
    [180, 2],
    [270, 1],
  ])('is turned as the text of a page is that is shown turned by %i°', async (rotate, turns) => {
    const [crop] = await cropsIn([{ content: column(72, COLUMN), rotate }], 'heard the keeper,');
    expect(crop?.turns).toBe(turns);
    expect(crop?.marks).toHaveLength(2);
  });

  it('parts the mark of a line that is read from both sides', async () => {
    const line = `${[...'وصل في'].reverse().join('')} 1911 ${[...'عام'].reverse().join('')}`;
    const [crop] = await cropsIn([{ content: at(72, 700, line, { font: 'U' }) }], 'في');
    expect(crop?.marks).toHaveLength(1);
  });
});

/** The colour at a place of a picture, in CSS pixels. */
async function colourAt({ double, width, height }: Picture, x: number, y: number) {
  const image = await loadImage(Buffer.from(double, 'base64'));
  expect(Math.abs(image.width - 2 * width)).toBeLessThanOrEqual(1);
  expect(Math.abs(image.height - 2 * height)).toBeLessThanOrEqual(1);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const [red = 0, green = 0, blue = 0] = context.getImageData(2 * x, 2 * y, 1, 1).data;
  return { red, green, blue };
}

const isMarked = ({ red, blue }: { red: number; blue: number }): boolean => red > 200 && blue < 190;

describe('cut(pdf, spans)', () => {
  it.each([0, 90, 180, 270])(
    'draws the words level and marks them, on a page shown turned by %i°',
    async (rotate) => {
      const pdf = makePdf({ pages: [{ content: column(72, COLUMN), rotate }] });
      const { document } = await readPdf(pdf);
      const [pictures] = await cut(pdf, [spanOf(document.text, 'days in May and heard the')]);
      const [picture, ...more] = pictures ?? [];
      expect(more).toEqual([]);
      if (!picture) throw new Error('no picture');
      expect(picture.width).toBeGreaterThan(2 * picture.height);
      const middle = Math.round(picture.height / 2);
      // In the gap after the last letter but within the mark, left of it, and above it.
      const row = await Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          colourAt(picture, Math.round((i * picture.width) / 40), middle),
        ),
      );
      expect(row.filter(isMarked).length).toBeGreaterThan(15);
      expect(isMarked(await colourAt(picture, 2, middle))).toBe(false);
      expect(isMarked(await colourAt(picture, picture.width - 40, 3))).toBe(false);
    },
  );

  it('draws fonts that the file does not hold', async () => {
    const pdf = makePdf({ pages: [{ content: at(72, 700, 'MMMMMMMM', { font: 'B' }) }] });
    const [[picture] = []] = await cut(pdf, [{ start: 0, end: 8 }]);
    if (!picture) throw new Error('no picture');
    const colours = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        colourAt(picture, Math.round((i * picture.width) / 60), Math.round(picture.height / 2)),
      ),
    );
    expect(colours.filter(({ red }) => red < 100).length).toBeGreaterThan(5);
  });

  it('keeps every picture below 60 kB, however long the passage', async () => {
    const lines = Array.from(
      { length: 55 },
      (_, i) => `${i} ${'heard the keeper who lit it '.repeat(3)}`,
    );
    const pdf = makePdf({
      pages: [{ content: lines.map((line, i) => at(40, 800 - 14 * i, line)).join('') }],
    });
    const { document } = await readPdf(pdf);
    const [pictures = []] = await cut(pdf, [{ start: 0, end: document.text.length - 1 }]);
    expect(pictures.length).toBeGreaterThan(0);
    for (const { single, double } of pictures)
      for (const picture of [single, double])
        expect(Buffer.from(picture, 'base64').length).toBeLessThanOrEqual(60_000);
  });

  it('shows a scanned page, marked where its words were recognised', async () => {
    const grey = Buffer.alloc(100 * 100, 128);
    const pdf = makePdf({
      pages: [{ content: `q 595 0 0 842 0 0 cm /I Do Q 3 Tr ${at(72, 700, 'Recognised words')}` }],
      resources: '/XObject << /I 100 0 R >>',
      objects: {
        100: [
          '/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8',
          grey,
        ],
      },
    });
    const [[picture] = []] = await cut(pdf, [{ start: 0, end: 10 }]);
    if (!picture) throw new Error('no picture');
    const [marked, beside] = [
      await colourAt(picture, 20, Math.round(picture.height / 2)),
      await colourAt(picture, picture.width - 5, Math.round(picture.height / 2)),
    ];
    expect(beside.red).toBeGreaterThan(110);
    expect(beside.red).toBeLessThan(145);
    expect(beside.blue - marked.blue).toBeGreaterThan(15);
  });
});

describe('facsimiles(pdf, spans)', () => {
  it('gives the same pictures again, in the order asked for', async () => {
    const pdf = makePdf({ pages: [{ content: column(72, COLUMN) }] });
    const spans = [
      { start: 0, end: 13 },
      { start: 25, end: 36 },
    ];
    const made = await facsimiles(pdf, spans);
    expect(made.map((pictures) => pictures.map(({ span }) => span))).toEqual(
      spans.map((span) => [span]),
    );
    expect(await facsimiles(pdf, spans.toReversed())).toEqual(made.toReversed());
  });

  it('gives none, and says so in one line, where they cannot be made', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const spans = [{ start: 0, end: 1 }];
    expect(await facsimiles(Buffer.from('%PDF-1.4\n'), spans)).toEqual([[]]);
    expect(await facsimiles(Buffer.from('%PDF-1.5\n'), spans)).toEqual([[]]);
    expect(said.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^sources are shown without pictures of their passages: a PDF that is broken/,
        ),
      ],
    ]);
    said.mockRestore();
  });
});
