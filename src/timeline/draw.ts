/**
 * `draw(svg, scene, href)`: D3's keyed join, on the server's nodes at build time and on the very same nodes in the
 * browser, where drawing the same scene again changes nothing.
 */
import type { Selection } from 'd3-selection';
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

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
type Layer = Selection<SVGGElement, unknown, null, undefined>;
type Shapes<Shape> = Selection<SVGGElement, Shape, SVGGElement, unknown>;

/** Class names of the layers, from back to front. `breaks` are the axis breaks. */
const LAYERS = ['bands', 'lanes', 'axis', 'breaks', 'marks'];

/**
 * Draws a scene into an `<svg>`, reusing the nodes that are there.
 * @param href the address that an event's mark links to; `null` for a picture without links and names
 * @param target where the links open, as in HTML; `''` for the same window
 */
export function draw(
  svg: Svg,
  scene: Scene,
  href: ((id: string) => string) | null,
  target = '',
): void {
  svg.each(attr('viewBox', () => `0 0 ${scene.width} ${scene.height}`));
  svg
    .selectChildren<SVGGElement, string>('g')
    .data(LAYERS, key)
    .join((enter) => enter.append('g').attr('class', String).attr('data-key', String));
  const layer = (name: string): Layer => svg.selectChild<SVGGElement>(`.${name}`);
  drawBands(layer('bands'), scene.bands);
  drawLanes(layer('lanes'), scene.lanes);
  drawAxis(layer('axis'), scene.axis, scene.ticks);
  drawBreaks(layer('breaks'), scene.breaks);
  const marks = layer('marks');
  if (href) drawMarks(marks.each(attr('role', () => 'list')), scene.marks, href, target);
  else shapesOf(marks, scene.marks).each(fill(bodyOf));
}

/** Draws the overview into an `<svg>`, reusing the nodes that are there. */
export function drawOverview(svg: Svg, scene: OverviewScene): void {
  svg.each(attr('viewBox', () => `0 0 ${scene.width} ${scene.height}`));
  svg
    .selectChildren<SVGGElement, string>('g')
    .data(['axis', 'lanes'], key)
    .join((enter) => enter.append('g').attr('class', String).attr('data-key', String));
  const ticks = scene.ticks.map((tick) => ({ ...tick, path: '', bracket: false }));
  drawAxis(svg.selectChild<SVGGElement>('.axis'), scene.axis, ticks);
  const lanes = join(svg.selectChild<SVGGElement>('.lanes'), scene.lanes);
  lanes.each(attr('class', ({ colour }) => `lane track-${colour}`));
  lanes.each(fill(({ path }) => [line('', path)]));
}

/** A datum's key; for a node that the server drew, which has no datum yet, its `data-key`. */
function key(this: unknown, datum: unknown): string {
  if (datum === undefined) return (this as Element).getAttribute('data-key') ?? '';
  return typeof datum === 'string' ? datum : (datum as { key: string }).key;
}

/** Joins one `<g>` to each shape, in the order of the shapes. */
const join = <Shape extends { key: string }>(
  layer: Layer,
  shapes: readonly Shape[],
): Shapes<Shape> =>
  layer
    .selectChildren<SVGGElement, Shape>('g')
    .data(shapes, key)
    .join((enter) => enter.append('g').attr('data-key', ({ key }) => key))
    .order();

/** The shape that each node was last drawn from. */
const drawn = new WeakMap<Element, object>();

/** Joins and moves one `<g>` to each shape. Selects those to be drawn anew: most only move. */
function joinMoved<Shape extends { key: string; x: number; y: number }>(
  layer: Layer,
  shapes: readonly Shape[],
): Shapes<Shape> {
  return join(layer, shapes)
    .each(attr('transform', ({ x, y }) => `translate(${x},${y})`))
    .filter(function (shape) {
      const before = drawn.get(this) as Shape | undefined;
      drawn.set(this, shape);
      return !before || !isAlike(before, shape);
    });
}

/** Fields of a shape that change nothing within its `<g>`: its position, and the events and moments of a mark. */
const UNDRAWN = new Set<PropertyKey>(['x', 'y', 'ids', 'from', 'to']);

/** Whether two shapes of one key look the same, wherever they stand. */
function isAlike<Shape extends object>(a: Shape, b: Shape): boolean {
  for (const field in a) if (!UNDRAWN.has(field) && !isSame(a[field], b[field])) return false;
  return true;
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((value, i) => value === b[i]));

/** One node of a shape's drawing. */
interface Piece {
  tag: 'rect' | 'path' | 'circle' | 'text' | 'tspan';
  /** Its class; `''` for none, where no sibling has the same tag. */
  name: string;
  attributes: Record<string, string | number>;
  /** The lines of a text that may have several; empty where `text` is all. */
  lines: { text: string; x: number; y: number }[];
  text: string;
}

const piece = (
  tag: Piece['tag'],
  attributes: Piece['attributes'],
  more: Partial<Piece> = {},
): Piece[] => [{ tag, name: '', attributes, lines: [], text: '', ...more }];

/** No node for an empty path: a dense view must have few nodes. */
const line = (name: string, d: string): Piece[] => (d ? piece('path', { d }, { name }) : []);
const textAt = (text: string, position: { x?: number; y?: number } = {}): Piece[] =>
  text ? piece('text', position, { text }) : [];
const SVG = 'http://www.w3.org/2000/svg';

const nameOf = (node: Element): string => node.getAttribute('class') || node.tagName.toLowerCase();

/**
 * For `selection.each`: gives a node the pieces of its shape as children, from back to front, and removes all others. A
 * D3 join would spend most of its time on its own lists, for the five nodes of a mark.
 */
const fill = <Shape>(piecesOf: (shape: Shape) => Piece[][]) =>
  function (this: Element, shape: Shape): void {
    let next = this.firstElementChild;
    const dropUntil = (node: Element | null): void => {
      while (next && next !== node) {
        const dropped = next;
        next = next.nextElementSibling;
        dropped.remove();
      }
    };
    for (const { tag, name, attributes, text, lines } of piecesOf(shape).flat()) {
      let node = next;
      while (node && nameOf(node) !== (name || tag)) node = node.nextElementSibling;
      if (node) dropUntil(node);
      else node = this.insertBefore(this.ownerDocument.createElementNS(SVG, tag), next);
      next = node.nextElementSibling;
      if (name) write(node, 'class', name);
      for (const attribute in attributes) write(node, attribute, `${attributes[attribute]}`);
      if (lines.length > 0) breakText.call(node, lines);
      else writeText(node, text);
    }
    dropUntil(null);
  };

const breakText = fill((lines: Piece['lines']) =>
  lines.map(({ text, x, y }) => piece('tspan', { x, y }, { text })),
);

// Writing an unchanged value would still make the browser compute styles and layout again.
function write(node: Element, attribute: string, value: string): void {
  if (node.getAttribute(attribute) !== value) node.setAttribute(attribute, value);
}
function writeText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** For `selection.each`: sets an attribute of each node by its shape. */
const attr = <Shape>(attribute: string, textOf: (shape: Shape) => string) =>
  function (this: Element, shape: Shape): void {
    write(this, attribute, textOf(shape));
  };

/** All bands are one path: they have neither text nor link. */
function drawBands(layer: Layer, bands: readonly BandShape[]): void {
  drawPath(layer, bands.map(roundedPath).join(''));
}

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
function drawPath(layer: Layer, d: string): void {
  layer
    .selectChildren<SVGPathElement, string>('path')
    .data(d ? [d] : [])
    .join((enter) => enter.insert('path', ':first-child'))
    .each(attr('d', String));
}

function drawLanes(layer: Layer, lanes: readonly LaneShape[]): void {
  join(layer, lanes)
    .each(attr('class', ({ colour }) => `lane track-${colour}`))
    .each(fill((lane) => [line('', lane.path), textAt(lane.label, { x: lane.x, y: lane.y })]));
}

function drawAxis(layer: Layer, axis: string, ticks: readonly TickShape[]): void {
  drawPath(layer, axis);
  joinMoved(layer, ticks)
    .each(attr('class', ({ bracket }) => (bracket ? 'tick bracket' : 'tick')))
    .each(fill(({ path, text }) => [line('', path), textAt(text)]));
}

function drawBreaks(layer: Layer, breaks: readonly BreakShape[]): void {
  joinMoved(layer, breaks)
    .each(attr('class', () => 'break'))
    .each(fill(({ path, text }) => [line('', path), textAt(text)]));
}

/** Joins and moves the marks. Selects those to be drawn anew. */
const shapesOf = (layer: Layer, marks: readonly MarkShape[]): Shapes<MarkShape> =>
  joinMoved(layer, marks).each(
    attr('class', ({ colour, ids }) => `mark track-${colour}${ids.length > 1 ? ' cluster' : ''}`),
  );

function drawMarks(
  layer: Layer,
  marks: readonly MarkShape[],
  href: (id: string) => string,
  target: string,
): void {
  const links = shapesOf(layer, marks)
    .each(attr('role', () => 'listitem'))
    .selectChildren<SVGAElement, MarkShape>('a')
    .data((mark) => [mark])
    .join('a')
    .each(attr('href', ({ ids }) => href(ids[0] ?? '')))
    .each(attr('aria-label', ({ name }) => name))
    .each(fill((mark) => [targetOf(mark), ...bodyOf(mark)]));
  // Chromium does not apply `<base target>` to the links of an SVG.
  if (target) links.each(attr('target', () => target));
}

const bodyOf = (mark: MarkShape): Piece[][] => [
  line('leader', mark.leader),
  line('hollow', mark.hollow),
  line('solid', mark.solid),
  mark.radius > 0 ? piece('circle', { r: mark.radius }) : [],
  labelOf(mark),
  linesOf(mark.caption, mark.captionX, mark.captionY, mark.lineHeight, 'caption'),
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
