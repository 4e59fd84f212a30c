import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { ics } from '../../exports/ics.ts';
import { getArchive } from '../_archive.ts';
import { editionDay, textFile } from '../_data.ts';

export const GET: APIRoute = async () =>
  textFile('text/calendar', ics(getArchive(), address, editionDay));
