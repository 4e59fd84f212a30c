/** The events in TimelineJS's JSON. @see https://timeline.knightlab.com/docs/json-format.html */

import type { Address } from '../model/address.ts';
import { eventPath } from '../model/address.ts';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import { wordsOf } from '../model/body.ts';
import { civilFromMs } from '../model/calendar.ts';
import type { DatePart } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { escapeMarkup } from '../model/markup.ts';
import { mediaHtml, mediumUrl } from './media.ts';
import { quotationsHtml } from './quotations.ts';

interface TimelineDate {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
}

export function timelineJs({ site, events }: Archive, address: Address): string {
  const slides = events.map((event) => slide(event, site.language, address));
  // Beyond the range of JavaScript's Date, TimelineJS has years only.
  const vast = slides.some(({ start_date: { year } }) => Math.abs(year) > 200_000);
  const data = {
    ...(vast && { scale: 'cosmological' }),
    title: {
      unique_id: 'title',
      text: {
        headline: escapeMarkup(site.title),
        text: `<p>${escapeMarkup(site.deck)}</p><p>${linked(address('/'), site.author)}</p>`,
      },
    },
    events: slides,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function slide(event: Event, language: string, address: Address) {
  const when = bestDate(event);
  const [start, end] = [when.start ?? when.end, when.end ?? when.start];
  if (!start || !end) throw new Error(`${event.id} has no date`);
  const last = endOf(end);
  // A slide has one medium; others follow its text.
  const [medium, ...others] = event.media;
  return {
    unique_id: event.id,
    start_date: dateOf(start),
    // A date with one open end is a single date here; its text says that it goes on.
    ...(when.kind !== 'date' && when.start && when.end && { end_date: last }),
    display_date: escapeMarkup(formatDate(when, language)),
    group: escapeMarkup(event.track.label),
    ...(medium && {
      media: {
        url: mediumUrl(medium, address),
        caption: escapeMarkup(wordsOf(medium.caption)),
        credit: escapeMarkup(`${medium.record.credit} · ${medium.record.rights}`),
        alt: medium.alt,
      },
    }),
    text: {
      headline: escapeMarkup(event.title),
      text:
        quotationsHtml(event, address) +
        mediaHtml(others, address) +
        `<p>${linked(address(eventPath(event.id)), event.title)}</p>`,
    },
  };
}

const linked = (href: string, words: string): string =>
  `<a href="${escapeMarkup(href)}">${escapeMarkup(words)}</a>`;

/** The fields that the date's precision gives. */
const dateOf = ({ year, month, day, time }: DatePart): TimelineDate => ({
  year,
  ...(month !== null && { month }),
  ...(day !== null && { day }),
  ...(time && { hour: time.hour, minute: time.minute }),
});

/** The last year of a decade or a century; otherwise the date itself. */
const endOf = (part: DatePart): TimelineDate =>
  part.precision === 'decade' || part.precision === 'century'
    ? { year: civilFromMs(part.hi - 1).year }
    : dateOf(part);
