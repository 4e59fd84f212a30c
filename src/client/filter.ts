/** The filter: which events have a track, a kind, an actor, a place, and words. */
import { searcher } from './search.ts';
import { byFacet, FACETS, type Facet, type Filter } from './state.ts';
import type { Timeline } from './timeline.ts';

/** What the filter knows of an event. */
export interface Entry {
  id: string;
  /** Its place in the story; `null` if that is on another page, where its name alone is searched. */
  element: HTMLElement | null;
  values: Record<Facet, readonly string[]>;
  /** Whether it has all of the words of a search. */
  has(words: string): boolean;
}

/** Whether an event matches. @param without a facet that does not count */
export const matches = ({ values, has }: Entry, filter: Filter, without?: Facet): boolean =>
  FACETS.every(
    (facet) =>
      facet === without ||
      filter[facet].length === 0 ||
      filter[facet].some((value) => values[facet].includes(value)),
  ) && has(filter.words);

/** Whether a filter leaves anything out. */
export const isFiltering = (filter: Filter): boolean =>
  FACETS.some((facet) => filter[facet].length > 0) || filter.words.trim() !== '';

/** By event: the page's story (`data-track`, `data-kind` …), and the handover for other pages. */
export function entriesOf(timeline: Timeline, tracks: readonly string[]): Map<string, Entry> {
  const entries = new Map(
    [...document.querySelectorAll<HTMLElement>('.story > li')].map((element): [string, Entry] => {
      const id = element.querySelector('article')?.id ?? '';
      return [
        id,
        {
          id,
          element,
          values: byFacet((facet) => (element.dataset[facet] ?? '').split(' ').filter(Boolean)),
          has: searcher(() => element.textContent ?? ''),
        },
      ];
    }),
  );
  for (const { id, name, track } of timeline.items) {
    const facts = timeline.facts(id);
    if (!facts || entries.has(id)) continue;
    const { kind, actors, place = '' } = facts;
    const values = { track: [tracks[track] ?? ''], kind: [kind], actor: actors, place: [place] };
    entries.set(id, { id, element: null, values, has: searcher(() => name) });
  }
  return entries;
}
