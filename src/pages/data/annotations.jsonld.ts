import type { APIRoute } from 'astro';
import { address } from '../../components/base.ts';
import { annotationPage } from '../../exports/annotations.ts';
import { getArchive } from '../_archive.ts';

export const GET: APIRoute = async () =>
  new Response(annotationPage(getArchive(), address), {
    headers: { 'Content-Type': 'application/ld+json' },
  });
