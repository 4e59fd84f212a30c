import type { APIRoute } from 'astro';
import { atom } from '../exports/feed.ts';
import { addressOn, getArchive } from './_archive.ts';
import { editionDay, textFile } from './_data.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile('application/atom+xml', atom(getArchive(), addressOn(site), editionDay));
