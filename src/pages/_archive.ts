/** What every page needs of the archive, collected once. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { sourcePath, underBase } from '../model/address.ts';
import { type Archive, joinArchive } from '../model/archive.ts';
import { citedReferences } from '../model/event.ts';

const byId = <E extends { id: string }, T>(
  entries: E[],
  value: (entry: E) => T,
): Record<string, T> => Object.fromEntries(entries.map((entry) => [entry.id, value(entry)]));

let archive: Promise<Archive> | undefined;

/** The joined archive. In development it is joined anew for each page, so that an edit shows. */
export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV || !archive) archive = collect();
  return archive;
}

async function collect(): Promise<Archive> {
  const [sites, actors, references, sources, texts, events] = await Promise.all([
    getCollection('site'),
    getCollection('actors'),
    getCollection('references'),
    getCollection('sources'),
    getCollection('texts'),
    getCollection('events'),
  ]);
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

/** The events' bodies by event id. */
export async function getBodies(): Promise<Map<string, Prose>> {
  const entries = await getCollection('events');
  return new Map(
    await Promise.all(entries.map(async (entry) => [entry.id, await prose(entry)] as const)),
  );
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
