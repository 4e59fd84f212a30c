/** What each lane holds of all of time, arranged so that a view's part of it is found without a look at every item. */
import { bisectLeft, bisectRight } from 'd3';
import { footprint, isInside } from './extents.ts';
import type { Frame } from './frame.ts';
import { type Extent, home, type Item, type PlacedItem } from './item.ts';
import type { LaneContents, WideItem } from './lane.ts';
import type { Prepared } from './prepare.ts';

export interface Track {
  /** Items that are dots, and their moments, in time order. */
  dots: PlacedItem[];
  moments: number[];
  /** Items that are more, and what must be in view for one to be seen. */
  wide: PlacedItem[];
  extents: Extent[];
}

/** A filter holds for many views. */
const known = new WeakMap<Prepared, { shows: (item: Item) => boolean; tracks: Track[] }>();

/**
 * The items that are shown, by lane.
 * @param count of lanes
 */
export function tracksOf(
  prepared: Prepared,
  count: number,
  shows: (item: Item) => boolean,
): Track[] {
  const last = known.get(prepared);
  if (last?.shows === shows && last.tracks.length === count) return last.tracks;
  const tracks = Array.from(
    { length: count },
    (): Track => ({ dots: [], moments: [], wide: [], extents: [] }),
  );
  for (const entry of prepared.anchored) {
    const { item, anchor, dot } = entry;
    const track = tracks[item.track];
    if (!track || !shows(item)) continue;
    if (dot) {
      track.dots.push(entry);
      track.moments.push(anchor);
    } else {
      track.wide.push(entry);
      track.extents.push(item.lasting ? home(item) : item.range);
    }
  }
  known.set(prepared, { shows, tracks });
  return tracks;
}

/**
 * Whether there are more events than a reader takes in one by one. Their marks keep further apart than a finger: what
 * is drawn of ten thousand is no more than of a hundred. It goes by what is shown in all of time, so that zooming
 * changes nothing but the places.
 */
export const isMany = (tracks: readonly Track[]): boolean =>
  tracks.reduce((count, { dots, wide }) => count + dots.length + wide.length, 0) > 300;

/** What is in view of a lane. Dots, which may be many, cost no more than a number each. */
export function contentsOf(track: Track, frame: Frame, radius: number): LaneContents {
  const { scale, edges, seen } = frame;
  const start = bisectLeft(track.moments, seen.lo);
  const dots = track.dots.slice(start, bisectRight(track.moments, seen.hi));
  const xs = dots.map(({ at }) => scale.at(at));
  const wide: WideItem[] = [];
  track.wide.forEach((entry, i) => {
    const { lo = 0, hi = 0 } = track.extents[i] ?? {};
    const visible =
      (entry.anchor >= seen.lo && entry.anchor <= seen.hi) ||
      (lo < seen.hi && hi > seen.lo && Number.isFinite(hi - lo));
    if (visible) wide.push(wideOf(entry, scale, edges, radius));
  });
  wide.sort((a, b) => a.x - b.x);
  return { dots, xs, wide };
}

/** Where an extent's mark stands: at its moment, or in the middle of what is in view of it. */
function wideOf(
  entry: PlacedItem,
  scale: Frame['scale'],
  edges: Frame['edges'],
  radius: number,
): WideItem {
  const at = scale.at(entry.at);
  const { from, to } = footprint(entry, scale, edges, radius);
  if (isInside(at, edges)) return { ...entry, from, to, x: at };
  const seen = { from: Math.max(from, edges[0]), to: Math.min(to, edges[1]) };
  return { ...entry, ...seen, x: (seen.from + seen.to) / 2 };
}
