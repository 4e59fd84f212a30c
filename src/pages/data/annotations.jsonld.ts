import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { annotations } from '../../exports/annotations.ts';
import { getArchive } from '../_archive.ts';

export const GET: APIRoute = async () =>
  new Response(annotations(getArchive(), address), {
    headers: { 'Content-Type': 'application/ld+json; charset=utf-8' },
  });
