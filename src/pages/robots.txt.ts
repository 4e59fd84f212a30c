import type { APIRoute } from 'astro';
import { address } from '../components/base.ts';
import { textFile } from './_data.ts';

export const GET: APIRoute = () =>
  textFile('text/plain', `User-agent: *\nAllow: /\n\nSitemap: ${address('/sitemap-index.xml')}\n`);
