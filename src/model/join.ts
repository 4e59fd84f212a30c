/** Joins checked records to an archive. */
import type { Actor, ActorRecord } from './actor.ts';
import { passageAnchor, quoteAnchors } from './address.ts';
import {
  type Archive,
  bestDate,
  type ChainLink,
  type Event,
  type Medium,
  type OwnPage,
  type Passage,
  type Quote,
} from './archive.ts';
import type { Body } from './body.ts';
import { commonClock, compareDates, parseDate } from './date.ts';
import type { EventRecord } from './event.ts';
import { kindsOf } from './kind.ts';
import { type MediumRecord, typeOfFile } from './media.ts';
import { findPassages, onlyHits, selectorsOf, withGaps } from './passages.ts';
import { placeOf } from './place.ts';
import { type QuoteRecord, shownText, spellingOf } from './quote.ts';
import type { Reference, ReferenceRecord } from './reference.ts';
import type { Section } from './section.ts';
import type { Site } from './site.ts';
import { furnitureOf, type Source, type SourceRecord } from './source.ts';
import type { Span } from './text.ts';

export interface Records {
  site: Site;
  actors: Record<string, ActorRecord>;
  references: Record<string, ReferenceRecord>;
  sources: Record<string, { record: SourceRecord; text: string; sections?: readonly Section[] }>;
  events: Record<string, EventRecord>;
  /** By event; an event without a body has only a title. */
  bodies?: Readonly<Record<string, Body>>;
  epilogue?: OwnPage | null;
  about?: OwnPage | null;
}

/**
 * Joins checked records.
 * @throws {Error} if a record has an unknown id or a quote is not found exactly once; `check` reports both before,
 * with places
 */
export function joinArchive(records: Records): Archive {
  const withIds = <T>(entries: Record<string, T>): Map<string, T & { id: string }> =>
    new Map(Object.entries(entries).map(([id, record]) => [id, { id, ...record }]));
  const declared = records.site.kinds;
  const kinds = {
    events: kindsOf(
      declared?.events,
      Object.values(records.events).map(({ kind }) => kind),
    ),
    actors: kindsOf(
      declared?.actors,
      Object.values(records.actors).map(({ kind }) => kind),
    ),
  };
  const actors = new Map<string, Actor>(
    Object.entries(records.actors).map(([id, record]) => [
      id,
      {
        id,
        ...record,
        kind: record.kind === undefined ? null : need(kinds.actors, record.kind, 'kind'),
      },
    ]),
  );
  const references = withIds(records.references);
  const sources = new Map(
    Object.entries(records.sources).map(([id, { record, text, sections }]): [string, Source] => [
      id,
      { id, text, sections, ...record },
    ]),
  );
  const tracks = new Map(records.site.tracks.map((track) => [track.id, track]));
  const referencesOf = (ids: string[] = []): Reference[] =>
    ids.map((id) => need(references, id, 'reference'));

  const joinQuote = (
    event: string,
    aliases: string[] | undefined,
    id: string,
    record: QuoteRecord,
  ): Quote => {
    const source = need(sources, record.source, 'source');
    const selectors = selectorsOf(record);
    const spans = onlyHits(findPassages(source, selectors));
    if (!spans) throw new Error(`quote ${event}/${id} is not found exactly once in ${source.id}`);
    const [anchor = '', ...formerAnchors] = quoteAnchors(
      { id: event, aliases },
      { id, aliases: record.aliases },
    );
    const passages = spans.map((span, i): Passage => {
      const { exact = '' } = selectors[i] ?? {};
      return {
        start: span.start,
        end: span.end,
        anchor: passageAnchor(anchor, i),
        formerAnchors: formerAnchors.map((former) => passageAnchor(former, i)),
        exact,
        text: shownText(source, span, spellingOf(source, span, exact)),
      };
    });
    const furniture = passages.every((passage) => isFurniture(source, passage));
    return {
      id,
      event,
      anchor,
      formerAnchors,
      record,
      source,
      passages,
      text: withGaps(passages.map(({ text }) => text)),
      speaker: need(actors, record.speaker, 'actor'),
      chain: chainOf(record, source, actors, furniture),
    };
  };

  const dates = Object.values(records.events)
    .filter(({ retracted }) => !retracted)
    .flatMap(({ date, refined }) => (refined ? [date, refined.date] : [date]));
  const clock = records.site.clock ?? commonClock(dates.map((date) => parseDate(date)));
  const joinMedium = (record: MediumRecord, body: Body): Medium => {
    const { file, alt = '', date, source, reference } = record;
    const { kind, mime } = typeOfFile(file) ?? {};
    if (!mime || (kind !== 'picture' && kind !== 'sound' && kind !== 'film'))
      throw new Error(`${file} is no picture, sound or film`);
    const placed = body.find((node) => node.type === 'medium' && node.file === file);
    return {
      file,
      kind,
      mime,
      alt,
      caption: placed && 'children' in placed ? placed.children : [],
      when: date === undefined ? null : parseDate(date, clock),
      source: source === undefined ? null : need(sources, source, 'source'),
      reference: reference === undefined ? null : need(references, reference, 'reference'),
      record,
    };
  };
  const all = Object.entries(records.events)
    .map(([id, record]): Event => {
      const { refined, place } = record;
      return {
        id,
        record,
        title: record.title,
        track: need(tracks, record.track, 'track'),
        kind: record.kind === undefined ? null : need(kinds.events, record.kind, 'kind'),
        when: parseDate(record.date, clock),
        refined: refined
          ? { when: parseDate(refined.date, clock), references: referencesOf(refined.reference) }
          : null,
        place: place ? placeOf(place, referencesOf) : null,
        actors: record.actors.map((actor) => need(actors, actor, 'actor')),
        quotes: Object.entries(record.quotes).map(([quote, r]) =>
          joinQuote(id, record.aliases, quote, r),
        ),
        media: (record.media ?? []).map((medium) => joinMedium(medium, records.bodies?.[id] ?? [])),
        body: records.bodies?.[id] ?? [],
        previous: null,
        next: null,
      };
    })
    .sort(compareEvents);
  const events = all.filter(({ record }) => record.retracted === undefined);
  events.forEach((event, i) => {
    event.previous = events[i - 1] ?? null;
    event.next = events[i + 1] ?? null;
  });
  return {
    site: records.site,
    kinds,
    actors,
    references,
    sources,
    events,
    retracted: all
      .flatMap((event) => {
        const { retracted } = event.record;
        return retracted ? [{ ...event, retracted }] : [];
      })
      .sort((a, b) => parseDate(b.retracted.date).lo - parseDate(a.retracted.date).lo),
    sameDay: runsOfOneDay(events),
    epilogue: records.epilogue ?? null,
    about: records.about ?? null,
  };
}

function need<T>(from: Map<string, T>, id: string, what: string): T {
  const found = from.get(id);
  if (!found) throw new Error(`unknown ${what}: ${id}`);
  return found;
}

/** Whether a span is boilerplate: the publisher's own words, even if an agency sent the report. */
const isFurniture = (source: Source, { start, end }: Span): boolean =>
  furnitureOf(source).some((span) => span.start <= start && end <= span.end);

/**
 * Speaker, `via`, agency, publisher, each once. If the source itself speaks, the chain is its agency and publisher.
 */
function chainOf(
  quote: QuoteRecord,
  source: Source,
  actors: Map<string, Actor>,
  furniture: boolean,
): ChainLink[] {
  const ownVoice = quote.speaker === source.publisher || quote.speaker === source.agency;
  const said = (ownVoice ? quote.via : [quote.speaker, ...quote.via]).map((id) => ({
    id,
    // `inferred` is about those who passed the words on; if there are none, about the speaker.
    inferred: quote.via.length > 0 && id === quote.speaker ? undefined : quote.inferred,
  }));
  const carried = [furniture ? undefined : source.agency, source.publisher]
    .filter((id) => id !== undefined)
    .map((id) => ({
      id,
      inferred: source.inferred?.[id === source.publisher ? 'publisher' : 'agency'],
    }));
  const links = [...said, ...carried];
  return links
    .filter(({ id }, i) => links.findIndex((link) => link.id === id) === i)
    .map(({ id, inferred }) => ({ actor: need(actors, id, 'actor'), inferred }));
}

function compareEvents(a: Event, b: Event): number {
  return (
    compareDates(bestDate(a), bestDate(b)) ||
    (a.record.order ?? Infinity) - (b.record.order ?? Infinity) ||
    firstMention(a) - firstMention(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

const firstMention = (event: Event): number =>
  Math.min(
    ...event.quotes.flatMap(({ passages }) => passages.map(({ start }) => start)),
    Number.MAX_SAFE_INTEGER,
  );

function runsOfOneDay(events: Event[]): Event[][] {
  const runs: Event[][] = [];
  for (const event of events) {
    const { lo, hi, start } = bestDate(event);
    if (start?.precision !== 'day') continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && bestDate(last).lo === lo && bestDate(last).hi === hi) run.push(event);
    else runs.push([event]);
  }
  return runs.filter((run) => run.length > 1);
}
