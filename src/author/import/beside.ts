/** Media that lie beside an imported file: taken in as `npm run picture` takes them in. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { decodeAll, mediaFile, readMedia } from '../../check/read/media.ts';
import type { Files } from '../../check/read/read.ts';
import { COMPANION_KEYS, MEDIUM_GAPS, typeOfFile } from '../../model/media.ts';
import { GAP } from '../../model/quote.ts';
import { cleanLine, escapeMarkdown } from '../markdown.ts';
import type { Opened } from '../open.ts';
import { type Taken, takeIn } from '../picture.ts';
import { Refusal } from '../refusal.ts';
import { slugOf } from '../slug.ts';
import { attempt, type Json, textIn, wholeText } from './fields.ts';
import { type BesideMedium, type Imported, type ImportedEvent, leave } from './imported.ts';

/** Files that are to be written into `media/`, by their names. */
export type TakenMedia = Map<string, Uint8Array>;

/**
 * Takes in the files that events name beside the imported file, and that a table of an export has in a folder `media`
 * beside it. What cannot be taken in is left out with the reason.
 * @param path of the imported file
 * @returns the new ones; `files.media` of the archive has them too
 */
export function takeBeside({ events }: Imported, path: string, opened: Opened): TakenMedia {
  const folder = dirname(path);
  const taken: TakenMedia = new Map();
  const { media } = opened.files;
  const add = (name: string, bytes: Uint8Array): void => {
    const shown = relative(opened.cwd, join(opened.folder, 'media', name))
      .split(sep)
      .join('/');
    taken.set(name, bytes);
    media.set(name, mediaFile(shown, bytes));
  };
  decodeTogether();
  for (const event of events) {
    for (const medium of event.beside) {
      const one = attempt(() => found(folder, medium.path));
      if (one instanceof Error) {
        const { path: given, alt, caption, credit } = medium;
        const why = one instanceof Refusal ? one.message : 'it cannot be read';
        const text = [given, why, caption, credit, alt].filter(Boolean).join('; ');
        leave(event, 'a medium beside the file that is not taken in', text);
        continue;
      }
      const name = freeName(one, media);
      if (!media.has(name)) add(name, one.bytes);
      event.media.push(entryOf(event, medium, name, one));
    }
    if (event.sheet) event.sheet.more = withFiles(event.sheet.more);

    function withFiles(more: Json): Json {
      const { media: entries, ...rest } = more;
      if (!Array.isArray(entries)) return more;
      const kept = entries.filter((entry) => {
        const names = ['file', ...COMPANION_KEYS].map((key) => textIn(entry, key)).filter(Boolean);
        const isThere = names.map(take).every(Boolean);
        if (!isThere)
          leave(
            event,
            'a medium whose file is neither in media/ nor in a folder media beside the table',
            wholeText(entry),
          );
        return isThere;
      });
      return kept.length > 0 ? { ...rest, media: kept } : rest;
    }
  }
  return taken;

  /** One process decodes many pictures, and is not asked of them again. */
  function decodeTogether(): void {
    const paths = events.flatMap(({ beside }) =>
      beside.map((medium) => attempt(() => pathTo(folder, medium.path))),
    );
    const files = paths.flatMap((one) => {
      const file = attempt(() => (typeof one === 'string' ? readMedia(one, one) : one));
      return file instanceof Error ? [] : [[file.path, file] as const];
    });
    decodeAll(new Map(files));
  }

  /** Whether the archive has the file, if need be from the folder `media` beside the table. */
  function take(name: string): boolean {
    if (media.has(name)) return true;
    const one = attempt(() => takeIn(pathTo(folder, join('media', name)), 'medium'));
    if (one instanceof Error || basename(name) !== name) return false;
    add(name, one.bytes);
    return true;
  }
}

/** @throws {Refusal} if the path leads to no file of the folder that can be a medium */
function found(folder: string, given: string): Taken {
  const path = pathTo(folder, given);
  const taken = takeIn(path, slugOf(basename(path, extname(path))) || 'medium');
  if (/^(?:captions|transcript)$/.test(typeOfFile(taken.name)?.kind ?? ''))
    throw new Refusal('it is no picture, sound or film');
  return taken;
}

/**
 * Where a path leads: as it stands, or as an address has it.
 * @throws {Refusal} if it is not in the folder or below it
 */
function pathTo(folder: string, given: string): string {
  const ways = [given, attempt(() => decodeURIComponent(given.replace(/[?#].*$/, '')))];
  const path = ways
    .filter((one) => typeof one === 'string')
    .map((one) => join(folder, one))
    .find((one) => existsSync(one));
  if (path === undefined) throw new Refusal('there is no such file');
  // A file that somebody sends says nothing of what lies elsewhere on this disk.
  if (/^\.\.|^[a-z]:/i.test(relative(realpathSync(folder), realpathSync(path))))
    throw new Refusal('it lies outside of the folder of the imported file');
  return path;
}

/** A name that no other file of `media/` has: where it has these bytes already, theirs. */
function freeName({ name, sha256 }: Taken, media: Files['media']): string {
  const mime = typeOfFile(name)?.mime;
  for (const [there, file] of media)
    if (file.sha256 === sha256 && typeOfFile(there)?.mime === mime) return there;
  const names = new Set([...media.keys()].map((one) => one.toLowerCase()));
  const [stem, extension] = [basename(name, extname(name)), extname(name)];
  let free = name;
  for (let n = 2; names.has(free); n++) free = `${stem}-${n}${extension}`;
  return free;
}

/** An entry of `media`. What the file does not say of it is left open, and check asks for it. */
function entryOf(
  event: ImportedEvent,
  medium: BesideMedium,
  file: string,
  { sha256 }: Taken,
): Json {
  const said = (key: 'alt' | 'caption' | 'credit'): string => {
    const words = cleanLine(medium[key]);
    if (/\p{L}/u.test(words)) return words;
    leave(event, `${key} of a medium, which is no word`, words);
    return '';
  };
  const caption = escapeMarkdown(said('caption'));
  const entry = {
    file,
    alt: said('alt') || GAP,
    ...(caption && { caption }),
    credit: said('credit') || GAP,
    rights: GAP,
    sha256,
  };
  const open = MEDIUM_GAPS.filter((key) => entry[key] === GAP);
  const kind = `a medium whose ${open.join(', ')} the file does not give; check asks for it`;
  event.left.push({ kind, text: `media/${file}`, noted: true });
  return entry;
}
