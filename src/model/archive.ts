/** The archive: everything under `content/`, joined and checked. */
import type { Actor } from './actor.ts';
import { type Body, referencesOf } from './body.ts';
import type { When } from './date.ts';
import type { EventRecord } from './event.ts';
import type { ActorKind, Kind } from './kind.ts';
import type { MediaKind, MediumRecord } from './media.ts';
import type { Place } from './place.ts';
import { type QuoteRecord, shownText } from './quote.ts';
import type { Reference } from './reference.ts';
import type { Retraction } from './retraction.ts';
import type { Site, Track } from './site.ts';
import type { Source } from './source.ts';
import type { Span } from './text.ts';

/** A passage of a quote, found in its source. */
export interface Passage extends Span {
  /** The quote's, with a number behind it from the second passage on. */
  anchor: string;
  formerAnchors: string[];
  /** What the author wrote of its words. */
  exact: string;
  /** The source's own words, as {@link shownText} gives them. */
  text: string;
}

/** A quote found in its source, with everyone through whom it was passed on. */
export interface Quote {
  id: string;
  event: string;
  /** `q-<event>-<quote>`, the same on every page. */
  anchor: string;
  /** Anchors under former ids of the quote and of its event. */
  formerAnchors: string[];
  record: QuoteRecord;
  source: Source;
  /** One or more, in the order of the source and apart. */
  passages: Passage[];
  /** The words of all passages, with a sign where words are left out between them. */
  text: string;
  speaker: Actor;
  /** Speaker, those who passed the words on, agency, publisher; each once. */
  chain: ChainLink[];
}

export interface ChainLink {
  actor: Actor;
  /** Why this link is taken to be so, if the source's text does not say it. */
  inferred?: string | undefined;
}

/** A picture, a sound or a film of an event. */
export interface Medium {
  /** In `media/`. */
  file: string;
  kind: Exclude<MediaKind, 'captions' | 'transcript'>;
  mime: string;
  /** `''` if it is decorative. */
  alt: string;
  /** Inline nodes. */
  caption: Body;
  when: When | null;
  source: Source | null;
  reference: Reference | null;
  record: MediumRecord;
}

export interface Event {
  id: string;
  record: EventRecord;
  title: string;
  track: Track;
  kind: Kind | null;
  when: When;
  refined: { when: When; references: Reference[] } | null;
  place: Place | null;
  actors: Actor[];
  quotes: Quote[];
  /** Each in the body too, where it is shown. */
  media: Medium[];
  body: Body;
  previous: Event | null;
  next: Event | null;
}

/** An event that was published and taken back. */
export type RetractedEvent = Event & { retracted: Retraction };

/** An optional page beside the events: `epilogue` or `about`. */
export interface OwnPage {
  title: string;
  body: Body;
}

export interface Archive {
  site: Site;
  kinds: { events: Map<string, Kind>; actors: Map<string, ActorKind> };
  actors: Map<string, Actor>;
  references: Map<string, Reference>;
  sources: Map<string, Source>;
  /** In time order, without those that were retracted. */
  events: Event[];
  /** The last retracted first. Nothing but their own pages, lists and feeds shows them. */
  retracted: RetractedEvent[];
  /** Groups of two or more events of the same day, whose order no date gives. */
  sameDay: Event[][];
  epilogue: OwnPage | null;
  about: OwnPage | null;
}

/** The ids of the references of an event's date, place, media and text, each once, in that order. */
export const referencesOfEvent = ({ refined, place, media, body }: Event): string[] => [
  ...new Set([
    ...[refined, place, place?.location].flatMap(
      (fact) => fact?.references.map(({ id }) => id) ?? [],
    ),
    ...media.flatMap(({ reference }) => reference?.id ?? []),
    ...referencesOf(body),
  ]),
];

export const isRetracted = (event: Event): event is RetractedEvent => 'retracted' in event;

/** Whether an event has sound or film. */
export const plays = ({ media }: Pick<Event, 'media'>): boolean =>
  media.some(({ kind }) => kind !== 'picture');

/** Every event that has a page, the retracted ones last. */
export const everyEvent = ({
  events,
  retracted,
}: Pick<Archive, 'events' | 'retracted'>): Event[] => [...events, ...retracted];

/** The most precise date: the refined one if a reference gives it. */
export const bestDate = (event: Event): When => event.refined?.when ?? event.when;

/** The quote that stands for an event where there is room for one: the first said word for word, else the first. */
export const tellingQuote = ({ quotes }: Event): Quote | undefined =>
  quotes.find(({ record }) => record.mode === 'direct') ?? quotes[0];
