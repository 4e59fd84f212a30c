// @ts-check
/** The files of media: in the archive as its records have them, and on the site as the archive has them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, fault, files, folder, list, sha256 } from './site.mjs';

/** Points a side at which pictures are compared. A change of a small part of one is not seen. */
const POINTS = 32;
/**
 * How far a picture may be from the archive's in the mean, in 255ths of a colour. Resized and compressed as the site
 * does it was 1.3 at most; two drawings of the same lighthouse, sea and sky are 6.3 apart.
 */
const MOST_APART = 4;

export async function checkMediaFiles() {
  /** @type {Map<string, string>} */
  const due = new Map();
  for (const { record } of list)
    for (const medium of record.media ?? []) {
      due.set(medium.file, medium.sha256);
      for (const key of ['poster', 'captions', 'transcript'])
        if (medium[key]) due.set(medium[key], medium.digests?.[key]);
    }
  for (const [name, digest] of due) {
    const path = join(folder, 'media', name);
    const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    if (sha256(kept).toString('hex') !== digest)
      fault(`media/${name}`, 'is not the file on record in the archive');
    const ways = files.filter((one) => nameIn(one) === name);
    if (!ways.includes(`media/${name}`)) fault(`media/${name}`, 'is missing');
    for (const way of ways) {
      const given = readFileSync(join(dist, way));
      if (given.equals(kept)) continue;
      // Pictures are made anew, without what a camera wrote into them.
      const isPicture = /\.(?:jpe?g|png|webp|avif|gif)$/.test(name);
      if (!isPicture || (await apart(given, kept)) > MOST_APART)
        fault(way, 'shows or plays something else than the archive has');
    }
  }
  for (const name of files.filter((one) => one.startsWith('media/')))
    if (!due.has(nameIn(name))) fault(name, 'no event has this file');
}

/** The name in the archive of a file that the site has, in whatever width and format. @param {string} path */
const nameIn = (path) =>
  (/^media\/\d+\/(.+)\.\w+$/.exec(path) ?? /^media\/([^/]+)$/.exec(path))?.[1] ?? '';

/** The mean difference of two pictures, point by point; 255 if one is none. @param {Buffer[]} pictures */
async function apart(...pictures) {
  const { default: sharp } = await import('sharp');
  const [one, other] = await Promise.all(
    pictures.map((bytes) =>
      sharp(bytes)
        .autoOrient()
        .flatten({ background: '#fff' })
        .resize(POINTS, POINTS, { fit: 'fill' })
        .toColourspace('srgb')
        .raw()
        .toBuffer()
        .catch(() => Buffer.alloc(0)),
    ),
  );
  if (!one?.length || one.length !== other?.length) return 255;
  return one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0) / one.length;
}
