import type { APIRoute } from 'astro';
import { annotations } from '../../exports/annotations.ts';
import { addressOn, getArchive } from '../_archive.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(annotations(getArchive(), addressOn(site)), {
    headers: { 'Content-Type': 'application/ld+json; charset=utf-8' },
  });
