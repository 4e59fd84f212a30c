/** Texts for the live region and the brush. */
import * as words from '#words';
import { CALENDAR_END, dateFormat, type Extent, isIn } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

const LONG_DATE: Intl.DateTimeFormatOptions = { dateStyle: 'long' };

/** An extent of time in words; `''` beyond the calendar. */
export function describeExtent({ lo, hi }: Extent, language: string): string {
  if (Math.max(Math.abs(lo), Math.abs(hi)) >= CALENDAR_END) return '';
  const day = dateFormat(LONG_DATE, language);
  return words.dateToDate(day.format(lo), day.format(hi - 1));
}

/** How many events are in view, and when they happened. */
export function describeView({ items, state, shows, extent, moment, language }: Timeline): string {
  const matching = items.filter(shows);
  const inView = matching.filter(({ id }) => isIn(state.window, moment(id)));
  return [
    words.eventsInView(inView.length, items.length),
    describeExtent(extent(), language),
    words.spacingName(state.spacing),
    matching.length < items.length ? words.matchFilter(matching.length) : '',
  ]
    .filter(Boolean)
    .join(words.comma);
}
