/** iCalendar (RFC 5545). */
import ICAL from 'ical.js';
import { oneLine, webAddress } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { dateOf, rangeOf } from './edtf.ts';
import { toMarkdown } from './html.ts';
import { blank, type Imported, type ImportedEvent } from './imported.ts';
import { attempt } from './table.ts';

const CARRIED = new Set(
  'summary description dtstart dtend duration location url attach categories uid dtstamp created last-modified sequence'.split(
    ' ',
  ),
);

export function readCalendar(text: string): Imported {
  const parsed = attempt(() => ICAL.parse(text) as unknown[]);
  if (parsed instanceof Error) throw new Refusal(`not iCalendar: ${oneLine(parsed.message)}`);
  // One calendar, or several one after the other.
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(
    (calendar) => new ICAL.Component(calendar as ConstructorParameters<typeof ICAL.Component>[0]),
  );
  const parts = calendars.flatMap((calendar) => {
    for (const zone of calendar.getAllSubcomponents('vtimezone'))
      attempt(() => ICAL.TimezoneService.register(zone));
    return calendar.getAllSubcomponents();
  });
  const others = parts.filter(({ name }) => name !== 'vevent' && name !== 'vtimezone');
  return {
    format: 'iCalendar',
    events: parts
      .filter(({ name }) => name === 'vevent')
      .map((component, i) => readEvent(component, `event ${i + 1}`)),
    left: others.map(
      (other) => `${other.name.toUpperCase()} “${oneLine(textOf(other, 'summary'))}”: is no event`,
    ),
  };
}

const textOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '');

function readEvent(component: ICAL.Component, where: string): ImportedEvent {
  const categories = component
    .getAllProperties('categories')
    .flatMap((p) => p.getValues().map(String));
  const event: ImportedEvent = {
    ...blank(where),
    title: oneLine(textOf(component, 'summary')),
    body: toMarkdown(textOf(component, 'description')),
    group: oneLine(categories[0] ?? ''),
    place: oneLine(textOf(component, 'location')),
    date: attempt(() => dateOfEvent(component)),
  };
  if (categories.length > 1)
    event.left.push(`categories: ${categories.slice(1).map(oneLine).join(', ')}`);
  for (const property of component.getAllProperties()) {
    const value = oneLine(String(property.getFirstValue() ?? ''));
    if (property.name === 'url' || property.name === 'attach') {
      const href = webAddress(value);
      if (href) event.links.push({ href, words: '' });
      else event.left.push(`${property.name}: ${value.slice(0, 200)}`);
    } else if (property.name === 'rrule' || property.name === 'rdate')
      event.left.push(`it recurs (${value}); only its first time is taken over`);
    else if (!CARRIED.has(property.name) && value !== '')
      event.left.push(`${property.name}: ${value}`);
  }
  const alarms = component.getAllSubcomponents().length;
  if (alarms > 0) event.left.push(`alarms: ${alarms}`);
  return event;
}

function dateOfEvent(component: ICAL.Component): string {
  const start = timeIn(component, 'dtstart');
  if (!start) throw new RangeError('it has no DTSTART');
  const first = written(start);
  const duration = component.getFirstPropertyValue('duration');
  const end =
    timeIn(component, 'dtend') ??
    (duration instanceof ICAL.Duration ? added(start, duration) : null);
  if (!end) return first;
  // The end is the first day, or the first moment, that is no longer part of it.
  if (start.isDate && end.isDate) {
    const last = end.clone();
    last.adjust(-1, 0, 0, 0);
    return last.compare(start) <= 0 ? first : rangeOf(first, written(last));
  }
  return rangeOf(first, written(end));
}

function added(start: ICAL.Time, duration: ICAL.Duration): ICAL.Time {
  const end = start.clone();
  end.addDuration(duration);
  return end;
}

function timeIn(component: ICAL.Component, name: string): ICAL.Time | null {
  const value = component.getFirstPropertyValue(name);
  if (value === null) return null;
  if (!(value instanceof ICAL.Time)) throw new RangeError(`${name} is no date`);
  const property = component.getFirstProperty(name);
  // The library turns month 13 into the next January.
  const [, y, m, d] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(String(property?.toJSON()[3] ?? '')) ?? [];
  if (y !== undefined) dateOf({ year: Number(y), month: Number(m), day: Number(d) });
  return value;
}

/** As the calendar's clock shows it, with the offset where the zone is known. */
function written(time: ICAL.Time): string {
  const { year, month, day, hour, minute, second, isDate } = time;
  if (isDate) return dateOf({ year, month, day });
  const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0');
  const clock = `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
  return dateOf({ year, month, day, time: clock + offsetOf(time) });
}

function offsetOf(time: ICAL.Time): string {
  const zone = time.zone?.tzid ?? 'floating';
  if (zone === 'UTC' || zone === 'Z') return 'Z';
  if (zone === 'floating') return '';
  const seconds = time.utcOffset();
  const minutes = Math.abs(Math.round(seconds / 60));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
