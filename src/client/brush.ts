/**
 * The overview's brush: all of time to scale, and the part of it in view. Pointer events and one rectangle: d3-brush
 * would weigh an eighth of all the page's script, and stop a finger that only wants to scroll past.
 */
import { pointer, select } from 'd3-selection';
import { type Extent, fitWindow, mirrorX, overviewScale } from '../timeline/index.ts';
import { describeExtent } from './describe.ts';
import { arrowsOf, keyOf, moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

/** The brush is drawn at least this wide, however short the time in view. */
const NARROWEST = 10;
/** So near its ends, a pointer takes hold of the end. */
const HANDLE = 8;

export function brush(timeline: Timeline): void {
  const { zoom, pan, fit } = moves(timeline);
  for (const node of timeline.root.querySelectorAll<SVGSVGElement>('svg.overview')) {
    const scale = overviewScale(timeline.items, node.viewBox.baseVal.width);
    const all = { lo: scale.instants[0] ?? 0, hi: scale.instants.at(-1) ?? 1 };
    /** A place as it is drawn, from the other side where time runs leftwards; and back again. */
    const drawnX = (x: number): number =>
      timeline.direction === 'rtl' ? mirrorX(x, node.viewBox.baseVal.width) : x;
    const rectangle = select(node)
      .append('rect')
      .attr('class', 'selection')
      .attr('y', 0)
      .attr('height', node.dataset['axis'] ?? 0);

    const shown = (): Extent => timeline.state.window ?? all;
    /** Where the rectangle is drawn. */
    const drawn = (): [number, number] => {
      const [from, to] = [scale(shown().lo), scale(shown().hi)];
      const more = Math.max(NARROWEST - (to - from), 0) / 2;
      return [from - more, to + more];
    };
    const set = ({ lo, hi }: Extent): void => {
      const length = Math.min(Math.max(hi - lo, 1), all.hi - all.lo);
      const start = Math.min(Math.max(lo, all.lo), all.hi - length);
      timeline.set({ window: fitWindow(timeline.whole(), { lo: start, hi: start + length }) });
    };
    timeline.onDraw(() => {
      const [from, to] = drawn();
      rectangle.attr('x', Math.min(drawnX(from), drawnX(to))).attr('width', to - from);
    });
    // Words for a view that is passed through are made for nobody, and are dear.
    const say = (): void => {
      const { lo, hi } = shown();
      const share = ((lo + hi) / 2 - all.lo) / (all.hi - all.lo);
      node.setAttribute('aria-valuenow', `${Math.round(share * 100)}`);
      node.setAttribute('aria-valuetext', describeExtent({ lo, hi }, timeline.language));
    };
    say();
    timeline.onRest(say);

    const xOf = (event: PointerEvent): number => drawnX(pointer(event, node)[0]);
    drags(node, xOf, (event) => {
      const x = xOf(event);
      const [from, to] = drawn();
      const before = shown();
      const whole = before.lo === all.lo && before.hi === all.hi;
      if (!whole && Math.abs(x - from) < HANDLE && to - from > 2 * HANDLE)
        return (at) => set({ lo: Math.min(scale.invert(at), before.hi - 1), hi: before.hi });
      if (!whole && Math.abs(x - to) < HANDLE && to - from > 2 * HANDLE)
        return (at) => set({ lo: before.lo, hi: Math.max(scale.invert(at), before.lo + 1) });
      // With all of time in view, a drag draws a new brush.
      if (whole)
        return (at) =>
          Math.abs(at - x) > 3 &&
          set({ lo: scale.invert(Math.min(at, x)), hi: scale.invert(Math.max(at, x)) });
      // Beside the brush, a press brings it there.
      const inside = x >= from && x <= to;
      const middle = inside ? (before.lo + before.hi) / 2 : scale.invert(x);
      const half = (before.hi - before.lo) / 2;
      const move = (at: number): void => {
        const by = scale.invert(at) - scale.invert(x);
        set({ lo: middle + by - half, hi: middle + by + half });
      };
      if (!inside) move(x);
      return move;
    });

    for (const [name, value] of Object.entries({
      ...{ tabindex: '0', role: 'slider', 'aria-valuemin': '0', 'aria-valuemax': '100' },
    }))
      node.setAttribute(name, value);
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
}

/**
 * Follows a pointer from press to release.
 * @param xOf the place of a pointer along the strip
 * @param begin is told of the press, and gives what to do with each further position
 */
function drags(
  node: SVGSVGElement,
  xOf: (event: PointerEvent) => number,
  begin: (event: PointerEvent) => (x: number) => unknown,
): void {
  let move: ((x: number) => unknown) | null = null;
  node.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    move = begin(event);
  });
  node.addEventListener('pointermove', (event) => move?.(xOf(event)));
  for (const end of ['pointerup', 'pointercancel'] as const)
    node.addEventListener(end, () => {
      move = null;
    });
}
