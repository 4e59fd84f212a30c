/** A renamed event's former address leads to the present one. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { redirectPage } from '../../../exports/redirect.ts';
import { eventPath, underBase } from '../../../model/address.ts';
import { aliasesOf } from '../../../model/permalinks.ts';
import { addressOn, getArchive } from '../../_archive.ts';
import { textFile } from '../../_data.ts';

export const getStaticPaths = (async () => {
  const { events } = getArchive();
  return events.flatMap((event) => aliasesOf(event).map((alias) => ({ params: { alias } })));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site: origin }) => {
  const { events, site } = getArchive();
  const event = events.find((candidate) => aliasesOf(candidate).includes(params['alias'] ?? ''));
  if (!event) return new Response(null, { status: 404 });
  const path = eventPath(event.id);
  const to = underBase(import.meta.env.BASE_URL, path);
  const canonical = addressOn(origin)(path);
  return textFile('text/html', redirectPage(to, canonical, event.title, site.language));
};
