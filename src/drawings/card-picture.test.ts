import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { CARD, eventCard } from './card.ts';
import { pictureOf, withPicture } from './card-picture.ts';
import { makePicture } from './picture.ts';

const album = join(import.meta.dirname, '../../e2e/archives/album');
const { archive } = checkArchive(album);
if (!archive) throw new Error('the album is wrong');
const lit = archive.events.find(({ id }) => id === 'lamp-lit');
if (!lit) throw new Error('no event');
const [lamp] = lit.media;
if (!lamp) throw new Error('no picture');

/** A wide picture, red on its left and blue on its right. */
const wide = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="400"><rect width="800" height="400" fill="#f00"/><rect x="800" width="800" height="400" fill="#00f"/></svg>',
);
const SRC = `data:image/png;base64,${(await sharp(wide).png().toBuffer()).toString('base64')}`;

describe('pictureOf(event)', () => {
  it('is the first picture that is not decorative', () => {
    expect(pictureOf(lit)?.file).toBe('lighthouse.jpg');
    const ornament = { ...lamp, record: { ...lamp.record, decorative: true as const } };
    const sound = { ...lamp, kind: 'sound' as const };
    expect(pictureOf({ ...lit, media: [ornament, sound] })).toBeUndefined();
    expect(pictureOf({ ...lit, media: [ornament, lamp] })).toBe(lamp);
  });
});

describe('eventCard(archive, event, src)', () => {
  const drawn = (focus: [number, number], event = lit) =>
    makePicture(
      eventCard(
        archive,
        { ...event, media: [{ ...lamp, record: { ...lamp.record, focus } }] },
        SRC,
      ),
      CARD,
    );
  /** The colour of a point that the picture covers. */
  const colourAt = async (png: Uint8Array): Promise<number[]> => {
    const point = { left: 940, top: 250, width: 1, height: 1 };
    return [...(await sharp(png).extract(point).removeAlpha().raw().toBuffer())];
  };

  it('shows the part of the picture that is in focus, and whose it is', async () => {
    expect(await sharp(await drawn([0, 0])).metadata()).toMatchObject({ format: 'png', ...CARD });
    expect(await colourAt(await drawn([0, 0]))).toEqual([255, 0, 0]);
    expect(await colourAt(await drawn([1, 0]))).toEqual([0, 0, 255]);
    expect(JSON.stringify(eventCard(archive, lit, SRC))).toContain('Ines Orr · Public domain');
  });

  it('keeps it in its place beside a word that is too long for its line', async () => {
    const long = { ...lit, title: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente' };
    expect(await colourAt(await drawn([0, 0], long))).toEqual([255, 0, 0]);
  });

  it('has none where the event has none, is retracted, or leaves no room', () => {
    expect(eventCard(archive, { ...lit, media: [] }, SRC)).toEqual(eventCard(archive, lit));
    const retracted = { date: '1898', why: 'It is wrong.' };
    const gone = { ...lit, retracted, record: { ...lit.record, retracted } };
    expect(JSON.stringify(eventCard(archive, gone, SRC))).not.toContain('image/png');
    expect(withPicture([], lamp, SRC, { width: 1000, height: 170 }, {})).toBeNull();
    expect(withPicture([], lamp, SRC, { width: 1000, height: 250 }, {})).not.toBeNull();
  });
});
