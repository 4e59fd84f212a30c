/**
 * `draw(svg, scene, href)`: D3's keyed join, on the server's nodes at build time and on the very same nodes in the
 * browser, where drawing the same scene again changes nothing.
 */
import { type Selection, select } from 'd3';
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
  fill(lanes, ({ path }) => [line('', path)]);
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

/** One node of what a shape is drawn with. */
interface Part {
  tag: 'rect' | 'path' | 'circle' | 'text';
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
const words = ({ x, y }: { x: number; y: number }, text: string): Part[] =>
  text ? part('text', { x, y }, { text }) : [];
const SVG = 'http://www.w3.org/2000/svg';

/** A part's key, or that of the node that it was drawn as. */
function partKey(this: unknown, datum: unknown): string {
  const given = datum as Part | undefined;
  if (given) return given.name || given.tag;
  const node = this as Element;
  return node.getAttribute('class') || node.tagName.toLowerCase();
}

/** Gives each node the parts of its shape, from back to front, and no others. */
function fill<Node extends Element, Shape, Above>(
  nodes: Selection<Node, Shape, SVGGElement, Above>,
  partsOf: (shape: Shape) => Part[][],
): void {
  nodes
    .selectChildren<SVGElement, Part>()
    .data((shape) => partsOf(shape).flat(), partKey)
    .join((enter) =>
      enter.append(function ({ tag }) {
        return this.ownerDocument.createElementNS(SVG, tag) as SVGElement;
      }),
    )
    .order()
    .each(function ({ name, attributes, text, lines }) {
      if (name) write(this, 'class', name);
      for (const [attribute, value] of Object.entries(attributes))
        write(this, attribute, `${value}`);
      if (lines.length > 0) breakText(this, lines);
      else say(this, text);
    });
}

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

const breakText = (node: SVGElement, lines: Part['lines']): void => {
  select(node)
    .selectChildren<SVGTSpanElement, Part['lines'][number]>('tspan')
    .data(lines)
    .join('tspan')
    .each(function ({ x, y, text }) {
      write(this, 'x', `${x}`);
      write(this, 'y', `${y}`);
      say(this, text);
    });
};

function drawBands(layer: Layer, bands: readonly BandShape[]): void {
  fill(join(layer, bands).each(attr('class', () => 'band')), ({ x, y, width, height }) => [
    part('rect', { rx: 3, x, y, width, height }),
  ]);
}

function drawLanes(layer: Layer, lanes: readonly LaneShape[]): void {
  fill(join(layer, lanes).each(attr('class', ({ colour }) => `lane track-${colour}`)), (lane) => [
    line('', lane.path),
    words(lane, lane.label),
  ]);
}

function drawAxis(layer: Layer, axis: string, ticks: readonly TickShape[]): void {
  layer
    .selectChildren<SVGPathElement, string>('path')
    .data(axis ? [axis] : [])
    .join((enter) => enter.insert('path', ':first-child'))
    .each(attr('d', String));
  fill(
    join(layer, ticks).each(attr('class', ({ bracket }) => (bracket ? 'tick bracket' : 'tick'))),
    (tick) => [line('', tick.path), words(tick, tick.text)],
  );
}

function drawFolds(layer: Layer, folds: readonly FoldShape[]): void {
  fill(join(layer, folds).each(attr('class', () => 'fold')), (fold) => [
    line('', fold.path),
    words(fold, fold.text),
  ]);
}

function drawMarks(layer: Layer, marks: readonly MarkShape[], href: (id: string) => string): void {
  const all = join(layer, marks).each(attr('transform', ({ x, y }) => `translate(${x},${y})`));
  const changed = all.filter(function (mark) {
    const drawn = drawnMarks.get(this);
    drawnMarks.set(this, mark);
    return !drawn || !looksAlike(drawn, mark);
  });
  changed
    .each(
      attr('class', ({ colour, ids }) => `mark track-${colour}${ids.length > 1 ? ' cluster' : ''}`),
    )
    .each(attr('role', () => 'listitem'));
  const links = changed
    .selectChildren<SVGAElement, MarkShape>('a')
    .data((mark) => [mark])
    .join('a')
    .each(attr('href', ({ ids }) => href(ids[0] ?? '')))
    .each(attr('aria-label', ({ name }) => name));
  fill(links, (mark) => [
    targetOf(mark),
    line('leader', mark.leader),
    line('hollow', mark.hollow),
    line('solid', mark.solid),
    mark.radius > 0 ? part('circle', { r: mark.radius }) : [],
    labelOf(mark),
  ]);
}

/** What each node of a mark was last drawn as: most marks move and stay as they are. */
const drawnMarks = new WeakMap<Element, MarkShape>();

const LOOKS = [
  ...(['name', 'colour', 'hollow', 'solid', 'radius', 'leader'] as const),
  ...(['textX', 'textY', 'lineHeight', 'target'] as const),
];

/** Whether two shapes of one key are the same drawing, wherever they stand. */
const looksAlike = (a: MarkShape, b: MarkShape): boolean =>
  LOOKS.every((look) => a[look] === b[look]) &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, i) => line === b.lines[i]);

const targetOf = ({ target }: MarkShape): Part[] => {
  const [from, side] = [-target / 2, target];
  return part('rect', { x: from, y: from, width: side, height: side }, { name: 'target' });
};

function labelOf({ ids, lines, textX: x, textY, lineHeight }: MarkShape): Part[] {
  const [only = ''] = lines;
  if (lines.length === 0) return [];
  // A number is one line, always.
  if (ids.length > 1) return words({ x, y: textY }, only);
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
