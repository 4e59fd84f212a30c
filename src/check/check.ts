/** Checks an archive against all rules at once; `docs/content.md` lists them by number. */
import type { Archive, OwnPage } from '../model/archive.ts';
import type { Body } from '../model/body.ts';
import type { EventRecord } from '../model/event.ts';
import { joinArchive, type Records } from '../model/join.ts';
import type { Site } from '../model/site.ts';
import type { SourceRecord } from '../model/source.ts';
import { locateQuotes } from './locate.ts';
import { byPlace, type Counts, type Problem } from './problem.ts';
import { type Draft, type PageDraft, parseArchive, quoteIds } from './read/draft.ts';
import { sectionsOf } from './read/original.ts';
import { type Files, readArchive } from './read/read.ts';
import { checkActors } from './rules/actors.ts';
import { checkAttribution } from './rules/attribution.ts';
import { checkBoundaries } from './rules/boundaries.ts';
import { checkCharacters } from './rules/characters.ts';
import { checkClocks } from './rules/clocks.ts';
import { checkDates } from './rules/dates.ts';
import { checkFigures } from './rules/figures.ts';
import { checkLanguage } from './rules/language.ts';
import { checkMedia } from './rules/media.ts';
import { checkAnchors, checkNames, checkReserved } from './rules/names.ts';
import { checkExtracts, checkOriginals } from './rules/originals.ts';
import { checkPlaces } from './rules/places.ts';
import { checkPublishedAddresses } from './rules/published-addresses.ts';
import { checkQuotedWords } from './rules/quoted-words.ts';
import { checkQuotes } from './rules/quotes.ts';
import { checkReferences } from './rules/references.ts';
import { checkRetractions } from './rules/retractions.ts';
import { checkDigests, checkFurniture, checkLines, checkWhereabouts } from './rules/sources.ts';
import { checkPages, checkText } from './rules/text.ts';
import { checkTranslations } from './rules/translations.ts';
import { checkUnquotedSentences } from './rules/unquoted-sentences.ts';
import { checkUnsourced } from './rules/unsourced.ts';

export interface Report {
  /** Sorted by file, line and column. */
  problems: Problem[];
  counts: Counts;
  /** Everything that was read, with or without errors. */
  draft: Draft;
  /** Built when first needed; `null` if there is an error. */
  readonly archive: Archive | null;
}

export interface CheckOptions {
  /** Whether unquoted sentences, unsourced events and links to pages that nobody has seen are errors. */
  strict?: boolean;
  /** What file names in problems are relative to. */
  cwd?: string;
}

/** Checks the archive in a folder. Never throws on its content. */
export function checkArchive(
  folder: string,
  { strict = false, cwd = process.cwd() }: CheckOptions = {},
): Report {
  return checkFiles(readArchive(folder, cwd), { strict });
}

/** Checks an archive that has been read, or whose files are about to be written. */
export function checkFiles(files: Files, { strict = false }: CheckOptions = {}): Report {
  // Validate each file by its schema; the rules below skip what is invalid.
  const { draft, problems: broken } = parseArchive(files);

  // Find the quotes once, for all rules that need their positions.
  const quotes = locateQuotes(draft);

  const problems = [
    ...files.problems,
    ...broken,
    ...checkCharacters(files, draft),
    ...checkWhereabouts(draft),
    ...checkDigests(draft),
    ...checkOriginals(draft),
    ...checkExtracts(draft),
    ...checkLines(draft),
    ...checkQuotes(quotes),
    ...checkBoundaries(draft, quotes),
    ...checkFurniture(draft),
    ...checkText(draft),
    ...checkQuotedWords(draft),
    ...checkFigures(draft),
    ...checkPages(draft),
    ...checkDates(draft),
    ...checkClocks(draft),
    ...checkNames(draft),
    ...checkPlaces(draft),
    ...checkReserved(draft),
    ...checkAnchors(draft),
    ...checkAttribution(draft, quotes),
    ...checkActors(draft),
    ...checkPublishedAddresses(draft, files.permalinks),
    ...checkLanguage(draft),
    ...checkTranslations(draft, quotes),
    ...checkReferences(draft, strict),
    ...checkMedia(files, draft),
    ...checkRetractions(draft),
    ...checkUnsourced(draft, strict),
    ...checkUnquotedSentences(draft, quotes, strict),
  ].sort(byPlace);

  // Only an archive without errors is built.
  const right = problems.every(({ severity }) => severity !== 'error');
  let archive: Archive | null | undefined;
  return {
    problems,
    counts: countsOf(draft),
    draft,
    // Most callers need the problems only.
    get archive() {
      archive ??= right ? join(draft) : null;
      return archive;
    },
  };
}

const countsOf = (draft: Draft): Counts => ({
  events: draft.events.length,
  quotes: draft.events.reduce((sum, event) => sum + quoteIds(event).length, 0),
  sources: draft.sources.size,
});

/** In an archive without errors no value is missing. */
function join({ site, actors, references, sources, events, epilogue, about }: Draft): Archive {
  return joinArchive({
    site: site?.value as Site,
    actors: actors?.value as Records['actors'],
    references: references?.value as Records['references'],
    sources: byId(
      [...sources].map(([id, { record, text, original }]) => [
        id,
        {
          record: record?.value as SourceRecord,
          text: text?.text as string,
          sections: sectionsOf(original, record?.part.original?.charset),
        },
      ]),
    ),
    events: byId(events.map(({ id, value }) => [id, value as EventRecord])),
    bodies: byId(events.map(({ id, body }) => [id, body as Body])),
    epilogue: pageOf(epilogue),
    about: pageOf(about),
  });
}

/** Without a prototype: an id may be `constructor`. */
const byId = <T>(entries: [id: string, value: T][]): Record<string, T> =>
  Object.assign(Object.create(null), Object.fromEntries(entries));

const pageOf = (page: PageDraft | null): OwnPage | null =>
  page && { title: page.value?.title as string, body: page.body as Body };
