/** An event's page as reference managers read it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../../components/base.ts';
import { bibtex, type Citation, citationOf, cslJson, ris } from '../../exports/cite.ts';
import { eventOf, getArchive } from '../_archive.ts';
import { editionDay, textFile } from '../_data.ts';

const FORMATS: Readonly<Record<string, [type: string, write: (citation: Citation) => string]>> = {
  bib: ['application/x-bibtex', bibtex],
  ris: ['application/x-research-info-systems', ris],
  'csl.json': ['application/vnd.citationstyles.csl+json', cslJson],
};

export const getStaticPaths = (async () => {
  const { events } = getArchive();
  return events.flatMap(({ id }) =>
    Object.keys(FORMATS).map((format) => ({ params: { event: id, format } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const event = eventOf(archive, params['event']);
  const [type, write] = FORMATS[params['format'] ?? ''] ?? [];
  if (!event || !type || !write) return new Response(null, { status: 404 });
  return textFile(type, write(citationOf(archive, event, address, editionDay)));
};
