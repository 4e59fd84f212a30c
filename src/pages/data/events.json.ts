import type { APIRoute } from 'astro';
import { eventsJson } from '../../exports/events-json.ts';
import { addressOn, getArchive } from '../_archive.ts';
import { editionDay, textFile } from '../_data.ts';

export const GET: APIRoute = async ({ site }) => {
  const address = addressOn(site);
  const schema = address('/data/events.schema.json');
  return textFile('application/json', eventsJson(getArchive(), address, schema, editionDay));
};
