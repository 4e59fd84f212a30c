/** The events that a calendar can hold without pretending to know more than the source, RFC 5545. */
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { eventPath } from '../model/address.ts';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import { type DatePart, formatDate, type When } from '../model/date.ts';
import { isoDay } from './day.ts';
import { quotationLines } from './quotations.ts';
import { updatedOf } from './updated.ts';

/** @param edition the edition's day, YYYY-MM-DD */
export function ics(archive: Archive, address: Address, edition: string | null): string {
  const { site, events } = archive;
  const entries = events.flatMap((event) => entry(event, archive, address, edition));
  const absent = events.length - entries.length;
  const language = site.language.split('-')[0]?.toUpperCase();
  const about = [
    site.deck,
    ...(absent > 0 ? [words.notInCalendar(absent, events.length)] : []),
  ].join(' ');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${text(site.author)}//${text(site.title)}//${language}`,
    'CALSCALE:GREGORIAN',
    `NAME:${text(site.title)}`,
    `X-WR-CALNAME:${text(site.title)}`,
    `X-WR-CALDESC:${text(about)}`,
    `URL:${address('/')}`,
    ...entries.flat(),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

/** One entry's lines, or nothing where the date is too coarse or has an open end. */
function entry(
  event: Event,
  archive: Archive,
  address: Address,
  edition: string | null,
): [string[]] | [] {
  const { site } = archive;
  const when = bestDate(event);
  const moments = momentsOf(when);
  if (!moments) return [];
  const page = address(eventPath(event.id));
  const doubtful = [when.start, when.end].some((part) => part?.uncertain || part?.approximate);
  const description = [formatDate(when, site.language), ...quotationLines(event), page].join('\n');
  return [
    [
      'BEGIN:VEVENT',
      `UID:${page}`,
      `DTSTAMP:${basic(updatedOf(event, archive, edition))}T000000Z`,
      ...moments,
      `SUMMARY:${text(event.title)}`,
      `DESCRIPTION:${text(description)}`,
      ...(event.place ? [`LOCATION:${text(event.place.name)}`] : []),
      `CATEGORIES:${text(event.track.label)}`,
      `URL:${page}`,
      ...(doubtful ? ['STATUS:TENTATIVE'] : []),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ],
  ];
}

const DAY = 86_400_000;
const basic = (day: string): string => day.replaceAll('-', '');

/** Days for what is known to the day, a span to the day after its last; a time on its own clock. */
function momentsOf({ kind, start, end }: When): string[] | null {
  const known = (part: DatePart | null): part is DatePart =>
    part !== null &&
    (part.precision === 'day' || part.precision === 'time') &&
    /^\d{4}-/.test(isoDay(part.hi));
  if (kind === 'choice' || !known(start) || !known(end)) return null;
  if (kind === 'date' && start.precision === 'time') return [`DTSTART${clock(start)}`];
  const after = Math.ceil(end.hi / DAY) * DAY;
  return [
    `DTSTART;VALUE=DATE:${basic(isoDay(start.lo))}`,
    `DTEND;VALUE=DATE:${basic(isoDay(after))}`,
  ];
}

/** Without an offset, a time is that of wherever it happened, which RFC 5545 calls floating. */
function clock({ edtf, lo, ahead }: DatePart): string {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)?$/.exec(edtf.slice(11)) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const utc = sign !== undefined || edtf.includes('Z');
  const stamp = new Date(lo + ahead - shift).toISOString().replace(/[-:]|\.\d+Z/g, '');
  return `:${stamp}${utc ? 'Z' : ''}`;
}

/** A value of the type TEXT. */
const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard allows none of them
    .replace(/[\u0000-\u0008\u000A-\u001F\u007F]/g, '');

/** Lines of at most 75 octets, none of which ends within a character. */
function fold(line: string): string {
  if (/^[ -~]{0,75}$/.test(line)) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
