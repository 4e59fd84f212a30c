/** One tab stop; arrow keys go from mark to mark. Keys act only while the timeline has the focus. */
import { least } from 'd3-array';
import { type MarkShape, windowAround } from '../timeline/index.ts';
import { arrowsOf, keyOf, moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

export function keyboard(timeline: Timeline): void {
  const stop = tabStop(timeline);
  const keys = keysOf(timeline, stop.focus);
  for (const chart of timeline.root.querySelectorAll<SVGSVGElement>('svg.timeline')) {
    chart.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) return;
      const mark = timeline.markOf(idOf(event.target) ?? '');
      const act = keys[keyOf(event)];
      if (!act || !mark) return;
      event.preventDefault();
      act(mark);
    });
    chart.addEventListener('click', (event) => openCluster(timeline, stop, event));
  }
}

/** The id of the event that a mark's link leads to. */
const idOf = (node: EventTarget | null): string | null =>
  (node as Element | null)?.closest('a')?.getAttribute('href')?.split('#')[1] ?? null;

interface TabStop {
  /** Moves the tab stop to an event, without the focus. */
  moveTo(id: string): void;
  /** Brings an event into view, and the focus and the tab stop to its mark. */
  focus(id: string): void;
}

/** Roving tabindex: of all marks, one is a tab stop. The focus stays on its event, whichever mark stands for that. */
function tabStop(timeline: Timeline): TabStop {
  let at = timeline.items[0]?.id ?? '';
  let restoring = false;
  const linkOf = (mark: MarkShape | undefined): SVGAElement | null =>
    mark ? timeline.chart().querySelector(`.mark[data-key="${CSS.escape(mark.key)}"] a`) : null;
  const link = (): SVGAElement | null => linkOf(timeline.markOf(at));
  timeline.onDraw((hadFocus) => {
    // If the mark is out of view, the one nearest in time is the tab stop.
    const stop = link() ?? linkOf(nearestInTime(timeline, at));
    for (const other of timeline.chart().querySelectorAll('.mark a')) {
      const index = other === stop ? '0' : '-1';
      if (other.getAttribute('tabindex') !== index) other.setAttribute('tabindex', index);
    }
    if (!hadFocus || (stop && stop === document.activeElement)) return;
    restoring = true;
    const next = stop ?? timeline.root.querySelector<HTMLElement>('.empty button');
    next?.focus({ preventScroll: true });
    restoring = false;
  });
  // On the element, not on the drawing: a listener for focus would make an <svg> itself a tab stop.
  timeline.root.addEventListener('focusin', ({ target }) => {
    if (!restoring && (target as Element).closest('svg.timeline')) at = idOf(target) ?? at;
  });
  const moveTo = (id: string): void => {
    at = id;
  };
  return {
    moveTo,
    focus(id) {
      moveTo(id);
      timeline.reveal(id, () => link()?.focus());
    },
  };
}

/** The mark in view that is nearest to an event in time. */
function nearestInTime({ scene, moment }: Timeline, id: string): MarkShape | undefined {
  const time = moment(id);
  const distance = ({ from, to }: MarkShape): number => Math.max(from - time, time - to);
  return least(scene().marks, distance);
}

/** What each key does at a mark. */
function keysOf(
  timeline: Timeline,
  focus: (id: string) => void,
): Record<string, (mark: MarkShape) => void> {
  const isDown = (): boolean => timeline.scene().orientation === 'down';
  const go = (id: string | undefined): void => {
    if (id !== undefined) focus(id);
  };
  const step = (mark: MarkShape, by: 1 | -1): void => go(neighbourInTime(timeline, mark, by));
  // Where time runs down, up and down are earlier and later.
  const upOrDown = (mark: MarkShape, by: 1 | -1): void =>
    isDown() ? step(mark, by) : go(nearestInLane(timeline, mark, by));
  const { zoom, fit } = moves(timeline);
  /** About the mark that has the focus, so that it stays in view. */
  const zoomAt = (x: number, by: 1 | -1): void => zoom(by, isDown() ? undefined : x);
  const [earlier, later] = arrowsOf(timeline);
  return {
    [earlier]: (mark) => step(mark, -1),
    [later]: (mark) => step(mark, 1),
    ArrowUp: (mark) => upOrDown(mark, -1),
    ArrowDown: (mark) => upOrDown(mark, 1),
    Home: () => go(timeline.inTime.find(timeline.shows)?.id),
    End: () => go(timeline.inTime.findLast(timeline.shows)?.id),
    '+': ({ x }) => zoomAt(x, 1),
    '-': ({ x }) => zoomAt(x, -1),
    '0': fit,
    Escape: () => (document.activeElement as SVGElement | null)?.blur(),
  };
}

/**
 * The next event in time. A mark in view counts as its first event; every event without one counts by itself. Positions
 * do not give this order: the mark of a clipped extent is in the middle of the part in view.
 */
function neighbourInTime(timeline: Timeline, from: MarkShape, by: 1 | -1): string | undefined {
  const later = new Set(timeline.scene().marks.flatMap(({ ids }) => ids.slice(1)));
  const stops = timeline.inTime.filter((item) => timeline.shows(item) && !later.has(item.id));
  return stops[stops.findIndex(({ id }) => id === from.ids[0]) + by]?.id;
}

/** The event of the nearest mark in the next lane that has one. */
function nearestInLane(timeline: Timeline, from: MarkShape, by: 1 | -1): string | undefined {
  const { marks, lanes } = timeline.scene();
  for (let lane = from.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
    const inLane = marks.filter((mark) => mark.lane === lane);
    const nearest = least(inLane, ({ x }) => Math.abs(x - from.x));
    if (nearest) return nearest.ids[0];
  }
  return undefined;
}

/** A click on a cluster zooms in until its first and its last event fill the view. */
function openCluster(timeline: Timeline, stop: TabStop, event: MouseEvent): void {
  const cluster = (event.target as Element).closest('.mark.cluster');
  const mark = timeline.scene().marks.find(({ key }) => key === cluster?.getAttribute('data-key'));
  if (!cluster || !mark) return;
  event.preventDefault();
  if (mark.ids[0] !== undefined) stop.moveTo(mark.ids[0]);
  timeline.glide({ window: windowAround(timeline.whole(), { lo: mark.from, hi: mark.to }) });
}
