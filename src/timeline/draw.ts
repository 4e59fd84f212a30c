/**
 * `draw(svg, scene, href)`: D3's keyed join, on the server's nodes at build time and on the very same nodes in the
 * browser, where drawing the same scene again changes nothing.
 */
import type { Selection } from 'd3-selection';
import type { OverviewScene } from './overview.ts';
import {
  type BandShape,
  type FoldShape,
  type LaneShape,
  type MarkShape,
  round,
  type Scene,
  type TickShape,
} from './scene.ts';

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
type Layer = Selection<SVGGElement, unknown, null, undefined>;
type Shapes<Shape> = Selection<SVGGElement, Shape, SVGGElement, unknown>;

/** From back to front. */
const LAYERS = ['bands', 'lanes', 'axis', 'folds', 'marks'];

/**
 * Draws a scene into an `<svg>`, reusing the nodes that are there.
 * @param href where an event's mark leads
 */
export function draw(svg: Svg, scene: Scene, href: (id: string) => string): void {
  svg.each(attr('viewBox', () => `0 0 ${scene.width} ${scene.height}`));
  svg
    .selectChildren<SVGGElement, string>('g')
    .data(LAYERS, key)
    .join((enter) => enter.append('g').attr('class', String).attr('data-key', String));
  const layer = (name: string): Layer => svg.selectChild<SVGGElement>(`.${name}`);
  drawBands(layer('bands'), scene.bands);
  drawLanes(layer('lanes'), scene.lanes);
  drawAxis(layer('axis'), scene.axis, scene.ticks);
  drawFolds(layer('folds'), scene.folds);
  drawMarks(layer('marks').each(attr('role', () => 'list')), scene.marks, href);
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

/** A datum's key; for a node the server drew, which has no datum yet, the key it carries as an attribute. */
function key(this: unknown, datum: unknown): string {
  if (datum === undefined) return (this as Element).getAttribute('data-key') ?? '';
  return typeof datum === 'string' ? datum : (datum as { key: string }).key;
}

/** One `<g>` a shape, in their order. */
const join = <Shape extends { key: string }>(
  layer: Layer,
  shapes: readonly Shape[],
): Shapes<Shape> =>
  layer
    .selectChildren<SVGGElement, Shape>('g')
    .data(shapes, key)
    .join((enter) => enter.append('g').attr('data-key', ({ key }) => key))
    .order();

/** What each node was last drawn as. */
const drawn = new WeakMap<Element, object>();

/** One `<g>` a shape, put in its place. Those that are to be drawn anew, for most only move. */
function place<Shape extends { key: string; x: number; y: number }>(
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

/** What of a shape is not drawn, but where it stands and what it stands for. */
const UNDRAWN = new Set<PropertyKey>(['x', 'y', 'ids', 'from', 'to']);

/** Whether two shapes of one key are the same drawing, wherever they stand. */
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

/** One node of what a shape is drawn with. */
interface Part {
  tag: 'rect' | 'path' | 'circle' | 'text' | 'tspan';
  /** Its class; `''` where the tag says enough. */
  name: string;
  attributes: Record<string, string | number>;
  /** The lines of a text that has more than one may have. */
  lines: { text: string; x: number; y: number }[];
  text: string;
}

const part = (
  tag: Part['tag'],
  attributes: Part['attributes'],
  more: Partial<Part> = {},
): Part[] => [{ tag, name: '', attributes, lines: [], text: '', ...more }];

/** None where there is nothing to draw: in a dense view every node counts. */
const line = (name: string, d: string): Part[] => (d ? part('path', { d }, { name }) : []);
const words = (text: string, place: { x?: number; y?: number } = {}): Part[] =>
  text ? part('text', place, { text }) : [];
const SVG = 'http://www.w3.org/2000/svg';

const nameOf = (node: Element): string => node.getAttribute('class') || node.tagName.toLowerCase();

/**
 * For `selection.each`: gives a node the parts of its shape, from back to front, and no others. A join without D3's
 * lists, which for the five nodes of a mark are most of the work.
 */
const fill = <Shape>(partsOf: (shape: Shape) => Part[][]) =>
  function (this: Element, shape: Shape): void {
    let next = this.firstElementChild;
    const dropUntil = (node: Element | null): void => {
      while (next && next !== node) {
        const dropped = next;
        next = next.nextElementSibling;
        dropped.remove();
      }
    };
    for (const { tag, name, attributes, text, lines } of partsOf(shape).flat()) {
      let node = next;
      while (node && nameOf(node) !== (name || tag)) node = node.nextElementSibling;
      if (node) dropUntil(node);
      else node = this.insertBefore(this.ownerDocument.createElementNS(SVG, tag), next);
      next = node.nextElementSibling;
      if (name) write(node, 'class', name);
      for (const attribute in attributes) write(node, attribute, `${attributes[attribute]}`);
      if (lines.length > 0) breakText.call(node, lines);
      else say(node, text);
    }
    dropUntil(null);
  };

const breakText = fill((lines: Part['lines']) =>
  lines.map(({ text, x, y }) => part('tspan', { x, y }, { text })),
);

// Only what is another, for browsers style and lay out anew what is written, be it the same.
function write(node: Element, attribute: string, value: string): void {
  if (node.getAttribute(attribute) !== value) node.setAttribute(attribute, value);
}
function say(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** For `selection.each`: an attribute of each node by its shape. */
const attr = <Shape>(attribute: string, textOf: (shape: Shape) => string) =>
  function (this: Element, shape: Shape): void {
    write(this, attribute, textOf(shape));
  };

/** One path for them all: nothing is said of them and nothing leads from them. */
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
    .each(fill((lane) => [line('', lane.path), words(lane.label, { x: lane.x, y: lane.y })]));
}

function drawAxis(layer: Layer, axis: string, ticks: readonly TickShape[]): void {
  drawPath(layer, axis);
  place(layer, ticks)
    .each(attr('class', ({ bracket }) => (bracket ? 'tick bracket' : 'tick')))
    .each(fill(({ path, text }) => [line('', path), words(text)]));
}

function drawFolds(layer: Layer, folds: readonly FoldShape[]): void {
  place(layer, folds)
    .each(attr('class', () => 'fold'))
    .each(fill(({ path, text }) => [line('', path), words(text)]));
}

function drawMarks(layer: Layer, marks: readonly MarkShape[], href: (id: string) => string): void {
  place(layer, marks)
    .each(
      attr('class', ({ colour, ids }) => `mark track-${colour}${ids.length > 1 ? ' cluster' : ''}`),
    )
    .each(attr('role', () => 'listitem'))
    .selectChildren<SVGAElement, MarkShape>('a')
    .data((mark) => [mark])
    .join('a')
    .each(attr('href', ({ ids }) => href(ids[0] ?? '')))
    .each(attr('aria-label', ({ name }) => name))
    .each(
      fill((mark) => [
        targetOf(mark),
        line('leader', mark.leader),
        line('hollow', mark.hollow),
        line('solid', mark.solid),
        mark.radius > 0 ? part('circle', { r: mark.radius }) : [],
        labelOf(mark),
      ]),
    );
}

const targetOf = ({ target }: MarkShape): Part[] => {
  const [from, side] = [-target / 2, target];
  return part('rect', { x: from, y: from, width: side, height: side }, { name: 'target' });
};

function labelOf({ ids, lines, textX: x, textY, lineHeight }: MarkShape): Part[] {
  const [only = ''] = lines;
  if (lines.length === 0) return [];
  // A number is one line, always.
  if (ids.length > 1) return words(only, { x, y: textY });
  return part(
    'text',
    {},
    {
      lines: lines.map((text, i) => ({
        // The space is for whoever reads the words rather than the lines.
        text: i < lines.length - 1 ? `${text} ` : text,
        x,
        y: round(textY + i * lineHeight),
      })),
    },
  );
}
