/** What each lane holds of all of time, arranged so that a view's part of it is found without a look at every item. */
import { bisector } from 'd3-array';
import type { Run } from './clusters.ts';
import { footprint, isInside } from './extents.ts';
import type { Frame } from './frame.ts';
import { type AnchoredItem, type Item, isSeen, type PlacedItem } from './item.ts';
import { type Arrangement, arrangeLane, type Marks } from './lane.ts';
import type { Prepared } from './prepare.ts';
import { type ElasticScale, zoomScale } from './scale.ts';

/** Items in time order. */
export interface Track {
  dots: PlacedItem[];
  /** Of the dots, their ids and their places among the instants. */
  ids: string[];
  at: number[];
  /** Items that are more. */
  wide: PlacedItem[];
}

/** A filter holds for many views. */
const shown = new WeakMap<Prepared, { shows: (item: Item) => boolean; tracks: Track[] }>();

/**
 * The items that are shown, by lane.
 * @param count of lanes
 */
export function tracksOf(
  prepared: Prepared,
  count: number,
  shows: (item: Item) => boolean,
): Track[] {
  const last = shown.get(prepared);
  if (last?.shows === shows && last.tracks.length === count) return last.tracks;
  const tracks = Array.from(
    { length: count },
    (): Track => ({ dots: [], ids: [], at: [], wide: [] }),
  );
  for (const entry of prepared.anchored) {
    const { item, dot } = entry;
    const track = tracks[item.track];
    if (!track || !shows(item)) continue;
    if (dot) {
      track.dots.push(entry);
      track.ids.push(item.id);
      track.at.push(entry.at);
    } else track.wide.push(entry);
  }
  shown.set(prepared, { shows, tracks });
  return tracks;
}

/**
 * Whether there are more events than a reader takes in one by one. Their marks keep further apart than a finger: what
 * is drawn of ten thousand is no more than of a hundred. It goes by what is shown in all of time, so that zooming
 * changes nothing but the places.
 */
export const isMany = (tracks: readonly Track[]): boolean =>
  tracks.reduce((count, { dots, wide }) => count + dots.length + wide.length, 0) > 300;

/** One or more items that share a mark, and the row it is in. */
export interface Group {
  /** Pixels. */
  x: number;
  row: number;
  first: AnchoredItem;
  last: AnchoredItem;
  ids: string[];
}

/**
 * The groups of a track that are in view, and where they stand. They are made of all of time, so that nothing is
 * grouped anew while the reader moves. Where there are many they are made anew only where the zoom doubles, so that
 * marks move apart and do not change what they stand for at every step; not in all tracks at once.
 * @param base the scale of all of time that the frame's is a part of, between the same edges
 * @param most rows there may be
 * @param turn of many, when in a doubling it is this track's turn, 0 … 1; `null` where there are few
 */
export function groupsInView(
  track: Track,
  base: ElasticScale,
  { scale, edges, seen }: Frame,
  marks: Marks,
  most: number,
  turn: number | null,
): Group[] {
  const origin = scale.at(0);
  const zoom = (scale.at(base.last) - origin) / (edges[1] - edges[0]);
  const level =
    turn === null ? zoom : Math.max(1, 2 ** (Math.floor(Math.log2(zoom) - turn + 1e-9) + turn));
  const { row, runs, extents } = arrangedAt(track, base, edges, level, marks, most);
  const stretch = zoom / level;
  const placeOf = (x: number): number => edges[0] + (x - origin) / stretch;
  const inView = runs
    .slice(byPlace.left(runs, placeOf(edges[0] - 1)), byPlace.right(runs, placeOf(edges[1] + 1)))
    .map(
      ({ x, start, end }): Group => ({
        ...{ x: origin + (x - edges[0]) * stretch, row: 0, ids: row.ids.slice(start, end) },
        first: row.items[start] as AnchoredItem,
        last: row.items[end - 1] as AnchoredItem,
      }),
    );
  for (const { entry, row } of extents)
    if (isSeen(entry, seen))
      inView.push({
        ...{ x: middleOf(entry, scale, edges), row, ids: [entry.item.id] },
        ...{ first: entry, last: entry },
      });
  return inView;
}

const byPlace = bisector<Run, number>(({ x }) => x);

interface Arranged extends Arrangement<PlacedItem> {
  base: ElasticScale;
  level: number;
  marks: Marks;
  most: number;
}

/** The last arrangement of each track, one for each radius: a page shows a chart and a strip in turns. */
const known = new WeakMap<Track, Map<number, Arranged>>();

/** All of a track, arranged along all of time that is `level` times as long as between the edges. */
function arrangedAt(
  track: Track,
  base: ElasticScale,
  [from, to]: readonly [number, number],
  level: number,
  marks: Marks,
  most: number,
): Arranged {
  const kept = known.get(track) ?? new Map<number, Arranged>();
  known.set(track, kept);
  const last = kept.get(marks.radius);
  if (
    last?.base === base &&
    last.level === level &&
    last.marks.apart === marks.apart &&
    last.most === most
  )
    return last;
  const edges = [from, from + (to - from) * level] as const;
  const { instants } = base;
  const [lo, hi] = [instants[0], instants.at(-1)] as [number, number];
  const scale = zoomScale(base, { lo, hi }, edges);
  const lane = arrangeLane(
    {
      dots: { items: track.dots, ids: track.ids, xs: placesOf(track.at, scale) },
      wide: track.wide.map((entry) => ({
        entry,
        x: scale.at(entry.at),
        ...footprint(entry, scale, edges, marks.radius),
      })),
    },
    marks,
    most,
  );
  const made = { ...lane, base, level, marks, most };
  kept.set(marks.radius, made);
  return made;
}

/** Numbers that are never boxed, for there may be many of them. */
function placesOf(at: readonly number[], scale: ElasticScale): Float64Array {
  const xs = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) xs[i] = scale.at(at[i] as number);
  return xs;
}

/** Where an extent's mark stands: at its moment, or in the middle of what is in view of it. */
function middleOf(entry: PlacedItem, scale: Frame['scale'], edges: Frame['edges']): number {
  const at = scale.at(entry.at);
  if (isInside(at, edges)) return at;
  const { from, to } = footprint(entry, scale, edges, 0);
  return (Math.max(from, edges[0]) + Math.min(to, edges[1])) / 2;
}
