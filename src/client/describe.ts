/** Texts for the live region, the brush and an empty view. */
import * as words from '#words';
import { CALENDAR_END, dateFormat, type Extent, isIn } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

const LONG_DATE: Intl.DateTimeFormatOptions = { dateStyle: 'long' };

/** The first and the last day of an extent in words; none beyond the calendar. */
function daysOf({ lo, hi }: Extent, language: string): [first: string, last: string] | null {
  if (Math.max(Math.abs(lo), Math.abs(hi)) >= CALENDAR_END) return null;
  const day = dateFormat(LONG_DATE, language);
  return [day.format(lo), day.format(hi - 1)];
}

/** An extent of time in words; `''` beyond the calendar. */
export function describeExtent(extent: Extent, language: string): string {
  const days = daysOf(extent, language);
  return days ? words.dateToDate(...days) : '';
}

/** That no event is in view, and in which part of time; `''` where there is one, or where all of time is in view. */
export function describeEmpty({ state, scene, items, shows, language }: Timeline): string {
  const { window } = state;
  if (!window || scene().marks.length > 0) return '';
  const days = daysOf(window, language);
  if (!days || days[0] === days[1]) return words.noneInView;
  return items.every(shows) ? words.noneBetween(...days) : words.noneMatchesBetween(...days);
}

/** How many events are in view, and when they happened. */
export function describeView(timeline: Timeline): string {
  const { items, state, shows, extent, moment, language } = timeline;
  const matching = items.filter(shows);
  const inView = matching.filter(({ id }) => isIn(state.window, moment(id)));
  return (
    describeEmpty(timeline) ||
    [
      words.eventsInView(inView.length, items.length),
      describeExtent(extent(), language),
      words.spacingName(state.spacing),
      matching.length < items.length ? words.matchFilter(matching.length) : '',
    ]
      .filter(Boolean)
      .join(words.comma)
  );
}

/** Says over the chart that no event is in view. */
export function emptyView(timeline: Timeline): void {
  const note = timeline.root.querySelector<HTMLElement>('.empty');
  const text = note?.querySelector('span');
  if (!note || !text) return;
  timeline.onDraw(() => {
    const said = describeEmpty(timeline);
    // Set again, it would have the browser compute the styles around it anew.
    if (note.hidden !== !said) note.hidden = !said;
    if (said && text.textContent !== said) text.textContent = said;
  });
}
