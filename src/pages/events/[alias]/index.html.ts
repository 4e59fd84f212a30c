/** A renamed event's former address leads to the present one. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { address, path } from '../../../components/base.ts';
import { redirectPage } from '../../../exports/redirect.ts';
import { eventPath } from '../../../model/address.ts';
import { everyEvent } from '../../../model/archive.ts';
import { aliasesOf } from '../../../model/permalinks.ts';
import { getArchive } from '../../_archive.ts';
import { textFile } from '../../_data.ts';

export const getStaticPaths = (async () => {
  const events = everyEvent(getArchive());
  return events.flatMap((event) => aliasesOf(event).map((alias) => ({ params: { alias } })));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const { site } = archive;
  const event = everyEvent(archive).find((candidate) =>
    aliasesOf(candidate).includes(params['alias'] ?? ''),
  );
  if (!event) return new Response(null, { status: 404 });
  const now = eventPath(event.id);
  return textFile('text/html', redirectPage(path(now), address(now), event.title, site.language));
};
