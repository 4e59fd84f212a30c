/** Permanent URLs: events, sources and quotes keep every URL they ever had. */
import { eventPath, quotePath, sourcePath } from './address.ts';
import { type Archive, type Event, everyEvent } from './archive.ts';

/** The former ids of an event. */
export const aliasesOf = ({ record }: Event): readonly string[] => record.aliases ?? [];

/** The path of every event, source and quote, sorted. */
export const permalinksOf = (archive: Archive): string[] => {
  const events = everyEvent(archive);
  return [
    ...events.map(({ id }) => eventPath(id)),
    ...[...archive.sources.keys()].map(sourcePath),
    ...events.flatMap(({ quotes }) =>
      quotes.map(({ source, anchor }) => quotePath(source.id, anchor)),
    ),
  ].sort();
};
