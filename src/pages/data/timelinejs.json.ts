import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { timelineJs } from '../../exports/timelinejs.ts';
import { getArchive } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = async () =>
  textFile('application/json', timelineJs(getArchive(), address));
