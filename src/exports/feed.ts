/** New, corrected and retracted events as Atom (RFC 4287) and as JSON Feed 1.1. Ids are URLs and never change. */
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { eventPath } from '../model/address.ts';
import { type Archive, bestDate, type Event, type RetractedEvent } from '../model/archive.ts';
import { parseDate } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { escapeMarkup } from '../model/markup.ts';
import { mediaHtml, mediumUrl } from './media.ts';
import { quotationsHtml } from './quotations.ts';
import { archiveUpdated, updatedOf } from './updated.ts';

/** A feed is fetched every hour, so it has the newest entries only; `events.json` has all. */
const LONGEST = 200;

interface Entry {
  url: string;
  title: string;
  html: string;
  updated: string;
  track: string;
  media: Event['media'];
}

/** @param edition the edition's day, YYYY-MM-DD */
export function atom(archive: Archive, address: Address, edition: string | null): string {
  const { site } = archive;
  const entries = entriesOf(archive, address, edition).map(
    ({ url, title, html, updated, track, media }) => `  <entry>
    <id>${escapeMarkup(url)}</id>
    <title>${escapeMarkup(title)}</title>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="${escapeMarkup(url)}"/>
    <category term="${escapeMarkup(track)}"/>
${media
  .map(
    (one) =>
      `    <link rel="enclosure" type="${one.mime}" href="${escapeMarkup(mediumUrl(one, address))}"/>\n`,
  )
  .join('')}    <content type="html">${escapeMarkup(html)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(site.language)}">
  <id>${escapeMarkup(address('/'))}</id>
  <title>${escapeMarkup(site.title)}</title>
  <subtitle>${escapeMarkup(site.deck)}</subtitle>
  <updated>${moment(archiveUpdated(archive, edition))}</updated>
  <author><name>${escapeMarkup(site.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeMarkup(address('/feed.xml'))}"/>
  <link rel="alternate" type="text/html" href="${escapeMarkup(address('/'))}"/>
${entries.join('')}</feed>
`;
}

/** @param edition the edition's day, YYYY-MM-DD */
export function jsonFeed(archive: Archive, address: Address, edition: string | null): string {
  const { site } = archive;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    description: site.deck,
    language: site.language,
    home_page_url: address('/'),
    feed_url: address('/feed.json'),
    authors: [{ name: site.author }],
    items: entriesOf(archive, address, edition).map(
      ({ url, title, html, updated, track, media }) => ({
        id: url,
        url,
        title,
        content_html: html,
        date_modified: updated,
        tags: [track],
        ...(media.length > 0 && {
          attachments: media.map((one) => ({
            url: mediumUrl(one, address),
            mime_type: one.mime,
            ...(one.alt && { title: one.alt }),
          })),
        }),
      }),
    ),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** The last changed event first; among those of one day, the latest event first. */
function entriesOf(archive: Archive, address: Address, edition: string | null): Entry[] {
  return [
    ...archive.retracted.map((event) => retractionOf(event, archive, address, edition)),
    ...archive.events.toReversed().map((event) => entryOf(event, archive, address, edition)),
  ]
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, LONGEST);
}

function entryOf(event: Event, archive: Archive, address: Address, edition: string | null): Entry {
  const corrections = (event.record.corrections ?? []).map(
    ({ date, was, now }) => `<p>${escapeMarkup(words.correctionOn(date, was, now))}</p>`,
  );
  const date = formatDate(bestDate(event), archive.site.language);
  return {
    url: address(eventPath(event.id)),
    title: event.title,
    html: `<p>${escapeMarkup(date)}</p>${corrections.join('')}${mediaHtml(event.media, address)}${quotationsHtml(event, address)}`,
    updated: moment(updatedOf(event, archive, edition)),
    track: event.track.label,
    media: event.media,
  };
}

/** A reader's program replaces the entry that it has of this address. */
function retractionOf(
  event: RetractedEvent,
  archive: Archive,
  address: Address,
  edition: string | null,
): Entry {
  const { date, why } = event.retracted;
  const on = formatDate(parseDate(date), archive.site.language);
  return {
    url: address(eventPath(event.id)),
    title: words.retractedTitle(event.title),
    html: `<p>${escapeMarkup(words.sentence(words.retractedOn(on)))}${escapeMarkup(why)}</p>`,
    updated: moment(updatedOf(event, archive, edition)),
    track: event.track.label,
    media: [],
  };
}

const moment = (day: string): string => `${day}T00:00:00Z`;
