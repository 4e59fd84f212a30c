/** Data of the timeline of a paginated story, fetched by its pages. */
import type { APIRoute } from 'astro';
import { path } from '../../components/base.ts';
import { handoverOf } from '../../drawings/items.ts';
import { partPath } from '../../model/address.ts';
import { toJson } from '../../timeline/index.ts';
import { getArchive, getParts } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = async () => {
  const archive = getArchive();
  const parts = getParts().map(({ number, events }) => ({
    path: path(partPath(number)),
    length: events.length,
  }));
  return textFile('application/json', toJson(handoverOf(archive, parts)));
};
