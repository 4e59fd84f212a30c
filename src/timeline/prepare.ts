/** What both orientations need first: anchors, shared days, and the scale's instants with the room they ask for. */
import { type Instant, instants } from './instants.ts';
import { type AnchoredItem, anchorItems, type Item, type Slot, slots } from './item.ts';

export interface Prepared {
  anchored: AnchoredItem[];
  /** Slots of two or more. */
  shared: Slot[];
  instants: Instant[];
  /** The marks' moments, increasing, each once. */
  anchors: number[];
}

/** Lays the items out in time; positions come with the scale. */
export function prepare(items: readonly Item[]): Prepared {
  const anchored = anchorItems(items);
  const shared = slots(items).filter((slot) => slot.items.length > 1);
  return {
    anchored,
    shared,
    instants: instants(anchored, shared),
    anchors: [...new Set(anchored.map(({ anchor }) => anchor))],
  };
}
