/** One tab stop; arrows from mark to mark. Keys act only while the timeline has the focus. */
import { type MarkShape, windowAround } from '../timeline/index.ts';
import { arrowsOf, keyOf, moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

export function keyboard(timeline: Timeline): void {
  /** The event that the tab stop is at. */
  let at = timeline.items[0]?.id ?? '';

  const linkOf = (id: string): SVGAElement | null => {
    const mark = timeline.scene().marks.find(({ ids }) => ids.includes(id));
    return mark
      ? timeline.chart().querySelector(`.mark[data-key="${CSS.escape(mark.key)}"] a`)
      : null;
  };
  const idOf = (node: EventTarget | null): string | null =>
    (node as Element | null)?.closest('a')?.getAttribute('href')?.split('#')[1] ?? null;

  /** The tab stop is the chosen mark, or the first in view where that is out of it. */
  timeline.onDraw(() => {
    const links = timeline.chart().querySelectorAll('.mark a');
    const stop = linkOf(at) ?? links[0];
    for (const link of links) {
      const index = link === stop ? '0' : '-1';
      if (link.getAttribute('tabindex') !== index) link.setAttribute('tabindex', index);
    }
  });

  const focus = (id: string): void => {
    at = id;
    timeline.reveal(id, () => linkOf(id)?.focus());
  };

  /**
   * The neighbour in time: each mark in view at its first event, and what none in view stands for by itself. Where marks
   * stand says nothing of that: what the view cuts stands in the middle of what is left of it.
   */
  const step = (from: MarkShape, by: 1 | -1): void => {
    const firstOf = new Map(
      timeline.scene().marks.flatMap(({ ids }) => ids.map((id) => [id, ids[0]])),
    );
    const stops = timeline.inTime.filter(
      (item) => timeline.shows(item) && (firstOf.get(item.id) ?? item.id) === item.id,
    );
    const next = stops[stops.findIndex(({ id }) => id === from.ids[0]) + by];
    if (next) focus(next.id);
  };

  const across = (from: MarkShape, by: 1 | -1): void => {
    const { marks, lanes } = timeline.scene();
    for (let lane = from.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
      const nearest = marks
        .filter((mark) => mark.lane === lane)
        .sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0];
      if (nearest) {
        focus(nearest.ids[0] ?? '');
        return;
      }
    }
  };

  const { zoom, fit } = moves(timeline);
  /** About the mark that has the focus, so that it stays in view. */
  const zoomAt = (by: 1 | -1, x: number): void =>
    zoom(by, timeline.scene().orientation === 'across' ? x : undefined);

  const [earlier, later] = arrowsOf(timeline);
  const keys: Record<string, (mark: MarkShape) => void> = {
    [earlier]: (mark) => step(mark, -1),
    [later]: (mark) => step(mark, 1),
    // Where time runs down, up and down are earlier and later.
    ArrowUp: (mark) =>
      timeline.scene().orientation === 'down' ? step(mark, -1) : across(mark, -1),
    ArrowDown: (mark) =>
      timeline.scene().orientation === 'down' ? step(mark, 1) : across(mark, 1),
    Home: () => focus(timeline.inTime.find(timeline.shows)?.id ?? ''),
    End: () => focus(timeline.inTime.findLast(timeline.shows)?.id ?? ''),
    '+': ({ x }) => zoomAt(1, x),
    '-': ({ x }) => zoomAt(-1, x),
    '0': fit,
    Escape: () => (document.activeElement as SVGElement | null)?.blur(),
  };

  // On the whole, not on the drawing: listening for focus would make an <svg> a tab stop itself.
  timeline.root.addEventListener('focusin', ({ target }) => {
    if ((target as Element).closest('svg.timeline')) at = idOf(target) ?? at;
  });
  for (const chart of timeline.root.querySelectorAll<SVGSVGElement>('svg.timeline')) {
    chart.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) return;
      const id = idOf(event.target);
      const mark = timeline.scene().marks.find(({ ids }) => id && ids.includes(id));
      const act = keys[keyOf(event)];
      if (!act || !mark) return;
      event.preventDefault();
      act(mark);
    });
    // A cluster opens: its first and last event come into view.
    chart.addEventListener('click', (event) => {
      const cluster = (event.target as Element).closest('.mark.cluster');
      const mark = timeline
        .scene()
        .marks.find(({ key }) => key === cluster?.getAttribute('data-key'));
      if (!cluster || !mark) return;
      event.preventDefault();
      at = mark.ids[0] ?? at;
      const had = cluster.contains(document.activeElement);
      timeline.glide({ window: windowAround(timeline.whole(), { lo: mark.from, hi: mark.to }) });
      if (had) timeline.atRest(() => linkOf(at)?.focus());
    });
  }
}
