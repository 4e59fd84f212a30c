/** Connects the story with the timeline: the event being read is marked in both, and a mark leads to its article. */
import { centreOn, isIn, markShapeOf } from '../timeline/index.ts';
import { readingBar } from './bar.ts';
import { anchorInAddress } from './hash.ts';
import { noFilter } from './state.ts';
import type { Timeline } from './timeline.ts';

export function story(timeline: Timeline): void {
  const articles = [...document.querySelectorAll<HTMLElement>('.story article')];
  const articleOf = (id: string): HTMLElement | undefined =>
    articles.find((article) => article.id === id);
  const mark = currentMark(timeline);
  const bar = readingBar(timeline, (id) => {
    const article = articleOf(id);
    const elsewhere = timeline.elsewhere(id);
    if (article) {
      article.scrollIntoView();
      hold(id);
    } else if (elsewhere) location.assign(elsewhere);
  });
  const chart = timeline.root.querySelector('.chart');
  if (chart && bar) showBelow(chart, bar.node);
  const hold = followReading(articles, (id) => {
    mark(id);
    bar?.tell(id);
    if (id && chart && isSeen(chart)) follow(timeline, id);
  });

  keepPlace(articles);

  const goToHash = (): void => {
    const id = anchorInAddress();
    const article = articleOf(id);
    if (!article) {
      const elsewhere = timeline.elsewhere(id);
      if (elsewhere) location.replace(elsewhere);
      return;
    }
    focus(timeline, article);
    hold(id);
  };
  addEventListener('hashchange', goToHash);
  timeline.root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('.mark:not(.cluster) a');
    // A link to the present hash causes no hashchange.
    if (link && link.getAttribute('href') === `#${anchorInAddress()}`) goToHash();
  });
  if (location.hash) goToHash();
}

/**
 * Marks the current event with `aria-current`.
 * @returns makes an event the current one; `''` for none
 */
function currentMark({ root, onDraw }: Timeline): (id: string) => void {
  let current = '';
  const mark = (): void => {
    for (const node of root.querySelectorAll('.mark')) {
      const link = node.firstElementChild;
      const value = current && markShapeOf(node)?.ids.includes(current) ? 'true' : null;
      if (link && link.ariaCurrent !== value) link.ariaCurrent = value;
    }
  };
  onDraw(() => {
    if (current) mark();
  });
  return (id) => {
    if (id === current) return;
    current = id;
    mark();
  };
}

/**
 * The event being read is the last one whose article has passed the upper third of the window.
 * @returns makes an event the one being read until the reader scrolls on: its article may be too short to be the last
 */
function followReading(
  articles: readonly HTMLElement[],
  choose: (id: string) => void,
): (id: string) => void {
  const seen = new Set<Element>();
  let held = -1;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      if (Math.abs(scrollY - held) > 2)
        choose(articles.findLast((article) => seen.has(article))?.id ?? '');
    },
    { rootMargin: '-34% 0px -65% 0px' },
  );
  for (const article of articles) observer.observe(article);
  return (id) => {
    held = scrollY;
    choose(id);
  };
}

/** Keeps the place of the reader when a phone is turned, or a window gets another width. */
function keepPlace(articles: readonly HTMLElement[]): void {
  let width = innerWidth;
  let place: { article: HTMLElement; share: number } | null = null;
  let isTurning = false;
  const line = (): number => innerHeight * 0.34;
  const restore = (): void => {
    if (!place) return;
    const { top, height } = place.article.getBoundingClientRect();
    scrollBy({ top: top + place.share * height - line(), behavior: 'instant' });
  };
  addEventListener(
    'scroll',
    () => {
      if (isTurning) return;
      const article = articles.find((one) => isAt(one.getBoundingClientRect(), line()));
      if (!article) {
        place = null;
        return;
      }
      const { top, height } = article.getBoundingClientRect();
      place = { article, share: (line() - top) / height };
    },
    { passive: true },
  );
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    isTurning = true;
    restore();
    // Again once the browser has scrolled by its own anchor.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        restore();
        isTurning = false;
      }),
    );
  });
}

const isAt = ({ top, bottom }: DOMRect, y: number): boolean => top <= y && bottom > y;

/** Shows the bar once the chart is above the window, or where the bar would cover it. */
function showBelow(chart: Element, bar: HTMLElement): void {
  new IntersectionObserver(
    (entries) => {
      bar.hidden = entries.at(-1)?.isIntersecting ?? false;
    },
    // Endless downwards: a jump may pass the whole chart.
    { rootMargin: '-10% 0px 1000000px' },
  ).observe(chart);
}

function isSeen(chart: Element): boolean {
  const { top, bottom } = chart.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

/** Brings the event being read into the view of the chart. */
function follow({ state, whole, moment, glide }: Timeline, id: string): void {
  if (!isIn(state.window, moment(id)))
    glide({ window: centreOn(whole(), state.window, moment(id)) });
}

/** Moves the focus to an article, and shows it if the filter has hidden it. */
function focus(timeline: Timeline, article: HTMLElement): void {
  if (article.closest('li')?.hidden) {
    timeline.set({ filter: noFilter });
    timeline.reveal(article.id, () => article.scrollIntoView());
  }
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
}
