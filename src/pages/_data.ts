/** Shared by the data files: the day of the edition, and their responses. */
import { bibtex, type Citation, cslJson, ris } from '../exports/cite.ts';

/** The day of the last commit that changed the content; `null` if there is none. A change of code does not count. */
export const editionDay: string | null = import.meta.env.EDITION?.contentDate ?? null;

/** A response with a text and its media type, for servers that take the type from the response. */
export const textFile = (type: string, text: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });

const WRITERS: Readonly<Record<string, [type: string, write: (citation: Citation) => string]>> = {
  bib: ['application/x-bibtex', bibtex],
  ris: ['application/x-research-info-systems', ris],
  'csl.json': ['application/vnd.citationstyles.csl+json', cslJson],
};

/** The extensions of the formats of reference managers. */
export const CITATION_FORMATS = Object.keys(WRITERS);

/** A citation as a file of one of these formats; what has none is not found. */
export function citationFile(format = '', citation?: Citation): Response {
  const [type, write] = WRITERS[format] ?? [];
  if (!citation || !type || !write) return new Response(null, { status: 404 });
  return textFile(type, write(citation));
}
