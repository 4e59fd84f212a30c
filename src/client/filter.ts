/** The filter: which events have a track, a kind, an actor, and words. */
import { searcher } from './search.ts';
import { FACETS, type Facet, type Filter } from './state.ts';
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

/** By event: the page's story (`data-track`, `data-kind`, `data-actor`), and the handover for other pages. */
export function entriesOf(timeline: Timeline, tracks: readonly string[]): Map<string, Entry> {
  const entries = new Map(
    [...document.querySelectorAll<HTMLElement>('.story > li')].map((element): [string, Entry] => {
      const values = (name: Facet): string[] =>
        (element.dataset[name] ?? '').split(' ').filter(Boolean);
      const id = element.querySelector('article')?.id ?? '';
      return [
        id,
        {
          id,
          element,
          values: { track: values('track'), kind: values('kind'), actor: values('actor') },
          has: searcher(() => element.textContent ?? ''),
        },
      ];
    }),
  );
  for (const { id, name, track } of timeline.items) {
    const facts = timeline.facts(id);
    if (!facts || entries.has(id)) continue;
    const values = { track: [tracks[track] ?? ''], kind: [facts.kind], actor: facts.actors };
    entries.set(id, { id, element: null, values, has: searcher(() => name) });
  }
  return entries;
}
