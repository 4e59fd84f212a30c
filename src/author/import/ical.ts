/**
 * iCalendar (RFC 5545). Dates and durations are read strictly and bounded; ical.js unescapes texts and computes the
 * offsets of the zones that a file defines.
 */
import { cleanLine } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { dateOf, rangeOf, two } from './edtf.ts';
import { type Component, componentsOf, type Property, printableText } from './ical-lines.ts';
import { Zones } from './ical-zones.ts';
import {
  addLink,
  blank,
  dateFrom,
  type Imported,
  type ImportedEvent,
  leave,
  markdownOf,
} from './imported.ts';

export const isCalendar = (text: string): boolean => /^BEGIN:VCALENDAR/i.test(text);

/** @throws {Refusal} where there is no calendar with anything in it */
export function readCalendar(text: string): Imported {
  const calendars = componentsOf(text);
  const parts = calendars.flatMap((calendar) => calendar.parts);
  if (parts.length === 0)
    throw new Refusal(
      'not iCalendar: BEGIN:VCALENDAR is followed by no event; sought BEGIN:VEVENT … END:VEVENT',
      brokenIn(calendars)
        .slice(0, 3)
        .map(({ where, text: said }) => `${where}: ${said}`),
    );
  const zones = new Zones(parts.filter(({ name }) => name === 'vtimezone'));
  const left: Imported['left'] = brokenIn(calendars);
  const properties = calendars.flatMap(({ properties: own }) => own);
  const [title, deck] = ['x-wr-calname', 'x-wr-caldesc'].map((name) =>
    properties.find((one) => one.name === name),
  );
  for (const property of properties)
    if (property !== title && property !== deck && !isVersion(property))
      left.push({ kind: property.name, where: 'the calendar', text: withParameters(property) });
  for (const part of parts) {
    const where = `line ${part.line}`;
    if (part.name === 'vtimezone') {
      for (const loss of besidesRules(part, where)) left.push(loss);
    } else if (part.name !== 'vevent')
      left.push({
        kind: `${part.name.toUpperCase()}, which is no event`,
        where,
        text: inWords(part),
      });
  }
  return {
    format: 'iCalendar',
    title: title ? said(title) : '',
    deck: deck ? said(deck) : '',
    events: parts
      .filter(({ name }) => name === 'vevent')
      .map((component, i) => readEvent(component, `event ${i + 1}`, zones)),
    left,
  };
}

const isVersion = (property: Property): boolean =>
  property.name === 'version' && /^[12]\.0$/.test(said(property));

/** What a zone says besides its name and its rules. */
const besidesRules = ({ properties, parts, broken }: Component, where: string): Imported['left'] =>
  [
    ...[properties, ...parts.map((part) => part.properties)]
      .flat()
      .filter(({ name }) => !RULES.has(name))
      .map((property) => ({ kind: property.name, text: withParameters(property) })),
    ...[broken, ...parts.map((part) => part.broken)]
      .flat()
      .map(({ line, text, why }) => ({ kind: why, text: `line ${line}: ${text}` })),
  ].map(({ kind, text }) => ({ kind: `zone, ${kind}`, where, text }));

const RULES = new Set(
  'tzid dtstart tzoffsetfrom tzoffsetto rrule rdate tzname tzurl last-modified x-lic-location'.split(
    ' ',
  ),
);

const brokenIn = (components: readonly Component[]): Imported['left'] =>
  components.flatMap(({ broken }) =>
    broken.map(({ line, text, why }) => ({
      kind: why,
      where: `line ${line}`,
      text,
      ...(text === '' && { noted: true as const }),
    })),
  );

/** Everything a component says, on one line. */
const inWords = ({ properties, parts, broken }: Component): string =>
  [
    ...broken.map(({ text }) => text),
    ...properties.map((property) => `${property.name}: ${withParameters(property)}`),
    ...parts.map((part) => `${part.name}: ${inWords(part)}`),
  ].join('; ');

const said = (property: Property): string =>
  cleanLine(printableText(property, property.values.join(', ')));

/** The text of the first of some properties, with its line ends. */
const textOf = ([first]: Property[]): string =>
  first ? printableText(first, first.values[0] ?? '') : '';

const withParameters = (property: Property): string =>
  [
    ...Object.entries(property.parameters).flatMap(([key, text]) =>
      key === 'value' && WRITTEN.test(text) ? [] : [text],
    ),
    said(property),
  ]
    .filter(Boolean)
    .join('; ');

/** Values of `VALUE` and `ENCODING` that say how a value is written. */
const WRITTEN =
  /^(?:unknown|date|date-time|time|text|ur[il]|cal-address|duration|period|recur|utc-offset|integer|float|boolean|binary|base64|b|8bit|7bit|quoted-printable)$/i;

/** Properties that are carried into the event or that matter only to the program that wrote them. */
const CARRIED = new Set(
  'summary description dtstart dtend duration location categories uid'.split(' '),
);

function readEvent(component: Component, where: string, zones: Zones): ImportedEvent {
  const all = (name: string): Property[] => component.properties.filter((one) => one.name === name);
  const event = blank(where);
  const categories = all('categories')
    .flatMap(({ values }) => values)
    .filter((value) => value.trim() !== '');
  const uid = [...all('uid'), ...all('recurrence-id')].map(said).join(' ');
  event.key = uid && `uid:${uid}`;
  event.title = cleanLine(textOf(all('summary')));
  event.body = markdownOf(event, textOf(all('description')));
  event.place = cleanLine(textOf(all('location')));
  event.group = cleanLine(categories[0] ?? '');
  const dates = ['dtstart', 'dtend', 'duration'].flatMap(all).map(withParameters);
  event.date = dateFrom(event, dates, () => dateOfEvent(all, zones, event));
  if (all('status').some((status) => /^cancelled$/i.test(said(status))))
    event.date = new Error('it was cancelled');
  leave(event, 'categories', categories.slice(1).map(cleanLine).join(', '));
  for (const property of component.properties) {
    const { name, parameters } = property;
    const { tzid, value, encoding, ...rest } = parameters;
    const { charset, ...others } = rest;
    if (name === 'url' || name === 'attach' || name === 'conference')
      addLink(event, name, said(property));
    else if (name === 'rrule' || name === 'rdate')
      leave(event, 'it recurs; only its first time is taken over', said(property));
    else if (!CARRIED.has(name)) {
      leave(event, name, withParameters(property));
      continue;
    }
    // What a property says beside its value.
    for (const [key, text] of Object.entries(others)) leave(event, `${name}, ${key}`, text);
    if (!/^quoted-printable$/i.test(encoding ?? ''))
      leave(event, `${name}, charset`, charset ?? '');
    for (const [key, text] of Object.entries({ value, encoding }))
      if (!WRITTEN.test(text ?? '')) leave(event, `${name}, ${key}`, text ?? '');
    if (!name.startsWith('dt') || !/T\d/i.test(property.raw))
      leave(event, `${name}, tzid`, tzid ?? '');
  }
  for (const name of ['summary', 'description', 'location', 'dtstart', 'dtend', 'duration'])
    for (const property of all(name).slice(1))
      leave(event, `${name}, once more`, withParameters(property));
  for (const { line, text, why } of component.broken)
    event.left.push({
      kind: why,
      text: `line ${line}${text && `: ${text}`}`,
      ...(text === '' && { noted: true as const }),
    });
  for (const part of component.parts) leave(event, part.name, inWords(part));
  return event;
}

/** A day, or a time of a day on a clock whose offset from UTC may be unknown. */
interface Moment {
  days: number;
  /** Seconds of the day; `null` for a whole day. */
  seconds: number | null;
  /** From UTC; `''` where nobody says. */
  offset: string;
}

const DAY = 86_400_000;

function dateOfEvent(
  all: (name: string) => Property[],
  zones: Zones,
  event: ImportedEvent,
): string {
  const [from] = all('dtstart');
  if (!from) throw new RangeError('it has no DTSTART');
  const start = momentOf(from, zones, event);
  const [to] = all('dtend');
  const [duration] = all('duration');
  const end = to ? momentOf(to, zones, event) : duration ? added(start, duration.raw.trim()) : null;
  if (to && duration) leave(event, 'duration beside an end', said(duration));
  const first = written(start);
  if (!end) return first;
  if ((end.seconds === null) !== (start.seconds === null))
    throw new RangeError('of its start and end, one is a day and one a time');
  const wholeDays = [start, end].every(({ seconds }) => seconds === null || seconds === 0);
  if (!wholeDays || end.days < start.days) return rangeOf(first, written(end));
  // The end is the first day that is no longer part of it.
  const day = (days: number): string => written({ days, seconds: null, offset: '' });
  return rangeOf(day(start.days), day(Math.max(start.days, end.days - 1)));
}

const VALUE =
  /^(?<year>\d{4})-?(?<month>\d\d)-?(?<day>\d\d)(?:T(?<hour>\d\d):?(?<minute>\d\d):?(?<second>\d\d)?(?<utc>Z)?)?$/i;

/** A DATE or DATE-TIME, whichever it is declared as. */
function momentOf({ name, raw, parameters }: Property, zones: Zones, event: ImportedEvent): Moment {
  const groups = VALUE.exec(raw.trim())?.groups;
  if (!groups)
    throw new RangeError(`${name.toUpperCase()} "${cleanLine(raw).slice(0, 60)}" is no date`);
  const { year, month, day, hour, minute, second = '00', utc } = groups;
  const time = hour === undefined ? undefined : `${hour}:${minute}:${second}`;
  // Whether there is such a day and time.
  dateOf({ year: Number(year), month: Number(month), day: Number(day), time });
  const days = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day)) / DAY;
  if (hour === undefined) return { days, seconds: null, offset: '' };
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const zone = parameters['tzid'];
  const offset = utc ? 'Z' : zone === undefined ? '' : zones.offsetOf(zone, days, seconds);
  if (offset === null)
    leave(event, 'a zone that nobody defines: the time is without an offset', zone ?? '');
  return { days, seconds, offset: offset ?? '' };
}

const DURATION =
  /^(?<sign>[+-])?P(?:(?<weeks>\d{1,6})W)?(?:(?<days>\d{1,6})D)?(?:T(?:(?<hours>\d{1,8})H)?(?:(?<minutes>\d{1,9})M)?(?:(?<seconds>\d{1,9})S)?)?$/i;

function added(start: Moment, text: string): Moment {
  const groups = DURATION.exec(text)?.groups;
  const value = (name: string): number => Number(groups?.[name] ?? 0);
  if (!groups || !/\d/.test(text))
    throw new RangeError(`DURATION "${text.slice(0, 60)}" is no duration that a calendar holds`);
  const sign = groups['sign'] === '-' ? -1 : 1;
  const time = value('hours') * 3600 + value('minutes') * 60 + value('seconds');
  if (start.seconds === null && time % 86_400 !== 0)
    throw new RangeError('it begins on a day and lasts hours');
  const seconds = (start.seconds ?? 0) + sign * time;
  const days =
    start.days + sign * (value('weeks') * 7 + value('days')) + Math.floor(seconds / 86_400);
  return {
    ...start,
    days,
    seconds: start.seconds === null ? null : ((seconds % 86_400) + 86_400) % 86_400,
  };
}

/** As the calendar's clock shows it, with the offset where the zone is known. */
function written({ days, seconds, offset }: Moment): string {
  const date = new Date(days * DAY);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('it ends beyond the year 9999');
  const clock =
    seconds === null
      ? undefined
      : `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`}${offset}`;
  return dateOf({ year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), time: clock });
}
