/** Addresses that outlive a renaming: what goes by an alias is found under every name it ever had. */
import { eventPath, quoteAnchor, sourcePath } from './address.ts';
import type { Archive, Event } from './archive.ts';

/** Something with an id of its own and those it had before. */
interface Named {
  id: string;
  aliases?: readonly string[] | undefined;
}

/** The present id, then the former ones. */
export const namesOf = ({ id, aliases = [] }: Named): string[] => [id, ...aliases];

/** Every anchor that a quote is found at, the present one first. */
export const quoteAnchors = (event: Named, quote: Named): string[] =>
  namesOf(event).flatMap((e) => namesOf(quote).map((q) => quoteAnchor(e, q)));

/** The former ids of an event. */
export const aliasesOf = ({ record }: Event): readonly string[] => record.aliases ?? [];

export const quotePath = (source: string, anchor: string): string =>
  `${sourcePath(source)}#${anchor}`;

/** The address of every event, source and quote, sorted. */
export const permalinksOf = ({ events, sources }: Archive): string[] =>
  [
    ...events.map(({ id }) => eventPath(id)),
    ...[...sources.keys()].map(sourcePath),
    ...events.flatMap(({ quotes }) =>
      quotes.map(({ source, anchor }) => quotePath(source.id, anchor)),
    ),
  ].sort();
