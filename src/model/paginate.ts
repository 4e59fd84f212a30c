/** Pagination: a long story is split into parts, one page each. */
import type { Event } from './archive.ts';

/** The part of the story on one page. */
export interface Part {
  /** From 1; the first is on the home page. */
  number: number;
  /** In time order. */
  events: Event[];
}

/**
 * A story of at most so many events stays on one page, if its articles have at most so many bytes of HTML, about 130
 * kB compressed.
 */
export const WHOLE = 300;
const HEAVIEST_WHOLE = 2_000_000;
/** Bytes of HTML of the articles of one part; an eighth of it compressed. */
const HEAVIEST = 300_000;

/**
 * Splits a story into parts of about the same size; one part if it fits on one page.
 * @param weigh estimates the bytes of an event's article
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
    // An event belongs to the part in which its middle falls, so that no part is larger by more than one event.
    const number = Math.min(Math.floor((before + weight / 2) / share), count - 1);
    before += weight;
    const last = parts.at(-1);
    if (last && last.number === number) last.events.push(event);
    else parts.push({ number, events: [event] });
  });
  // A large event can leave a part without events, so parts are renumbered.
  return parts.map(({ events: own }, i) => ({ number: i + 1, events: own }));
}
