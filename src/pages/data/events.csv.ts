import type { APIRoute } from 'astro';
import { csv } from '../../exports/csv.ts';
import { addressOn, getArchive } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile('text/csv', csv(getArchive(), addressOn(site)));
