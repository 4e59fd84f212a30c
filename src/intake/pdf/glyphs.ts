/**
 * What a page draws, glyph by glyph: the list of operations that PDF.js makes of a page, followed as its canvas follows
 * it. PDF.js has a text layer too, but that knows neither where each letter stands nor what nobody can see.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyph } from './glyph.ts';
import { type Box, type Matrix, multiply } from './matrix.ts';
import {
  ENDS,
  FILLS,
  type Font,
  IDLE,
  IMAGES,
  INVISIBLE,
  type Operations,
  type Shown,
  STROKES,
} from './operations.ts';
import { Painted } from './painted.ts';
import { glyphOf, isRectangle, isUpright } from './shape.ts';
import { GraphicsStates, TextPosition } from './states.ts';

/** What a page draws. */
export interface Drawing {
  glyphs: Glyph[];
  width: number;
  height: number;
  /** Whether it draws something besides text: pictures, shapes. */
  pictures: boolean;
}

/** What the operations refer to. */
interface Resources {
  /** The transformation to the page as it is shown. */
  transform: Matrix;
  bounds: Box;
  /** By the names that the operations have. */
  fonts: (name: string) => Font | null;
  /** Whether content of a layer is shown. */
  isShown: (layer: unknown) => boolean;
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
  fonts: Resources['fonts'],
  isShown: Resources['isShown'],
): Drawing {
  const { transform, width, height } = page;
  const follower = new Follower({ transform, bounds: [0, 0, width, height], fonts, isShown });
  for (const [i, operation] of fnArray.entries()) {
    follow[operation]?.(follower, argsArray[i]);
    if (operation === OPS.transform && isPicture(fnArray, i)) follower.image();
  }
  follower.painted.finish();
  return { glyphs: follower.glyphs, width, height, pictures: follower.pictures };
}

/**
 * Whether the transformation at `i` was that of a picture. PDF.js leaves out pictures, because they are not decoded; a
 * picture fills the unit square, so it was one if the state ends after a change of the matrix that nothing else uses.
 */
function isPicture(fnArray: readonly number[], i: number): boolean {
  let next = i + 1;
  while (IDLE.includes(fnArray[next] ?? -1)) next++;
  return next === fnArray.length || ENDS.includes(fnArray[next] ?? -1);
}

/** What was drawn so far, and the state in which the next operation draws. */
class Follower {
  readonly glyphs: Glyph[] = [];
  readonly painted: Painted;
  readonly states: GraphicsStates;
  readonly text = new TextPosition();
  readonly marked: { shown: boolean; artifact: boolean }[] = [];
  readonly resources: Resources;
  pictures = false;
  /** How many soft masks are being drawn. */
  masks = 0;
  pendingClip = false;

  constructor(resources: Resources) {
    this.resources = resources;
    this.painted = new Painted(resources.bounds);
    this.states = new GraphicsStates(resources.transform, resources.bounds);
  }

  isVisible(): boolean {
    return this.masks === 0 && this.marked.every(({ shown }) => shown);
  }

  image(): void {
    if (!this.isVisible()) return;
    this.pictures = true;
    this.painted.image(this.states.within([0, 0, 1, 1]));
  }

  path(op: number, path: ArrayLike<number> | undefined, box: Box | undefined): void {
    if (!box || !Number.isFinite(box[0])) return;
    const { current } = this.states;
    const at = this.states.within(box);
    if (this.isVisible() && FILLS.includes(op)) {
      this.pictures = true;
      this.painted.fill(at, {
        fill: current.fill,
        opaque: current.alpha * current.groupAlpha === 1 && current.blend === 'source-over',
        rectangle: isRectangle(path ?? [], box) && isUpright(current.ctm),
      });
    } else if (this.isVisible() && STROKES.includes(op)) this.pictures = true;
    if (this.pendingClip) current.clip = at;
    this.pendingClip = false;
  }

  setFont(name: string, size: number): void {
    this.states.current.font = this.resources.fonts(name);
    this.states.current.fontSize = size;
  }

  show(shown: readonly (Shown | number)[]): void {
    const { font, fontSize, scale, ctm, charSpacing, wordSpacing } = this.states.current;
    if (!font || fontSize === 0) return;
    const unit = font.fontMatrix?.[0] ?? 0.001;
    const across = multiply(ctm, this.text.matrix);
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        const shift = (-glyph * fontSize) / 1000;
        if (font.vertical) this.text.y += shift;
        else this.text.x += shift * scale;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const advance = font.vertical
        ? (glyph.vmetric?.[0] ?? -1000) * unit * fontSize
        : glyph.width * unit * fontSize * scale;
      this.#paint(glyph, font, across, advance);
      if (font.vertical) this.text.y += advance - spacing;
      else this.text.x += advance + spacing * scale;
    }
  }

  #paint(glyph: Shown, font: Font, across: Matrix, advance: number): void {
    const state = this.states.current;
    const artifact = this.marked.some((content) => content.artifact);
    const { x, y } = this.text;
    const made = glyphOf(glyph, font, state, { across, x, y, advance }, artifact);
    if (!made || this.masks > 0) return;
    made.unseen = this.isVisible()
      ? this.painted.glyph(made, {
          clip: state.clip,
          fill: state.fill,
          alpha: state.alpha * state.groupAlpha,
          drawn: (state.mode & 3) !== INVISIBLE,
        })
      : 'layer';
    this.glyphs.push(made);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: PDF.js gives each operation arguments of its own
type Follow = (follower: Follower, args: any) => void;

const groups: Record<number, Follow> = {
  [OPS.save]: ({ states }) => states.save(),
  [OPS.restore]: ({ states }) => states.restore(),
  [OPS.transform]: ({ states }, matrix) => states.transform(matrix),
  [OPS.paintFormXObjectBegin]: ({ states }, [matrix, box]) => {
    states.begin();
    states.transform(matrix);
    states.clipTo(box);
  },
  [OPS.paintFormXObjectEnd]: ({ states }) => states.end(),
  [OPS.beginGroup]: (follower, [group]) => {
    const { states } = follower;
    states.begin();
    states.current.groupAlpha *= states.current.alpha;
    states.current.alpha = 1;
    states.current.blend = 'source-over';
    if (group.smask) follower.masks++;
  },
  [OPS.endGroup]: (follower, [group]) => {
    follower.states.end();
    if (group.smask) follower.masks--;
  },
  [OPS.beginAnnotation]: ({ states, resources }, [, box, transform, matrix]) => {
    states.begin();
    states.current.ctm = resources.transform;
    states.current.clip = resources.bounds;
    states.clipTo(box);
    states.transform(transform);
    states.transform(matrix);
  },
  [OPS.endAnnotation]: ({ states }) => states.end(),
  [OPS.beginMarkedContent]: mark,
  [OPS.beginMarkedContentProps]: mark,
  [OPS.endMarkedContent]: ({ marked }) => marked.pop(),
};

const painting: Record<number, Follow> = {
  [OPS.clip]: clip,
  [OPS.eoClip]: clip,
  [OPS.constructPath]: (follower, [op, [path], box]) => follower.path(op, path, box),
  [OPS.shadingFill]: (follower) => {
    if (follower.isVisible()) follower.painted.image(follower.states.current.clip);
    follower.pictures = true;
  },
  [OPS.setGState]: (follower, [entries]) => {
    for (const [key, value] of entries) {
      if (key === 'ca') follower.states.current.alpha = value;
      else if (key === 'BM') follower.states.current.blend = value;
      else if (key === 'Font') follower.setFont(value[0], value[1]);
    }
  },
  [OPS.setFillRGBColor]: ({ states }, [colour]) => {
    states.current.fill = colour;
  },
  [OPS.setFillColorN]: fillWithPattern,
  [OPS.setFillTransparent]: fillWithPattern,
  ...Object.fromEntries(IMAGES.map((image): [number, Follow] => [image, (to) => to.image()])),
};

const text: Record<number, Follow> = {
  [OPS.setFont]: (follower, [name, size]) => follower.setFont(name, size),
  [OPS.beginText]: ({ text }) => text.begin(),
  [OPS.setTextMatrix]: ({ text }, args) => text.begin(args.length === 1 ? args[0] : args),
  [OPS.moveText]: ({ text }, [dx, dy]) => text.move(dx, dy),
  [OPS.setLeadingMoveText]: ({ states, text }, [dx, dy]) => {
    states.current.leading = dy;
    text.move(dx, dy);
  },
  [OPS.nextLine]: ({ states, text }) => text.move(0, states.current.leading),
  [OPS.setLeading]: ({ states }, [leading]) => {
    states.current.leading = -leading;
  },
  [OPS.setCharSpacing]: ({ states }, [spacing]) => {
    states.current.charSpacing = spacing;
  },
  [OPS.setWordSpacing]: ({ states }, [spacing]) => {
    states.current.wordSpacing = spacing;
  },
  [OPS.setHScale]: ({ states }, [percent]) => {
    states.current.scale = percent / 100;
  },
  [OPS.setTextRise]: ({ states }, [rise]) => {
    states.current.rise = rise;
  },
  [OPS.setTextRenderingMode]: ({ states }, [mode]) => {
    states.current.mode = mode;
  },
  [OPS.showText]: (follower, [shown]) => follower.show(shown),
};

/** What each operation does; the others draw nothing that matters to a text. */
const follow: Record<number, Follow> = { ...groups, ...painting, ...text };

function mark({ marked, resources }: Follower, [tag, layer]: [unknown, unknown]): void {
  marked.push({ shown: tag !== 'OC' || resources.isShown(layer), artifact: tag === 'Artifact' });
}

function clip(follower: Follower): void {
  follower.pendingClip = true;
}

function fillWithPattern({ states }: Follower): void {
  states.current.fill = '#000000';
}
