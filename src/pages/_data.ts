/** What the files of data share: the day of the edition, and the response. */

/** The day the content last changed, by its commit; `null` where there is none. Code alone makes nothing new. */
export const editionDay: string | null = import.meta.env.EDITION?.contentDate ?? null;

/** A text as a file of a media type, for servers that know it from the response. */
export const textFile = (type: string, text: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
