/** An event's page as reference managers read it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../../components/base.ts';
import { citationOf } from '../../exports/cite.ts';
import { everyEvent } from '../../model/archive.ts';
import { eventOf, getArchive } from '../_archive.ts';
import { CITATION_FORMATS, citationFile, editionDay } from '../_data.ts';

export const getStaticPaths = (async () =>
  everyEvent(getArchive()).flatMap(({ id }) =>
    CITATION_FORMATS.map((format) => ({ params: { event: id, format } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const event = eventOf(archive, params['event']);
  return citationFile(params['format'], event && citationOf(archive, event, address, editionDay));
};
