/**
 * Hands the checked archive from its reader to the pages. Both run in one process, but Vite loads the modules of the
 * pages a second time, so the archive is kept in a global and not in a module.
 */
import type { Report } from '../check/check.ts';
import type { OriginalFile } from '../check/read/read.ts';
import type { Archive } from '../model/archive.ts';

interface Held {
  /** The last reading, with or without errors. */
  report?: Report;
  /** The last archive without errors: the pages show it while an author corrects a mistake. */
  archive?: Archive;
  /** The documents that its sources were taken from, by source. */
  originals?: Map<string, OriginalFile>;
}

const KEY = Symbol.for('readily-accepted.checked');
const shared = globalThis as Record<symbol, Held | undefined>;
const held: Held = shared[KEY] ?? {};
shared[KEY] = held;

/** The folder of the archive. */
export const contentFolder = (): string => process.env['CONTENT_DIR'] || 'content';

/** Stores a reading. If it has no errors, the pages show its archive from now on. */
export function handOn(report: Report): Report {
  held.report = report;
  if (report.archive) {
    held.archive = report.archive;
    held.originals = new Map(
      [...report.draft.sources.values()].flatMap(({ id, original }) =>
        original ? [[id, original]] : [],
      ),
    );
  }
  return report;
}

/** The last reading, if there was one. */
export const lastReport = (): Report | undefined => held.report;

/**
 * The archive that the pages show.
 * @throws {Error} if no reading was without errors: pages show only what `check` has passed
 */
export function checkedArchive(): Archive {
  if (!held.archive) throw new Error('the content has problems: npm run check says which');
  return held.archive;
}

/** The document that a source of {@link checkedArchive} was taken from, if it was taken from one. */
export const originalOf = (source: string): OriginalFile | undefined => held.originals?.get(source);
