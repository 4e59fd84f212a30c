/** What the live region and the brush say. */
import * as words from '#words';
import { type Extent, isIn } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

/** By language; making one takes as long as drawing ten marks. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A stretch of time in words; nothing beyond the calendar's ends. */
export function describeExtent({ lo, hi }: Extent, language: string): string {
  if (Math.max(Math.abs(lo), Math.abs(hi)) >= 8.64e15) return '';
  const day =
    formats.get(language) ??
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
  formats.set(language, day);
  return words.dateToDate(day.format(lo), day.format(hi - 1));
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
