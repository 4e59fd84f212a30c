import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { eventsJson } from '../../exports/events-json.ts';
import { getArchive } from '../_archive.ts';
import { editionDay, textFile } from '../_data.ts';

export const GET: APIRoute = async () => {
  const schema = address('/data/events.schema.json');
  return textFile('application/json', eventsJson(getArchive(), address, schema, editionDay));
};
