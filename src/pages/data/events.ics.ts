import type { APIRoute } from 'astro';
import { ics } from '../../exports/ics.ts';
import { addressOn, getArchive } from '../_archive.ts';
import { editionDay, textFile } from '../_data.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile('text/calendar', ics(getArchive(), addressOn(site), editionDay));
