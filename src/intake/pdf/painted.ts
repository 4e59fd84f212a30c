/** What a page has painted so far, and which of its text no reader sees for that. */
import type { Glyph, Unseen } from './glyph.ts';
import { type Box, contains } from './matrix.ts';

/** Points: type that can be read, and what covers a letter of it. */
const SMALLEST = 1;
const THINNEST = 1;

interface Ink {
  clip: Box;
  fill: string;
  alpha: number;
  /** Text that was recognised in a picture is not drawn, only there to be searched. */
  drawn: boolean;
}

export class Painted {
  readonly #page: Box;
  /** Paint that is not white: text of any colour can be seen on it. */
  readonly #grounds: Box[] = [];
  readonly #images: Box[] = [];
  /** Text that later paint may still cover. */
  readonly #shown: Glyph[] = [];
  /** Text that is not drawn, and where. */
  readonly #undrawn: [glyph: Glyph, x: number, y: number][] = [];

  constructor(page: Box) {
    this.#page = page;
  }

  image(box: Box): void {
    this.#images.push(box);
    this.#grounds.push(box);
  }

  fill(
    box: Box,
    { fill, opaque, rectangle }: { fill: string; opaque: boolean; rectangle: boolean },
  ): void {
    if (!isPaper(fill)) this.#grounds.push(box);
    const [left, top, right, bottom] = box;
    const isLine = Math.min(right - left, bottom - top) < THINNEST;
    if (!opaque || !rectangle || isLine) return;
    for (const glyph of this.#shown) {
      const [start, above, end, below] = extentOf(glyph);
      if (contains(box, start, above) && contains(box, end, below)) glyph.unseen = 'covered';
    }
  }

  /** Takes up a glyph. @returns why it cannot be seen, if so */
  glyph(glyph: Glyph, { clip, fill, alpha, drawn }: Ink): Unseen | null {
    const [left, top, right, bottom] = extentOf(glyph);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (!contains(this.#page, x, y) || !contains(clip, x, y)) return 'outside';
    if (!drawn || alpha < 0.05) {
      this.#undrawn.push([glyph, x, y]);
      return 'invisible';
    }
    if (glyph.size < SMALLEST) return 'tiny';
    if (isPaper(fill) && !this.#grounds.some((box) => contains(box, x, y))) return 'paper';
    this.#shown.push(glyph);
    return null;
  }

  /** At the end of the page: what is drawn invisibly over or under a picture was recognised in that picture. */
  finish(): void {
    for (const [glyph, x, y] of this.#undrawn)
      if (this.#images.some((box) => contains(box, x, y))) glyph.unseen = null;
  }
}

const isPaper = (colour: string): boolean => /^#f[9-f]f[9-f]f[9-f]$/i.test(colour);

/** The letters of a glyph, without what is above and below most of them. */
function extentOf({ x, y, width, size, angle, vertical }: Glyph): Box {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [above, below] = vertical ? [size / 2, -size / 2] : [size * 0.5, 0];
  const xs = [x + above * sin, x + width * cos + below * sin];
  const ys = [y - above * cos, y + width * sin - below * cos];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
