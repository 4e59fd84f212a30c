/** A tooltip for marks: the date, the title and the first quote of an event, taken from the story. */
import * as words from '#words';
import type { Timeline } from './timeline.ts';

/** Milliseconds of hovering before it shows, and after hovering before it hides. */
const SHOW = 120;
const HIDE = 180;
/** Pixels between it and the mark, and the edge of the screen. */
const GAP = 8;

let count = 0;

export function preview(timeline: Timeline): void {
  const box = timeline.root.querySelector<HTMLElement>('.preview');
  if (!box) return;
  box.id = `preview-${count++}`;
  // It is positioned by the screen, so it must be outside of every element that contains layout.
  document.body.append(box);
  const tooltip = tooltipOf(timeline, box);
  for (const chart of timeline.root.querySelectorAll('svg.timeline')) showOnHover(chart, tooltip);
  // On the element, not on the drawing: a listener for focus would make an <svg> itself a tab stop.
  timeline.root.addEventListener('focusin', ({ target }) => {
    const link = linkAt(target);
    if (link?.matches(':focus-visible')) tooltip.show(link);
  });
  timeline.root.addEventListener('focusout', tooltip.hide);
  // It lets clicks through, and stays while the pointer is on it.
  let inside = false;
  document.addEventListener('pointermove', (event) => {
    if (inside === tooltip.holds(event)) return;
    inside = !inside;
    if (inside) tooltip.keep();
    else pointAt(event, tooltip);
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || box.hidden) return;
      event.preventDefault();
      tooltip.hide();
    },
    true,
  );
  addEventListener('scroll', tooltip.hide, { passive: true });
}

const linkAt = (target: EventTarget | null): Element | null =>
  (target as Element | null)?.closest('.mark a') ?? null;

interface Tooltip {
  show(link: Element): void;
  hide(): void;
  /** Shows or hides after a delay; only the last call counts. */
  later(run: () => void, delay: number): void;
  /** Cancels what `later` has announced. */
  keep(): void;
  /** Whether it is shown for a mark's link. */
  isFor(link: Element): boolean;
  /** Whether it is under the pointer. */
  holds(pointer: MouseEvent): boolean;
}

function tooltipOf(timeline: Timeline, box: HTMLElement): Tooltip {
  const titles = new Map(timeline.items.map(({ id, title }) => [id, title]));
  const titleOf = (id: string): string => titles.get(id) ?? '';
  let timer = 0;
  let shown: Element | null = null;
  const keep = (): void => clearTimeout(timer);
  const hide = (): void => {
    keep();
    shown?.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  };
  return {
    show(link) {
      const key = link.closest('.mark')?.getAttribute('data-key');
      const mark = timeline.scene().marks.find((candidate) => candidate.key === key);
      const lines = mark ? contents(mark.ids, mark.name, titleOf) : [];
      if (lines.length === 0) {
        hide();
        return;
      }
      box.replaceChildren(...lines);
      box.hidden = false;
      position(box, link.getBoundingClientRect());
      shown = link;
      link.setAttribute('aria-describedby', box.id);
    },
    hide,
    later(run, delay) {
      keep();
      timer = window.setTimeout(run, delay);
    },
    keep,
    isFor: (link) => link === shown,
    holds({ clientX, clientY }) {
      if (box.hidden) return false;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return clientX > left && clientX < right && clientY > top && clientY < bottom;
    },
  };
}

function showOnHover(chart: Element, tooltip: Tooltip): void {
  chart.addEventListener('pointerover', (event) => {
    // A finger follows the link: it cannot hover.
    if ((event as PointerEvent).pointerType === 'touch') return;
    if (!tooltip.holds(event as PointerEvent)) pointAt(event, tooltip);
  });
  chart.addEventListener('pointerleave', () => tooltip.later(tooltip.hide, HIDE));
  chart.addEventListener('pointerdown', tooltip.hide);
}

/** Shows the tooltip of the mark under the pointer, or hides it where there is none. */
function pointAt({ target }: Event, tooltip: Tooltip): void {
  const link = linkAt(target);
  if (!link) tooltip.later(tooltip.hide, HIDE);
  else if (tooltip.isFor(link)) tooltip.keep();
  else tooltip.later(() => tooltip.show(link), SHOW);
}

/** The lines of the tooltip. For an article on another page: its title, or the name of its mark. */
function contents(
  ids: readonly string[],
  name: string,
  titleOf: (id: string) => string,
): HTMLElement[] {
  const line = (className: string, text: string | null | undefined): HTMLElement[] => {
    if (!text?.trim()) return [];
    const node = document.createElement('p');
    node.className = className;
    node.textContent = text.trim().replace(/\s+/g, ' ');
    return [node];
  };
  const article = document.getElementById(ids[0] ?? '');
  if (ids.length > 1)
    return [
      ...line('date', name),
      ...ids.slice(0, 6).flatMap((id) => line('', titleOf(id))),
      ...line('date', ids.length > 6 ? words.andMore(ids.length - 6) : ''),
    ];
  if (!article) return line('title', name);
  return [
    ...line('date', article.querySelector('time')?.textContent),
    ...line('title', article.querySelector('h1, h2')?.textContent),
    ...line('words', article.querySelector('.quote blockquote')?.textContent),
  ];
}

/** Puts the tooltip below its mark, or above; over it only where neither has room, and never beyond the window. */
function position(box: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const [below, above] = [bottom + GAP, top - GAP - height];
  const y = below + height < innerHeight || above < 0 ? below : above;
  const from = getComputedStyle(box).direction === 'rtl' ? right - width : left;
  box.style.left = `${Math.max(GAP, Math.min(from, document.documentElement.clientWidth - width - GAP))}px`;
  box.style.top = `${Math.max(Math.min(y, innerHeight - height - GAP), GAP)}px`;
}
