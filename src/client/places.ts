/**
 * The map of the places, fetched where there is one: its marks filter, and what is pointed at on the map, in the timeline
 * or in the story is marked in the others.
 */
import { type Filter, noFilter } from './state.ts';
import type { Timeline } from './timeline.ts';

/** Pixels that a finger may miss a mark by. */
const REACH = 24;

export function placeMap(timeline: Timeline, map: Element): void {
  const svg = map.querySelector<SVGSVGElement>('.map');
  if (!svg) return;
  const placesOf = placesByEvent(timeline);
  filterByMarks(timeline, svg);
  showFilter(timeline, svg, placesOf);
  markPointed(timeline, map, placesOf);
}

const keysOf = (node: Element | null | undefined): string[] =>
  node?.getAttribute('data-place')?.split(' ') ?? [];

/** The places of an event, which is on this page or on another. */
function placesByEvent({ items, facts }: Timeline): (id: string) => string[] {
  const places = new Map(
    items.map(({ id }) => {
      const place = facts(id)?.place;
      return [id, place ? [place] : keysOf(document.getElementById(id)?.closest('li'))];
    }),
  );
  return (id) => places.get(id) ?? [];
}

/** A press adds the places of a mark to the filter, or takes them out. Of all marks one is a tab stop, as in the timeline. */
function filterByMarks(timeline: Timeline, svg: SVGSVGElement): void {
  const toggle = (mark: Element): void => {
    const { filter } = timeline.state;
    const keys = keysOf(mark);
    const others = filter.place.filter((key) => !keys.includes(key));
    const isIn = others.length + keys.length === filter.place.length;
    setFilter(timeline, svg, { ...filter, place: isIn ? others : [...others, ...keys] });
  };
  svg.addEventListener('click', (event) => {
    // With these keys a browser opens the link in a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = (event.target as Element).closest('[data-place]') ?? nearest(svg, event);
    if (!mark) return;
    event.preventDefault();
    toggle(mark);
  });
  // One for each range of widths.
  for (const drawing of svg.querySelectorAll('.wide, .narrow'))
    wireKeys([...drawing.querySelectorAll<SVGAElement>('a')], toggle);
}

/** Filters while the map stays where it is in the window: the drawing above it may become shorter. */
function setFilter(timeline: Timeline, svg: SVGSVGElement, filter: Filter): void {
  const { top } = svg.getBoundingClientRect();
  const restore = (): void =>
    scrollBy({ top: svg.getBoundingClientRect().top - top, behavior: 'instant' });
  timeline.set({ filter });
  requestAnimationFrame(() => {
    restore();
    // Again once the browser has scrolled by its own anchor.
    requestAnimationFrame(restore);
  });
}

/** The mark that a finger has just missed. */
function nearest(svg: SVGSVGElement, { clientX: x, clientY: y }: MouseEvent): Element | undefined {
  const distance = (mark: Element): number => {
    const box = mark.querySelector('circle')?.getBoundingClientRect();
    return box?.width
      ? Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
      : Infinity;
  };
  const [first] = [...svg.querySelectorAll('a')]
    .map((mark) => ({ mark, far: distance(mark) }))
    .sort((a, b) => a.far - b.far);
  return first && first.far <= REACH ? first.mark : undefined;
}

/** The arrow keys go from mark to mark, in the order of the numbers. */
function wireKeys(marks: readonly SVGAElement[], toggle: (mark: Element) => void): void {
  marks[0]?.setAttribute('tabindex', '0');
  marks.forEach((mark, i) => {
    mark.role = 'button';
    mark.addEventListener('keydown', (event) => {
      const steps: Record<string, number> = {
        ArrowRight: i + 1,
        ArrowDown: i + 1,
        ArrowLeft: i - 1,
        ArrowUp: i - 1,
        Home: 0,
        End: marks.length - 1,
      };
      const next = marks[steps[event.key] ?? -1];
      if (event.key === ' ') toggle(mark);
      else if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in steps)) return;
      event.preventDefault();
      if (!next) return;
      mark.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    });
  });
}

/** What the form says of the filter, with its button, again below the map: the form may be out of sight. */
function statusOf(timeline: Timeline, svg: SVGSVGElement): () => void {
  const status = timeline.root.querySelector<HTMLElement>('.filter-status');
  if (!status) return () => {};
  const copy = status.cloneNode(true) as HTMLElement;
  copy.className = 'map-status';
  // Only the form's own is announced.
  copy.firstElementChild?.removeAttribute('role');
  copy.querySelector('button')?.addEventListener('click', () => {
    setFilter(timeline, svg, noFilter);
    // The pressed button hides. Of the two tab stops one is not shown.
    for (const stop of svg.querySelectorAll<SVGAElement>('a[tabindex="0"]'))
      stop.focus({ preventScroll: true });
  });
  svg.after(copy);
  return () => {
    copy.hidden = status.hidden;
    copy.firstElementChild?.replaceChildren(status.firstElementChild?.textContent ?? '');
  };
}

/** Marks of chosen places are pressed, and places without an event that the filter shows stand back. */
function showFilter(
  timeline: Timeline,
  svg: SVGSVGElement,
  placesOf: (id: string) => string[],
): void {
  const tell = statusOf(timeline, svg);
  let shown: Filter | null = null;
  const show = (): void => {
    const { filter } = timeline.state;
    if (filter === shown) return;
    shown = filter;
    tell();
    const matching = new Set(
      timeline.items.filter(timeline.shows).flatMap(({ id }) => placesOf(id)),
    );
    for (const mark of svg.querySelectorAll('[data-place]')) {
      const places = keysOf(mark);
      const chosen = places.every((key) => filter.place.includes(key));
      mark.classList.toggle('chosen', chosen);
      mark.classList.toggle('out', !places.some((key) => matching.has(key)));
      if (mark.role) mark.ariaPressed = String(chosen);
    }
  };
  timeline.onDraw(show);
  show();
}

/** Marks what is pointed at by the pointer or the focus: from the map its events, from an event its place. */
function markPointed(timeline: Timeline, map: Element, placesOf: (id: string) => string[]): void {
  let pointed: readonly string[] = [];
  let fromMap = false;
  const toggle = (node: Element, places: readonly string[], on = true): void => {
    node.classList.toggle('pointed', on && places.some((key) => pointed.includes(key)));
  };
  const markEvents = (): void => {
    const { marks } = timeline.scene();
    for (const node of timeline.chart().querySelectorAll('.mark')) {
      const mark = marks.find(({ key }) => key === node.getAttribute('data-key'));
      toggle(node, mark?.ids.flatMap(placesOf) ?? [], fromMap);
    }
  };
  const placesAt = (target: Element | null): string[] => {
    const key = target?.closest('svg.timeline .mark')?.getAttribute('data-key');
    const mark = key ? timeline.scene().marks.find((one) => one.key === key) : undefined;
    return mark
      ? mark.ids.flatMap(placesOf)
      : keysOf(target?.closest('.place-map [data-place], .story > [data-place]'));
  };
  const point = (target: Element | null): void => {
    const isMap = target !== null && map.contains(target);
    const places = placesAt(target);
    if (isMap === fromMap && places.join(' ') === pointed.join(' ')) return;
    const wasMap = fromMap;
    pointed = places;
    fromMap = isMap;
    for (const node of map.querySelectorAll('[data-place]')) toggle(node, keysOf(node));
    if (!fromMap && !wasMap) return;
    for (const node of document.querySelectorAll('.story > [data-place]'))
      toggle(node, keysOf(node), fromMap);
    markEvents();
  };
  timeline.onDraw(() => {
    if (fromMap && pointed.length > 0) markEvents();
  });
  let focused: Element | null = null;
  const focus = (target: Element | null): void => {
    focused = target;
    point(target);
  };
  const hover = (target: Element | null): void =>
    // A page that scrolls under a pointer at rest takes nothing from the focus.
    point(placesAt(target).length > 0 ? target : focused);
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    // A finger cannot hover.
    if (pointerType !== 'touch') hover(target as Element);
  });
  document.documentElement.addEventListener('pointerleave', () => hover(null));
  document.addEventListener('focusin', ({ target }) => {
    if ((target as Element).matches(':focus-visible')) focus(target as Element);
  });
  document.addEventListener('focusout', () => focus(null));
}
