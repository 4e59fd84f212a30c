/** Makes a tree of boxes a PNG, in the site's own fonts. What was made once is kept under `node_modules/.cache`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { keepFile, useFile } from './cache.ts';
import type { Box } from './components/card.ts';
import { forSatori } from './picture-fonts.ts';

// What is built runs from another folder than this file's.
const modules = resolve('node_modules');

const FAMILIES = {
  'Source Serif 4': ['latin', 'cyrillic'],
  'Source Sans 3': ['latin', 'cyrillic'],
  'Noto Naskh Arabic': ['arabic'],
  'Noto Sans Arabic': ['arabic'],
};
const WEIGHTS = [400, 600] as const;
// Flat colours need no dithering, and without it a quarter of the time gives the same bytes and quality; the last 4 % of
// bytes would cost a third more.
const PNG = { palette: true, quality: 90, dither: 0, compressionLevel: 6, effort: 1 } as const;

type Fonts = Parameters<typeof satori>[1]['fonts'];
let loaded: Fonts | undefined;

interface Size {
  width: number;
  height: number;
}

/** The picture, made now or before. */
export async function picture(box: Box, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  const key = JSON.stringify([box, size, PNG, FAMILIES, versions()]);
  const name = `pictures/${createHash('sha256').update(key).digest('hex').slice(0, 32)}.png`;
  const file = useFile(name);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const png = await makePicture(box, size);
  keepFile(name, png);
  return png;
}

/** Makes it anew: the same bytes for the same boxes, always. */
export async function makePicture(box: Box, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  loaded ??= fonts();
  const node = box as unknown as Parameters<typeof satori>[0];
  const svg = await satori(node, { ...size, fonts: loaded });
  return new Uint8Array(await sharp(Buffer.from(svg)).png(PNG).toBuffer());
}

function fonts(): Fonts {
  return Object.entries(FAMILIES).flatMap(([family, scripts]) =>
    scripts.flatMap((script) =>
      WEIGHTS.map((weight) => {
        const slug = family.toLowerCase().replaceAll(' ', '-');
        const name = `${slug}-${script}-${weight}-normal.woff`;
        const file = readFileSync(join(modules, '@fontsource', slug, 'files', name));
        const data = script === 'arabic' ? forSatori(file) : file;
        return { name: `${family} ${script}`, data, weight, style: 'normal' as const };
      }),
    ),
  );
}

/** Another version may set or pack the same boxes in another way. */
function versions(): unknown {
  const text = readFileSync(join(modules, '..', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return Object.entries(dependencies).filter(([name]) => /satori$|sharp|@fontsource/.test(name));
}
