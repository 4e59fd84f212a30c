/** The instants that elastic time is laid out by, and how much room each asks for. */
import { type AnchoredItem, type Extent, home, isHollow, isPoint, type Slot } from './item.ts';

export interface Instant {
  time: number;
  /** An item's mark stands here; otherwise an extent begins or ends. */
  anchors: AnchoredItem[];
}

/** Sorted, each moment once. */
export function instants(anchored: readonly AnchoredItem[], shared: readonly Slot[]): Instant[] {
  const byTime = new Map<number, Instant>();
  const at = (time: number): Instant | null => {
    if (!Number.isFinite(time)) return null;
    const known = byTime.get(time);
    if (known) return known;
    const made = { time, anchors: [] };
    byTime.set(time, made);
    return made;
  };
  const bound = ({ lo, hi }: Extent): void => {
    at(lo);
    at(hi);
  };
  for (const entry of anchored) {
    at(entry.anchor)?.anchors.push(entry);
    if (isHollow(entry.item)) bound(entry.item.range);
    // A day shows as a dot, so its ends need no room of their own.
    if (entry.item.solid && !isPoint(entry.item)) bound(entry.item.solid);
  }
  for (const slot of shared) if (slot.items.length > 1) bound(slot);
  const homes = anchored.map(({ item }) => home(item));
  bound({
    lo: Math.min(...homes.map(({ lo }) => lo)),
    hi: Math.max(...homes.map(({ hi }) => hi)),
  });
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}
