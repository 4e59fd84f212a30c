/** The interface that the parts of `<time-line>` share. The stage implements it. */
import type { Extent, Facts, Item, MarkShape, Scene, View, Whole } from '../timeline/index.ts';
import type { State } from './state.ts';

export interface Timeline {
  root: HTMLElement;
  items: readonly Item[];
  /** The items in the order of their marks' moments. */
  inTime: readonly Item[];
  language: string;
  /** Which way time runs across. */
  direction: View['direction'];
  state: Readonly<State>;
  /** The drawing that the width of the screen shows. */
  chart(): SVGSVGElement;
  /** What it shows. */
  scene(): Scene;
  /** Draws all of time, filtered, as a line that fills an `<svg>`. @returns its view; `null` where it has no size */
  drawLine(svg: SVGSVGElement): View | null;
  /** The mark in view that stands for an event. */
  markOf(id: string): MarkShape | undefined;
  /** All of time at the present spacing, along the chart. */
  whole(): Whole;
  /** The part of time in view: the window, or all of time. */
  extent(): Extent;
  /** Whether the filter shows an item. */
  shows(item: Item): boolean;
  /** Of a story in parts, the address of an anchor that is on another page, with the filter; `null` for this page. */
  elsewhere(anchor: string): string | null;
  /** Of a story in parts, what the filter needs to know of an event. */
  facts(id: string): Facts | null;
  /** Changes the state, and draws it at the next frame. */
  set(change: Partial<State>): void;
  /** Glides to another window or spacing; jumps there where the reader prefers reduced motion. */
  glide(change: Partial<Pick<State, 'window' | 'spacing'>>): void;
  /** The moment of an item's mark. */
  moment(id: string): number;
  /** Brings the mark of an item into view, then calls `then`. */
  reveal(id: string, then: () => void): void;
  /** Registers a callback for after every drawing, which learns whether a mark had the focus before it. */
  onDraw(run: (hadFocus: boolean) => void): void;
  /** Registers a callback for whenever the view comes to rest. */
  onRest(run: () => void): void;
}
