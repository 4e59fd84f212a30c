/** The geometry of one view: numbers and strings, no nodes. Pixels, rounded to hundredths. */

import type { Room } from './view.ts';

export interface Scene {
  orientation: 'across' | 'down';
  width: number;
  height: number;
  /** What an `across` scene takes; hand it to the next view to keep the lanes where they are. */
  room: Room | null;
  bands: BandShape[];
  lanes: LaneShape[];
  folds: FoldShape[];
  /** The axis line, broken at the folds; `''` where time runs down. */
  axis: string;
  ticks: TickShape[];
  marks: MarkShape[];
}

/** The ground behind a day whose events share it. */
export interface BandShape {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LaneShape {
  key: string;
  colour: string;
  label: string;
  /** The lane's line. */
  path: string;
  x: number;
  y: number;
}

/** Where time is squeezed. */
export interface FoldShape {
  key: string;
  /** Told from `x` and `y`, as a tick's is and all of a mark: what moves is the same drawing at another place. */
  path: string;
  /** The length of time it folds away. */
  text: string;
  /** Where the text stands. */
  x: number;
  y: number;
}

export interface TickShape {
  key: string;
  text: string;
  path: string;
  x: number;
  y: number;
  /** A period that shared marks stand in, rather than a moment. */
  bracket: boolean;
}

/**
 * One event's mark, leader and label; or the mark of several that would stand too close. All that it is drawn of is
 * told from its centre.
 */
export interface MarkShape {
  /** The event's id; of a cluster, its first event's with a `+`. */
  key: string;
  /** The ids of the events it stands for, in time order: several in a cluster. */
  ids: string[];
  /** The moments of the first and the last of them. */
  from: number;
  to: number;
  /** Index of the lane. */
  lane: number;
  /** The accessible name. */
  name: string;
  colour: string;
  /** The extent the source supports where it is wider than what is known; `''` for none. */
  hollow: string;
  /** A state that lasted; `''` for none. */
  solid: string;
  /** The centre of the mark, in the scene. */
  x: number;
  y: number;
  /** The dot's or the cluster's radius; 0 where the mark is neither. */
  radius: number;
  leader: string;
  lines: string[];
  textX: number;
  /** The first line's baseline. */
  textY: number;
  lineHeight: number;
  /** The side of the square about the centre that a pointer may hit besides the text: 24 where titles are shown. */
  target: number;
}

/** Rounds to hundredths of a pixel, so that the same scene gives the same bytes everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;
