/** Checks an archive against the rules of design.md, all of it at once. */
import { type Archive, joinArchive, type OwnPage } from '../model/archive.ts';
import { locateQuotes } from './locate.ts';
import { byPlace, type Counts, type Problem } from './problem.ts';
import { type Draft, type PageDraft, parseArchive, quoteIds } from './read/draft.ts';
import { type Files, readArchive } from './read/read.ts';
import { checkActors } from './rules/actors.ts';
import { checkAttribution } from './rules/attribution.ts';
import { checkBoundaries } from './rules/boundaries.ts';
import { checkCharacters } from './rules/characters.ts';
import { checkClocks } from './rules/clocks.ts';
import { checkCoverage } from './rules/coverage.ts';
import { checkDates } from './rules/dates.ts';
import { checkLanguage } from './rules/language.ts';
import { checkAnchors, checkNames, checkReserved } from './rules/names.ts';
import { checkPermalinks } from './rules/permalinks.ts';
import { checkQuotedWords } from './rules/quoted-words.ts';
import { checkQuotes } from './rules/quotes.ts';
import { checkDigests, checkExtracts, checkFurniture, checkOriginals } from './rules/sources.ts';
import { checkPages, checkText } from './rules/text.ts';
import { checkTranslations } from './rules/translations.ts';
import { checkUnsourced } from './rules/unsourced.ts';

export interface Report {
  /** Sorted by place. */
  problems: Problem[];
  counts: Counts;
  /** All that was read, right or wrong. */
  draft: Draft;
  /** Joined when it is asked for; `null` where there is an error. */
  readonly archive: Archive | null;
}

export interface CheckOptions {
  /** Whether a sentence that nobody quotes is an error. */
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

/** Checks an archive that has been read, or one that would be if the files were written. */
export function checkFiles(files: Files, { strict = false }: CheckOptions = {}): Report {
  // Hold each file against its schema; what is broken is left out of what follows.
  const { draft, problems: broken } = parseArchive(files);

  // Find the quotes once, for all the rules that ask where they are.
  const quotes = locateQuotes(draft);

  const problems = [
    ...files.problems,
    ...broken,
    ...checkCharacters(files, draft),
    ...checkDigests(draft),
    ...checkOriginals(draft),
    ...checkExtracts(draft),
    ...checkQuotes(quotes),
    ...checkBoundaries(draft, quotes),
    ...checkFurniture(draft),
    ...checkText(draft),
    ...checkQuotedWords(draft),
    ...checkPages(draft),
    ...checkDates(draft),
    ...checkClocks(draft),
    ...checkNames(draft),
    ...checkReserved(draft),
    ...checkAnchors(draft),
    ...checkAttribution(draft, quotes),
    ...checkActors(draft),
    ...checkPermalinks(draft, files.permalinks),
    ...checkLanguage(draft),
    ...checkTranslations(draft, quotes),
    ...checkUnsourced(draft, strict),
    ...checkCoverage(draft, quotes, strict),
  ].sort(byPlace);

  // Only what is right is joined.
  const right = problems.every(({ severity }) => severity !== 'error');
  let archive: Archive | null | undefined;
  return {
    problems,
    counts: countsOf(draft),
    draft,
    // Most who ask want the problems alone.
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

function join(draft: Draft): Archive | null {
  const { site, actors, references, events, epilogue, about } = draft;
  if (!site?.value || !actors?.value || !references?.value) return null;
  return joinArchive({
    site: site.value,
    actors: actors.value,
    references: references.value,
    sources: byId(
      [...draft.sources].flatMap(([id, { record, text }]) =>
        record?.value && text ? [[id, { record: record.value, text: text.text }]] : [],
      ),
    ),
    events: byId(events.flatMap(({ id, value }) => (value ? [[id, value]] : []))),
    bodies: byId(events.flatMap(({ id, body }) => (body ? [[id, body]] : []))),
    epilogue: pageOf(epilogue),
    about: pageOf(about),
  });
}

/** Without a prototype: an id may be `constructor`. */
const byId = <T>(entries: [id: string, value: T][]): Record<string, T> =>
  Object.assign(Object.create(null), Object.fromEntries(entries));

const pageOf = (page: PageDraft | null): OwnPage | null =>
  page?.value && page.body ? { title: page.value.title, body: page.body } : null;
