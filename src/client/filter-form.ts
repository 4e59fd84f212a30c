/** The filter's form: hides events in the timeline and in the story at once. */
import * as words from '#words';
import type { Item } from '../timeline/index.ts';
import { type Entry, entriesOf, isFiltering, matches } from './filter.ts';
import { type Facet, type Filter, noFilter } from './state.ts';
import type { Timeline } from './timeline.ts';

type Entries = ReadonlyMap<string, Entry>;

/**
 * Wires the form.
 * @returns puts a filter in force, and gives its predicate
 */
export function filterForm(timeline: Timeline): (filter: Filter) => (item: Item) => boolean {
  const { root } = timeline;
  const form = root.querySelector<HTMLFormElement>('form.filter');
  const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  const search = form?.querySelector<HTMLInputElement>('input[type="search"]') ?? null;
  const status = root.querySelector<HTMLElement>('.filter-status');
  const tracks = boxes.filter(({ name }) => name === 'track').map(({ value }) => value);
  const entries = entriesOf(timeline, tracks);

  form?.addEventListener('input', () => timeline.set({ filter: readForm(boxes, search) }));
  form?.addEventListener('submit', (event) => event.preventDefault());
  for (const button of root.querySelectorAll('button[data-do="clear"]'))
    button.addEventListener('click', () => timeline.set({ filter: noFilter }));
  const toggle = root.querySelector<HTMLButtonElement>('button[data-do="filter"]');
  toggle?.addEventListener('click', () => {
    if (form) form.hidden = !form.hidden;
    toggle.setAttribute('aria-expanded', String(!form?.hidden));
    if (!form?.hidden) search?.focus();
  });

  return (filter) => {
    for (const box of boxes) showChoice(box, filter, entries);
    if (search && search.value !== filter.words) search.value = filter.words;
    for (const entry of entries.values())
      if (entry.element) entry.element.hidden = !matches(entry, filter);
    if (status) showStatus(status, filter, entries);
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
  const chosen = (facet: Facet): string[] =>
    boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value);
  return {
    track: chosen('track'),
    kind: chosen('kind'),
    actor: chosen('actor'),
    words: search?.value ?? '',
  };
}

/** Whether a box is checked, and how many events there would be if it alone of its facet were. */
function showChoice(box: HTMLInputElement, filter: Filter, entries: Entries): void {
  const facet = box.name as Facet;
  box.checked = filter[facet].includes(box.value);
  const count = [...entries.values()].filter(
    (entry) => entry.values[facet].includes(box.value) && matches(entry, filter, facet),
  ).length;
  const shown = box.parentElement?.querySelector('.count');
  if (shown) shown.textContent = words.number(count);
}

/** How many events match, while the filter leaves any out. */
function showStatus(status: HTMLElement, filter: Filter, entries: Entries): void {
  status.hidden = !isFiltering(filter);
  const text = status.querySelector('[role="status"]');
  if (!text) return;
  const all = [...entries.values()];
  const matching = all.filter((entry) => matches(entry, filter));
  const here = matching.filter(({ element }) => element).length;
  const inParts = all.some(({ element }) => !element);
  const { length } = matching;
  text.textContent =
    (length === 0
      ? words.noneMatches
      : inParts
        ? words.eventsMatchHere(length, all.length, here)
        : words.eventsMatch(length, all.length)) +
    (inParts && filter.words.trim() ? words.otherPagesTitles : '');
}
