/** What a search finds: a list of events with the words around, and the words marked in the story. */
import * as words from '#words';
import type { Entry } from './filter.ts';
import { findWords, searchWords } from './search.ts';
import type { Timeline } from './timeline.ts';

/** Events in the list, and places marked in the story, at most. */
const LISTED = 30;
const MARKED = 1000;
/** Characters before and after the first word that is found. */
const AROUND = [40, 90] as const;

/** Shows what a search finds; nothing without words. */
export function showHits(timeline: Timeline, entries: readonly Entry[], text: string): void {
  const list = timeline.root.querySelector<HTMLElement>('.hits');
  if (!list) return;
  const wanted = searchWords(text);
  const found = wanted.length > 0 ? entries : [];
  list.hidden = found.length === 0;
  list.replaceChildren(...found.slice(0, LISTED).map((entry) => hitOf(timeline, entry, wanted)));
  if (found.length > LISTED) list.append(element('li', [words.andMore(found.length - LISTED)]));
  markIn(
    found.flatMap(({ element }) => element ?? []),
    wanted,
  );
}

function element(name: string, children: readonly (Node | string)[], className = ''): HTMLElement {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function hitOf(timeline: Timeline, { id, element: place }: Entry, wanted: string[]): HTMLElement {
  const link = document.createElement('a');
  link.href = timeline.elsewhere(id) ?? `#${id}`;
  if (!place) {
    link.textContent = timeline.items.find((item) => item.id === id)?.name ?? '';
    return element('li', [link]);
  }
  const title = place.querySelector('h2')?.textContent ?? '';
  const date = place.querySelector('.fact-date .date')?.textContent ?? '';
  link.append(...marked(title, wanted));
  const around = contextOf(place, wanted);
  return element('li', [
    link,
    ...(date ? [element('span', [date], 'date')] : []),
    ...(around ? [element('span', marked(around, wanted), 'around')] : []),
  ]);
}

/** A text with what was found in `<mark>`. */
function marked(text: string, wanted: readonly string[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const [from, to] of findWords(text, wanted)) {
    parts.push(text.slice(end, from), element('mark', [text.slice(from, to)]));
    end = to;
  }
  return [...parts, text.slice(end)];
}

/** The words around the first place outside the title that is found, cut between words. */
function contextOf(place: HTMLElement, wanted: readonly string[]): string {
  for (const node of textsIn(place)) {
    const block = node.parentElement?.closest('p, blockquote, dd, li');
    // The place itself is an item of a list.
    if (!block || block.contains(place) || findWords(node.data, wanted).length === 0) continue;
    const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    const [first] = findWords(text, wanted);
    if (!first) continue;
    const from = first[0] < AROUND[0] ? 0 : text.lastIndexOf(' ', first[0] - AROUND[0]) + 1;
    const to = text.lastIndexOf(' ', first[1] + AROUND[1]);
    const isWhole = first[1] + AROUND[1] >= text.length || to <= first[1];
    return `${from > 0 ? '… ' : ''}${text.slice(from, isWhole ? undefined : to)}${isWhole ? '' : ' …'}`;
  }
  return '';
}

function* textsIn(root: Node): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
}

/** Marks words in the story by a highlight (`::highlight(hit)`), which changes nothing of the page. */
function markIn(places: readonly HTMLElement[], wanted: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const ranges: Range[] = [];
  for (const place of places)
    for (const node of textsIn(place)) {
      if (ranges.length >= MARKED) break;
      for (const [from, to] of findWords(node.data, wanted)) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
    }
  if (ranges.length > 0) CSS.highlights.set('hit', new Highlight(...ranges));
  else CSS.highlights.delete('hit');
}
