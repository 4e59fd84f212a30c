/**
 * Pointer, wheel and touch. The wheel with ctrl, and pinching, zoom at the pointer; dragging and the sideways wheel pan.
 * The plain wheel, and one finger up or down, always scroll the page.
 */
import { pointer, select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { mirrorTransform, panBy, type Transform, windowOf } from '../timeline/index.ts';
import { moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

/** A finger that moves less than this many pixels taps. */
const TAP = 6;

export function gestures(timeline: Timeline): void {
  for (const node of timeline.root.querySelectorAll<SVGSVGElement>('svg.timeline.across')) {
    zooms(timeline, node);
    node.addEventListener('dblclick', (event) => {
      if ((event.target as Element).closest('a')) return;
      event.preventDefault();
      moves(timeline).zoom(event.shiftKey ? -1 : 1, pointer(event, node)[0]);
    });
    /** @param pixels on the screen */
    const pan = (pixels: number): void => {
      const scale = node.viewBox.baseVal.width / node.getBoundingClientRect().width;
      const along = timeline.direction === 'rtl' ? -pixels : pixels;
      timeline.set({ window: panBy(timeline.whole(), timeline.state.window, along * scale) });
    };
    wheels(timeline, node, pan);
    swipes(node, pan);
  }
}

/** Zooming and dragging by d3-zoom. */
function zooms(timeline: Timeline, node: SVGSVGElement): void {
  const { width, height } = node.viewBox.baseVal;
  // In a right-to-left chart, a pointer's position counts from the other side.
  const rtl = timeline.direction === 'rtl';
  const mirrored = (transform: Transform): Transform =>
    rtl ? mirrorTransform(transform, width) : transform;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
      if ('touches' in event) return (event as TouchEvent).touches.length > 1;
      return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
    })
    .clickDistance(4)
    .on('zoom', ({ sourceEvent, transform: { k, x } }) => {
      if (!sourceEvent) return;
      timeline.set({ window: windowOf(timeline.whole(), mirrored({ k, shift: x })) });
    });
  select(node).call(behaviour).on('dblclick.zoom', null);
  // d3-zoom keeps a transform of its own on the node. It must follow when something else moves the view.
  timeline.onDraw(() => {
    if (timeline.chart() !== node) return;
    const { edges, most } = timeline.whole();
    const { k, shift } = mirrored(timeline.transform());
    const [from, to] = rtl ? [width - edges[1], width - edges[0]] : edges;
    behaviour
      .scaleExtent([1, most])
      .extent([
        [from, 0],
        [to, height || 1],
      ])
      .translateExtent([
        [from, -Infinity],
        [to, Infinity],
      ]);
    Object.assign(node, { __zoom: zoomIdentity.translate(shift, 0).scale(k) });
  });
}

/** The sideways wheel pans a chart that is zoomed in. */
function wheels(timeline: Timeline, node: SVGSVGElement, pan: (pixels: number) => void): void {
  node.addEventListener(
    'wheel',
    (event) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (event.ctrlKey || event.metaKey || !sideways || !timeline.state.window) return;
      event.preventDefault();
      pan(event.deltaX);
    },
    { passive: false },
  );
}

/** One finger sideways pans; up and down scroll the page (`touch-action: pan-y`). */
function swipes(node: SVGSVGElement, pan: (pixels: number) => void): void {
  let last: { id: number; x: number; moved: boolean } | null = null;
  node.addEventListener('pointerdown', ({ pointerType, pointerId, clientX, isPrimary }) => {
    if (pointerType === 'touch')
      last = isPrimary ? { id: pointerId, x: clientX, moved: false } : null;
  });
  node.addEventListener('pointermove', ({ pointerId, clientX }) => {
    if (last?.id !== pointerId) return;
    if (!last.moved && Math.abs(clientX - last.x) < TAP) return;
    pan(last.x - clientX);
    last = { id: pointerId, x: clientX, moved: true };
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    node.addEventListener(end, () => {
      last = null;
    });
}
