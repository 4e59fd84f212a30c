/** What part of time the timeline shows, how elastic its scale is, and in how much room. Immutable. */
import type { Extent } from './item.ts';

export interface View {
  /** `across`: time runs to the right. `down`: time runs down the page, for narrow screens. */
  orientation: 'across' | 'down';
  /** Pixels. The height follows from the layout. */
  width: number;
  /** 0 evenly spaced … 1 to scale. */
  alpha: number;
  /** Which way time runs across, and on which side the columns stand where it runs down: as the language is written. */
  direction: 'ltr' | 'rtl';
  /** BCP 47; the language of dates and durations on the axis. */
  language: string;
  /** The part of time in view; `null` is all of it. */
  window: Extent | null;
  /** Room to keep to, so that zooming moves no lane; `null` takes what the labels ask for. */
  room: Room | null;
  /** Without titles, for a strip that stays in view. */
  compact: boolean;
}

/** The heights of an `across` scene: of the labels on either side, in pixels, and rows for each lane. */
export interface Room {
  above: number;
  below: number;
  rows: number[];
}

/** A view of all of time that takes the room it needs. */
export const wholeView = (
  view: Pick<View, 'orientation' | 'width' | 'alpha' | 'language'> &
    Partial<Pick<View, 'direction'>>,
): View => ({ window: null, room: null, compact: false, direction: 'ltr', ...view });
