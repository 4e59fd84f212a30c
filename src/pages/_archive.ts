/** What every page needs of the archive, collected once. */
import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import { partPath, sourcePath, underBase } from '../model/address.ts';
import { type Archive, type Event, joinArchive } from '../model/archive.ts';
import { citedReferences } from '../model/event.ts';
import { once } from '../model/once.ts';
import { type Part, partsOf } from '../model/parts.ts';
import type { Reference } from '../model/reference.ts';

const byId = <E extends { id: string }, T>(
  entries: E[],
  value: (entry: E) => T,
): Record<string, T> => Object.fromEntries(entries.map((entry) => [entry.id, value(entry)]));

let archive: Promise<Archive> | undefined;
let joinedOf = '';

/** The joined archive. In development it is joined anew whenever a file has changed, so that an edit shows. */
export async function getArchive(): Promise<Archive> {
  if (!import.meta.env.DEV) {
    archive ??= collect();
    return archive;
  }
  const digests = await digestsOfAll();
  if (!archive || digests !== joinedOf) archive = collect();
  joinedOf = digests;
  return archive;
}

const collections = () =>
  Promise.all([
    getCollection('site'),
    getCollection('actors'),
    getCollection('references'),
    getCollection('sources'),
    getCollection('texts'),
    getCollection('events'),
  ]);

/** What tells one state of the content from another. */
async function digestsOfAll(): Promise<string> {
  return (await collections())
    .flat()
    .map(
      ({ collection, id, digest, data }) => `${collection} ${id} ${digest ?? JSON.stringify(data)}`,
    )
    .join('\n');
}

/** One event of the archive. */
export const eventOf = (archive: Archive, id: string | undefined): Event | undefined =>
  once(archive, 'events', () => new Map(archive.events.map((event) => [event.id, event]))).get(
    id ?? '',
  );

async function collect(): Promise<Archive> {
  const [sites, actors, references, sources, texts, events] = await collections();
  const [site] = sites;
  if (!site) throw new Error('the archive has no site.yaml; run npm run check');
  const text = new Map(texts.map(({ id, data }) => [id, data.text]));
  return joinArchive({
    site: site.data,
    actors: byId(actors, ({ data }) => data),
    references: byId(references, ({ data }) => data),
    sources: byId(sources, ({ id, data }) => ({ record: data, text: text.get(id) ?? '' })),
    events: byId(events, ({ data }) => data),
  });
}

/** A Markdown text of the archive, ready to render. */
export interface Prose {
  title: string;
  Content: Awaited<ReturnType<typeof render>>['Content'];
  /** Ids of the references it cites. */
  references: string[];
}

const prose = async (
  entry: CollectionEntry<'events'> | CollectionEntry<'prose'>,
): Promise<Prose> => ({
  title: entry.data.title,
  Content: (await render(entry)).Content,
  references: citedReferences(entry.body ?? ''),
});

/** An event's body. */
export async function getBody(id: string): Promise<Prose | null> {
  const entry = await getEntry('events', id);
  return entry ? prose(entry) : null;
}

/** The events' bodies by event id. */
export async function getBodies(): Promise<Map<string, Prose>> {
  const entries = await getCollection('events');
  return new Map(
    await Promise.all(entries.map(async (entry) => [entry.id, await prose(entry)] as const)),
  );
}

/** The story, whole or in parts. */
export async function getParts(): Promise<Part[]> {
  return once(await getArchive(), 'parts', part);
}

async function part(): Promise<Part[]> {
  const entries = await getCollection('events');
  const lengths = new Map(entries.map(({ id, body }) => [id, body?.length ?? 0]));
  // An article's markup, its text, and each quote with its chain and links.
  return partsOf((await getArchive()).events, ({ id, quotes }) =>
    quotes.reduce((sum, { text }) => sum + 1500 + 2 * text.length, 2500 + (lengths.get(id) ?? 0)),
  );
}

/** Where an event's article stands in the story: an anchor, on whichever page. */
export async function storyOf(): Promise<(event: string) => string> {
  const parts = await getParts();
  const numbers = once(
    await getArchive(),
    'part of each event',
    () => new Map(parts.flatMap(({ number, events }) => events.map(({ id }) => [id, number]))),
  );
  return (event) =>
    underBase(import.meta.env.BASE_URL, `${partPath(numbers.get(event) ?? 1)}#${event}`);
}

/** Where a page of the timeline finds the articles and the data of a story in parts. */
export async function storyApart(): Promise<{
  href: (event: string) => string;
  fetched: string;
} | null> {
  return (await getParts()).length > 1
    ? { href: await storyOf(), fetched: underBase(import.meta.env.BASE_URL, '/data/timeline.json') }
    : null;
}

/** The outside pages that some events and texts rest on, in the archive's order. */
export function citedBy(
  { references }: Archive,
  events: readonly Event[],
  texts: readonly (Prose | null)[],
): Reference[] {
  const cited = new Set([
    ...events.flatMap(({ refined, place }) =>
      [refined, place].flatMap((fact) => fact?.references.map(({ id }) => id) ?? []),
    ),
    ...texts.flatMap((text) => text?.references ?? []),
  ]);
  return [...references.values()].filter(({ id }) => cited.has(id));
}

/** One of the archive's own pages beside the events, `epilogue` or `about`; `null` where there is none. */
export async function getProse(id: string): Promise<Prose | null> {
  const entry = (await getCollection('prose')).find((candidate) => candidate.id === id);
  return entry ? prose(entry) : null;
}

/** What the frame of every page shows. */
export const frame = ({ site, sources }: Archive) => ({
  site,
  sources: [...sources.values()].map(({ id, title, language }) => ({
    ...{ title, language },
    path: sourcePath(id),
  })),
});

/** The full address of a path, for what is read away from the site. */
export const addressOn =
  (site: URL | undefined) =>
  (path: string): string =>
    new URL(underBase(import.meta.env.BASE_URL, path), site).href;
