import type { APIRoute } from 'astro';
import { timelineJs } from '../../exports/timelinejs.ts';
import { addressOn, getArchive } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile('application/json', timelineJs(getArchive(), addressOn(site)));
