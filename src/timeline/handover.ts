/**
 * What the server hands the browser: the only description of it, its writer and its reader. A page carries it in a
 * `<script type="application/json">`, or its browser fetches it as `/data/timeline.json`.
 */
import type { Extent, Item, Lane } from './item.ts';
import type { View } from './view.ts';

export interface Handover {
  items: readonly Item[];
  lanes: readonly Lane[];
  /** The spacing that the site sets, as in a view. */
  spacing: number;
  /** BCP 47. */
  language: string;
  direction: View['direction'];
  /** Of a story in several parts only. */
  story?: Story;
}

/** In which part an event's article stands, and what the filter needs to know of an article on another page. */
export interface Story {
  /** For each part, the path of its page and the index of its first item. */
  parts: { path: string; first: number }[];
  /** For each item, in the same order. */
  facts: Facts[];
  /** Former id → id. */
  aliases: Record<string, string>;
}

/** What the filter needs to know of an event besides its track and its words. */
export interface Facts {
  kind: string;
  actors: string[];
  place?: string | undefined;
}

/** JSON has no infinity: an open end is `null`. */
interface ExtentJson {
  lo: number | null;
  hi: number | null;
}

/** What `toJson` writes. */
interface HandoverJson extends Omit<Handover, 'items'> {
  items: (Omit<Item, 'range' | 'solid'> & { range: ExtentJson; solid: ExtentJson | null })[];
}

/** As JSON that may stand in a script element: it holds no `<`. */
export const toJson = (handover: Handover): string =>
  JSON.stringify(handover).replaceAll('<', '\\u003c');

const revive = ({ lo, hi }: ExtentJson): Extent => ({ lo: lo ?? -Infinity, hi: hi ?? Infinity });

/** Reads what `toJson` has written. */
export function fromJson(json: string): Handover {
  const { items, ...rest } = JSON.parse(json) as HandoverJson;
  return {
    ...rest,
    items: items.map((item) => ({
      ...item,
      range: revive(item.range),
      solid: item.solid && revive(item.solid),
    })),
  };
}
