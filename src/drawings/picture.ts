/** Renders a tree of boxes to PNG in the site's fonts, cached under `node_modules/.cache`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { kept } from '../files/cache.ts';
import { allTypefaces, fontFile } from '../model/typefaces.ts';
import type { Box } from './box.ts';

// Relative to the working directory: the built module is in another folder than this file.
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

/** The picture, from the cache if it is there. */
export async function picture(box: Box, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  versions ??= readVersions();
  const inputs = JSON.stringify([box, size, FAMILIES, allTypefaces, versions]);
  const { bytes } = await kept('pictures', [inputs], '.png', () => makePicture(box, size));
  return bytes;
}

/** Renders the picture: the same boxes always give the same bytes. */
export async function makePicture(box: Box, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  renderer ??= withFonts();
  return new Uint8Array(await (await renderer).render(box, { ...size, format: 'png' }));
}

async function withFonts(): Promise<Renderer> {
  const made = new Renderer();
  const register = async (family: string, subset: string, weight: number): Promise<void> => {
    const data = readFileSync(join(modules, fontFile(family, subset, weight)));
    await made.registerFont({ name: family, data, weight, style: 'normal' });
  };
  for (const family of FAMILIES)
    for (const subset of EUROPEAN)
      for (const weight of WEIGHTS) await register(family, subset, weight);
  // All scripts, because a quote can be in any of them.
  for (const { family, subset, weights } of allTypefaces)
    for (const weight of weights) await register(family, subset, weight);
  return made;
}

/** For the cache key: another version can render or compress the same boxes differently. */
function readVersions(): unknown {
  const text = readFileSync(join(modules, '..', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return Object.entries(dependencies).filter(([name]) => /^@takumi-rs|^@fontsource/.test(name));
}
