/**
 * The overview's brush: all of time to scale, and a rectangle around the part in view. It is made of pointer events:
 * d3-brush would add an eighth to the page's script, and would stop a finger that only scrolls past.
 */
import {
  type ElasticScale,
  type Extent,
  fitWindow,
  mirrorX,
  newNode,
  overviewScale,
} from '../timeline/index.ts';
import { describeExtent } from './describe.ts';
import { placeIn } from './gestures.ts';
import { arrowsOf, keyOf, moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

/** The rectangle is at least this wide, in pixels, however short the time in view. */
const NARROWEST = 10;
/** A pointer within this many pixels of an end takes hold of it. */
const HANDLE = 8;
/** A drag over all of time must be longer than this, in pixels, to make a new window. */
const DRAG = 3;

export function brush(timeline: Timeline): void {
  for (const node of timeline.root.querySelectorAll<SVGSVGElement>('svg.overview')) {
    const overview = overviewOf(timeline, node);
    drawRectangle(timeline, overview);
    describe(timeline, overview);
    followPointer(node, overview.xOf, (x) => dragFrom(timeline, overview, x));
    listenToKeys(timeline, node);
  }
}

/** One overview: its scale, and what of it is in view. Positions are along the axis, whichever way time runs. */
interface Overview {
  node: SVGSVGElement;
  scale: ElasticScale;
  all: Extent;
  /** The ends of the rectangle. */
  ends(): [from: number, to: number];
  xOf(event: PointerEvent): number;
  /** From a position to where it is drawn, and back. */
  drawnX(x: number): number;
}

function overviewOf(timeline: Timeline, node: SVGSVGElement): Overview {
  const { width } = node.viewBox.baseVal;
  const scale = overviewScale(timeline.items, width);
  const drawnX = (x: number): number => (timeline.direction === 'rtl' ? mirrorX(x, width) : x);
  return {
    node,
    scale,
    all: { lo: scale.instants[0] ?? 0, hi: scale.instants.at(-1) ?? 1 },
    ends() {
      const { lo, hi } = timeline.extent();
      const [from, to] = [scale(lo), scale(hi)];
      const more = Math.max(NARROWEST - (to - from), 0) / 2;
      return [from - more, to + more];
    },
    xOf: (event) => drawnX(placeIn(node, event).x),
    drawnX,
  };
}

function drawRectangle(timeline: Timeline, { node, ends, drawnX }: Overview): void {
  const rectangle = node.appendChild(newNode(node, 'rect'));
  const set = (name: string, value: string | number): void =>
    rectangle.setAttribute(name, `${value}`);
  set('class', 'selection');
  set('y', 0);
  set('height', node.dataset['axis'] ?? 0);
  timeline.onDraw(() => {
    const [from, to] = ends();
    set('x', Math.min(drawnX(from), drawnX(to)));
    set('width', to - from);
  });
}

/** To assistive technology, the brush is a slider. */
function describe(timeline: Timeline, { node, all }: Overview): void {
  node.tabIndex = 0;
  node.role = 'slider';
  node.ariaValueMin = '0';
  node.ariaValueMax = '100';
  // Formatting is expensive; do it only when the view rests.
  const update = (): void => {
    const extent = timeline.extent();
    const share = ((extent.lo + extent.hi) / 2 - all.lo) / (all.hi - all.lo);
    node.ariaValueNow = `${Math.round(share * 100)}`;
    node.ariaValueText = describeExtent(extent, timeline.language);
  };
  update();
  timeline.onRest(update);
}

/** What a drag that begins at a position does at each further position. */
function dragFrom(
  timeline: Timeline,
  { scale, all, ends }: Overview,
  x: number,
): (at: number) => void {
  const show = ({ lo, hi }: Extent): void => {
    const length = Math.min(Math.max(hi - lo, 1), all.hi - all.lo);
    const start = Math.min(Math.max(lo, all.lo), all.hi - length);
    timeline.set({ window: fitWindow(timeline.whole(), { lo: start, hi: start + length }) });
  };
  const before = timeline.extent();
  // With all of time in view, a drag makes a new window.
  if (before.lo === all.lo && before.hi === all.hi)
    return (at) => {
      if (Math.abs(at - x) > DRAG)
        show({ lo: scale.invert(Math.min(at, x)), hi: scale.invert(Math.max(at, x)) });
    };
  const [from, to] = ends();
  if (to - from > 2 * HANDLE) {
    if (Math.abs(x - from) < HANDLE)
      return (at) => show({ lo: Math.min(scale.invert(at), before.hi - 1), hi: before.hi });
    if (Math.abs(x - to) < HANDLE)
      return (at) => show({ lo: before.lo, hi: Math.max(scale.invert(at), before.lo + 1) });
  }
  // A press beside the rectangle brings it there.
  const inside = x >= from && x <= to;
  const middle = inside ? (before.lo + before.hi) / 2 : scale.invert(x);
  const half = (before.hi - before.lo) / 2;
  const move = (at: number): void => {
    const by = scale.invert(at) - scale.invert(x);
    show({ lo: middle + by - half, hi: middle + by + half });
  };
  if (!inside) move(x);
  return move;
}

/**
 * Follows a pointer from press to release.
 * @param begin is called at a press, and returns what to do at each further position
 */
function followPointer(
  node: SVGSVGElement,
  xOf: (event: PointerEvent) => number,
  begin: (x: number) => (x: number) => void,
): void {
  let move: ((x: number) => void) | null = null;
  node.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    move = begin(xOf(event));
  });
  node.addEventListener('pointermove', (event) => move?.(xOf(event)));
  for (const end of ['pointerup', 'pointercancel'] as const)
    node.addEventListener(end, () => {
      move = null;
    });
}

function listenToKeys(timeline: Timeline, node: SVGSVGElement): void {
  const { zoom, pan, fit } = moves(timeline);
  const [earlier, later] = arrowsOf(timeline);
  const keys: Record<string, () => void> = {
    [earlier]: () => pan(-1),
    [later]: () => pan(1),
    ArrowUp: () => zoom(1),
    ArrowDown: () => zoom(-1),
    '+': () => zoom(1),
    '-': () => zoom(-1),
    Home: () => pan(-Infinity),
    End: () => pan(Infinity),
    '0': fit,
  };
  node.addEventListener('keydown', (event) => {
    const act = keys[keyOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
