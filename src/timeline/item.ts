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
  /** The accessible name: title and date. */
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
  dateNames: string[];
}

export interface Lane {
  id: string;
  label: string;
  /** A class name of the palette. */
  colour: string;
}

/** Items whose dates are the same and whose order no date gives. */
export interface Slot extends Extent {
  items: Item[];
}

/** An item and the moment its mark stands at. */
export interface AnchoredItem {
  item: Item;
  anchor: number;
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

/** Items by equal date, for those that happened somewhere in it. */
export function slots(items: readonly Item[]): Slot[] {
  const byExtent = new Map<string, Slot>();
  for (const item of items) {
    if (item.lasting) continue;
    const { lo, hi } = home(item);
    const key = `${lo} ${hi}`;
    const slot = byExtent.get(key);
    if (slot) slot.items.push(item);
    else byExtent.set(key, { lo, hi, items: [item] });
  }
  return [...byExtent.values()];
}

/**
 * Gives every item the moment its mark stands at, in time order: the middle of a state that lasted, and for what
 * happened somewhere in an extent an even share of it, so that a day's marks stay inside their day.
 */
export function anchorItems(items: readonly Item[]): AnchoredItem[] {
  const anchors = new Map<Item, number>();
  for (const { lo, hi, items: shared } of slots(items))
    shared.forEach((item, i) => {
      anchors.set(item, lo + ((i + 0.5) / shared.length) * (hi - lo));
    });
  return items
    .map((item) => {
      const { lo, hi } = home(item);
      return { item, anchor: anchors.get(item) ?? (lo + hi) / 2 };
    })
    .sort((a, b) => a.anchor - b.anchor);
}
