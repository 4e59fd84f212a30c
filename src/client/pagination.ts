/** Pagination: on which page of a story in parts an event's article stands. */
import type { Facts, Item, Story } from '../timeline/index.ts';

export interface Pagination {
  /**
   * The address of an anchor on another page: an event's id, present or former, or a quote's anchor. `null` if it is on
   * this page or on none.
   */
  elsewhere(anchor: string): string | null;
  /** What the filter needs to know of an event; `null` where all are on this page. */
  facts(id: string): Facts | null;
}

/**
 * @param story `undefined` if it is on one page
 * @param here number of the part that the page holds, from 1; `undefined` if it holds none
 */
export function paginationOf(
  items: readonly Item[],
  story: Story | undefined,
  here: string | undefined,
): Pagination {
  if (!story) return { elsewhere: () => null, facts: () => null };
  const order = new Map(items.map(({ id }, i) => [id, i]));
  const eventOf = (anchor: string): string | undefined => {
    const id = story.aliases[anchor] ?? anchor;
    if (order.has(id)) return id;
    // A quote's anchor is `q-<event>-<quote>`, and both may contain hyphens.
    for (let end = anchor.lastIndexOf('-'); end > 2; end = anchor.lastIndexOf('-', end - 1)) {
      const event = anchor.slice(2, end);
      if (anchor.startsWith('q-') && order.has(event)) return event;
    }
    return undefined;
  };
  return {
    elsewhere(anchor) {
      const event = eventOf(anchor);
      if (event === undefined) return null;
      const at = order.get(event) ?? 0;
      const part = story.parts.findLastIndex(({ first }) => first <= at);
      return part + 1 === Number(here) ? null : `${story.parts[part]?.path}#${anchor}`;
    },
    facts: (id) => story.facts[order.get(id) ?? -1] ?? null,
  };
}
