/** The unchanged text of a source whose `display` is `full`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../_archive.ts';

export const getStaticPaths = (async () => {
  const { sources } = getArchive();
  return [...sources.values()]
    .filter(({ display }) => display === 'full')
    .map(({ id }) => ({ params: { source: id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const source = getArchive().sources.get(params['source'] ?? '');
  return new Response(source?.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
