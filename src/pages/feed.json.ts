import type { APIRoute } from 'astro';
import { jsonFeed } from '../exports/feed.ts';
import { addressOn, getArchive } from './_archive.ts';
import { editionDay, textFile } from './_data.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile('application/feed+json', jsonFeed(getArchive(), addressOn(site), editionDay));
