import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import type { Box } from './box.ts';
import { CARD, eventCard, indexCard, palette } from './card.ts';
import { makePicture, picture } from './picture.ts';

const { archive } = checkArchive(join(import.meta.dirname, '..', 'check', 'golden', '_base'));
if (!archive) throw new Error('the golden archive is wrong');

const cards: [name: string, card: Box][] = [
  ['of the site', indexCard(archive)],
  ...archive.events.map((event): [string, Box] => [event.id, eventCard(archive, event)]),
];

describe('picture(card, size)', () => {
  it.each(cards)('%s is 1200 × 630, light, and the same bytes each time', async (_, card) => {
    const png = await makePicture(card, CARD);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...CARD });
    expect(png.length).toBeLessThan(100_000);
    for (const again of [await makePicture(card, CARD), await picture(card, CARD)])
      expect(Buffer.compare(again, png)).toBe(0);
  });
});

/** A picture of one word. */
const pictureOf = (family: string, text: string): Promise<Uint8Array> =>
  makePicture(
    {
      type: 'container',
      style: { width: 500, height: 500, padding: 100, backgroundColor: palette.paper },
      children: [
        { type: 'text', style: { fontFamily: `"${family}"`, fontSize: 100, color: '#000' }, text },
      ],
    },
    { width: 500, height: 500 },
  );

it.each(['Source Serif 4', 'Source Sans 3'])(
  '%s has the letters of Europe’s languages',
  async (family) => {
    const unknown = await pictureOf(family, '\u{10FFFE}');
    for (const letter of 'ňŘŁğőșḤủΩжѣ') {
      const drawn = await pictureOf(family, letter);
      expect([letter, Buffer.compare(drawn, unknown) !== 0]).toEqual([letter, true]);
    }
  },
);

it('has every Hangul syllable that a name may hold, in both weights', async () => {
  const unknown = await pictureOf('Nanum Gothic', '\u{10FFFE}');
  for (const syllable of '김정은똠펲쟀뷁') {
    const drawn = await pictureOf('Nanum Gothic', syllable);
    expect([syllable, Buffer.compare(drawn, unknown) !== 0]).toEqual([syllable, true]);
  }
});

/** The rows of a picture between its first and its last that show anything. */
async function inkOf(png: Uint8Array): Promise<number> {
  const { info } = await sharp(png).trim({ threshold: 40 }).toBuffer({ resolveWithObject: true });
  return info.height;
}

it.each(['Noto Naskh Arabic', 'Noto Sans Arabic'])(
  'dots and vowel signs of %s hang where HarfBuzz hangs them',
  async (family) => {
    const slug = family.toLowerCase().replaceAll(' ', '-');
    const font = create(
      readFileSync(`node_modules/@fontsource/${slug}/files/${slug}-arabic-400-normal.woff2`),
    );
    if (!('layout' in font)) throw new Error('one font expected');
    const size = 100;
    for (const text of ['ب', 'بِ', 'يتثّ']) {
      // From the lowest point to the highest, as the font has it.
      const { glyphs, positions } = font.layout(text);
      const ends = glyphs.map(({ bbox }, i) => {
        const up = positions[i]?.yOffset ?? 0;
        return [bbox.minY + up, bbox.maxY + up] as const;
      });
      const height =
        Math.max(...ends.map(([, top]) => top)) - Math.min(...ends.map(([low]) => low));
      const drawn = await inkOf(await pictureOf(family, text));
      const expected = (height / font.unitsPerEm) * size;
      expect([text, Math.abs(drawn - expected) < 2]).toEqual([text, true]);
    }
  },
);

it('the colours of cards are those of the style sheet', () => {
  const tokens = readFileSync(join(import.meta.dirname, '..', 'styles', 'tokens.css'), 'utf8');
  const given = [
    ...tokens.matchAll(/^\s*--(\S+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\);$/gm),
  ].map(([, name, value]) => [name, value]);
  expect(given).toEqual(expect.arrayContaining(Object.entries(palette)));
});
