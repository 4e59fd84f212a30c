/** What the timeline draws: extents, words and a lane, and nothing about their sources. */

export const DAY = 86_400_000;

/** A half-open extent of time in milliseconds; infinite where an end is open or unknown. */
export interface Extent {
  lo: number;
  hi: number;
}

/**
 * One event, as the timeline sees it. Its dates are extents here: `range` is the source's date, drawn as a mark's
 * `hollow` outline where it is wider than `solid`, which is what the narrowest date says for certain.
 */
export interface Item {
  /** The event's id; the mark links to `#<id>`. */
  id: string;
  title: string;
  /** The accessible name: title, date and track. */
  name: string;
  /** Index of the archive's track, which is drawn as the lane of that index. */
  track: number;
  /** When it may have happened, by its source. */
  range: Extent;
  /** When it happened for certain, by its source or a reference; `null` where the date is coarser than a day. */
  solid: Extent | null;
  /** Whether it went on all through its extent, rather than happening somewhere in it. */
  lasting: boolean;
  /** Names of `range` on the axis, longest form first; none where the axis does not name it. */
  rangeNames: string[];
  /** Names of the narrowest date, for headings and for the bracket of a shared day, longest form first. */
  dateNames: readonly [string, ...string[]];
  /** The ends of the narrowest date, by which several events are dated together: one where both are the same. */
  ends: readonly (DateEnd | null)[];
  /** How much is told of it. Of many events that share a mark, the one with the greatest names it. */
  weight?: number;
}

/** One end of a date; `null` in its place is an open end. */
export interface DateEnd extends Extent {
  /** With its year. */
  name: string;
  /** The digits of its year; `''` where they would not say the same as the date. */
  year: string;
}

/** A track of the archive, as it is drawn. */
export interface Lane {
  id: string;
  label: string;
  /** A class name of the palette. */
  colour: string;
}

export const colourOf = (lanes: readonly Lane[], track: number): string =>
  lanes[track]?.colour ?? '';

/** Items with the same extent, so that no date gives their order. */
export interface Slot extends Extent {
  items: [Item, ...Item[]];
}

/** An item and the moment of its mark. */
export interface AnchoredItem {
  item: Item;
  anchor: number;
  /** Whether it is drawn as a dot and nothing else. */
  dot: boolean;
}

/** With its index among the instants, so that a scale need not search for it. */
export interface IndexedItem extends AnchoredItem {
  /** Index of the anchor. */
  at: number;
  /** Its own index among all items, in time order. */
  order: number;
  /** Whether it is drawn with a dot. */
  point: boolean;
  /** Indices of the first and the last instant it covers; `null` where an end is open. */
  reach: { from: number; to: number } | null;
}

/** Whether an item is drawn as a dot: it happened within one day. */
export const isPoint = (item: Item): boolean =>
  item.solid !== null && !item.lasting && item.solid.hi - item.solid.lo <= DAY;

/** Whether the source's date is wider than what is certain, and so drawn as a hollow outline. */
export const isHollow = ({ range, solid }: Item): boolean =>
  solid === null || range.lo !== solid.lo || range.hi !== solid.hi;

/** Closes an open end a day beyond the other. */
const finite = ({ lo, hi }: Extent): Extent => ({
  lo: Number.isFinite(lo) ? lo : hi - DAY,
  hi: Number.isFinite(hi) ? hi : lo + DAY,
});

/** The finite extent that an item's mark lies in. */
export const home = (item: Item): Extent => finite(item.solid ?? item.range);

/** Whether anything of an item is drawn within an extent. */
export function isSeen({ item, anchor, dot }: AnchoredItem, { lo, hi }: Extent): boolean {
  if (anchor >= lo && anchor <= hi) return true;
  const extent = item.lasting ? home(item) : item.range;
  return !dot && extent.lo < hi && extent.hi > lo && Number.isFinite(extent.hi - extent.lo);
}

/** Groups items by equal extent; those that lasted through it are apart from those that happened somewhere in it. */
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

/** Whether a slot has several items, in an order that no date gives. */
export const isShared = ({ items }: Slot): boolean => items.length > 1 && !items[0].lasting;

/**
 * Gives every item the moment of its mark, and sorts by it: the items of a slot divide their extent evenly, so that the
 * marks of a day stay inside it.
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
