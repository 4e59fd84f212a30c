/** The story in parts: beyond some length, no page holds all of it. */
import type { Event } from './archive.ts';

/** A stretch of the story that one page holds. */
export interface Part {
  /** From 1: the first is on the home page. */
  number: number;
  /** In time order. */
  events: Event[];
}

/** A story of so many events stays whole, if its articles have no more bytes of HTML than make 130 kB when sent. */
export const WHOLE = 300;
const HEAVIEST_WHOLE = 2_000_000;
/** Of the articles of one part, in bytes of HTML: an eighth of it when it is sent. */
const HEAVIEST = 300_000;

/**
 * The story, whole or in parts that weigh about the same, none of them more than a page may.
 * @param weigh the bytes of an event's article, about
 */
export function paginate(events: readonly Event[], weigh: (event: Event) => number): Part[] {
  const weights = events.map(weigh);
  const sum = weights.reduce((a, b) => a + b, 0);
  const isWhole = events.length <= WHOLE && sum <= HEAVIEST_WHOLE;
  const count = isWhole ? 1 : Math.max(Math.ceil(sum / HEAVIEST), 2);
  const share = sum / count;
  const parts: Part[] = [];
  let before = 0;
  events.forEach((event, i) => {
    const weight = weights[i] ?? 0;
    // By the middle of its weight, so that the parts differ by one event at most.
    const number = Math.min(Math.floor((before + weight / 2) / share), count - 1);
    before += weight;
    const last = parts.at(-1);
    if (last && last.number === number) last.events.push(event);
    else parts.push({ number, events: [event] });
  });
  // A heavy event may leave a share empty.
  return parts.map(({ events: own }, i) => ({ number: i + 1, events: own }));
}
