/** Every URL and anchor that the site publishes is made here. They are permanent: other sites link to them. */

/** Gives the full URL of a path of the site; only the build knows the host. */
export type Address = (path: string) => string;

export const eventPath = (event: string): string => `/events/${event}/`;
export const sourcePath = (source: string): string => `/sources/${source}/`;
/** The unchanged text of a source whose `display` is `full`. */
export const sourceTextPath = (source: string): string => `/sources/${source}.txt`;
/** A part of the whole text of a long source, from 1. Not permanent, unlike the addresses of passages. */
export const textPartPath = (source: string, part: number): string =>
  `/sources/${source}/text/${part === 1 ? '' : `${part}/`}`;
/** A picture of a passage as it is printed. Not permanent: another page shows other parts of it. */
export const facsimilePath = (source: string, name: string, density: 1 | 2): string =>
  `/sources/${source}/${name}@${density}x.webp`;
/** A source's own citation, as reference managers read it. */
export const sourceCitationPath = (source: string, format: 'bib' | 'ris' | 'csl.json'): string =>
  `/sources/${source}.${format}`;
/** A page of a paginated story; the first is the home page. Not permanent: pages shift as events are added. */
export const partPath = (part: number): string => (part === 1 ? '/' : `/story/${part}/`);
/** A page of the presentation, of the same part of the story. */
export const presentPath = (part: number): string =>
  part === 1 ? '/present/' : `/present/${part}/`;
/** A picture, a sound or a film, and the files that belong to it. */
export const mediumPath = (file: string): string => `/media/${file}`;
/** A picture as wide as a page shows it. Not permanent, unlike the address of the picture. */
export const resizedPath = (file: string, width: number, format: string): string =>
  `/media/${width}/${file}.${format}`;
export const actorPath = (actor: string): string => `/actors/${actor}/`;

/** The anchor of a quote, the same on the source's page and on the event's. */
export const quoteAnchor = (event: string, quote: string): string => `q-${event}-${quote}`;

/** Something with an id and its former ids. */
interface Named {
  id: string;
  aliases?: readonly string[] | undefined;
}

/** The present id, then the former ids. */
export const namesOf = ({ id, aliases = [] }: Named): string[] => [id, ...aliases];

/** Every anchor of a quote, under present and former ids; the present one first. */
export const quoteAnchors = (event: Named, quote: Named): string[] =>
  namesOf(event).flatMap((e) => namesOf(quote).map((q) => quoteAnchor(e, q)));

/** The anchor of a passage of a quote: the quote's own for the first. No id has two hyphens in a row. */
export const passageAnchor = (quote: string, at: number): string =>
  at === 0 ? quote : `${quote}--${at + 1}`;

export const quotePath = (source: string, anchor: string): string =>
  `${sourcePath(source)}#${anchor}`;

/** The anchor of an outside reference in a page's list of references. */
export const referenceAnchor = (reference: string): string => `ref-${reference}`;

/**
 * A path under the site's base.
 * @param base Astro's `BASE_URL`, with or without a final slash
 */
export const underBase = (base: string, path: string): string => base.replace(/\/$/, '') + path;

/** Whether a URL leads to the machine of whoever opens it, as those of a site built without `SITE_URL` do. */
export const isLocal = (url: string): boolean =>
  /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(new URL(url).hostname);

/** The link of a citation on its page: to the event's quote, or to an entry of the page's references. */
export const citationHref = (
  event: string,
  { kind, id }: { kind: 'quote' | 'reference'; id: string },
): string => `#${kind === 'quote' ? quoteAnchor(event, id) : referenceAnchor(id)}`;
