/** The state as a query of the address, `?from=&to=&spacing=&track=…`; defaults are left out. */
import { CALENDAR_END } from '../timeline/index.ts';
import { byFacet, FACETS, type Filter, type State } from './state.ts';

/** Without the zeros at its end, down to a day: `2019-04-25`, `2019-04-25T14`. Beyond the calendar, milliseconds. */
const writeTime = (ms: number): string =>
  Math.abs(ms) < CALENDAR_END
    ? new Date(ms).toISOString().replace(/(?:(?:(?:T00)?:00)?:00)?(?:\.000)?Z$/, '')
    : String(ms);

const ISO =
  /^(?:[+-]\d{6}|\d{4})(?:-\d\d(?:-\d\d(?<hour>T\d\d(?<minute>:\d\d(?::\d\d(?:\.\d+)?)?)?)?)?)?$/;

/** @returns `open` where there is no text, `NaN` where it is no time */
function readTime(text: string | null, open: number): number {
  if (!text) return open;
  if (/^-?\d{16,}$/.test(text)) return Number(text);
  const parts = ISO.exec(text)?.groups;
  if (!parts) return Number.NaN;
  // A date by itself is read as UTC.
  return Date.parse(parts['hour'] ? `${text}${parts['minute'] ? '' : ':00'}Z` : text);
}

/**
 * The state as query parameters. An end of the window that is infinite is left out.
 * @param siteSpacing the spacing that the site sets, which is left out
 */
export function writeState(
  { window, spacing, filter }: State,
  siteSpacing: number,
): URLSearchParams {
  const query = new URLSearchParams();
  const { lo = -Infinity, hi = Infinity } = window ?? {};
  if (lo > -Infinity) query.set('from', writeTime(Math.round(lo)));
  if (hi < Infinity) query.set('to', writeTime(Math.round(hi)));
  if (spacing !== siteSpacing) query.set('spacing', String(Math.round(spacing * 100) / 100));
  for (const facet of FACETS)
    if (filter[facet].length > 0) query.set(facet, filter[facet].join(','));
  if (filter.words) query.set('words', filter.words);
  return query;
}

/** A filter as the query of an address, `''` where it shows all. */
export function filterQuery(filter: Filter): string {
  const query = writeState({ window: null, spacing: 0, filter }, 0);
  return query.size > 0 ? `?${query}` : '';
}

/** The state of a query. A value that is no date, no number or out of bounds is ignored. */
export function readState(query: URLSearchParams, siteSpacing: number): State {
  const lo = readTime(query.get('from'), -Infinity);
  const hi = readTime(query.get('to'), Infinity);
  const spacing = Number(query.get('spacing') ?? Number.NaN);
  return {
    window: lo < hi && (lo > -Infinity || hi < Infinity) ? { lo, hi } : null,
    spacing: spacing >= 0 && spacing <= 1 ? Math.round(spacing * 100) / 100 : siteSpacing,
    filter: {
      ...byFacet((facet) => (query.get(facet) ?? '').split(',').filter(Boolean)),
      words: (query.get('words') ?? '').slice(0, 200),
    },
  };
}
