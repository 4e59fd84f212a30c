/** Shared by the data files: the day of the edition, and the response. */

/** The day of the last commit that changed the content; `null` if there is none. A change of code does not count. */
export const editionDay: string | null = import.meta.env.EDITION?.contentDate ?? null;

/** A response with a text and its media type, for servers that take the type from the response. */
export const textFile = (type: string, text: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
