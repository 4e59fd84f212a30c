/** A source as reference managers read it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { citationOfSource } from '../../exports/cite.ts';
import { getArchive } from '../_archive.ts';
import { CITATION_FORMATS, citationFile } from '../_data.ts';

export const getStaticPaths = (async () =>
  [...getArchive().sources.keys()].flatMap((source) =>
    CITATION_FORMATS.map((format) => ({ params: { source, format } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const source = archive.sources.get(params['source'] ?? '');
  return citationFile(params['format'], source && citationOfSource(archive, source));
};
