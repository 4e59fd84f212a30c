/** What a page draws of its text. */

/** Why no reader sees a text: each is worded in {@link UNSEEN}. */
export type Unseen = 'invisible' | 'paper' | 'covered' | 'outside' | 'layer' | 'tiny';

export const UNSEEN: Readonly<Record<Unseen, string>> = {
  invisible: 'drawn invisibly, over no picture',
  paper: 'drawn in the colour of the paper',
  covered: 'under a shape that covers it',
  outside: 'beyond the edge of the page or of its frame',
  layer: 'on a layer that is not shown',
  tiny: 'too small to be read',
};

/** A drawn character, or several that are one sign, in points of the page as it is shown, y downwards. */
export interface Glyph {
  text: string;
  /** Where its baseline begins. */
  x: number;
  y: number;
  /** Without the space after it. */
  width: number;
  /** What the file leaves between this and every next letter. */
  spacing: number;
  size: number;
  /** The direction in which the text runs, in degrees, clockwise; 0 is to the right. */
  angle: number;
  /** Its baseline is the middle of its column. */
  vertical: boolean;
  bold: boolean;
  /** Why no reader sees it; `null` if one does. */
  unseen: Unseen | null;
  /** The file says that it is none of the page's content. */
  artifact: boolean;
}

/** The sign for a character that the file draws and does not name. */
export const UNKNOWN = '\uFFFD';
