/**
 * Pointer, wheel and touch. The wheel with ctrl, and pinching, zoom at the pointer; dragging and the sideways wheel pan a
 * view that is zoomed in. The plain wheel, and one finger up or down, always scroll the page.
 */
import { mirrorX, panBy, zoomOnMarks } from '../timeline/index.ts';
import { moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

/** A notch of the wheel zooms by this factor. */
const NOTCH = 1.3;
/** A pointer that moves less than this many pixels clicks. */
const CLICK = 5;

export function gestures(timeline: Timeline): void {
  for (const node of timeline.root.querySelectorAll<SVGSVGElement>('svg.timeline.across')) {
    const chart = chartOf(timeline, node);
    wheels(chart);
    drags(chart);
    node.addEventListener('dblclick', (event) => {
      if ((event.target as Element).closest('a')) return;
      event.preventDefault();
      moves(timeline).zoom(event.shiftKey ? -1 : 1, placeIn(node, event).x);
    });
    timeline.onDraw(() => node.classList.toggle('zoomed', timeline.state.window !== null));
  }
}

/** Where a pointer is, in the pixels of a drawing. */
export const placeIn = (node: SVGSVGElement, { clientX, clientY }: MouseEvent): DOMPoint =>
  new DOMPoint(clientX, clientY).matrixTransform(node.getScreenCTM()?.inverse());

type Place = readonly [along: number, across: number];

/** A chart whose pixels are those of its drawing, counted in the direction of time. */
interface Chart {
  node: SVGSVGElement;
  isZoomed(): boolean;
  place(event: MouseEvent): Place;
  /** Its pixels along time for one pixel to the right on the screen. */
  along(): number;
  pan(by: number): void;
  zoom(factor: number, at: number): void;
}

function chartOf(timeline: Timeline, node: SVGSVGElement): Chart {
  const { width } = node.viewBox.baseVal;
  const mirrored = timeline.direction === 'rtl';
  return {
    node,
    isZoomed: () => timeline.state.window !== null,
    place(event) {
      const { x, y } = placeIn(node, event);
      return [mirrored ? mirrorX(x, width) : x, y];
    },
    along: () => ((mirrored ? -1 : 1) * width) / node.getBoundingClientRect().width,
    pan: (by) => timeline.set({ window: panBy(timeline.whole(), timeline.state.window, by) }),
    zoom: (factor, at) =>
      timeline.set({ window: zoomOnMarks(timeline.whole(), timeline.state.window, factor, at) }),
  };
}

function wheels({ node, isZoomed, place, along, pan, zoom }: Chart): void {
  // Browsers also report a pinch on a trackpad as the wheel with ctrl, in many small steps.
  let held = false;
  const note = (event: KeyboardEvent): void => {
    held = event.ctrlKey || event.metaKey;
  };
  addEventListener('keydown', note);
  addEventListener('keyup', note);
  node.addEventListener(
    'wheel',
    (event) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (event.ctrlKey || event.metaKey) zoom(NOTCH ** -notches(event, held), place(event)[0]);
      else if (sideways && isZoomed()) pan(event.deltaX * along());
      else return;
      event.preventDefault();
    },
    { passive: false },
  );
}

/**
 * How many notches a turn of the wheel is: one is 100 to 120 pixels, 3 lines or a page.
 * @param held whether ctrl is pressed; otherwise it is a pinch, whose steps are some pixels each
 */
function notches({ deltaY, deltaMode }: WheelEvent, held: boolean): number {
  const pixels = deltaY * ([1, 100 / 3, 100][deltaMode] ?? 1);
  const [notch, most] = held ? [100, 3] : [20, 1];
  return Math.max(-most, Math.min(pixels / notch, most));
}

/**
 * Drags pan and two fingers zoom. Where all of time is in view there is nothing to pan to, and a drag selects titles. Up
 * and down, one finger scrolls the page (`touch-action: pan-y`).
 */
function drags({ node, isZoomed, place, pan, zoom }: Chart): void {
  const pressed = new Map<number, Place>();
  let moved = false;
  node.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.ctrlKey) return;
    if (pressed.size === 0) moved = false;
    pressed.set(event.pointerId, place(event));
  });
  node.addEventListener('pointermove', (event) => {
    const { pointerId } = event;
    const from = pressed.get(pointerId);
    if (!from) return;
    const to = place(event);
    if (!moved && Math.hypot(to[0] - from[0], to[1] - from[1]) < CLICK) return;
    moved = true;
    const other = [...pressed].find(([id]) => id !== pointerId)?.[1];
    if (!other && !isZoomed()) return;
    node.setPointerCapture(pointerId);
    pressed.set(pointerId, to);
    if (other) {
      pan((from[0] - to[0]) / 2);
      zoom(apart(to, other) / apart(from, other), (to[0] + other[0]) / 2);
    } else pan(from[0] - to[0]);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    addEventListener(end, ({ pointerId }) => pressed.delete(pointerId));
  // A drag that ends on a link is no click on it. A click by key has no detail.
  node.addEventListener(
    'click',
    (event) => {
      if (!moved || event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  node.addEventListener('dragstart', (event) => event.preventDefault());
  node.addEventListener('selectstart', (event) => {
    if (isZoomed()) event.preventDefault();
  });
}

/** The distance between two places, in pixels; 1 at least. */
const apart = (a: Place, b: Place): number => Math.max(Math.hypot(a[0] - b[0], a[1] - b[1]), 1);
