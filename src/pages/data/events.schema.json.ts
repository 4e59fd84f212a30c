import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { eventsJsonSchema } from '../../exports/events-schema.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = () =>
  textFile('application/schema+json', eventsJsonSchema(address('/data/events.schema.json')));
