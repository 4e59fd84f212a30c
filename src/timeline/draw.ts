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
 * @param moving whether a layer of which most only moves may be moved as one. The same scene, drawn again without it,
 * gives the nodes that it gives from none
 */
export function draw(
  svg: Element,
  scene: Scene,
  href: ((id: string) => string) | null,
  target = '',
  moving = false,
): void {
  write(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
  // From back to front. `breaks` are the axis breaks.
  drawLayers(svg, {
    bands: (layer) => drawPath(layer, scene.bands.map(roundedPath).join('')),
    lanes: (layer) => drawLanes(layer, scene.lanes),
    axis: (layer) => drawAxis(layer, scene.axis, scene.ticks, moving),
    breaks: (layer) => drawBreaks(layer, scene.breaks, moving),
    marks: (layer) => {
      if (href) drawMarks(layer, scene.marks, href, target, moving);
      else
        joinMoved(layer, scene.marks, moving, (node, mark) => {
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
    axis: (layer) => drawAxis(layer, scene.axis, ticks, false),
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

/** How far each layer is moved as one, and where within it each node stands, in pixels along the width. */
const shifts = new WeakMap<Element, number>();
const places = new WeakMap<Element, number>();

/**
 * Joins and moves one `<g>` to each shape.
 * @param moving whether the layer may be moved as one
 * @param redraw is called for those to be drawn anew, with what each shows: most only move
 */
function joinMoved<Shape extends { key: string; x: number; y: number }>(
  layer: Element,
  shapes: readonly Shape[],
  moving: boolean,
  redraw: (node: Element, shape: Shape, before: Shape | undefined) => void,
): void {
  const nodes: Element[] = [];
  join(layer, shapes, (node) => nodes.push(node));
  const shift = moving ? commonShift(nodes, shapes) : 0;
  moveBy(layer, shift);
  shapes.forEach((shape, i) => {
    const node = nodes[i] as Element;
    const before = drawn.get(node) as Shape | undefined;
    drawn.set(node, shape);
    const isThere =
      before?.y === shape.y && isNear(shape.x, (places.get(node) ?? 0) + shift, moving);
    if (!isThere) {
      const x = round(shape.x - shift);
      const value = `translate(${x},${shape.y})`;
      places.set(node, x);
      if (before) node.setAttribute('transform', value);
      else write(node, 'transform', value);
    }
    if (!before || !isAlike(before, shape)) redraw(node, shape, before);
  });
}

/** Positions are rounded to hundredths: what moves by the same may do so by one hundredth more or less. */
const isNear = (a: number, b: number, moving: boolean): boolean =>
  moving ? Math.abs(a - b) < 0.015 : a === b;

/** By how much most of the nodes have moved from their places; 0 where it is not one distance for most. */
function commonShift(nodes: readonly Element[], shapes: readonly { x: number }[]): number {
  const moves = nodes.flatMap((node, i) => {
    const place = places.get(node);
    return place === undefined ? [] : round((shapes[i]?.x ?? 0) - place);
  });
  // The most frequent one is that of the middle, if it is that of most.
  const shift = moves.toSorted((a, b) => a - b)[moves.length >> 1] ?? 0;
  return moves.filter((move) => isNear(move, shift, true)).length * 2 > moves.length ? shift : 0;
}

/** Moves a node as a whole. */
function moveBy(node: Element, shift: number): void {
  if ((shifts.get(node) ?? 0) === shift) return;
  shifts.set(node, shift);
  if (shift) node.setAttribute('transform', `translate(${shift},0)`);
  else node.removeAttribute('transform');
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

function drawAxis(
  layer: Element,
  axis: string,
  ticks: readonly TickShape[],
  moving: boolean,
): void {
  drawPath(layer, axis);
  joinMoved(layer, ticks, moving, (node, { bracket, path, text }) => {
    write(node, 'class', bracket ? 'tick bracket' : 'tick');
    fill(node, [...line('', path), ...textAt(text)]);
  });
  // The line itself is drawn where it stands.
  const path = axis && layer.firstElementChild;
  if (path) moveBy(path, -(shifts.get(layer) ?? 0));
}

function drawBreaks(layer: Element, breaks: readonly BreakShape[], moving: boolean): void {
  joinMoved(layer, breaks, moving, (node, { path, text }) => {
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
  moving: boolean,
): void {
  write(layer, 'role', 'list');
  joinMoved(layer, marks, moving, (node, mark, before) => {
    const link = node.firstElementChild ?? node.appendChild(newNode(node, 'a'));
    if (before?.colour !== mark.colour) write(node, 'class', classOf(mark));
    if (!before) {
      write(node, 'role', 'listitem');
      // A node keeps its key, and so its address.
      write(link, 'href', href(mark.ids[0] ?? ''));
    }
    if (before?.name !== mark.name) write(link, 'aria-label', mark.name);
    // Chromium does not apply `<base target>` to the links of an SVG.
    if (target && !before) write(link, 'target', target);
    fill(link, [...targetOf(mark), ...bodyOf(mark)]);
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
