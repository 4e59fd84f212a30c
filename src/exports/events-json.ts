/** All events with their quotes, sources and references, as JSON. */

import type { Address } from '../model/address.ts';
import { eventPath, quotePath, sourcePath } from '../model/address.ts';
import type { Archive, Event, Medium, Quote } from '../model/archive.ts';
import type { Bibliographic } from '../model/bibliography.ts';
import { wordsOf } from '../model/body.ts';
import type { When } from '../model/date.ts';
import { formatDate, precisionName } from '../model/date-words.ts';
import { locatorText, pagesAt } from '../model/locator.ts';
import { companionsOf } from '../model/media.ts';
import type { Place } from '../model/place.ts';
import { reasonsOf } from '../model/reason.ts';
import { sectionAt } from '../model/section.ts';
import { daysOf } from './day.ts';
import type { EventsData } from './events-schema.ts';
import { mediumUrl } from './media.ts';
import { archiveUpdated } from './updated.ts';

/**
 * @param schema the URL of its JSON Schema
 * @param edition the edition's day, YYYY-MM-DD
 */
export function eventsJson(
  archive: Archive,
  address: Address,
  schema: string,
  edition: string | null,
): string {
  const { site, kinds, actors, sources, references, events } = archive;
  const data: EventsData = {
    $schema: schema,
    title: site.title,
    description: site.deck,
    language: site.language,
    author: site.author,
    url: address('/'),
    updated: archiveUpdated(archive, edition),
    tracks: site.tracks.map(({ id, label, colour }) => ({ id, label, colour })),
    kinds: {
      events: [...kinds.events.values()].map(({ id, label }) => ({ id, label })),
      actors: [...kinds.actors.values()].map(({ id, label }) => ({ id, label })),
    },
    actors: [...actors.values()].map(({ id, name, kind, role = null, reference = null }) => ({
      id,
      name,
      kind: kind?.id ?? null,
      role,
      reference,
    })),
    sources: [...sources.values()].map((source) => ({
      id: source.id,
      url: address(sourcePath(source.id)),
      original: source.url ?? null,
      ...bibliographicData(source),
      title: source.title,
      publisher: source.publisher,
      agency: source.agency ?? null,
      published: source.published,
      language: source.language,
      rights: source.rights,
      sha256: source.sha256,
    })),
    references: [...references.values()].map(({ id, title, publisher, url = null, ...rest }) => ({
      id,
      title,
      publisher,
      url,
      ...bibliographicData(rest),
    })),
    events: events.map((event) => eventData(event, site.language, address)),
    retracted: archive.retracted.map(({ id, title, retracted }) => ({
      id,
      url: address(eventPath(id)),
      title,
      date: retracted.date,
      why: retracted.why,
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

const bibliographicData = (record: Bibliographic) => ({
  held: record.held ?? null,
  archived: record.archived ?? null,
  author: record.author ?? [],
  translator: record.translator ?? [],
  edition: record.edition ?? null,
  identifier: record.identifier
    ? {
        doi: record.identifier.doi ?? null,
        isbn: record.identifier.isbn ?? null,
        callNumber: record.identifier.callNumber ?? null,
      }
    : null,
});

function eventData(event: Event, language: string, address: Address): EventsData['events'][number] {
  const { id, title, track, kind, record, when, refined, place, actors, quotes } = event;
  return {
    id,
    url: address(eventPath(id)),
    title,
    track: track.id,
    kind: kind?.id ?? null,
    date: dateData(when, language),
    refined: refined && {
      date: dateData(refined.when, language),
      references: refined.references.map((reference) => reference.id),
    },
    place: place && placeData(place),
    actors: actors.map((actor) => actor.id),
    unsourced: record.unsourced ?? false,
    quotes: quotes.map((quote) => quoteData(quote, address)),
    ...(event.media.length > 0 && { media: event.media.map((one) => mediumData(one, address)) }),
    corrections: (record.corrections ?? []).map(({ date, was, now }) => ({ date, was, now })),
  };
}

const placeData = ({
  name,
  references,
  location,
}: Place): EventsData['events'][number]['place'] => ({
  name,
  references: references.map(({ id }) => id),
  ...(location && {
    at: [location.latitude, location.longitude],
    near: location.near,
    located: location.references.map(({ id }) => id),
    inferred: location.inferred,
  }),
});

const mediumData = (medium: Medium, address: Address) => ({
  file: medium.file,
  url: mediumUrl(medium, address),
  type: medium.mime,
  alt: medium.alt,
  caption: wordsOf(medium.caption),
  credit: medium.record.credit,
  rights: medium.record.rights,
  source: medium.source?.id ?? null,
  reference: medium.reference?.id ?? null,
  date: medium.when?.edtf ?? null,
  focus: medium.record.focus ?? null,
  sha256: medium.record.sha256,
  ...(medium.record.digests && {
    companions: companionsOf(medium.record).map(({ key, file, sha256 }) => ({
      as: key,
      file,
      url: mediumUrl({ file }, address),
      sha256,
    })),
  }),
});

const dateData = (when: When, language: string): EventsData['events'][number]['date'] => ({
  edtf: when.edtf,
  text: formatDate(when, language),
  precision: precisionName(when),
  ...daysOf(when),
});

const quoteData = (
  quote: Quote,
  address: Address,
): EventsData['events'][number]['quotes'][number] => {
  const { id, anchor, text, source, passages, speaker, record, chain } = quote;
  return {
    id,
    url: address(quotePath(source.id, anchor)),
    text,
    source: source.id,
    locator: locatorText(quote) || null,
    at: record.at ?? null,
    passages: passages.map((passage) => ({
      url: address(quotePath(source.id, passage.anchor)),
      text: passage.text,
      start: passage.start,
      end: passage.end,
      ...(source.original?.pages && { pages: pagesAt(source, passage) }),
      ...(source.sections?.length && { section: sectionAt(source, passage)?.headings ?? [] }),
    })),
    speaker: speaker.id,
    mode: record.mode,
    reasons: reasonsOf(record),
    chain: chain.map(({ actor, inferred = null }) => ({ actor: actor.id, inferred })),
  };
};
