/** Every address the site publishes is made here; other programs rely on them. */

/** The full address of a path of the site, which only the build knows. */
export type Address = (path: string) => string;

export const eventPath = (event: string): string => `/events/${event}/`;
export const sourcePath = (source: string): string => `/sources/${source}/`;
/** The whole text of a source that is shown in full, character for character. */
export const sourceTextPath = (source: string): string => `/sources/${source}.txt`;
/** A part of a story that one page cannot hold; the first is on the home page. Not permanent: parts shift as events come. */
export const partPath = (part: number): string => (part === 1 ? '/' : `/story/${part}/`);
export const actorPath = (actor: string): string => `/actors/${actor}/`;

/** The anchor of a quote, on the source's page and beside the event alike. */
export const quoteAnchor = (event: string, quote: string): string => `q-${event}-${quote}`;

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

export const quotePath = (source: string, anchor: string): string =>
  `${sourcePath(source)}#${anchor}`;

/** The anchor, on an event's own page, of why a link of its chains is inferred. */
export const inferenceAnchor = (actor: string): string => `inferred-${actor}`;

/** The anchor of an outside reference in a page's list. */
export const referenceAnchor = (reference: string): string => `ref-${reference}`;

/**
 * A path under the site's base.
 * @param base as Astro's `BASE_URL` has it, with or without its last slash
 */
export const underBase = (base: string, path: string): string => base.replace(/\/$/, '') + path;

/** Where a citation leads on the page: to the event's quote, or into the page's list of references. */
export const citationHref = (
  event: string,
  { kind, id }: { kind: 'quote' | 'reference'; id: string },
): string => `#${kind === 'quote' ? quoteAnchor(event, id) : referenceAnchor(id)}`;
