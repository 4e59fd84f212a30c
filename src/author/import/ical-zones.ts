/** Offsets of time zones from UTC: by the rules that a calendar defines, else by those that Intl knows. */
import ICAL from 'ical.js';
import { two } from './edtf.ts';
import { attempt } from './fields.ts';
import type { Component } from './ical-lines.ts';

const DAY = 86_400_000;

/** Offsets of zones: those that the file defines, else those that Intl knows. */
export class Zones {
  private readonly defined = new Map<string, ICAL.Timezone | null>();
  private readonly formatters = new Map<string, Intl.DateTimeFormat | null>();

  constructor(components: readonly Component[]) {
    for (const component of components) {
      const id = component.properties.find(({ name }) => name === 'tzid')?.raw.trim();
      if (id !== undefined) this.defined.set(id, timezoneOf(id, component));
    }
  }

  /** `+02:00`, or `null` where nobody knows the zone. */
  offsetOf(given: string, days: number, seconds: number): string | null {
    const id = given.trim();
    const minutes = this.byFile(id, days, seconds) ?? this.byIntl(id, days, seconds);
    if (minutes === null) return null;
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  }

  private byFile(id: string, days: number, seconds: number): number | null {
    const zone = this.defined.get(id);
    if (!zone) return null;
    const date = new Date(days * DAY);
    const offset = attempt(() =>
      new ICAL.Time(
        {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: Math.floor(seconds / 3600),
          minute: Math.floor(seconds / 60) % 60,
          second: seconds % 60,
          isDate: false,
        },
        zone,
      ).utcOffset(),
    );
    return typeof offset === 'number' && Number.isFinite(offset) ? Math.round(offset / 60) : null;
  }

  private byIntl(id: string, days: number, seconds: number): number | null {
    let formatter = this.formatters.get(id);
    if (formatter === undefined) {
      const made = attempt(
        () =>
          new Intl.DateTimeFormat('en-GB', {
            timeZone: id.replace(/^\/.*?\/(?=[A-Z]\w+\/)/, ''),
            timeZoneName: 'longOffset',
          }),
      );
      formatter = made instanceof Error ? null : made;
      this.formatters.set(id, formatter);
    }
    if (formatter === null) return null;
    const local = days * DAY + seconds * 1000;
    // RFC 5545, 3.3.5: a time that comes twice is the first of the two, and one that is left out has the offset before.
    const [before, after] = [local - DAY, local + DAY].map((ms) => offsetAt(formatter, ms));
    const isThere = (minutes = 0): boolean =>
      offsetAt(formatter, local - minutes * 60_000) === minutes;
    return (isThere(before) || !isThere(after) ? before : after) ?? null;
  }
}

function offsetAt(formatter: Intl.DateTimeFormat, ms: number): number {
  const name = formatter.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Parts of a rule by which it comes once a year, in every year. */
const BOUNDED =
  /^(?:FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[\dTZ]{1,16}|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=[+-]?[1-4]?[A-Z]{2}|BYMONTHDAY=(?:1?\d|2[0-8])(?:,(?:1?\d|2[0-8])){0,30})$/i;

/** A zone's rules, where each recurs once a year: any other could be counted out for hours. */
function timezoneOf(id: string, { parts }: Component): ICAL.Timezone | null {
  const lines = ['BEGIN:VTIMEZONE', `TZID:${id}`];
  for (const { name, properties } of parts) {
    lines.push(`BEGIN:${name.toUpperCase()}`);
    for (const { name: key, raw } of properties) {
      if (key === 'rrule' && !raw.split(';').every((part) => BOUNDED.test(part))) return null;
      if (/^(?:dtstart|tzoffsetfrom|tzoffsetto|rrule|rdate)$/.test(key))
        lines.push(`${key.toUpperCase()}:${raw}`);
    }
    lines.push(`END:${name.toUpperCase()}`);
  }
  lines.push('END:VTIMEZONE');
  const zone = attempt(() => new ICAL.Timezone(ICAL.Component.fromString(lines.join('\r\n'))));
  return zone instanceof Error ? null : zone;
}
