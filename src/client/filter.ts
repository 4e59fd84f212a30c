/** The filter: which events have a track, a kind, an actor, and words. */

import { FACETS, type Facet, type Filter } from './state.ts';
import type { Timeline } from './timeline.ts';

/** What the filter knows of an event. */
export interface Entry {
  /** Its place in the story; `null` if that is on another page, where `text` is its name alone. */
  element: HTMLElement | null;
  values: Record<Facet, readonly string[]>;
  /** Normalised, as words are that are looked for in it. */
  text: string;
}

/** Without accents and in lower case: "Sao" finds "São". */
const normalise = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The filter's words, normalised once for all events. */
let searched: { words: string; normalised: string[] } = { words: '', normalised: [] };
function searchWords(words: string): string[] {
  if (searched.words !== words) searched = { words, normalised: normalise(words).split(/\s+/) };
  return searched.normalised;
}

/** Whether an event matches. @param without a facet that does not count */
export const matches = ({ values, text }: Entry, filter: Filter, without?: Facet): boolean =>
  FACETS.every(
    (facet) =>
      facet === without ||
      filter[facet].length === 0 ||
      filter[facet].some((value) => values[facet].includes(value)),
  ) && searchWords(filter.words).every((word) => text.includes(word));

/** Whether a filter leaves anything out. */
export const isFiltering = (filter: Filter): boolean =>
  FACETS.some((facet) => filter[facet].length > 0) || filter.words.trim() !== '';

/** By event: the page's story (`data-track`, `data-kind`, `data-actor`), and the handover for other pages. */
export function entriesOf(timeline: Timeline, tracks: readonly string[]): Map<string, Entry> {
  const entries = new Map(
    [...document.querySelectorAll<HTMLElement>('.story > li')].map((element): [string, Entry] => {
      const values = (name: Facet): string[] =>
        (element.dataset[name] ?? '').split(' ').filter(Boolean);
      return [
        element.querySelector('article')?.id ?? '',
        {
          element,
          values: { track: values('track'), kind: values('kind'), actor: values('actor') },
          text: normalise(element.textContent ?? ''),
        },
      ];
    }),
  );
  for (const { id, name, track } of timeline.items) {
    const facts = timeline.facts(id);
    if (!facts || entries.has(id)) continue;
    const values = { track: [tracks[track] ?? ''], kind: [facts.kind], actor: facts.actors };
    entries.set(id, { element: null, values, text: normalise(name) });
  }
  return entries;
}
