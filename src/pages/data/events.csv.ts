import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { csv } from '../../exports/csv.ts';
import { getArchive } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = async () => textFile('text/csv', csv(getArchive(), address));
