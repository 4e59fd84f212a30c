/** Makes a tree of boxes a PNG, in the site's own fonts. What was made once is kept under `node_modules/.cache`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { keepFile, useFile } from '../files/cache.ts';
import { allTypefaces, slugOf } from '../model/typefaces.ts';
import type { Box } from './card.ts';

// What is built runs from another folder than this file's.
const modules = resolve('node_modules');

const EUROPEAN = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
const FAMILIES = ['Source Serif 4', 'Source Sans 3'];
const WEIGHTS = [400, 600] as const;

let versions: unknown;
let renderer: Promise<Renderer> | undefined;

interface Size {
  width: number;
  height: number;
}

/** The picture, made now or before. */
export async function picture(box: Box, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  versions ??= readVersions();
  const key = JSON.stringify([box, size, FAMILIES, allTypefaces, versions]);
  const name = `pictures/${createHash('sha256').update(key).digest('hex').slice(0, 32)}.png`;
  const file = useFile(name);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const png = await makePicture(box, size);
  keepFile(name, png);
  return png;
}

/** Makes it anew: the same bytes for the same boxes, always. */
export async function makePicture(box: Box, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  renderer ??= withFonts();
  return new Uint8Array(await (await renderer).render(box, { ...size, format: 'png' }));
}

async function withFonts(): Promise<Renderer> {
  const made = new Renderer();
  const register = async (family: string, subset: string, weight: number): Promise<void> => {
    const slug = slugOf(family);
    const name = `${slug}-${subset}-${weight}-normal.woff2`;
    const data = readFileSync(join(modules, '@fontsource', slug, 'files', name));
    await made.registerFont({ name: family, data, weight, style: 'normal' });
  };
  for (const family of FAMILIES)
    for (const subset of EUROPEAN)
      for (const weight of WEIGHTS) await register(family, subset, weight);
  // A quote may be in any of these scripts, whichever the archive's is.
  for (const { family, subset, weights } of allTypefaces)
    for (const weight of weights) await register(family, subset, weight);
  return made;
}

/** Another version may set or pack the same boxes in another way. */
function readVersions(): unknown {
  const text = readFileSync(join(modules, '..', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return Object.entries(dependencies).filter(([name]) => /^@takumi-rs|^@fontsource/.test(name));
}
