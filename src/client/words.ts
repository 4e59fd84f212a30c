/** What the live region and the slider say. */
import { type Extent, isIn } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

/** The elasticity in words. @param spacing 0 to scale … 1 evenly spaced */
export function spacingName(spacing: number): string {
  if (spacing === 0) return 'to scale';
  if (spacing < 0.35) return 'nearly to scale';
  if (spacing < 0.65) return 'halfway between to scale and evenly spaced';
  return spacing < 1 ? 'nearly evenly spaced' : 'evenly spaced';
}

/** A stretch of time in words; nothing beyond the calendar's ends. */
export function describeExtent({ lo, hi }: Extent, language: string): string {
  if (Math.max(Math.abs(lo), Math.abs(hi)) >= 8.64e15) return '';
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
  return `${day.format(lo)} to ${day.format(hi - 1)}`;
}

/** How many events are in view, and when. */
export function describeView({ items, state, shows, whole, moment, language }: Timeline): string {
  const matching = items.filter(shows);
  const inView = matching.filter(({ id }) => isIn(state.window, moment(id)));
  return [
    `${inView.length} of ${items.length} events in view`,
    describeExtent(state.window ?? whole().extent, language),
    spacingName(1 - state.alpha),
    matching.length < items.length ? `${matching.length} match the filter` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
