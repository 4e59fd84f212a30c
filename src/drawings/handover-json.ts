/** What the browser takes the timeline over with, where that is too much to send along with each page. */
import type { Archive } from '../model/archive.ts';
import { aliasesOf } from '../model/permalinks.ts';

/** Where an event's article stands, and what the filter asks of one that is not on the page. */
interface Story {
  /** For each part, its path and which item is its first. */
  parts: { path: string; first: number }[];
  /** For each item, in the same order. */
  facts: { kind: string; actors: string[] }[];
  /** Former id → id. */
  aliases: Record<string, string>;
}

/**
 * @param drawing the timeline's items, lanes, elasticity and language; JSON has no infinity: an open end is null
 * @param parts of the story, with their paths
 */
export function timelineJson(
  { events }: Archive,
  drawing: object,
  parts: readonly { path: string; length: number }[],
): string {
  let first = 0;
  const story: Story = {
    parts: parts.map(({ path, length }) => {
      first += length;
      return { path, first: first - length };
    }),
    facts: events.map(({ record }) => ({ kind: record.kind, actors: record.actors })),
    aliases: Object.fromEntries(
      events.flatMap((event) => aliasesOf(event).map((alias) => [alias, event.id])),
    ),
  };
  return JSON.stringify({ ...drawing, story });
}
