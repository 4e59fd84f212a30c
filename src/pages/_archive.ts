/** Data of the archive that many pages need, computed once. */
import { checkedArchive } from '../build/checked.ts';
import { path } from '../components/base.ts';
import { partPath, sourcePath } from '../model/address.ts';
import {
  type Archive,
  type Event,
  everyEvent,
  type OwnPage,
  referencesOfEvent,
} from '../model/archive.ts';
import { referencesOf, wordsOf } from '../model/body.ts';
import { once } from '../model/once.ts';
import { type Part, paginate } from '../model/paginate.ts';
import type { Reference } from '../model/reference.ts';

/** The archive, which `check` has passed. */
export const getArchive = checkedArchive;

/** One event of the archive, also if it is retracted. */
export const eventOf = (archive: Archive, id: string | undefined): Event | undefined =>
  once(archive, 'events', () => new Map(everyEvent(archive).map((event) => [event.id, event]))).get(
    id ?? '',
  );

/** The parts of the story: one, or several if it is paginated. */
export const getParts = (): Part[] => once(getArchive(), 'parts', part);

function part(): Part[] {
  // Estimated bytes: an article's markup, its text, and each quote with its chain and links.
  return paginate(getArchive().events, ({ quotes, body }) =>
    quotes.reduce((sum, { text }) => sum + 1500 + 2 * text.length, 2500 + wordsOf(body).length),
  );
}

/** The URL of an event's article in the story: the page that has it, and its anchor. */
export function storyOf(): (event: string) => string {
  const parts = getParts();
  const numbers = once(
    getArchive(),
    'part of each event',
    () => new Map(parts.flatMap(({ number, events }) => events.map(({ id }) => [id, number]))),
  );
  return (event) => path(`${partPath(numbers.get(event) ?? 1)}#${event}`);
}

/** For a paginated story, where the timeline finds the articles and its data; `null` if the story is on one page. */
export function storyApart(): { href: (event: string) => string; fetched: string } | null {
  return getParts().length > 1 ? { href: storyOf(), fetched: path('/data/timeline.json') } : null;
}

/** The references of some events and of a page, in the archive's order. */
export function citedBy(
  { references }: Archive,
  events: readonly Event[],
  page: OwnPage | null,
): Reference[] {
  const cited = new Set([...events.flatMap(referencesOfEvent), ...referencesOf(page?.body ?? [])]);
  return [...references.values()].filter(({ id }) => cited.has(id));
}

/** Props of the frame of every page. */
export const frame = ({ site, sources }: Archive) => ({
  site,
  sources: [...sources.values()].map(({ id, title, language }) => ({
    title,
    language,
    path: sourcePath(id),
  })),
});
