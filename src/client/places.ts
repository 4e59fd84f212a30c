/** Of a story in parts: on which page an event's article stands. */
import type { Item } from '../timeline/index.ts';

/** What the filter asks of an event. */
export interface Facts {
  kind: string;
  actors: string[];
}

/** As `exports/timeline-json.ts` writes it. */
export interface Story {
  parts: { path: string; first: number }[];
  facts: Facts[];
  aliases: Record<string, string>;
}

export interface Places {
  /** Where the article of an anchor (an event's id, present or former, or a quote's) stands; `null` for this page. */
  elsewhere(anchor: string): string | null;
  facts(id: string): Facts | null;
}

/**
 * @param story `undefined` where it is whole
 * @param here which part the page holds, from 1; none where it holds none
 */
export function placesOf(
  items: readonly Item[],
  story: Story | undefined,
  here: string | undefined,
): Places {
  if (!story) return { elsewhere: () => null, facts: () => null };
  const order = new Map(items.map(({ id }, i) => [id, i]));
  const eventOf = (anchor: string): string | undefined => {
    const id = story.aliases[anchor] ?? anchor;
    if (order.has(id)) return id;
    // A quote's anchor is `q-<event>-<quote>`, and both have hyphens of their own.
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
