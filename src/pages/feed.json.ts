import type { APIRoute } from 'astro';
import { address } from '../components/base.ts';
import { jsonFeed } from '../exports/feed.ts';
import { getArchive } from './_archive.ts';
import { editionDay, textFile } from './_data.ts';

export const GET: APIRoute = async () =>
  textFile('application/feed+json', jsonFeed(getArchive(), address, editionDay));
