import type { APIRoute } from 'astro';
import { eventsJsonSchema } from '../../exports/events-schema.ts';
import { addressOn } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = ({ site }) =>
  textFile(
    'application/schema+json',
    eventsJsonSchema(addressOn(site)('/data/events.schema.json')),
  );
