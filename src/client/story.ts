/** Story and timeline are one: the event being read is marked, and a mark leads to its article. */
import { selectAll } from 'd3-selection';
import type { MarkShape } from '../timeline/index.ts';
import { noFilter } from './query.ts';
import type { Timeline } from './timeline.ts';

export function story(timeline: Timeline): void {
  const articles = [...document.querySelectorAll<HTMLElement>('.story article')];
  const { root } = timeline;
  let current = '';

  const choose = (id: string): void => {
    if (id === current) return;
    current = id;
    mark();
  };
  const mark = (): void => {
    // Drawing leaves on each mark what it stands for.
    selectAll<SVGGElement, MarkShape | undefined>(root.querySelectorAll<SVGGElement>('.mark'))
      .select('a')
      .attr('aria-current', (shape) => (current && shape?.ids.includes(current) ? 'true' : null));
  };
  // Where none is being read, no mark says so: choosing none has cleared them.
  timeline.onDraw(() => {
    if (current) mark();
  });

  // The event being read is the last one whose title has passed the upper third of the screen.
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      const reading = articles.findLast((article) => seen.has(article));
      choose(reading?.id ?? '');
    },
    { rootMargin: '-34% 0px -65% 0px' },
  );
  for (const article of articles) observer.observe(article);

  // The strip is small until the chart has left the screen, and shows it then.
  const chart = root.querySelector('.chart');
  const strip = root.querySelector('.strip');
  if (chart && strip)
    new IntersectionObserver((entries) => {
      const entry = entries.at(-1);
      const stuck = Boolean(entry && !entry.isIntersecting && entry.boundingClientRect.top < 0);
      if (strip.classList.toggle('stuck', stuck)) timeline.set({});
    }).observe(chart);

  /** Shows an event that the address names, and moves the focus there. */
  const go = (): void => {
    // As it stands: an id has nothing to decode, and what an address says instead may be impossible to.
    const id = location.hash.slice(1);
    const article = articles.find((candidate) => candidate.id === id);
    if (!article) {
      // The story is in parts, and this is another's.
      const to = timeline.elsewhere(id);
      if (to) location.replace(to);
      return;
    }
    if (article.closest('li')?.hidden) {
      timeline.set({ filter: noFilter });
      timeline.reveal(id, () => article.scrollIntoView());
    }
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
    choose(id);
  };
  addEventListener('hashchange', go);
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('.mark:not(.cluster) a');
    // The same address again is no change of it.
    if (link && link.getAttribute('href') === location.hash) go();
  });
  if (location.hash) go();
}
