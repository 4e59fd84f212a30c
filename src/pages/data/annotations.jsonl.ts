import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { annotationLines } from '../../exports/annotations.ts';
import { getArchive } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const GET: APIRoute = async () =>
  textFile('application/jsonl', annotationLines(getArchive(), address));
