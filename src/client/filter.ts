/** The filter: tracks, kinds, actors and words, in the timeline and the story at once. */
import * as words from '#words';
import type { Item } from '../timeline/index.ts';
import { type Filter, noFilter } from './query.ts';
import type { Timeline } from './timeline.ts';

const FACETS = ['track', 'kind', 'actor'] as const;
type Facet = (typeof FACETS)[number];

/** What is known of an event, from its place in the story. */
interface Entry {
  /** `null` where that is another page; its text is then its name alone. */
  element: HTMLElement | null;
  values: Record<Facet, string[]>;
  text: string;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Wires the form. The story's items carry `data-track`, `data-kind` and `data-actor`.
 * @returns makes a filter the one in force and gives its predicate
 */
export function filterForm(timeline: Timeline): (filter: Filter) => (item: Item) => boolean {
  const { root } = timeline;
  const form = root.querySelector<HTMLFormElement>('form.filter');
  const status = root.querySelector<HTMLElement>('.filter-status');
  const toggle = root.querySelector<HTMLButtonElement>('button[data-do="filter"]');
  const tracks = [...(form?.querySelectorAll<HTMLInputElement>('input[name="track"]') ?? [])].map(
    ({ value }) => value,
  );
  const entries = new Map(
    [...document.querySelectorAll<HTMLElement>('.story > li')].map((element): [string, Entry] => {
      const values = (name: Facet): string[] =>
        (element.dataset[name] ?? '').split(' ').filter(Boolean);
      return [
        element.querySelector('article')?.id ?? '',
        {
          element,
          values: { track: values('track'), kind: values('kind'), actor: values('actor') },
          text: fold(element.textContent ?? ''),
        },
      ];
    }),
  );

  for (const { id, name, track } of timeline.items) {
    const facts = timeline.facts(id);
    if (!facts || entries.has(id)) continue;
    const values = { track: [tracks[track] ?? ''], kind: [facts.kind], actor: facts.actors };
    entries.set(id, { element: null, values, text: fold(name) });
  }
  const inParts = [...entries.values()].some(({ element }) => !element);

  let sought: { words: string; folded: string[] } = { words: '', folded: [] };
  /** The filter's words, folded once for all events. */
  const foldedWords = (words: string): string[] => {
    if (sought.words !== words) sought = { words, folded: fold(words).split(/\s+/) };
    return sought.folded;
  };
  const matches = (entry: Entry | undefined, filter: Filter, without?: Facet): boolean =>
    !entry ||
    (FACETS.every(
      (facet) =>
        facet === without ||
        filter[facet].length === 0 ||
        filter[facet].some((value) => entry.values[facet].includes(value)),
    ) &&
      foldedWords(filter.words).every((word) => entry.text.includes(word)));

  const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  const search = form?.querySelector<HTMLInputElement>('input[type="search"]');
  const read = (): Filter => {
    const chosen = (facet: Facet): string[] =>
      boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value);
    return {
      ...{ track: chosen('track'), kind: chosen('kind'), actor: chosen('actor') },
      words: search?.value ?? '',
    };
  };
  form?.addEventListener('input', () => timeline.set({ filter: read() }));
  form?.addEventListener('submit', (event) => event.preventDefault());
  const clear = (): void => timeline.set({ filter: noFilter });
  for (const button of root.querySelectorAll('button[data-do="clear"]'))
    button.addEventListener('click', clear);
  toggle?.addEventListener('click', () => {
    if (form) form.hidden = !form.hidden;
    toggle.setAttribute('aria-expanded', String(!form?.hidden));
    if (!form?.hidden) search?.focus();
  });

  return (filter) => {
    for (const box of boxes) {
      const facet = box.name as Facet;
      box.checked = filter[facet].includes(box.value);
      // How many there would be with this alone of its kind.
      const count = [...entries.values()].filter(
        (entry) => entry.values[facet].includes(box.value) && matches(entry, filter, facet),
      ).length;
      const shown = box.parentElement?.querySelector('.count');
      if (shown) shown.textContent = words.number(count);
    }
    if (search && search.value !== filter.words) search.value = filter.words;

    let count = 0;
    let here = 0;
    for (const entry of entries.values()) {
      const match = matches(entry, filter);
      if (match) count++;
      if (match && entry.element) here++;
      if (entry.element) entry.element.hidden = !match;
    }
    const filtered = FACETS.some((facet) => filter[facet].length > 0) || filter.words.trim() !== '';
    if (status) {
      status.hidden = !filtered;
      const text = status.querySelector('[role="status"]');
      if (text)
        text.textContent =
          count === 0
            ? words.noneMatches
            : inParts
              ? words.eventsMatchHere(count, entries.size, here)
              : words.eventsMatch(count, entries.size);
      if (text && inParts && filter.words.trim()) text.textContent += words.otherPagesTitles;
    }
    return ({ id }) => matches(entries.get(id), filter);
  };
}
