/** An event's page in schema.org's terms: a work about an event, its quotations and their sources. */

import type {
  ArchiveComponent,
  Article,
  Book,
  CorrectionComment,
  CreativeWork,
  Event as EventThing,
  Graph,
  MediaObject,
  Organization,
  Person,
  Place as PlaceThing,
  Quotation,
  WebPage,
} from 'schema-dts';
import * as words from '#words';
import type { Actor } from '../model/actor.ts';
import { actorPath, eventPath, quotePath, sourcePath } from '../model/address.ts';
import {
  type Archive,
  bestDate,
  type Event,
  isRetracted,
  type Medium,
  type Quote,
} from '../model/archive.ts';
import type { Bibliographic } from '../model/bibliography.ts';
import { wordsOf } from '../model/body.ts';
import type { Correction } from '../model/correction.ts';
import { isoDate, parseDate, type When } from '../model/date.ts';
import { wayText } from '../model/locator.ts';
import type { Place } from '../model/place.ts';
import { reasonTexts } from '../model/reason.ts';
import type { Reference } from '../model/reference.ts';
import type { Source } from '../model/source.ts';
import { licenceOf, mediumUrl } from './media.ts';

type Address = (path: string) => string;
type Document = Article | ArchiveComponent | Book;

/**
 * Of a retracted event only that it was retracted.
 * @param cited the outside references of the event
 * @param address gives the full URL of a path of the site
 */
export function eventJsonLd(
  { site, actors, references }: Archive,
  event: Event,
  cited: readonly Reference[],
  address: Address,
): Graph {
  const page = address(eventPath(event.id));
  if (isRetracted(event))
    return {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'WebPage',
          '@id': page,
          url: page,
          name: words.retractedTitle(event.title),
          inLanguage: site.language,
          author: { '@type': 'Organization', name: site.author },
          isPartOf: {
            '@type': 'WebSite',
            '@id': address('/'),
            url: address('/'),
            name: site.title,
          },
          creativeWorkStatus: 'Retracted',
          correction: {
            '@type': 'CorrectionComment',
            ...published(event.retracted.date),
            text: event.retracted.why,
          },
        },
      ],
    };
  const happening = `${page}#${event.id}`;
  const sources = [...new Set(event.quotes.map(({ source }) => source))];
  const people = [
    ...new Map(
      [
        ...event.actors,
        ...event.quotes.flatMap(({ chain, speaker }) => [
          speaker,
          ...chain.map(({ actor }) => actor),
        ]),
      ].map((actor) => [actor.id, actor]),
    ).values(),
  ];
  const work: WebPage = {
    '@type': 'WebPage',
    '@id': page,
    url: page,
    name: event.title,
    inLanguage: site.language,
    author: { '@type': 'Organization', name: site.author },
    isPartOf: { '@type': 'WebSite', '@id': address('/'), url: address('/'), name: site.title },
    mainEntity: { '@id': happening },
    hasPart: event.quotes.map(({ anchor }) => ({ '@id': `${page}#${anchor}` })),
    isBasedOn: sources.map(({ id }) => ({ '@id': address(sourcePath(id)) })),
    ...(event.media.length > 0 && {
      associatedMedia: event.media.map((one) => mediaObject(one, address)),
    }),
    ...(cited.length > 0 && { citation: cited.map(citation) }),
    ...(event.record.corrections && {
      correction: event.record.corrections.map(correctionComment),
    }),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      work,
      happened(event, happening, page, address),
      ...event.quotes.map((quote) => quotation(quote, page, address)),
      ...sources.map((source) => document(source, actors, address)),
      ...people.map((actor) => agent(actor, references.get(actor.reference ?? ''), address)),
    ],
  };
}

function mediaObject(medium: Medium, address: Address): MediaObject {
  const { kind, mime, alt, when, source, reference } = medium;
  const { credit, rights, poster } = medium.record;
  const caption = wordsOf(medium.caption);
  const licence = licenceOf(rights);
  return {
    '@type': ({ picture: 'ImageObject', sound: 'AudioObject', film: 'VideoObject' } as const)[kind],
    '@id': mediumUrl(medium, address),
    contentUrl: mediumUrl(medium, address),
    encodingFormat: mime,
    ...(alt && { description: alt }),
    ...(caption && kind !== 'film' ? { caption } : caption ? { abstract: caption } : {}),
    ...(poster && { thumbnailUrl: mediumUrl({ file: poster }, address) }),
    creditText: credit,
    copyrightNotice: rights,
    ...(licence && { license: licence }),
    ...(when && created(when)),
    ...(source && { isBasedOn: { '@id': address(sourcePath(source.id)) } }),
    ...(reference && { citation: citation(reference) }),
  };
}

/** The date on which it was made, if ISO 8601 has a form for it as one date. */
function created({ kind, start }: When): { dateCreated?: string } {
  const date = kind === 'date' && start && isoDate(start);
  return date ? { dateCreated: date } : {};
}

function happened(event: Event, id: string, page: string, address: Address): EventThing {
  return {
    '@type': 'Event',
    '@id': id,
    name: event.title,
    ...dates(bestDate(event)),
    ...(event.place && { location: placed(event.place) }),
    about: event.actors.map((actor) => ({ '@id': address(actorPath(actor.id)) })),
    subjectOf: { '@id': page },
  };
}

/** A point, or the circle that it lies within, its radius in metres. */
function placed({ name, location }: Place): PlaceThing {
  if (!location) return { '@type': 'Place', name };
  const { latitude, longitude, near } = location;
  const point = { '@type': 'GeoCoordinates', latitude, longitude } as const;
  const geo =
    near === null
      ? point
      : ({ '@type': 'GeoCircle', geoMidpoint: point, geoRadius: near * 1000 } as const);
  return { '@type': 'Place', name, geo };
}

/** Only dates that ISO 8601 has a form for; a choice of days or an estimate is left out. */
function dates({ kind, start, end }: When): { startDate?: string; endDate?: string } {
  if (kind === 'choice') return {};
  const [from, to] = [start && isoDate(start), end && isoDate(end)];
  return {
    ...(from && { startDate: from }),
    ...(kind === 'interval' && to && { endDate: to }),
  };
}

/** The date of publication, if ISO 8601 has a form for it as one date. */
function published(edtf: string): { datePublished?: string } {
  const { kind, start } = parseDate(edtf);
  const date = kind === 'date' && start && isoDate(start);
  return date ? { datePublished: date } : {};
}

function quotation(quote: Quote, page: string, address: Address): Quotation {
  const { anchor, text, passages, chain, source, record } = quote;
  const reasons = reasonTexts(record);
  return {
    '@type': 'Quotation',
    '@id': `${page}#${anchor}`,
    text,
    inLanguage: source.language,
    // The first link of the chain is the speaker (an article's own words are its agency's), then those who passed the
    // words on.
    spokenByCharacter: chain.slice(0, 1).map(({ actor }) => ({
      '@id': address(actorPath(actor.id)),
    })),
    creditText: wayText(quote),
    ...(reasons.length > 0 && { description: reasons.join('\n') }),
    isBasedOn: { '@id': address(sourcePath(source.id)) },
    url:
      passages.length === 1
        ? address(quotePath(source.id, anchor))
        : passages.map((passage) => address(quotePath(source.id, passage.anchor))),
  };
}

function document(source: Source, actors: Archive['actors'], address: Address): Document {
  const actorNode = (id: string | undefined): { '@id': string } | undefined =>
    id !== undefined && actors.has(id) ? { '@id': address(actorPath(id)) } : undefined;
  const publisher = actorNode(source.publisher);
  const agency = actorNode(source.agency);
  return {
    '@type': source.held ? 'ArchiveComponent' : source.identifier?.isbn ? 'Book' : 'Article',
    '@id': address(sourcePath(source.id)),
    name: source.title,
    inLanguage: source.language,
    ...published(source.published),
    copyrightNotice: source.rights,
    ...(publisher && { publisher }),
    ...(agency && { sourceOrganization: agency }),
    ...bibliographic(source),
    ...(source.held && { itemLocation: source.held }),
    encoding: { '@type': 'MediaObject', encodingFormat: 'text/plain', sha256: source.sha256 },
  };
}

/** What the records of sources and references share. */
const bibliographic = ({
  url,
  archived,
  author,
  translator,
  edition,
  identifier,
}: Bibliographic) => {
  const numbers = [
    ['DOI', identifier?.doi],
    ['ISBN', identifier?.isbn],
    ['callNumber', identifier?.callNumber],
  ].flatMap(([propertyID, value]) =>
    propertyID && value ? [{ '@type': 'PropertyValue' as const, propertyID, value }] : [],
  );
  return {
    ...(url !== undefined && { url }),
    ...(archived !== undefined && { archivedAt: archived }),
    ...(author && { author: author.map(named) }),
    ...(translator && { translator: translator.map(named) }),
    ...(edition !== undefined && { version: edition }),
    ...(numbers.length > 0 && { identifier: numbers }),
  };
};

/** A name of whom the record does not say whether it is a person's: schema.org takes a text for such a thing. */
const named = (name: string): Person => name as unknown as Person;

function agent(
  { id, kind, name, names, role, native }: Actor,
  reference: Reference | undefined,
  address: Address,
): Person | Organization {
  const alternateName = [...new Set([...names, ...Object.values(native ?? {})])].filter(
    (other) => other !== name,
  );
  return {
    '@type': kind?.is === 'person' ? 'Person' : 'Organization',
    '@id': address(actorPath(id)),
    name,
    ...(alternateName.length > 0 && { alternateName }),
    ...(role && { description: role }),
    ...(reference && { subjectOf: citation(reference) }),
  };
}

const citation = (reference: Reference): CreativeWork => ({
  '@type': 'CreativeWork',
  name: reference.title,
  ...bibliographic(reference),
  inLanguage: reference.language,
  publisher: { '@type': 'Organization', name: reference.publisher },
});

const correctionComment = ({ date, was, now }: Correction): CorrectionComment => ({
  '@type': 'CorrectionComment',
  ...published(date),
  text: words.correction(was, now),
});
