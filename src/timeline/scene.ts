/** The geometry of one view: numbers and strings, no nodes. Pixels, rounded to hundredths. */

import type { Room } from './view.ts';

export interface Scene {
  orientation: 'across' | 'down';
  width: number;
  height: number;
  /** The heights of an `across` scene. The next view that gets them keeps the lanes where they are. */
  room: Room | null;
  bands: BandShape[];
  lanes: LaneShape[];
  breaks: BreakShape[];
  /** The axis line, with its breaks; `''` where time runs down. */
  axis: string;
  ticks: TickShape[];
  marks: MarkShape[];
}

/** The shaded band behind a shared day. */
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

/**
 * An axis break, where time is squeezed. Its path is relative to `x` and `y`, as are those of ticks and marks, so that
 * moving it changes no path.
 */
export interface BreakShape {
  key: string;
  path: string;
  /** The length of time that the gap stands for; `''` where it has no room. */
  text: string;
  /** The position of the text. */
  x: number;
  y: number;
}

export interface TickShape {
  key: string;
  text: string;
  path: string;
  x: number;
  y: number;
  /** Whether it names a period, drawn as a bracket, rather than a moment. */
  bracket: boolean;
}

/**
 * One event's mark, leader and label, or the cluster of several that would stand too close. Its paths are relative to its
 * centre.
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
  /** Outline of the possible extent where it is wider than the certain one; `''` for none. */
  hollow: string;
  /** Bar of a certain extent longer than a day; `''` for none. */
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
  /** What names the mark of many events, besides its number; its position is that of its first line. */
  caption: string[];
  captionX: number;
  captionY: number;
  /** Side of the square around the centre that a pointer may hit, besides the text: 24 where titles are shown. */
  target: number;
}

/** The overview: all of time, always to scale, as a strip. */
export interface OverviewScene {
  width: number;
  height: number;
  /** All events of a lane are one path, so that their number costs no nodes. */
  lanes: { key: string; colour: string; path: string }[];
  ticks: { key: string; text: string; x: number; y: number }[];
  axis: string;
}

/** Rounds to hundredths of a pixel, so that the same scene gives the same bytes everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;
