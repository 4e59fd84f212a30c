/** Reads a content folder. Reports files that cannot be read; never throws because of the content. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isUnfinished } from '../../files/together.ts';
import { ORIGINAL_FORMATS, type OriginalFormat } from '../../intake/readers.ts';
import { ID_FORM, idSchema } from '../../model/id.ts';
import { error, type Problem } from '../problem.ts';
import { decode, type TextFile } from './file.ts';
import { listArchive } from './list.ts';
import { decodeAll, type MediaFile, readMedia } from './media.ts';

/** `sources/<id>.<format>`, byte for byte. */
export interface OriginalFile {
  format: OriginalFormat;
  bytes: Uint8Array;
  /** `sources/<id>.css`: the style sheets that lay beside a page. */
  styles: Uint8Array | null;
}

/** The files of an archive; `null` for an absent or unreadable one, which `problems` then reports if it is required. */
export interface Files {
  site: TextFile | null;
  actors: TextFile | null;
  references: TextFile | null;
  events: { id: string; file: TextFile }[];
  sources: {
    id: string;
    record: TextFile | null;
    text: TextFile | null;
    /** The document that the text was taken from. */
    original: OriginalFile | null;
  }[];
  /** The files in `media/`, by their names. */
  media: Map<string, MediaFile>;
  epilogue: TextFile | null;
  about: TextFile | null;
  /** The list of published URLs. */
  permalinks: TextFile | null;
  /** False if an event could not be read; then rules about what no event has are skipped. */
  complete: boolean;
  problems: Problem[];
}

/** The list of published URLs, which the build appends to. */
export const PERMALINKS = 'permalinks.txt';

/** Of an event or a page: a book has no more. */
export const MOST_PAGE_BYTES = 1_000_000;
/**
 * Of a record or a source. The page of a longer source takes minutes to make and to open; the longest novels
 * have a third of it.
 */
export const MOST_BYTES = 10_000_000;
/** Of a document that a text was taken from; pictures are part of it. */
const MOST_ORIGINAL_BYTES = 50_000_000;

const SETTING_UP =
  'an archive has site.yaml, actors.yaml, references.yaml, events/<id>.mdx and sources/<id>.txt with <id>.yaml';

/**
 * Reads the archive in a folder.
 * @param cwd what file names in problems are relative to
 * @param last an earlier reading: a file that has the same bytes is the same object, so that what was made of it is kept
 */
export function readArchive(folder: string, cwd: string, last: Files | null = null): Files {
  const [known, originals] = [
    textsOf(last),
    new Map(last?.sources.map((one) => [one.id, one.original])),
  ];
  const shownAs = (path: string): string => relative(cwd, path).split(sep).join('/') || '.';
  const problems: Problem[] = [];
  const report = (path: string, rule: number, message: string, details: string[] = []): void => {
    problems.push(error(rule, { file: shownAs(path), line: 1, column: 1 }, message, details));
  };
  const files: Files = {
    site: null,
    actors: null,
    references: null,
    events: [],
    sources: [],
    media: new Map(),
    epilogue: null,
    about: null,
    permalinks: null,
    complete: true,
    problems,
  };

  const listing = listArchive(folder);
  if (listing === null) {
    const is = existsSync(folder) ? 'the folder is empty' : 'there is no such folder';
    report(folder, 0, is, [SETTING_UP, 'CONTENT_DIR names another folder']);
    return files;
  }
  const { odd } = listing;
  // Some disks give the name of a file in another normal form than it was written in.
  const paths = new Map<string, string>();
  for (const given of listing.files) {
    const name = given.normalize('NFC');
    if (paths.has(name))
      report(join(folder, given), 0, 'two files have this name, in different normal forms', [
        'keep one of them',
      ]);
    else paths.set(name, given);
  }
  const pathOf = (name: string): string => join(folder, paths.get(name) ?? name);
  const present = [...paths.keys()];
  for (const [name, why] of odd) {
    report(join(folder, name), 0, `is not read: it is ${why}`, [
      'remove it, or put the file itself there',
    ]);
    files.complete &&= !name.startsWith('events');
  }
  if (isUnfinished(folder))
    report(folder, 0, 'an import was stopped before all its files were in their places', [
      'run npm run check, which finishes it',
    ]);

  const bytesOf = (name: string, most = MOST_BYTES): Uint8Array | null => {
    const path = pathOf(name);
    try {
      if (statSync(path).size <= most) return readFileSync(path);
      report(path, 0, `is larger than ${most / 1_000_000} MB, which is more than a site can show`, [
        'leave out what no event needs, or part it into several files',
      ]);
      return null;
    } catch (cause) {
      report(path, 0, `cannot be read: ${(cause as Error).message}`);
      return null;
    }
  };
  const read = (name: string, most = MOST_BYTES): TextFile | null => {
    const bytes = bytesOf(name, most);
    const path = shownAs(pathOf(name));
    const before = known.get(path);
    if (bytes && before && isSame(bytes, before.bytes)) return before;
    const file = bytes && decode(path, bytes);
    if (!file || !('severity' in file)) return file;
    problems.push(file);
    return null;
  };
  const required = (name: string, remedy: string): TextFile | null => {
    if (present.includes(name)) return read(name);
    if (!odd.has(name)) report(pathOf(name), 0, 'the file is missing', [remedy]);
    return null;
  };
  const optional = (name: string): TextFile | null => {
    const [page, twin] = [`${name}.mdx`, `${name}.md`].filter((file) => present.includes(file));
    if (twin !== undefined)
      report(pathOf(twin), 0, `${page} and ${twin} are the same page`, ['keep one of them']);
    return page === undefined ? null : read(page, MOST_PAGE_BYTES);
  };

  files.site = required('site.yaml', 'it holds title, deck, language, author, tracks and view');
  files.actors = required('actors.yaml', 'it names whoever acts, speaks or reports, by id');
  files.references = required(
    'references.yaml',
    'it lists outside pages by id; {} where there are none',
  );
  files.epilogue = optional('epilogue');
  files.about = optional('about');
  if (present.includes(PERMALINKS)) files.permalinks = read(PERMALINKS, Number.POSITIVE_INFINITY);
  readEvents(present.filter((name) => name.startsWith('events/')));
  readSources(present.filter((name) => name.startsWith('sources/')));
  readAllMedia(present.filter((name) => name.startsWith('media/')));
  return files;

  function readAllMedia(names: readonly string[]): void {
    const onDisk = new Map<string, MediaFile>();
    for (const name of names) {
      const [path, file] = [pathOf(name), name.slice('media/'.length)];
      try {
        if (file.includes('/')) {
          report(path, 0, 'is not read: pictures lie in media/ itself', ['move it, or remove it']);
          continue;
        }
        const medium = readMedia(path, shownAs(path));
        files.media.set(file, medium);
        onDisk.set(path, medium);
      } catch (cause) {
        report(path, 0, `cannot be read: ${(cause as Error).message}`);
      }
    }
    decodeAll(onDisk);
  }

  function readEvents(names: readonly string[]): void {
    const owners = new Map<string, string>();
    for (const name of names) {
      const path = pathOf(name);
      const [, id] = /^events\/(.*)\.mdx?$/.exec(name) ?? [];
      if (id === undefined) {
        report(path, 0, 'is not read: the file of an event ends in .mdx', ['rename or remove it']);
        continue;
      }
      const twin = owners.get(id);
      if (twin !== undefined)
        report(path, 0, `the event ${id} is already in ${twin}`, ['keep one of them']);
      else if (!idSchema.safeParse(id).success) {
        report(path, 1, `"${id}" is no id: ${ID_FORM} make one`, [
          'the file name is the address of the event for good; rename the file',
          ...(id.includes('/') ? ['events lie in events/ itself, not in folders below it'] : []),
        ]);
        files.complete = false;
      } else {
        owners.set(id, name);
        const file = read(name, MOST_PAGE_BYTES);
        if (file) files.events.push({ id, file });
        else files.complete = false;
      }
    }
    if (names.length === 0 && ![...odd.keys()].some((name) => name.startsWith('events')))
      report(join(folder, 'events'), 0, 'there are no events', [
        'add the first as events/<id>.mdx',
      ]);
  }

  function readKept(id: string, names: readonly string[]): OriginalFile | null {
    const [format, other] = ORIGINAL_FORMATS.filter((one) =>
      names.includes(`sources/${id}.${one}`),
    );
    if (format === undefined) return null;
    if (other !== undefined)
      report(
        pathOf(`sources/${id}.${other}`),
        2,
        `the source has another original, ${id}.${format}`,
        ['keep the one that the text was taken from'],
      );
    const bytes = bytesOf(`sources/${id}.${format}`, MOST_ORIGINAL_BYTES);
    const styles = names.includes(`sources/${id}.css`) ? bytesOf(`sources/${id}.css`) : null;
    const before = originals.get(id);
    const isKnown =
      before?.format === format && isSame(bytes, before.bytes) && isSame(styles, before.styles);
    return isKnown ? before : bytes && { format, bytes, styles };
  }

  function readSources(names: readonly string[]): void {
    const ids = new Set<string>();
    for (const name of names) {
      const path = pathOf(name);
      const [, id] = SOURCE_FILE.exec(name) ?? [];
      if (id === undefined)
        report(path, 0, 'is not read: a source is <id>.txt with its record <id>.yaml', [
          'rename or remove it',
        ]);
      else if (idSchema.safeParse(id).success) ids.add(id);
      else report(path, 1, `"${id}" is no id: ${ID_FORM} make one`, ['rename the file']);
    }
    for (const id of ids) {
      const [record, text] = [`sources/${id}.yaml`, `sources/${id}.txt`];
      if (!names.includes(record))
        report(pathOf(text), 2, `the source has no record ${id}.yaml`, [
          'write it: title, publisher, url or held, published, language, rights, display and sha256',
        ]);
      if (!names.includes(text))
        report(pathOf(record), 2, `the record has no text ${id}.txt`, [
          'put the document there, byte for byte, or remove the record',
        ]);
      files.sources.push({
        id,
        record: names.includes(record) ? read(record) : null,
        text: names.includes(text) ? read(text) : null,
        original: readKept(id, names),
      });
    }
  }
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : Buffer.compare(one, other) === 0;

/** The text files of a reading by their paths. */
function textsOf(files: Files | null): Map<string, TextFile> {
  const { site, actors, references, epilogue, about, permalinks } = files ?? {};
  const all = [
    ...[site, actors, references, epilogue, about, permalinks],
    ...(files?.events ?? []).map(({ file }) => file),
    ...(files?.sources ?? []).flatMap(({ record, text }) => [record, text]),
  ];
  return new Map(all.flatMap((file) => (file ? [[file.file, file]] : [])));
}

/** The names of a source's files. */
const SOURCE_FILE = new RegExp(`^sources/(.*)\\.(?:txt|yaml|css|${ORIGINAL_FORMATS.join('|')})$`);
