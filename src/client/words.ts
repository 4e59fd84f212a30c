/** What the live region and the brush say. */
import * as words from '#words';
import { type Extent, isIn } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

/** A page has one language, and making a formatter takes as long as drawing ten marks. */
let long: Intl.DateTimeFormat | null = null;

/** A stretch of time in words; nothing beyond the calendar's ends. */
export function describeExtent({ lo, hi }: Extent, language: string): string {
  if (Math.max(Math.abs(lo), Math.abs(hi)) >= 8.64e15) return '';
  long ??= new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
  return words.dateToDate(long.format(lo), long.format(hi - 1));
}

/** How many events are in view, and when. */
export function describeView({ items, state, shows, whole, moment, language }: Timeline): string {
  const matching = items.filter(shows);
  const inView = matching.filter(({ id }) => isIn(state.window, moment(id)));
  return [
    words.eventsInView(inView.length, items.length),
    describeExtent(state.window ?? whole().extent, language),
    words.spacingName(1 - state.alpha),
    matching.length < items.length ? words.matchFilter(matching.length) : '',
  ]
    .filter(Boolean)
    .join(words.comma);
}
