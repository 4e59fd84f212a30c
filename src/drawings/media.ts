/**
 * Pictures of events as pages show them: in the formats and widths that browsers choose from, without what a camera
 * wrote into them. Cached under `node_modules/.cache`.
 */
import { kept } from '../files/cache.ts';

/** In pixels: the text's width on a phone and on a desktop, each for sharp screens too, and the whole screen. */
const WIDTHS = [400, 800, 1200, 1800];
/** A wider or higher picture is made smaller, the one that its own address leads to as well. */
const MOST_PIXELS = 2560;

/** Smaller first: a browser takes the first that it can show. */
export const SMALLER_FORMATS = ['avif', 'webp'] as const;
export type SmallerFormat = (typeof SMALLER_FORMATS)[number];

export interface ShownPicture {
  /** In pixels, as it is published and upright. */
  width: number;
  height: number;
  /** The widths in which it is published in {@link SMALLER_FORMATS}, in pixels, the smallest first. */
  widths: readonly number[];
}

/** Loaded when there is a picture: most archives have none. */
const load = async () => (await import('sharp')).default;

/**
 * How a picture is shown.
 * @throws {Error} if it cannot be decoded
 */
export async function shownPicture(bytes: Uint8Array): Promise<ShownPicture> {
  const sharp = await load();
  const { autoOrient } = await sharp(bytes).metadata();
  const scale = Math.min(1, MOST_PIXELS / Math.max(autoOrient.width, autoOrient.height));
  const width = Math.max(1, Math.round(autoOrient.width * scale));
  const height = Math.max(1, Math.round(autoOrient.height * scale));
  return { width, height, widths: [...WIDTHS.filter((one) => one < width), width] };
}

/**
 * A picture in another format and width, in its own if none is given. sharp writes none of the place, the time and the
 * camera that a file may tell of, and turns the picture upright.
 * @param width in pixels
 */
export async function publishedPicture(
  { sha256, bytes }: { sha256: string; bytes: Uint8Array },
  width: number,
  format?: SmallerFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const sharp = await load();
  const { bytes: made } = await kept(
    'media',
    // The number is that of the settings below.
    ['2', JSON.stringify(sharp.versions), String(width), format ?? '', sha256],
    '.bin',
    async () => {
      const resized = sharp(bytes).autoOrient().resize({ width });
      if (format === 'avif') return resized.avif({ effort: 3, quality: 55 }).toBuffer();
      if (format === 'webp') return resized.webp({ quality: 78 }).toBuffer();
      return resized.toBuffer();
    },
  );
  return made;
}
