/**
 * iCalendar (RFC 5545) with the events that it can hold at the precision of the source. ical.js writes it from jCal
 * (RFC 7265).
 */
import ICAL from 'ical.js';
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { eventPath } from '../model/address.ts';
import { type Archive, bestDate, type Event, type RetractedEvent } from '../model/archive.ts';
import { DAY, isoDay } from '../model/calendar.ts';
import { clockOffset, type DatePart, namedDates, timeText, type When } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { quotationLines } from './quotations.ts';
import { updatedOf } from './updated.ts';

/** Name, parameters, type of value, value. */
type Property = [string, Record<string, string>, string, string | number[]];

// The standard allows 75 octets per line; ical.js does not count the space that begins a continuation line.
ICAL.foldLength = 74;

/** Adds properties that ical.js does not know: it would write their type too. */
const { icalendar } = ICAL.design;
const TEXT = { defaultType: 'text' };
const design = {
  ...icalendar,
  property: { ...icalendar.property, name: TEXT, 'x-wr-calname': TEXT, 'x-wr-caldesc': TEXT },
};

/** @param edition the edition's day, YYYY-MM-DD */
export function ics(archive: Archive, address: Address, edition: string | null): string {
  const { site, events } = archive;
  const entries = events.flatMap((event) => {
    const properties = entry(event, archive, address, edition);
    return properties ? [['vevent', properties, []]] : [];
  });
  const absent = events.length - entries.length;
  const cancelled = archive.retracted.flatMap((event) => {
    const properties = cancellation(event, archive, address, edition);
    return properties ? [['vevent', properties, []]] : [];
  });
  const language = site.language.split('-')[0]?.toUpperCase();
  const about = [
    site.deck,
    ...(absent > 0 ? [words.notInCalendar(absent, events.length)] : []),
  ].join(' ');
  const properties = [
    text('version', '2.0'),
    text('prodid', `-//${site.author}//${site.title}//${language}`),
    text('calscale', 'GREGORIAN'),
    text('name', site.title),
    text('x-wr-calname', site.title),
    text('x-wr-caldesc', about),
    uri('url', address('/')),
  ];
  return `${ICAL.stringify.component(['vcalendar', properties, [...entries, ...cancelled]], design)}\r\n`;
}

/** The properties of one entry; `null` if the date is too coarse or has an open end. */
function entry(
  event: Event,
  archive: Archive,
  address: Address,
  edition: string | null,
): Property[] | null {
  const { site } = archive;
  const when = bestDate(event);
  const moments = momentsOf(when);
  if (!moments) return null;
  const page = address(eventPath(event.id));
  const doubtful = namedDates(when).some((part) => part.uncertain || part.approximate);
  const description = [formatDate(when, site.language), ...quotationLines(event), page].join('\n');
  return [
    text('uid', page),
    ['dtstamp', {}, 'date-time', `${updatedOf(event, archive, edition)}T00:00:00Z`],
    ...moments,
    text('summary', event.title),
    text('description', description),
    ...(event.place ? [text('location', event.place.name)] : []),
    ...pointOf(event),
    text('categories', event.track.label),
    uri('url', page),
    ...(doubtful ? [text('status', 'TENTATIVE')] : []),
    text('transp', 'TRANSPARENT'),
  ];
}

/** The standard has no word for a point that is not exact: such a one is left out. */
const pointOf = ({ place }: Event): Property[] =>
  place?.location && place.location.near === null
    ? [['geo', {}, 'float', [place.location.latitude, place.location.longitude]]]
    : [];

/** What tells a calendar that has an entry of a retracted event to strike it out. */
function cancellation(
  event: RetractedEvent,
  archive: Archive,
  address: Address,
  edition: string | null,
): Property[] | null {
  const moments = momentsOf(bestDate(event));
  if (!moments) return null;
  const page = address(eventPath(event.id));
  return [
    text('uid', page),
    ['dtstamp', {}, 'date-time', `${updatedOf(event, archive, edition)}T00:00:00Z`],
    ...moments,
    text('summary', words.retractedTitle(event.title)),
    text('description', [event.retracted.why, page].join('\n')),
    uri('url', page),
    text('status', 'CANCELLED'),
    text('transp', 'TRANSPARENT'),
  ];
}

/** Whether a year has four digits: RFC 5545 has no form for years before 0 or after 9999. */
const isWritable = (date: string): boolean => /^\d{4}-/.test(date);

/** A day and the day after the last one, or times on their own clock; `null` for coarser dates. */
function momentsOf(when: When): Property[] | null {
  const { kind, start, end } = when;
  if (kind === 'choice' || !start || !end || start.day === null || end.day === null) return null;
  if (kind === 'date' && start.time) {
    const moment = momentOf(start);
    return isWritable(moment) ? [['dtstart', {}, 'date-time', moment]] : null;
  }
  const first = isoDay(start.lo);
  const after = isoDay(Math.ceil(end.hi / DAY) * DAY);
  if (!isWritable(first) || !isWritable(after)) return null;
  return [
    ['dtstart', {}, 'date', first],
    ['dtend', {}, 'date', after],
  ];
}

/** A time in UTC; without an offset it is local to wherever it happened, RFC 5545's floating time. */
function momentOf({ lo, ahead, offset }: DatePart): string {
  const moment = lo + ahead - (offset === null ? 0 : clockOffset(offset));
  const seconds = (moment - Math.floor(moment / DAY) * DAY) / 1000;
  const time = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
  return `${isoDay(moment)}T${timeText(time)}${offset === null ? '' : 'Z'}`;
}

const uri = (name: string, value: string): Property => [name, {}, 'uri', value];

/** A text property, with \n as line end and without control characters, which the standard forbids. */
const text = (name: string, value: string): Property => [
  name,
  {},
  'text',
  value
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard allows none of them
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ''),
];
