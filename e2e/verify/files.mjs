// @ts-check
/** The files of a site: each that is due, and no other. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  actors,
  dist,
  fault,
  files,
  list,
  pages,
  permalinks,
  retracted,
  sha256,
  sources,
} from './site.mjs';
import { isTextPart } from './text-parts.mjs';

/** Each page that is due is there, and no other. */
export function checkFiles() {
  const due = new Set([
    '404.html',
    'index.html',
    'about/index.html',
    'explainer/index.html',
    'embed/index.html',
    'present/index.html',
  ]);
  const every = [...list, ...retracted.values()];
  for (const { id } of every) due.add(`events/${id}/index.html`).add(`embed/${id}/index.html`);
  for (const id of sources.keys()) due.add(`sources/${id}/index.html`);
  for (const id of Object.keys(actors)) due.add(`actors/${id}/index.html`);
  for (const { aliases } of every)
    for (const id of aliases) due.add(`events/${id}/index.html`).add(`embed/${id}/index.html`);
  for (const name of due) {
    if (!files.includes(name)) fault(name, 'the page is missing');
  }
  for (const name of pages) {
    const [, kind = ''] = /^([^/]+)\/[^/]+\/index\.html$/.exec(name) ?? [];
    if (!due.has(name) && !/^(?:story|present)$/.test(kind) && !isTextPart(name))
      fault(name, 'no page of this address is due');
  }
  for (const address of permalinks.map((one) => decodeURI(one).split('#')[0] ?? ''))
    if (!files.includes(`${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`))
      fault(address, 'was published and is missing');
  checkPictures(every);
}

/** Each event has a picture of its own, which its former ids share. @param {any[]} every */
function checkPictures(every) {
  const owners = new Map([['og/index.png', 'index']]);
  for (const { id, aliases } of every)
    for (const name of [id, ...aliases]) owners.set(`og/${name}.png`, id);
  for (const name of owners.keys()) checkPicture(name);
  const pictures = new Map();
  for (const name of files.filter((one) => one.startsWith('og/'))) {
    const owner = owners.get(name);
    if (owner === undefined) fault(name, 'no picture of this name is due');
    const digest = sha256(readFileSync(join(dist, name))).toString('hex');
    const other = pictures.get(digest) ?? pictures.get(owner);
    if (pictures.has(digest) && owners.get(other) !== owner)
      fault(name, `is the picture of ${other}`);
    if (!pictures.has(digest) && other) fault(name, `is not the picture of ${other}`);
    pictures.set(digest, name).set(owner, name);
  }
}

/** A share picture is a PNG of its size. @param {string} name */
export function checkPicture(name) {
  if (!existsSync(join(dist, name))) return fault(name, 'the picture is missing');
  const head = readFileSync(join(dist, name)).subarray(0, 24);
  if (
    head.toString('latin1', 1, 4) !== 'PNG' ||
    head.readUInt32BE(16) !== 1200 ||
    head.readUInt32BE(20) !== 630
  )
    fault(name, 'is no PNG of 1200 × 630');
}
