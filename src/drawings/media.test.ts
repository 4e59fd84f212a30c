import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { publishedPicture, shownPicture } from './media.ts';

// Taken with a camera on its side, which wrote place and make into it.
const photo = readFileSync(
  join(import.meta.dirname, '../../e2e/archives/album/media/lighthouse.jpg'),
);

const sha256 = createHash('sha256').update(photo).digest('hex');

describe('shownPicture(bytes)', () => {
  it('gives the size of the upright picture, and widths up to its own', async () => {
    expect(await shownPicture(photo)).toEqual({
      width: 1600,
      height: 1000,
      widths: [400, 800, 1200, 1600],
    });
  });

  it('makes what is very large smaller, and nothing larger', async () => {
    const of = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#246' } })
        .png()
        .toBuffer();
    expect(await shownPicture(await of(5120, 100))).toMatchObject({ width: 2560, height: 50 });
    expect(await shownPicture(await of(100, 5120))).toEqual({
      width: 50,
      height: 2560,
      widths: [50],
    });
    expect(await shownPicture(await of(1, 1))).toEqual({ width: 1, height: 1, widths: [1] });
  });

  it('throws where there is no picture', async () => {
    await expect(shownPicture(photo.subarray(0, 200))).rejects.toThrow();
  });
});

describe('publishedPicture(bytes, width, format)', () => {
  it.each([
    [undefined, 'jpeg'],
    ['webp', 'webp'],
    ['avif', 'heif'],
  ] as const)(
    'as %s is upright, as wide as asked, and says nothing of place and camera',
    async (format, is) => {
      expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Skerry Camera');
      const made = await publishedPicture({ sha256, bytes: photo }, 400, format);
      expect(await sharp(made).metadata()).toMatchObject({ format: is, width: 400, height: 250 });
      expect(Object.keys(await sharp(made).metadata())).not.toContain('exif');
      expect(Buffer.from(made).toString('latin1')).not.toMatch(/Skerry|Exif|GPS/);
    },
  );
});
