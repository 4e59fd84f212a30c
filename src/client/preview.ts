/** On hover or focus, a mark shows its date, its title and its first quote, taken from the story. */
import * as words from '#words';
import type { Timeline } from './timeline.ts';

const SHOW = 120;
const HIDE = 180;
const GAP = 8;

let count = 0;

export function preview(timeline: Timeline): void {
  const box = timeline.root.querySelector<HTMLElement>('.preview');
  if (!box) return;
  box.id = `preview-${count++}`;
  // Placed by the screen's edges, and so outside of everything that contains layout.
  document.body.append(box);
  const titles = new Map(timeline.items.map(({ id, title }) => [id, title]));
  const titleOf = (id: string): string => titles.get(id) ?? '';
  let timer = 0;
  let shown: Element | null = null;

  const later = (run: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(run, delay);
  };
  const hide = (): void => {
    clearTimeout(timer);
    shown?.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  };
  const show = (link: Element): void => {
    const key = link.closest('.mark')?.getAttribute('data-key');
    const mark = timeline.scene().marks.find((candidate) => candidate.key === key);
    const lines = mark ? contents(mark.ids, mark.name, titleOf) : [];
    if (lines.length === 0) {
      hide();
      return;
    }
    box.replaceChildren(...lines);
    box.hidden = false;
    place(box, link.getBoundingClientRect());
    shown = link;
    link.setAttribute('aria-describedby', box.id);
  };

  for (const chart of timeline.root.querySelectorAll('svg.timeline, svg.compact')) {
    const linkAt = (target: EventTarget | null): Element | null =>
      (target as Element | null)?.closest('.mark a') ?? null;
    chart.addEventListener('pointerover', (event) => {
      const link = linkAt(event.target);
      // A finger follows the link; there is no hovering.
      if ((event as PointerEvent).pointerType === 'touch') return;
      if (link && link !== shown) later(() => show(link), SHOW);
      else if (!link) later(hide, HIDE);
    });
    chart.addEventListener('pointerleave', () => later(hide, HIDE));
    chart.addEventListener('pointerdown', hide);
  }
  // On the whole, not on the drawing: listening for focus would make an <svg> a tab stop itself.
  timeline.root.addEventListener('focusin', ({ target }) => {
    const link = (target as Element).closest('.mark a');
    if (link?.matches(':focus-visible')) show(link);
  });
  timeline.root.addEventListener('focusout', hide);
  // It can be reached by the pointer, and stays while it is there.
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  box.addEventListener('pointerleave', () => later(hide, HIDE));
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || box.hidden) return;
      event.preventDefault();
      hide();
    },
    true,
  );
  addEventListener('scroll', hide, { passive: true });
}

/** From the article; of one on another page, its title or its mark's name. */
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

/** Under what it describes, or above it; never over it, and never beyond the screen. */
function place(box: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const below = bottom + GAP;
  const y = below + height < innerHeight || top - GAP - height < 0 ? below : top - GAP - height;
  const from = getComputedStyle(box).direction === 'rtl' ? right - width : left;
  box.style.left = `${Math.max(GAP, Math.min(from, document.documentElement.clientWidth - width - GAP))}px`;
  box.style.top = `${y}px`;
}
