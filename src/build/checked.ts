/**
 * What `check` has read and passed, from whoever read it to the pages that show it. They run in one process, but Vite
 * loads the pages' modules a second time: so it hangs on the process, and not on a module.
 */
import type { Report } from '../check/check.ts';
import type { Archive } from '../model/archive.ts';

interface Held {
  /** The last reading, right or wrong. */
  report?: Report;
  /** The last archive that was right: while an author mends something, the pages show this one. */
  archive?: Archive;
}

const KEY = Symbol.for('readily-accepted.checked');
const shared = globalThis as Record<symbol, Held | undefined>;
const held: Held = shared[KEY] ?? {};
shared[KEY] = held;

/** Hands on a reading; its archive, if it is right, is what the pages show from now on. */
export function handOn(report: Report): Report {
  held.report = report;
  if (report.archive) held.archive = report.archive;
  return report;
}

/** The last reading, if there was one. */
export const lastReport = (): Report | undefined => held.report;

/**
 * The archive that the pages show.
 * @throws {Error} where nothing right has been read: nothing is shown that `check` has not passed
 */
export function checkedArchive(): Archive {
  if (!held.archive) throw new Error('the content has problems: npm run check says which');
  return held.archive;
}
