/** One date for several events. */
import * as words from '#words';
import type { Item } from './item.ts';

/**
 * When several events happened: from the earliest beginning of their dates to the latest end, years included. `''` if
 * both are open.
 * @param items at least one, in any order
 */
export function jointDate(items: readonly Item[]): string {
  let first = items[0]?.ends[0] ?? null;
  let last = items[0]?.ends.at(-1) ?? null;
  // Thousands of events may share a mark: no call and no array for each. An open end is outermost; of two that reach as
  // far, the coarser.
  for (const { ends } of items) {
    const start = ends[0] ?? null;
    const end = ends[ends.length - 1] ?? null;
    if (first && (!start || start.lo < first.lo || (start.lo === first.lo && start.hi > first.hi)))
      first = start;
    if (last && (!end || end.hi > last.hi || (end.hi === last.hi && end.lo < last.lo))) last = end;
  }
  if (!first) return last ? words.untilDate(last.name) : '';
  if (!last) return words.fromDate(first.name);
  if (first.year && last.year && first.year !== last.year)
    return words.years(first.year, last.year);
  return first.name === last.name ? first.name : words.range(first.name, last.name);
}

/** The accessible name of a mark of several. @param date of all of them; `''` if there is none */
export const clusterName = (count: number, date: string): string =>
  date ? words.clusterName(count, date) : words.eventCount(count);
