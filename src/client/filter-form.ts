/** The filter's form: hides events in the timeline and in the story at once. */
import * as words from '#words';
import type { Item } from '../timeline/index.ts';
import { type Entry, entriesOf, isFiltering, matches } from './filter.ts';
import { showHits } from './hits.ts';
import { filterQuery } from './query.ts';
import { byFacet, type Facet, type Filter, noFilter } from './state.ts';
import type { Timeline } from './timeline.ts';

/**
 * Wires the form.
 * @returns puts a filter in force, and gives its predicate
 */
export function filterForm(timeline: Timeline): (filter: Filter) => (item: Item) => boolean {
  const { root } = timeline;
  const form = root.querySelector<HTMLFormElement>('form.filter');
  const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  const search = root.querySelector<HTMLInputElement>('input[type="search"]');
  const status = root.querySelector<HTMLElement>('.filter-status');
  const toggle = root.querySelector<HTMLButtonElement>('button[data-do="filter"]');
  const tracks = boxes.filter(({ name }) => name === 'track').map(({ value }) => value);
  const entries = entriesOf(timeline, tracks);
  const all = [...entries.values()];

  for (const part of [form, search?.form]) {
    part?.addEventListener('input', () => timeline.set({ filter: readForm(boxes, search) }));
    part?.addEventListener('submit', (event) => event.preventDefault());
  }
  for (const button of root.querySelectorAll('button[data-do="clear"]'))
    button.addEventListener('click', () => {
      timeline.set({ filter: noFilter });
      // The pressed button hides.
      toggle?.focus();
    });
  toggle?.addEventListener('click', () => {
    if (form) form.hidden = !form.hidden;
    toggle.setAttribute('aria-expanded', String(!form?.hidden));
  });

  return (filter) => {
    for (const box of boxes) showChoice(box, filter, all);
    if (search && search.value !== filter.words) search.value = filter.words;
    for (const entry of all) if (entry.element) entry.element.hidden = !matches(entry, filter);
    if (status) showStatus(status, filter, all);
    showHits(
      timeline,
      all.filter((entry) => matches(entry, filter)),
      filter.words,
    );
    // The other pages of the story keep the filter.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.parts a'))
      link.search = filterQuery(filter);
    return ({ id }) => {
      const entry = entries.get(id);
      return !entry || matches(entry, filter);
    };
  };
}

/** What a filter asks for, in words. */
export const filterName = (root: HTMLElement, { words: text }: Filter): string =>
  [
    ...[...root.querySelectorAll('.filter :checked + span')].map(({ textContent }) => textContent),
    text.trim() && words.quoted(text.trim()),
  ]
    .filter(Boolean)
    .join(words.comma);

function readForm(boxes: readonly HTMLInputElement[], search: HTMLInputElement | null): Filter {
  const chosen = boxes.filter(({ checked }) => checked);
  return {
    ...byFacet((facet) => chosen.filter(({ name }) => name === facet).map(({ value }) => value)),
    words: search?.value ?? '',
  };
}

/** Whether a box is checked, and how many events there would be if it alone of its facet were. */
function showChoice(box: HTMLInputElement, filter: Filter, entries: readonly Entry[]): void {
  const facet = box.name as Facet;
  box.checked = filter[facet].includes(box.value);
  const count = entries.filter(
    (entry) => entry.values[facet].includes(box.value) && matches(entry, filter, facet),
  ).length;
  const shown = box.parentElement?.querySelector('.matching');
  if (shown) shown.textContent = words.number(count);
}

/** How many events match, while the filter leaves any out. */
function showStatus(status: HTMLElement, filter: Filter, entries: readonly Entry[]): void {
  status.hidden = !isFiltering(filter);
  const text = status.querySelector('[role="status"]');
  if (!text) return;
  const matching = entries.filter((entry) => matches(entry, filter));
  const here = matching.filter(({ element }) => element).length;
  const inParts = entries.some(({ element }) => !element);
  const { length } = matching;
  text.textContent =
    (length === 0
      ? words.noneMatches
      : inParts
        ? words.eventsMatchHere(length, entries.length, here)
        : words.eventsMatch(length, entries.length)) +
    (inParts && filter.words.trim() ? words.otherPagesTitles : '');
}
