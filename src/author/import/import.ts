/** `npm run import -- <file>`: a timeline of another tool, as events that are still to be sourced. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { formatPlace, plural } from '../../check/problem.ts';
import { decode } from '../../check/read/file.ts';
import { writeNew, writeWhole } from '../../files/write.ts';
import { asFile, eventFile, mustPass, type Opened, openArchive } from '../open.ts';
import type { Flags } from '../options.ts';
import { Refusal } from '../refusal.ts';
import { pageOf, withEntries, withTracks } from '../yaml.ts';
import { type Converted, convert } from './convert.ts';
import { readForeign } from './recognise.ts';

const MOST_BYTES = 50_000_000;

/** Takes over what a file holds, and says what of it is not. */
export function importFile(
  folder: string,
  path: string,
  flags: Flags = {},
  { cwd = process.cwd(), now = new Date() }: { cwd?: string; now?: Date } = {},
): string {
  const opened = openArchive(folder, cwd);
  const text = readGiven(path);
  const imported = readForeign(text);
  const converted = convert(imported, opened.draft, {
    file: basename(path),
    day: now.toISOString().slice(0, 10),
    track: flags['track'],
    taken: new Set(opened.files.events.map(({ id }) => id)),
  });
  const said = report(path, imported.format, converted);
  if (converted.events.length === 0) throw new Refusal(said);
  write(opened, converted);
  return said;
}

function readGiven(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new Refusal(`${path} cannot be read: ${(cause as Error).message}`, [
      'npm run import -- <file>',
    ]);
  }
  if (bytes.length > MOST_BYTES) throw new Refusal(`${path} is larger than 50 MB`);
  const file = decode(path, bytes);
  if ('severity' in file) throw new Refusal(`${formatPlace(file)}  ${file.message}`, file.details);
  return file.text;
}

function write(opened: Opened, { events, tracks, references }: Converted): void {
  const { folder, cwd, files } = opened;
  const shownAs = (path: string): string => relative(cwd, path) || path;
  const pages = events.map(({ id, front, body }) => ({
    id,
    path: eventFile(folder, id, 'md'),
    text: pageOf(front, body),
  }));
  const site = withTracks(files.site?.text ?? '', tracks);
  const list = withEntries(files.references?.text ?? '', references);

  // All of it passes check, or none of it is written.
  if (files.site) files.site = asFile(files.site.file, site);
  if (files.references) files.references = asFile(files.references.file, list);
  for (const { id, path, text } of pages)
    files.events.push({ id, file: asFile(shownAs(path), text) });
  const records = ['site.yaml', 'references.yaml'].map((name) => join(folder, name));
  mustPass(files, [...pages.map(({ path }) => shownAs(path)), ...records.map(shownAs)]);
  for (const { path } of pages)
    if (existsSync(path))
      throw new Refusal(`${shownAs(path)} is there already; nothing is overwritten`);

  // What the events name comes before the events.
  if (tracks.length > 0) writeWhole(join(folder, 'site.yaml'), site);
  if (Object.keys(references).length > 0) writeWhole(join(folder, 'references.yaml'), list);
  writeNew(pages.map(({ path, text }) => [path, text] as const));
}

function report(path: string, format: string, converted: Converted): string {
  const { events, tracks, references, left, missed } = converted;
  return [
    `${basename(path)}: ${format}`,
    ...missed.map((line) => `  not taken over: ${line}`),
    ...left.map((line) => `  left out: ${line}`),
    [
      `${plural(events.length, 'event')} taken over, unsourced, as events/<id>.md`,
      `${plural(tracks.length, 'track')} and ${plural(Object.keys(references).length, 'reference')} added`,
      `${plural(missed.length, 'event')} not taken over`,
      `${plural(left.length, 'detail')} left out`,
    ].join('; '),
  ].join('\n');
}
