/** What the reader can change: the part of time in view, its spacing, and the filter. */
import type { Extent } from '../timeline/index.ts';

/** The parts of a filter that are lists of ids to choose from. */
export const FACETS = ['track', 'kind', 'actor', 'place'] as const;
export type Facet = (typeof FACETS)[number];

/** A value for each facet. */
export const byFacet = <Value>(of: (facet: Facet) => Value): Record<Facet, Value> =>
  Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as Record<Facet, Value>;

/** An event matches if it has one of the chosen values of each facet, and all of the words. */
export interface Filter extends Record<Facet, string[]> {
  words: string;
}

/** Immutable: every change makes another one. */
export interface State {
  /** `null` for all of time. */
  window: Extent | null;
  /** 0 to scale … 1 evenly spaced. */
  spacing: number;
  filter: Filter;
}

export const noFilter: Filter = { ...byFacet(() => []), words: '' };
