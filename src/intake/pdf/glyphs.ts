/**
 * What a page draws, glyph by glyph: the list of operations that PDF.js makes of a page, followed as its canvas follows
 * it. PDF.js has a text layer too, but that knows neither where each letter stands nor what nobody can see.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyph } from './glyph.ts';
import { type Box, boxOf, IDENTITY, intersect, type Matrix, multiply } from './matrix.ts';
import {
  ENDS,
  FILLS,
  type Font,
  IDLE,
  IMAGES,
  INVISIBLE,
  initialState,
  type Operations,
  type Shown,
  STROKES,
  type State,
} from './operations.ts';
import { Painted } from './painted.ts';
import { glyphOf, isRectangle, isUpright } from './shape.ts';

/** What a page draws. */
export interface Drawing {
  glyphs: Glyph[];
  width: number;
  height: number;
  /** Whether it draws something besides text: pictures, shapes. */
  pictures: boolean;
}

/**
 * Follows the operations of a page.
 * @param page the transformation to the page as it is shown, and its size
 * @param fonts by the names that the operations have
 * @param isShown whether content of a layer is shown
 */
export function drawingOf(
  { fnArray, argsArray }: Operations,
  page: { transform: Matrix; width: number; height: number },
  fonts: (name: string) => Font | null,
  isShown: (layer: unknown) => boolean,
): Drawing {
  const bounds: Box = [0, 0, page.width, page.height];
  const painted = new Painted(bounds);
  const glyphs: Glyph[] = [];
  let pictures = false;
  let state = initialState(page.transform, bounds);
  const saved: State[] = [];
  /** How many states were saved where each form or group began. */
  const depths: number[] = [];
  const marked: { shown: boolean; artifact: boolean }[] = [];
  let masks = 0;
  let textMatrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  let pendingClip = false;

  const save = (): void => {
    saved.push(state);
    state = Object.assign({}, state);
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const begin = (): void => {
    depths.push(saved.length);
    save();
  };
  const end = (): void => {
    const depth = depths.pop() ?? 0;
    while (saved.length > depth) restore();
  };
  const transform = (m: Matrix | null): void => {
    if (m) state.ctm = multiply(state.ctm, m);
  };
  const clipTo = (box: Box | null): void => {
    if (box) state.clip = intersect(state.clip, boxOf(state.ctm, box));
  };
  const isVisible = (): boolean => masks === 0 && marked.every(({ shown }) => shown);
  const move = (dx: number, dy: number): void => {
    lineX += dx;
    lineY += dy;
    [x, y] = [lineX, lineY];
  };
  const image = (): void => {
    pictures ||= isVisible();
    if (isVisible()) painted.image(intersect(boxOf(state.ctm, [0, 0, 1, 1]), state.clip));
  };

  const show = (shown: readonly (Shown | number)[]): void => {
    const { font, fontSize, scale } = state;
    if (!font || fontSize === 0) return;
    const unit = font.fontMatrix?.[0] ?? 0.001;
    const across = multiply(state.ctm, textMatrix);
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        const shift = (-glyph * fontSize) / 1000;
        if (font.vertical) y += shift;
        else x += shift * scale;
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const advance = font.vertical
        ? (glyph.vmetric?.[0] ?? -1000) * unit * fontSize
        : glyph.width * unit * fontSize * scale;
      paint(glyph, font, across, advance);
      if (font.vertical) y += advance - spacing;
      else x += advance + spacing * scale;
    }
  };

  const paint = (glyph: Shown, font: Font, across: Matrix, advance: number): void => {
    const artifact = marked.some((content) => content.artifact);
    const made = glyphOf(glyph, font, state, { across, x, y, advance }, artifact);
    if (!made) return;
    if (masks > 0) return;
    made.unseen = isVisible()
      ? painted.glyph(made, {
          clip: state.clip,
          fill: state.fill,
          alpha: state.alpha * state.groupAlpha,
          drawn: (state.mode & 3) !== INVISIBLE,
        })
      : 'layer';
    glyphs.push(made);
  };

  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i];
    switch (fnArray[i]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        if (saved.length > (depths.at(-1) ?? 0)) restore();
        break;
      case OPS.transform: {
        transform(args);
        // PDF.js leaves out the pictures, which are not decoded; a picture fills the unit square, so that what stands
        // before the end of the state, and after a change of the matrix that nothing else has use for, was one.
        let next = i + 1;
        while (IDLE.includes(fnArray[next] ?? -1)) next++;
        if (next === fnArray.length || ENDS.includes(fnArray[next] ?? -1)) image();
        break;
      }
      case OPS.paintFormXObjectBegin:
        begin();
        transform(args[0]);
        clipTo(args[1]);
        break;
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        end();
        break;
      case OPS.beginGroup: {
        const [group] = args;
        begin();
        state.groupAlpha *= state.alpha;
        state.alpha = 1;
        state.blend = 'source-over';
        if (group.smask) masks++;
        break;
      }
      case OPS.endGroup:
        end();
        if (args[0].smask) masks--;
        break;
      case OPS.beginAnnotation:
        begin();
        state.ctm = page.transform;
        state.clip = bounds;
        clipTo(args[1]);
        transform(args[2]);
        transform(args[3]);
        break;
      case OPS.clip:
      case OPS.eoClip:
        pendingClip = true;
        break;
      case OPS.constructPath: {
        const [op, [path], box] = args as [number, [ArrayLike<number>?], Box?];
        if (!box || !Number.isFinite(box[0])) break;
        const at = intersect(boxOf(state.ctm, box), state.clip);
        if (isVisible() && FILLS.includes(op)) {
          pictures = true;
          painted.fill(at, {
            fill: state.fill,
            opaque: state.alpha * state.groupAlpha === 1 && state.blend === 'source-over',
            rectangle: isRectangle(path ?? [], box) && isUpright(state.ctm),
          });
        } else if (isVisible() && STROKES.includes(op)) pictures = true;
        if (pendingClip) state.clip = at;
        pendingClip = false;
        break;
      }
      case OPS.shadingFill:
        if (isVisible()) painted.image(state.clip);
        pictures = true;
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marked.push({
          shown: args[0] !== 'OC' || isShown(args[1]),
          artifact: args[0] === 'Artifact',
        });
        break;
      case OPS.endMarkedContent:
        marked.pop();
        break;
      case OPS.setGState:
        for (const [key, value] of args[0]) {
          if (key === 'ca') state.alpha = value;
          else if (key === 'BM') state.blend = value;
          else if (key === 'Font') setFont(value[0], value[1]);
        }
        break;
      case OPS.setFillRGBColor:
        state.fill = args[0];
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        // A pattern.
        state.fill = '#000000';
        break;
      case OPS.setFont:
        setFont(args[0], args[1]);
        break;
      case OPS.beginText:
        textMatrix = IDENTITY;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case OPS.setTextMatrix:
        textMatrix = (args.length === 1 ? args[0] : args) as Matrix;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case OPS.moveText:
        move(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        move(args[0], args[1]);
        break;
      case OPS.nextLine:
        move(0, state.leading);
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.scale = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0];
        break;
      case OPS.showText:
        show(args[0]);
        break;
      default:
        if (IMAGES.includes(fnArray[i] ?? -1)) image();
    }
  }
  painted.finish();
  return { glyphs, width: page.width, height: page.height, pictures };

  function setFont(name: string, size: number): void {
    state.font = fonts(name);
    state.fontSize = size;
  }
}
