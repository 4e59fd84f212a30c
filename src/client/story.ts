/** Connects the story with the timeline: the mark of the event being read stands out, and a mark leads to its article. */
import { selectAll } from 'd3-selection';
import type { MarkShape } from '../timeline/index.ts';
import { anchorInAddress } from './hash.ts';
import { noFilter } from './state.ts';
import type { Timeline } from './timeline.ts';

export function story(timeline: Timeline): void {
  const articles = [...document.querySelectorAll<HTMLElement>('.story article')];
  const choose = currentMark(timeline);
  followReading(articles, choose);
  stickStrip(timeline);

  const goToHash = (): void => {
    const id = anchorInAddress();
    const article = articles.find((candidate) => candidate.id === id);
    if (!article) {
      const elsewhere = timeline.elsewhere(id);
      if (elsewhere) location.replace(elsewhere);
      return;
    }
    goTo(timeline, article);
    choose(id);
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
    // `draw` binds the MarkShape as D3 datum.
    selectAll<SVGGElement, MarkShape | undefined>(root.querySelectorAll<SVGGElement>('.mark'))
      .select('a')
      .attr('aria-current', (shape) => (current && shape?.ids.includes(current) ? 'true' : null));
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

/** The event being read is the last one whose article has passed the upper third of the screen. */
function followReading(articles: readonly HTMLElement[], choose: (id: string) => void): void {
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      choose(articles.findLast((article) => seen.has(article))?.id ?? '');
    },
    { rootMargin: '-34% 0px -65% 0px' },
  );
  for (const article of articles) observer.observe(article);
}

/** Once the chart has left the screen, the strip shows it. */
function stickStrip({ root, set }: Timeline): void {
  const chart = root.querySelector('.chart');
  const strip = root.querySelector('.strip');
  if (!chart || !strip) return;
  new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    const stuck = Boolean(entry && !entry.isIntersecting && entry.boundingClientRect.top < 0);
    if (strip.classList.toggle('stuck', stuck)) set({});
  }).observe(chart);
}

/** Moves the focus to an article, and shows it if the filter has hidden it. */
function goTo(timeline: Timeline, article: HTMLElement): void {
  if (article.closest('li')?.hidden) {
    timeline.set({ filter: noFilter });
    timeline.reveal(article.id, () => article.scrollIntoView());
  }
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
}
