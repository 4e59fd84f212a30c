/** Single glyphs and paths of PDF.js. */
import { type Glyph, UNKNOWN } from './glyph.ts';
import { apply, type Box, type Matrix } from './matrix.ts';
import type { Font, Shown, State } from './operations.ts';

/**
 * A glyph as it is drawn; `null` if it stands for no text.
 * @param at the transformation of the text, the position in it, and how far the glyph moves the position
 * @param artifact whether it is in content that is marked as no part of the document
 */
export function glyphOf(
  glyph: Shown,
  font: Font,
  state: State,
  { across, x, y, advance }: { across: Matrix; x: number; y: number; advance: number },
  artifact: boolean,
): Glyph | null {
  const text = textOf(glyph, font);
  if (text === '') return null;
  const [startX, startY] = apply(across, x, y + state.rise);
  const [endX, endY] = font.vertical
    ? apply(across, x, y + state.rise + advance)
    : apply(across, x + advance, y + state.rise);
  // For a glyph without width, the direction in which the next one would follow.
  const [aheadX, aheadY] = font.vertical
    ? [-across[2], -across[3]]
    : [across[0] * Math.sign(state.fontSize), across[1] * Math.sign(state.fontSize)];
  return {
    text,
    x: startX,
    y: startY,
    width: Math.hypot(endX - startX, endY - startY),
    spacing: state.charSpacing * state.scale * Math.hypot(across[0], across[1]),
    size: sizeOf(font, state.fontSize, across, font.vertical === true),
    angle: (Math.atan2(aheadY, aheadX) * 180) / Math.PI,
    vertical: font.vertical === true,
    bold: font.bold === true || font.black === true || /bold|black|heavy/i.test(font.name ?? ''),
    unseen: null,
    artifact,
  };
}

/** What a glyph stands for; U+FFFD if it draws something that nothing names. */
export function textOf({ unicode, isInFont = true }: Shown, { missingFile = false }: Font): string {
  const isNamed = !UNNAMED.test(unicode) && unicode !== '';
  if (isNamed) return unicode;
  // What the font does not have is not drawn: it moves what follows, as a space does.
  return isInFont || missingFile ? UNKNOWN : ' ';
}

/** Control characters but white space, and parts of none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
export const UNNAMED = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/u;

/** The height of an em. */
export function sizeOf(font: Font, fontSize: number, across: Matrix, vertical: boolean): number {
  const scale = vertical
    ? Math.hypot(across[0], across[1])
    : Math.hypot(across[2], across[3]) || Math.hypot(across[0], across[1]);
  const size = Math.abs(fontSize) * scale;
  const [, , , unit = 0.001] = font.fontMatrix ?? [];
  if (!font.isType3Font || unit === 0.001) return size;
  // A font that draws itself has units of its own: its box is about as high as an em.
  const height = font.bbox ? Math.abs(font.bbox[3] - font.bbox[1]) : 0;
  return height > 0 ? size * height * Math.abs(unit) : size;
}

/** Whether a path, of PDF.js's numbers, has no corner but those of its box. */
export function isRectangle(path: ArrayLike<number>, [left, top, right, bottom]: Box): boolean {
  let corners = 0;
  for (let i = 0; i < path.length; ) {
    const step = path[i];
    if (step === CLOSE) i += 1;
    else if (step === MOVE || step === LINE) {
      const [x = 0, y = 0] = [path[i + 1], path[i + 2]];
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
      if (!(near(x, left) || near(x, right)) || !(near(y, top) || near(y, bottom))) return false;
      corners++;
      i += 3;
    } else return false;
  }
  return corners === 4 || corners === 5;
}
export const [MOVE, LINE, CLOSE] = [0, 1, 4];

/** Whether a transformed rectangle is the box around it. */
export const isUpright = ([a, b, c, d]: Matrix): boolean =>
  (Math.abs(b) < 1e-6 && Math.abs(c) < 1e-6) || (Math.abs(a) < 1e-6 && Math.abs(d) < 1e-6);
