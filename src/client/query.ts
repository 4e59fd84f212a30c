/** The state as a query of the address, `?from=&to=&spacing=&track=…`; defaults are left out. */
import { CALENDAR_END } from '../timeline/index.ts';
import { FACETS, type Facet, type State } from './state.ts';

/** Beyond the calendar there is no ISO date: milliseconds then. */
const writeTime = (ms: number): string =>
  Math.abs(ms) < CALENDAR_END
    ? new Date(ms).toISOString().replace(/(T00:00)?(:00)?(\.000)?Z$/, '')
    : String(ms);

function readTime(text: string | null): number {
  if (!text) return Number.NaN;
  if (/^-?\d{16,}$/.test(text)) return Number(text);
  const iso = /^([+-]\d{6}|\d{4})-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(text);
  return iso ? Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`) : Number.NaN;
}

/**
 * The state as query parameters.
 * @param siteSpacing the spacing that the site sets, which is left out
 */
export function writeState(
  { window, spacing, filter }: State,
  siteSpacing: number,
): URLSearchParams {
  const query = new URLSearchParams();
  if (window) {
    query.set('from', writeTime(Math.round(window.lo)));
    query.set('to', writeTime(Math.round(window.hi)));
  }
  if (spacing !== siteSpacing) query.set('spacing', String(Math.round(spacing * 100) / 100));
  for (const facet of FACETS)
    if (filter[facet].length > 0) query.set(facet, filter[facet].join(','));
  if (filter.words) query.set('words', filter.words);
  return query;
}

/** The state of a query. A value that is no date, no number or out of bounds is ignored. */
export function readState(query: URLSearchParams, siteSpacing: number): State {
  const [lo, hi] = [readTime(query.get('from')), readTime(query.get('to'))];
  const spacing = Number(query.get('spacing') ?? Number.NaN);
  const list = (name: Facet): string[] => (query.get(name) ?? '').split(',').filter(Boolean);
  return {
    window: lo < hi ? { lo, hi } : null,
    spacing: spacing >= 0 && spacing <= 1 ? Math.round(spacing * 100) / 100 : siteSpacing,
    filter: {
      track: list('track'),
      kind: list('kind'),
      actor: list('actor'),
      words: (query.get('words') ?? '').slice(0, 200),
    },
  };
}
