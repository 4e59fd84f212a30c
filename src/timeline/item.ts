/** What the timeline draws: extents, words and a track, nothing of where they come from. */

/** A half-open stretch of time in milliseconds; infinite where an end is open or unknown. */
export interface Extent {
  lo: number;
  hi: number;
}

/** One event, as the timeline sees it. Items arrive in time order. */
export interface Item {
  /** The event's id; the mark links to `#<id>`. */
  id: string;
  title: string;
  /** The accessible name: title, date and track. */
  name: string;
  /** Index into the tracks. */
  track: number;
  /** What the source supports; drawn hollow where it is wider than `solid`. */
  range: Extent;
  /** What is known for certain, by the source or a reference; `null` where the date is coarser than a day. */
  solid: Extent | null;
  /** Whether it went on all through its extent, rather than happening somewhere in it. */
  lasting: boolean;
  /** What the axis may call `range`, longest form first; none where it has nothing to show for it. */
  rangeNames: string[];
  /** What a heading or a shared day's bracket may call the narrowest known date, longest form first. */
  dateNames: readonly [string, ...string[]];
}

export interface Lane {
  id: string;
  label: string;
  /** A class name of the palette. */
  colour: string;
}

/** The colour of a track's lane. */
export const colourOf = (lanes: readonly Lane[], track: number): string =>
  lanes[track]?.colour ?? '';

/** Items whose dates are the same and whose order no date gives. */
export interface Slot extends Extent {
  items: [Item, ...Item[]];
}

/** An item and the moment its mark stands at. */
export interface AnchoredItem {
  item: Item;
  anchor: number;
  /** Drawn as a dot and nothing else. */
  dot: boolean;
}

/** With its place among the instants, so that a scale need not search for it. */
export interface PlacedItem extends AnchoredItem {
  /** Index of the anchor. */
  at: number;
  /** Indices of the ends of all it covers; `null` where an end is open. */
  reach: { from: number; to: number } | null;
}

const DAY = 86_400_000;

/** Whether an item is drawn as a dot: it happened on one day, or at a time of it. */
export const isPoint = (item: Item): boolean =>
  item.solid !== null && !item.lasting && item.solid.hi - item.solid.lo <= DAY;

/** Whether the source's date is wider than what is known, and so drawn as a possibility. */
export const isHollow = ({ range, solid }: Item): boolean =>
  solid === null || range.lo !== solid.lo || range.hi !== solid.hi;

/** An open end closed a day beyond the other. */
const finite = ({ lo, hi }: Extent): Extent => ({
  lo: Number.isFinite(lo) ? lo : hi - DAY,
  hi: Number.isFinite(hi) ? hi : lo + DAY,
});

/** The finite extent an item's mark belongs in. */
export const home = (item: Item): Extent => finite(item.solid ?? item.range);

/** Whether an item has anything to be seen in a stretch of time. */
export function isSeen({ item, anchor, dot }: AnchoredItem, { lo, hi }: Extent): boolean {
  if (anchor >= lo && anchor <= hi) return true;
  const extent = item.lasting ? home(item) : item.range;
  return !dot && extent.lo < hi && extent.hi > lo && Number.isFinite(extent.hi - extent.lo);
}

/** Items by equal date, those that happened somewhere in it apart from those that lasted through it. */
export function slots(items: readonly Item[]): Slot[] {
  const byExtent = new Map<string, Slot>();
  for (const item of items) {
    const { lo, hi } = home(item);
    const key = `${lo} ${hi} ${item.lasting}`;
    const slot = byExtent.get(key);
    if (slot) slot.items.push(item);
    else byExtent.set(key, { lo, hi, items: [item] });
  }
  return [...byExtent.values()];
}

/** Slots of several items whose order no date gives. */
export const isShared = ({ items }: Slot): boolean => items.length > 1 && !items[0].lasting;

/**
 * Gives every item of the slots the moment its mark stands at, in time order: an even share of its extent, so that a
 * day's marks stay inside their day.
 */
export function anchorItems(all: readonly Slot[]): AnchoredItem[] {
  return all
    .flatMap(({ lo, hi, items }) =>
      items.map((item, i) => ({
        item,
        anchor: lo + ((i + 0.5) / items.length) * (hi - lo),
        dot: isPoint(item) && !isHollow(item),
      })),
    )
    .sort((a, b) => a.anchor - b.anchor);
}
