/**
 * `draw(svg, scene, href)`: a keyed join, on the server's nodes at build time and on the very same nodes in the browser,
 * where drawing the same scene again changes nothing.
 */
import { fill, join, line, newNode, type Piece, piece, textAt, write } from './nodes.ts';
import type { Rail } from './rail.ts';
import {
  type BandShape,
  type BreakShape,
  type LaneShape,
  type MarkShape,
  type OverviewScene,
  round,
  type Scene,
  type TickShape,
} from './scene.ts';

/**
 * Draws a scene into an `<svg>`, reusing the nodes that are there.
 * @param href the address that an event's mark links to; `null` for a picture without links and names
 * @param target where the links open, as in HTML; `''` for the same window
 */
export function draw(
  svg: Element,
  scene: Scene,
  href: ((id: string) => string) | null,
  target = '',
): void {
  write(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
  // From back to front. `breaks` are the axis breaks.
  drawLayers(svg, {
    bands: (layer) => drawPath(layer, scene.bands.map(roundedPath).join('')),
    lanes: (layer) => drawLanes(layer, scene.lanes),
    axis: (layer) => drawAxis(layer, scene.axis, scene.ticks),
    breaks: (layer) => drawBreaks(layer, scene.breaks),
    marks: (layer) => {
      if (href) drawMarks(layer, scene.marks, href, target);
      else
        joinMoved(layer, scene.marks, (node, mark) => {
          write(node, 'class', classOf(mark));
          fill(node, bodyOf(mark));
        });
    },
  });
}

/** Draws the overview into an `<svg>`, reusing the nodes that are there. */
export function drawOverview(svg: Element, scene: OverviewScene): void {
  write(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
  const ticks = scene.ticks.map((tick) => ({ ...tick, path: '', bracket: false }));
  drawLayers(svg, {
    axis: (layer) => drawAxis(layer, scene.axis, ticks),
    lanes: (layer) =>
      join(layer, scene.lanes, (node, { colour, path }) => {
        write(node, 'class', `lane track-${colour}`);
        fill(node, line('', path));
      }),
  });
}

/** Draws a rail over the line of the reading bar, reusing the nodes that are there. */
export function drawRail(svg: Element, rail: Rail): void {
  for (const [name, d] of Object.entries(rail)) {
    const path = svg.querySelector(`.rail.${name}`) ?? svg.appendChild(newNode(svg, 'path'));
    write(path, 'class', `rail ${name}`);
    write(path, 'd', d);
  }
}

/** Draws each layer into a `<g>` of its name. */
function drawLayers(svg: Element, layers: Record<string, (layer: Element) => void>): void {
  const named = Object.entries(layers).map(([key, drawLayer]) => ({ key, drawLayer }));
  join(svg, named, (layer, { drawLayer }) => drawLayer(layer), true);
}

/** The shape that each node was last drawn from. */
const drawn = new WeakMap<Element, object>();

/** The shape of a mark's node; `undefined` before it is drawn in the browser. */
export const markShapeOf = (node: Element): MarkShape | undefined =>
  drawn.get(node) as MarkShape | undefined;

/**
 * Joins and moves one `<g>` to each shape.
 * @param redraw is called for those to be drawn anew: most only move
 */
function joinMoved<Shape extends { key: string; x: number; y: number }>(
  layer: Element,
  shapes: readonly Shape[],
  redraw: (node: Element, shape: Shape) => void,
): void {
  join(layer, shapes, (node, shape) => {
    const before = drawn.get(node) as Shape | undefined;
    drawn.set(node, shape);
    if (before?.x !== shape.x || before.y !== shape.y)
      write(node, 'transform', `translate(${shape.x},${shape.y})`);
    if (!before || !isAlike(before, shape)) redraw(node, shape);
  });
}

/** Fields of a shape that change nothing within its `<g>`: its position, and the events and moments of a mark. */
const UNDRAWN = new Set<PropertyKey>(['x', 'y', 'ids', 'from', 'to']);

/** Whether two shapes of one key look the same, wherever they stand. */
function isAlike<Shape extends object>(a: Shape, b: Shape): boolean {
  for (const field in a)
    if (a[field] !== b[field] && !UNDRAWN.has(field) && !isSame(a[field], b[field])) return false;
  return true;
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) &&
  Array.isArray(b) &&
  a.length === b.length &&
  a.every((value, i) => value === b[i]);

/** All bands are one path: they have neither text nor link. */
function roundedPath({ x, y, width, height }: BandShape): string {
  const r = Math.min(3, width / 2);
  const [right, bottom] = [round(x + width), round(y + height)];
  const [near, far, top, foot] = [x + r, x + width - r, y + r, y + height - r].map(round);
  return (
    `M${near},${y}H${far}Q${right},${y} ${right},${top}V${foot}Q${right},${bottom} ${far},${bottom}` +
    `H${near}Q${x},${bottom} ${x},${foot}V${top}Q${x},${y} ${near},${y}Z`
  );
}

/** A path at the back of a layer; `''` for none. */
function drawPath(layer: Element, d: string): void {
  const first = layer.firstElementChild;
  const path = first?.tagName.toLowerCase() === 'path' ? first : null;
  if (d) write(path ?? layer.insertBefore(newNode(layer, 'path'), first), 'd', d);
  else path?.remove();
}

function drawLanes(layer: Element, lanes: readonly LaneShape[]): void {
  join(layer, lanes, (node, { colour, path, label, x, y }) => {
    write(node, 'class', `lane track-${colour}`);
    fill(node, [...line('', path), ...textAt(label, { x, y })]);
  });
}

function drawAxis(layer: Element, axis: string, ticks: readonly TickShape[]): void {
  drawPath(layer, axis);
  joinMoved(layer, ticks, (node, { bracket, path, text }) => {
    write(node, 'class', bracket ? 'tick bracket' : 'tick');
    fill(node, [...line('', path), ...textAt(text)]);
  });
}

function drawBreaks(layer: Element, breaks: readonly BreakShape[]): void {
  joinMoved(layer, breaks, (node, { path, text }) => {
    write(node, 'class', 'break');
    fill(node, [...line('', path), ...textAt(text)]);
  });
}

const classOf = ({ colour, ids }: MarkShape): string =>
  `mark track-${colour}${ids.length > 1 ? ' cluster' : ''}`;

function drawMarks(
  layer: Element,
  marks: readonly MarkShape[],
  href: (id: string) => string,
  target: string,
): void {
  write(layer, 'role', 'list');
  joinMoved(layer, marks, (node, mark) => {
    write(node, 'class', classOf(mark));
    write(node, 'role', 'listitem');
    const link = node.firstElementChild ?? node.appendChild(newNode(node, 'a'));
    write(link, 'href', href(mark.ids[0] ?? ''));
    write(link, 'aria-label', mark.name);
    fill(link, [...targetOf(mark), ...bodyOf(mark)]);
    // Chromium does not apply `<base target>` to the links of an SVG.
    if (target) write(link, 'target', target);
  });
}

const bodyOf = (mark: MarkShape): Piece[] => [
  ...line('leader', mark.leader),
  ...line('hollow', mark.hollow),
  ...line('solid', mark.solid),
  ...(mark.radius > 0 ? piece('circle', { r: mark.radius }) : []),
  ...labelOf(mark),
  ...linesOf(mark.caption, mark.captionX, mark.captionY, mark.lineHeight, 'caption'),
];

const targetOf = ({ target }: MarkShape): Piece[] => {
  const [from, side] = [-target / 2, target];
  return piece('rect', { x: from, y: from, width: side, height: side }, { name: 'target' });
};

function labelOf({ ids, lines, textX: x, textY, lineHeight }: MarkShape): Piece[] {
  const [only = '', ...more] = lines;
  // The number of several.
  if (only && more.length === 0 && ids.length > 1) return textAt(only, { x, y: textY });
  return linesOf(lines, x, textY, lineHeight);
}

/** @param y of the first line's baseline */
function linesOf(
  lines: readonly string[],
  x: number,
  y: number,
  lineHeight: number,
  name = '',
): Piece[] {
  if (lines.length === 0) return [];
  return piece(
    'text',
    {},
    {
      name,
      lines: lines.map((text, i) => ({
        // The space is for programs that read the text without its lines.
        text: i < lines.length - 1 ? `${text} ` : text,
        x,
        y: round(y + i * lineHeight),
      })),
    },
  );
}
