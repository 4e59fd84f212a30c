/**
 * Pointer, wheel and touch. With ctrl, and by pinch, the chart zooms at the pointer; dragging and the sideways wheel
 * move it; the plain wheel and one finger up or down scroll the page, always.
 */
import { pointer, select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { mirrorStretch, panBy, type Stretch, stretchOf, windowOf } from '../timeline/index.ts';
import { moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

/** A finger that moved less than this has tapped. */
const TAP = 6;

export function gestures(timeline: Timeline): void {
  for (const node of timeline.root.querySelectorAll<SVGSVGElement>('svg.timeline.across')) {
    const svg = select(node);
    const { width, height } = node.viewBox.baseVal;
    // Where time runs leftwards, a pointer's place counts from the other side.
    const rtl = timeline.direction === 'rtl';
    const seen = (stretch: Stretch): Stretch => (rtl ? mirrorStretch(stretch, width) : stretch);
    const behaviour = zoom<SVGSVGElement, unknown>()
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        if ('touches' in event) return (event as TouchEvent).touches.length > 1;
        return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
      })
      .clickDistance(4)
      .on('zoom', ({ sourceEvent, transform }) => {
        if (!sourceEvent) return;
        timeline.set({
          window: windowOf(timeline.whole(), seen({ k: transform.k, shift: transform.x })),
        });
      });
    svg.call(behaviour).on('dblclick.zoom', null);
    // d3-zoom keeps its own transform on the node; whoever else moves the view tells it so.
    timeline.onDraw(() => {
      if (timeline.chart() !== node) return;
      const whole = timeline.whole();
      const { k, shift } = seen(stretchOf(whole, timeline.state.window));
      const [from, to] = rtl ? [width - whole.edges[1], width - whole.edges[0]] : whole.edges;
      behaviour
        .scaleExtent([1, whole.most])
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

    node.addEventListener('dblclick', (event) => {
      if ((event.target as Element).closest('a')) return;
      event.preventDefault();
      moves(timeline).zoom(event.shiftKey ? -1 : 1, pointer(event, node)[0]);
    });

    const pan = (pixels: number): void => {
      const perPixel = width / node.getBoundingClientRect().width;
      const { window } = timeline.state;
      timeline.set({
        window: panBy(timeline.whole(), window, (rtl ? -pixels : pixels) * perPixel),
      });
    };
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
    swipes(node, pan);
  }
}

/** One finger sideways; up and down are the page's (`touch-action: pan-y`). */
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
