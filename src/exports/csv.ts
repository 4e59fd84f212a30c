/** The events as a table, RFC 4180. */

import type { Address } from '../model/address.ts';
import { eventPath, sourcePath } from '../model/address.ts';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import { formatDate } from '../model/date-words.ts';
import { locatorText } from '../model/locator.ts';
import type { Location } from '../model/place.ts';
import { reasonTexts } from '../model/reason.ts';
import { oneLine } from '../model/text.ts';
import { nobody } from '../words/signs.ts';
import { daysOf } from './day.ts';
import { mediumUrl } from './media.ts';
import { quotationLines } from './quotations.ts';

export function csv({ site, events, retracted }: Archive, address: Address): string {
  const columns: Record<string, (event: Event) => string> = {
    id: ({ id }) => id,
    title: ({ title }) => title,
    date: ({ when }) => when.edtf,
    date_refined: ({ refined }) => refined?.when.edtf ?? '',
    date_text: (event) => formatDate(bestDate(event), site.language),
    earliest: (event) => daysOf(bestDate(event)).earliest ?? '',
    latest: (event) => daysOf(bestDate(event)).latest ?? '',
    track: ({ track }) => track.label,
    kind: ({ kind }) => kind?.label ?? '',
    place: ({ place }) => place?.name ?? '',
    ...(events.some(({ place }) => place?.location) && {
      geo: ({ place }: Event) => (place?.location ? geoUri(place.location) : ''),
    }),
    actors: ({ actors }) => actors.map(({ name }) => name).join('; '),
    quotes: (event) => quotationLines(event).join('\n'),
    locators: ({ quotes }) => perQuote(quotes.map(locatorText)),
    reasons: ({ quotes }) =>
      perQuote(quotes.map(({ record }) => oneLine(reasonTexts(record).join('; ')))),
    // A source that has no address has its page here.
    sources: ({ quotes }) =>
      [...new Set(quotes.map(({ source: { id, url } }) => url ?? address(sourcePath(id))))].join(
        '\n',
      ),
    ...(events.some(({ media }) => media.length > 0) && {
      media: ({ media }: Event) => media.map((one) => mediumUrl(one, address)).join('\n'),
    }),
    url: ({ id }) => address(eventPath(id)),
    retracted: ({ record: { retracted } }) =>
      retracted ? `${retracted.date}: ${retracted.why}` : '',
  };
  // Of a retracted event nothing is said but that it was.
  const kept = ['id', 'title', 'url', 'retracted'];
  const rows = [
    ...events.map((event) => Object.values(columns).map((cell) => cell(event))),
    ...retracted.map((event) =>
      Object.entries(columns).map(([name, cell]) => (kept.includes(name) ? cell(event) : '')),
    ),
  ];
  return [Object.keys(columns), ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** RFC 5870; `u` is the uncertainty in metres. A spreadsheet takes no such text for a formula, as it does `-33.9`. */
const geoUri = ({ latitude, longitude, near }: Location): string =>
  `geo:${latitude},${longitude}${near === null ? '' : `;u=${near * 1000}`}`;

/** One line for each quote, with a dash for those without a text; empty if no quote has one. */
const perQuote = (lines: readonly string[]): string =>
  lines.some((line) => line !== '') ? lines.map((line) => line || nobody).join('\n') : '';

/**
 * A cell that begins like this would be run as a formula by a spreadsheet (full-width signs in East Asian settings);
 * an apostrophe before it makes it text. This holds for cells separated by commas (RFC 4180); a spreadsheet set to
 * semicolons splits texts into other cells.
 */
export const FORMULA = /^'*[\s\p{Cc}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
