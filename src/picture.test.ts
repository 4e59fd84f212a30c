import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkArchive } from './check/check.ts';
import { type Box, CARD, eventCard, indexCard, palette } from './components/card.ts';
import { makePicture, picture } from './picture.ts';

const { archive } = checkArchive(join(import.meta.dirname, 'check', 'golden', '_base'));
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

it('the colours of cards are those of the style sheet', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'styles', 'tokens.css'), 'utf8');
  const light = tokens.slice(0, tokens.indexOf('prefers-color-scheme: dark'));
  const given = [...light.matchAll(/^\s*--(\S+): (#[0-9a-f]{6});$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(given).toEqual(expect.arrayContaining(Object.entries(palette)));
});
