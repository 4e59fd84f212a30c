/**
 * The reading bar: while the story scrolls, a line of all events with the one being read, its number, date and title, the
 * ways to the previous and the next, and the filter if there is one. It never changes the view of the chart.
 */
import { least } from 'd3-array';
import * as words from '#words';
import { drawRail, markShapeOf, railOf, type View } from '../timeline/index.ts';
import { isFiltering } from './filter.ts';
import { filterName } from './filter-form.ts';
import { arrowsOf, keyOf } from './moves.ts';
import { noFilter } from './state.ts';
import type { Timeline } from './timeline.ts';

/** Pixels that a finger moves sideways at least in a swipe, and at most in a tap. */
const SWIPE = 30;
const TAP = 8;

export interface Bar {
  node: HTMLElement;
  /** Shows which event is being read. */
  tell(id: string): void;
}

/**
 * Wires the bar.
 * @param go leads to an event of the story
 */
export function readingBar(timeline: Timeline, go: (id: string) => void): Bar | null {
  const node = document.querySelector<HTMLElement>('.reading-bar[data-live]');
  const svg = node?.querySelector<SVGSVGElement>('svg');
  const slider = node?.querySelector<HTMLElement>('.line');
  if (!node || !svg || !slider) return null;
  const { items } = timeline;
  slider.tabIndex = 0;
  slider.role = 'slider';
  slider.ariaLabel = node.ariaLabel;
  slider.ariaValueMin = '1';
  slider.ariaValueMax = `${items.length}`;
  const numbers = new Map(items.map(({ id }, i) => [id, i + 1]));
  const buttons = [...node.querySelectorAll<HTMLButtonElement>('button[data-step]')];
  let view: View | null = null;
  let current = items[0]?.id ?? '';

  /** The event so many steps from the one being read, among those that the filter shows. */
  const beyond = (by: number): string | undefined => {
    const shown = items.filter((item) => timeline.shows(item) || (item.id === current && by !== 0));
    return shown[shown.findIndex(({ id }) => id === current) + by]?.id;
  };
  const step = (by: 1 | -1): void => {
    const id = beyond(by);
    if (id === undefined) return;
    go(id);
    say(timeline, node);
  };

  const show = (): void => {
    const number = numbers.get(current) ?? 1;
    const article = document.getElementById(current);
    // Date and title from the page, which may have been translated.
    tell(node, {
      number: words.outOf(number, items.length),
      date: article?.querySelector('.fact-date .date')?.textContent,
      title: article?.querySelector('h2')?.textContent,
    });
    slider.ariaValueNow = `${number}`;
    slider.ariaValueText = textOf(node);
    for (const button of buttons)
      button.setAttribute('aria-disabled', `${!beyond(Number(button.dataset['step']))}`);
    if (!view) return;
    drawRail(svg, railOf(items, view, svg.viewBox.baseVal.height, current));
    for (const mark of svg.querySelectorAll('.mark')) {
      const ids = markShapeOf(mark)?.ids ?? [];
      mark.classList.toggle('here', ids.includes(current));
      mark.classList.toggle('ahead', (numbers.get(ids[0] ?? '') ?? 0) > number);
    }
  };
  const redraw = (): void => {
    view = timeline.drawLine(svg) ?? view;
    show();
  };

  let filter = timeline.state.filter;
  timeline.onDraw(() => {
    if (filter === timeline.state.filter) return;
    filter = timeline.state.filter;
    showFilter(timeline, node);
    redraw();
  });
  showFilter(timeline, node);
  new ResizeObserver(redraw).observe(svg);

  for (const button of buttons)
    button.addEventListener('click', () => step(button.dataset['step'] === '1' ? 1 : -1));
  node.querySelector('.chip')?.addEventListener('click', () => {
    timeline.set({ filter: noFilter });
    slider.focus();
  });
  const [earlier, later] = arrowsOf(timeline);
  const keys: Record<string, () => void> = {
    [earlier]: () => step(-1),
    [later]: () => step(1),
    Home: () => go(items.find(timeline.shows)?.id ?? current),
    End: () => go(items.findLast(timeline.shows)?.id ?? current),
  };
  node.addEventListener('keydown', (event) => {
    const act = keys[keyOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });
  swipes(node, (by) => step(timeline.direction === 'rtl' ? (by === 1 ? -1 : 1) : by));
  svg.addEventListener('click', ({ clientX, clientY }) => {
    const nearest = least(svg.querySelectorAll<SVGGElement>('.mark'), (mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return Math.hypot((left + right) / 2 - clientX, ((top + bottom) / 2 - clientY) / 4);
    });
    // The key of a mark of several is that of its first event with a `+`.
    const id = nearest?.getAttribute('data-key')?.replace(/\+$/, '');
    if (id) go(id);
  });
  return {
    node,
    tell(id) {
      if (id) current = id;
      show();
    },
  };
}

/** Writes parts of the text in elements of their own, by class. New ones: moved ones would count as layout shifts. */
function tell(node: Element, parts: Record<string, string | null | undefined>): void {
  for (const [name, text] of Object.entries(parts)) {
    const part = node.querySelector(`.${name}`);
    const next = part?.cloneNode() as Element | undefined;
    if (next) next.textContent = text ?? '';
    if (next) part?.replaceWith(next);
  }
}

/** What the bar says, as one text. */
const textOf = (node: Element): string =>
  [...node.querySelectorAll('.number, .date, .title')]
    .map(({ textContent }) => textContent)
    .filter(Boolean)
    .join(words.comma);

/** Says in the live region where a step has led. */
function say({ root }: Timeline, node: Element): void {
  const live = root.querySelector('[aria-live]');
  if (live) live.textContent = textOf(node);
}

/** The filter, with how many events it shows: `5 of 14 · Putin ×`. */
function showFilter({ root, state, items, shows }: Timeline, node: Element): void {
  const chip = node.querySelector<HTMLButtonElement>('.chip');
  if (!chip) return;
  chip.hidden = !isFiltering(state.filter);
  if (chip.hidden) return;
  tell(chip, {
    matching: words.outOf(items.filter(shows).length, items.length),
    name: filterName(root, state.filter),
  });
}

/** One finger sideways steps; up and down, it scrolls the page (`touch-action: pan-y`). */
function swipes(node: HTMLElement, step: (by: 1 | -1) => void): void {
  let from: number | null = null;
  let swiped = false;
  node.addEventListener('pointerdown', ({ clientX, isPrimary, pointerType }) => {
    from = isPrimary && pointerType !== 'mouse' ? clientX : null;
    swiped = false;
  });
  node.addEventListener('pointermove', ({ clientX }) => {
    if (from !== null && Math.abs(clientX - from) > TAP) swiped = true;
  });
  node.addEventListener('pointerup', ({ clientX }) => {
    const by = from === null ? 0 : from - clientX;
    from = null;
    if (Math.abs(by) > SWIPE) step(by > 0 ? 1 : -1);
  });
  node.addEventListener('pointercancel', () => {
    from = null;
  });
  // A swipe is no press of what is under it.
  node.addEventListener(
    'click',
    (event) => {
      if (swiped && event.detail > 0) event.stopPropagation();
      swiped = false;
    },
    true,
  );
}
