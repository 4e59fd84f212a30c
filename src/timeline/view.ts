/** What part of time the timeline shows, how its axis is spaced, and in how much room. Immutable. */
import type { Extent } from './item.ts';

export interface View {
  /** `across`: time runs to the right. `down`: time runs down the page, for narrow screens. */
  orientation: 'across' | 'down';
  /** Pixels. The height follows from the layout. */
  width: number;
  /** 0 to scale … 1 evenly spaced, as in `site.yaml`, on the slider and in the address. */
  spacing: number;
  /** Direction of the language: which way time runs across, and on which side the columns of `down` stand. */
  direction: 'ltr' | 'rtl';
  /** BCP 47; the language of dates and durations on the axis. */
  language: string;
  /** The part of time in view; `null` for all of it. */
  window: Extent | null;
  /** How far from the lanes labels may be where `room` sets nothing, in pixels; titles that find no room are left out. */
  reach: number;
  /** Heights to keep to, so that no lane moves while the reader zooms; `null` for as much as the labels need. */
  room: Room | null;
  detail: Detail;
}

/** `full`: with titles. `strip`: without them, low. `line`: the marks alone, one row for each lane, for the reading bar. */
export type Detail = 'full' | 'strip' | 'line';

/** The heights of an `across` scene: the labels above and below in pixels, and the number of rows of each lane. */
export interface Room {
  above: number;
  below: number;
  rows: number[];
}

/** A view of all of time, in as much room as it needs. */
export const wholeView = (
  view: Pick<View, 'orientation' | 'width' | 'spacing' | 'language'> &
    Partial<Pick<View, 'direction' | 'reach'>>,
): View => ({ window: null, room: null, detail: 'full', direction: 'ltr', reach: 320, ...view });

/** A view of all of time for the reading bar: elastic enough to tell events apart, whatever the site's spacing. */
export const lineView = (view: Parameters<typeof wholeView>[0]): View => ({
  ...wholeView(view),
  spacing: Math.max(view.spacing, 0.75),
  detail: 'line',
});

/** White space at the ends of an `across` axis, in pixels; the names of the lanes stand at the right. */
export const PAD = { left: 8, right: 160 };

/** Ends of an `across` axis, in pixels. */
export const edgesOf = (width: number, detail: Detail = 'full'): [number, number] => [
  PAD.left,
  width - (detail === 'line' ? PAD.left : PAD.right),
];
