/** A picture of a passage as it is printed in its source. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../_archive.ts';
import { facsimilesOf } from '../../_facsimiles.ts';

export const getStaticPaths = (async () => {
  const { sources } = getArchive();
  const all = await Promise.all([...sources.values()].map(facsimilesOf));
  return all.flatMap((of) =>
    [...of.values()].flat().flatMap(({ source, name, single, double }) => [
      { params: { source, picture: `${name}@1x` }, props: { webp: single } },
      { params: { source, picture: `${name}@2x` }, props: { webp: double } },
    ]),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(Buffer.from(props['webp'], 'base64'), { headers: { 'Content-Type': 'image/webp' } });
