/** `npm run import -- <file>`: a timeline of another tool, as events that are still to be sourced. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { digestOf } from '../../check/read/digest.ts';
import { parseArchive } from '../../check/read/draft.ts';
import type { Files } from '../../check/read/read.ts';
import { finishTogether, writeTogether } from '../../files/together.ts';
import { type EventDraftRecord, hasNoGaps } from '../../model/event.ts';
import { emptyArchive } from '../begin.ts';
import { readGiven } from '../document.ts';
import { asFile, type Opened, openArchive } from '../open.ts';
import type { Flags } from '../options.ts';
import { Refusal } from '../refusal.ts';
import { withEntries, withTracks } from '../yaml.ts';
import { takeBeside } from './beside.ts';
import type { DayOrder } from './conventions.ts';
import { type Converted, convert } from './convert.ts';
import { textOf } from './encoding.ts';
import { Existing, type Page } from './existing.ts';
import { isObject } from './fields.ts';
import { formatLedger, LEDGER, readLedger, SHEET } from './import-record.ts';
import type { Imported } from './imported.ts';
import { readForeign } from './read-foreign.ts';
import { formatReport, type Loss, type Report, reportJson } from './report.ts';
import { settle } from './settle.ts';
import { readXlsx } from './xlsx-table.ts';

/** A site cannot show more, and check would take too long to read them. */
const MOST_EVENTS = 50_000;
/** More lanes than a drawing shows side by side at ease. */
const MANY_TRACKS = 12;

export interface ImportOptions {
  cwd?: string;
  now?: Date;
  /** Whether each loss has its line. */
  verbose?: boolean;
  /** Whether the report is JSON. */
  json?: boolean;
  /** Whether nothing is written. */
  dryRun?: boolean;
}

/**
 * Takes over what a file holds, and says what of it is not. Imported again, it updates what it wrote and nobody has
 * edited since.
 * @param flags `archive`: the folder of an archive that is begun with it; `dates`: `dmy` or `mdy`; `track`
 * @returns the report
 * @throws {Refusal} where nothing of it can be taken over; then nothing is written
 */
export function importFile(
  folder: string,
  path: string,
  flags: Flags = {},
  options: ImportOptions = {},
): string {
  const { cwd = process.cwd(), now = new Date(), verbose, json, dryRun = false } = options;
  const bytes = readGiven(path, 'npm run import -- <file>');
  const imported = readImport(path, bytes, flags);
  if (imported.events.length > MOST_EVENTS)
    throw new Refusal(`${path} holds more than ${MOST_EVENTS} events`, ['import a part of it']);
  const name = basename(path);
  const begun = flags['archive'];
  const opened =
    begun === undefined ? reopened(folder, cwd) : begin(begun, imported, name, now, cwd, flags);
  const taken = takeBeside(imported, path, opened);
  const ledger = begun === undefined ? readLedger(folder) : [];
  const existing = new Existing(
    opened,
    { file: name, format: formatIn(imported), sha256: digestOf({ bytes }) },
    ledger,
  );
  const converted = convert(imported, opened.draft, {
    file: name,
    track: flags['track'],
    taken: new Set(opened.files.events.map(({ id }) => id)),
    formers: (...events) => existing.formers(...events),
  });
  if (begun === undefined) converted.left = [...ofTheWhole(imported), ...converted.left];
  const pages = existing.sorted(converted);
  const [site, references] = [opened.files.site?.text ?? '', opened.files.references?.text ?? ''];
  const records = (): { tracks: string; list: string } => {
    keepNeeded(converted, pages);
    return {
      tracks: withTracks(site, converted.tracks),
      list: withEntries(references, converted.references),
    };
  };
  const planned = records();
  settle(opened, pages, converted, planned);
  const { tracks, list } = pages.some(({ state }) => state === 'refused') ? records() : planned;
  const written = pages.filter(isWritten);
  const media = [...taken].filter(([file]) => written.some((page) => shows(page, file)));
  const report = reportOf(name, imported.format, converted, pages, existing, {
    dry: dryRun,
    media: media.map(([file]) => file),
  });
  const said = json ? reportJson(report) : formatReport(report, verbose);
  if ([report.written, report.updated, report.unchanged].every(isEmpty)) throw new Refusal(said);
  if (!dryRun && written.length > 0)
    writeTogether(opened.folder, [
      ...(begun !== undefined || converted.tracks.length > 0
        ? [['site.yaml', tracks] as const]
        : []),
      ...(begun === undefined ? [] : [['actors.yaml', opened.files.actors?.text ?? ''] as const]),
      ...(begun !== undefined || report.references.length > 0
        ? [['references.yaml', list] as const]
        : []),
      ...media.map(([file, bytes]) => [join('media', file), bytes] as const),
      ...written.map(({ file, text }) => [file, text] as const),
      [LEDGER, formatLedger(existing.ledger(pages, converted.named))],
    ]);
  if (begun === undefined || json || dryRun) return said;
  const whole = written.every(({ front }) => hasNoGaps(front as EventDraftRecord));
  return `${said}\n${begunWords(begun, whole)}`;
}

const isEmpty = ({ length }: readonly unknown[]): boolean => length === 0;
const isWritten = ({ state }: Page): boolean => state === 'written' || state === 'updated';

/** Whether an event names a file of `media/`. */
const shows = ({ front: { media } }: Page, file: string): boolean =>
  Array.isArray(media) && media.some((one) => isObject(one) && Object.values(one).includes(file));

/** Leaves out tracks and references that are needed only by events that are not written. */
function keepNeeded({ tracks, references }: Converted, pages: readonly Page[]): void {
  const written = pages.filter(isWritten);
  const inTracks = new Set(written.map(({ front }) => front['track']));
  const cited = new Set(
    written.flatMap(({ body }) => [...body.matchAll(/\]\(ref:([^()\s]+)\)/g)].map(([, id]) => id)),
  );
  tracks.splice(0, tracks.length, ...tracks.filter(({ id }) => inTracks.has(id)));
  for (const id of Object.keys(references)) if (!cited.has(id)) delete references[id];
}

const begunWords = (folder: string, whole: boolean): string =>
  `${folder} is an archive${whole ? ' and passes check' : '; npm run check asks for what is left open'}\n  CONTENT_DIR=${shellWord(folder)} npm run dev`;

function orderOf(given: string | undefined): DayOrder | undefined {
  if (given === undefined || given === 'dmy' || given === 'mdy') return given;
  throw new Refusal(`--dates: "${given}" is no order of day and month`, [
    'dmy reads 3/4/2019 as 3 April, mdy as 4 March',
  ]);
}

/** The same table has one format, whether it comes as a workbook or as text. */
const formatIn = ({ format, events }: Imported): string =>
  events.some(({ sheet }) => sheet) ? SHEET : format.replace('XLSX', 'CSV');

/**
 * Reads a file of another tool, whatever its format and encoding.
 * @throws {Refusal} where it cannot be read
 */
function readImport(path: string, bytes: Uint8Array, flags: Flags): Imported {
  const order = orderOf(flags['dates']);
  const encoding = flags['encoding'];
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Refusal(`${path} is a workbook of a form before 2007`, ['save it as .xlsx']);
  // A workbook is a zip.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (encoding === undefined) return readXlsx(bytes, order);
    throw new Refusal(`${path} is a workbook, which says its encoding itself`, [
      commandOf(path, { ...flags, encoding: undefined }),
    ]);
  }
  const again = (name: string): string => commandOf(path, { ...flags, encoding: name });
  const { text, doubtful } = textOf(path, bytes, encoding, again);
  const imported = readForeign(text, order);
  if (doubtful)
    imported.left.push({
      kind: `read as ${encoding}, as --encoding says, though its bytes are UTF-8`,
      where: 'the whole',
      text: '',
      noted: true,
    });
  return imported;
}

/** The command line of an import, as a shell reads it. */
const commandOf = (path: string, flags: Flags): string =>
  ['npm run import --', ...[path, ...Object.entries(flags).flatMap(optionOf)].map(shellWord)].join(
    ' ',
  );

const shellWord = (word: string): string =>
  /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const optionOf = ([name, value]: [string, string | undefined]): string[] =>
  value === undefined ? [] : [`--${name}`, value];

function reopened(folder: string, cwd: string): Opened {
  finishTogether(folder);
  const opened = openArchive(folder, cwd);
  // The records are read already.
  const none = { site: null, actors: null, references: null, epilogue: null, about: null };
  const { events } = parseArchive({ ...opened.files, ...none, sources: [] }).draft;
  return { ...opened, draft: { ...opened.draft, events } };
}

/** An archive that is nothing but what the file says. */
function begin(
  folder: string,
  imported: Imported,
  name: string,
  now: Date,
  cwd: string,
  flags: Flags,
): Opened {
  finishTogether(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal(`${folder} is not empty; nothing is overwritten`, [
      `name a folder that is empty or not there yet, or import into it with CONTENT_DIR=${shellWord(folder)}`,
    ]);
  const texts = emptyArchive(now, {
    title: imported.title || basename(name, extname(name)),
    deck: imported.deck || `Taken over from ${name}.`,
    language: flags['language'] ?? 'en-GB',
  });
  const file = (name: string) => asFile(relative(cwd, join(folder, name)), texts[name] ?? '');
  const files: Files = {
    site: file('site.yaml'),
    actors: file('actors.yaml'),
    references: file('references.yaml'),
    events: [],
    sources: [],
    media: new Map(),
    epilogue: null,
    about: null,
    permalinks: null,
    complete: true,
    problems: [],
  };
  return { folder, cwd, files, actorsRead: '', draft: parseArchive(files).draft };
}

/** What the file says of the whole, where the archive has a title of its own. */
const ofTheWhole = ({ title, deck }: Imported): Loss[] =>
  [
    { kind: 'title of the whole, for title in site.yaml', where: 'the whole', text: title },
    { kind: 'text on the whole, for deck in site.yaml', where: 'the whole', text: deck },
  ].filter(({ text }) => text !== '');

function reportOf(
  file: string,
  format: string,
  { tracks, references, left, missed, kept }: Converted,
  pages: readonly Page[],
  existing: Existing,
  more: Pick<Report, 'dry' | 'media'>,
): Report {
  const idsOf = (state: Page['state']): string[] =>
    pages.filter((page) => page.state === state).map(({ id }) => id);
  return {
    file,
    format,
    written: idsOf('written'),
    updated: idsOf('updated'),
    unchanged: idsOf('unchanged'),
    sourced: pages.filter(({ state, front }) => state === 'written' && !front['unsourced']).length,
    tracks: tracks.map(({ id }) => id),
    references: Object.keys(references),
    missed,
    kept: [...kept, ...existing.gone()],
    left: left.filter(({ noted }) => !noted),
    noted: [
      ...left.filter(({ noted }) => noted),
      ...(tracks.length > MANY_TRACKS
        ? [
            {
              kind: 'groups that became as many tracks, each a lane of the drawing',
              where: 'site.yaml',
              text: `${tracks.length} tracks`,
            },
          ]
        : []),
    ],
    ...more,
  };
}
