/**
 * `draw(svg, scene, href)`: D3's keyed join, on the server's nodes at build time and on the very same nodes in the
 * browser, where drawing the same scene again changes nothing.
 */
import type { BaseType, Selection } from 'd3';
import type { OverviewScene } from './overview.ts';
import type { BandShape, FoldShape, LaneShape, MarkShape, Scene, TickShape } from './scene.ts';

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
  svg.attr('viewBox', `0 0 ${scene.width} ${scene.height}`);
  svg
    .selectChildren<SVGGElement, string>('g')
    .data(LAYERS, key)
    .join((enter) => enter.append('g').attr('class', String).attr('data-key', String));
  const layer = (name: string): Layer => svg.selectChild<SVGGElement>(`.${name}`);
  drawBands(layer('bands'), scene.bands);
  drawLanes(layer('lanes'), scene.lanes);
  drawAxis(layer('axis'), scene.axis, scene.ticks);
  drawFolds(layer('folds'), scene.folds);
  drawMarks(layer('marks').attr('role', 'list'), scene.marks, href);
}

/** Draws the overview into an `<svg>`, reusing the nodes that are there. */
export function drawOverview(svg: Svg, scene: OverviewScene): void {
  svg.attr('viewBox', `0 0 ${scene.width} ${scene.height}`);
  svg
    .selectChildren<SVGGElement, string>('g')
    .data(['axis', 'lanes'], key)
    .join((enter) => enter.append('g').attr('class', String).attr('data-key', String));
  const ticks = scene.ticks.map((tick) => ({ ...tick, path: '', bracket: false }));
  drawAxis(svg.selectChild<SVGGElement>('.axis'), scene.axis, ticks);
  const lanes = join(svg.selectChild<SVGGElement>('.lanes'), 'lane', scene.lanes, (g) =>
    g.append('path'),
  );
  lanes.attr('class', ({ colour }) => `lane track-${colour}`);
  lanes.select('path').attr('d', ({ path }) => path || null);
}

/** A datum's key; for a node the server drew, which has no datum yet, the key it carries as an attribute. */
function key(this: unknown, datum: unknown): string {
  if (datum === undefined) return (this as Element).getAttribute('data-key') ?? '';
  return typeof datum === 'string' ? datum : (datum as { key: string }).key;
}

/** One `<g>` a shape; `build` makes what is inside a new one. */
function join<Shape extends { key: string }>(
  layer: Layer,
  name: string,
  shapes: readonly Shape[],
  build: (entered: Shapes<Shape>) => void,
): Shapes<Shape> {
  return layer
    .selectChildren<SVGGElement, Shape>(`.${name}`)
    .data(shapes, key)
    .join((enter) => {
      const entered = enter.append('g').attr('data-key', ({ key }) => key);
      build(entered);
      return entered;
    })
    .attr('class', name)
    .order();
}

function drawBands(layer: Layer, bands: readonly BandShape[]): void {
  join(layer, 'band', bands, (g) => g.append('rect').attr('rx', 3))
    .select('rect')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('width', ({ width }) => width)
    .attr('height', ({ height }) => height);
}

function drawLanes(layer: Layer, lanes: readonly LaneShape[]): void {
  const all = join(layer, 'lane', lanes, (g) => {
    g.append('path');
    g.append('text');
  });
  all.attr('class', ({ colour }) => `lane track-${colour}`);
  all.select('path').attr('d', ({ path }) => path);
  place(all.select('text')).text(({ label }) => label);
}

function drawAxis(layer: Layer, axis: string, ticks: readonly TickShape[]): void {
  layer
    .selectChildren<SVGPathElement, string>('path')
    .data(axis ? [axis] : [])
    .join((enter) => enter.insert('path', ':first-child'))
    .attr('d', String);
  const all = join(layer, 'tick', ticks, (g) => {
    g.append('path');
    g.append('text');
  });
  all.attr('class', ({ bracket }) => (bracket ? 'tick bracket' : 'tick'));
  all.select('path').attr('d', ({ path }) => path || null);
  place(all.select('text')).text(({ text }) => text);
}

function drawFolds(layer: Layer, folds: readonly FoldShape[]): void {
  const all = join(layer, 'fold', folds, (g) => {
    g.append('path');
    g.append('text');
  });
  all.select('path').attr('d', ({ path }) => path);
  place(all.select('text')).text(({ text }) => text);
}

function drawMarks(layer: Layer, marks: readonly MarkShape[], href: (id: string) => string): void {
  const all = join(layer, 'mark', marks, (g) => {
    const a = g.append('a');
    a.append('rect').attr('class', 'target');
    for (const name of ['leader', 'hollow', 'solid']) a.append('path').attr('class', name);
    a.append('circle');
    a.append('text');
  });
  all
    .attr('class', ({ colour, ids }) => `mark track-${colour}${ids.length > 1 ? ' cluster' : ''}`)
    .attr('role', 'listitem');
  const a = all
    .select('a')
    .attr('href', ({ ids }) => href(ids[0] ?? ''))
    .attr('aria-label', ({ name }) => name);
  a.select('.target')
    .attr('x', ({ target }) => target.x)
    .attr('y', ({ target }) => target.y)
    .attr('width', ({ target }) => target.width)
    .attr('height', ({ target }) => target.height);
  a.select('.leader').attr('d', ({ leader }) => leader || null);
  a.select('.hollow').attr('d', ({ hollow }) => hollow || null);
  a.select('.solid').attr('d', ({ solid }) => solid || null);
  a.select('circle')
    .attr('cx', ({ x }) => x)
    .attr('cy', ({ y }) => y)
    .attr('r', ({ radius }) => radius);
  a.select<SVGTextElement>('text')
    .selectChildren<SVGTSpanElement, { line: string; x: number; y: number }>('tspan')
    .data(({ lines, textX, textY, lineHeight }) =>
      // The space is for whoever reads the words rather than the lines.
      lines.map((line, i) => ({
        line: i < lines.length - 1 ? `${line} ` : line,
        x: textX,
        y: textY + i * lineHeight,
      })),
    )
    .join('tspan')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => Math.round(y * 100) / 100)
    .text(({ line }) => line);
}

/** Sets a text's position. */
function place<Shape extends { x: number; y: number }>(
  text: Selection<BaseType, Shape, SVGGElement, unknown>,
): typeof text {
  return text.attr('x', ({ x }) => x).attr('y', ({ y }) => y);
}
