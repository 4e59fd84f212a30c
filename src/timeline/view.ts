/** What part of time the timeline shows, how elastic its scale is, and in how much room. Immutable. */
export interface View {
  /** `across`: time runs to the right. `down`: time runs down the page, for narrow screens. */
  orientation: 'across' | 'down';
  /** Pixels. The height follows from the layout. */
  width: number;
  /** 0 evenly spaced … 1 to scale. */
  alpha: number;
  /** BCP 47; the language of dates and durations on the axis. */
  language: string;
}
