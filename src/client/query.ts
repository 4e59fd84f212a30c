/** A view and a filter as a query, `?from=&to=&spacing=&track=…`; what is as usual is left out. */
import type { Extent } from '../timeline/index.ts';

export interface Filter {
  track: string[];
  kind: string[];
  actor: string[];
  /** Words that must all occur. */
  words: string;
}

export interface State {
  window: Extent | null;
  alpha: number;
  filter: Filter;
}

export const noFilter: Filter = { track: [], kind: [], actor: [], words: '' };

const FACETS = ['track', 'kind', 'actor'] as const;

/** Beyond this many milliseconds from 1970 there is no ISO date to write. */
const LAST = 8.64e15;

const writeTime = (ms: number): string =>
  Math.abs(ms) < LAST
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
 * @param usual the elasticity that needs no saying
 */
export function writeState({ window, alpha, filter }: State, usual: number): URLSearchParams {
  const query = new URLSearchParams();
  if (window) {
    query.set('from', writeTime(Math.round(window.lo)));
    query.set('to', writeTime(Math.round(window.hi)));
  }
  if (alpha !== usual) query.set('spacing', String(Math.round((1 - alpha) * 100) / 100));
  for (const facet of FACETS)
    if (filter[facet].length > 0) query.set(facet, filter[facet].join(','));
  if (filter.words) query.set('words', filter.words);
  return query;
}

/** The state a query gives; whatever in it is no date, no number or out of bounds counts as not said. */
export function readState(query: URLSearchParams, usual: number): State {
  const [lo, hi] = [readTime(query.get('from')), readTime(query.get('to'))];
  const spacing = Number(query.get('spacing') ?? Number.NaN);
  const list = (name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean);
  return {
    window: lo < hi ? { lo, hi } : null,
    alpha: spacing >= 0 && spacing <= 1 ? Math.round((1 - spacing) * 100) / 100 : usual,
    filter: {
      ...{ track: list('track'), kind: list('kind'), actor: list('actor') },
      words: (query.get('words') ?? '').slice(0, 200),
    },
  };
}
