/** One date for several events. */
import * as words from '#words';
import type { DateEnd, Item } from './item.ts';

/**
 * When several events happened: from the earliest beginning of their dates to the latest end, years included. `''` if
 * both are open.
 * @param items at least one, in any order
 */
export function jointDate(items: readonly Item[]): string {
  let first = items[0]?.ends[0] ?? null;
  let last = items[0]?.ends.at(-1) ?? null;
  for (const { ends } of items) {
    first = outer(first, ends[0] ?? null, (a, b) => a.lo - b.lo || b.hi - a.hi);
    last = outer(last, ends.at(-1) ?? null, (a, b) => b.hi - a.hi || a.lo - b.lo);
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

/** The end further out; an open one is outermost. Of two that reach as far, the coarser. */
const outer = (
  a: DateEnd | null,
  b: DateEnd | null,
  compare: (a: DateEnd, b: DateEnd) => number,
): DateEnd | null => (a && b ? (compare(a, b) <= 0 ? a : b) : null);
