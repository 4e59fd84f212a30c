import type { APIRoute } from 'astro';
import { addressOn } from './_archive.ts';
import { textFile } from './_data.ts';

export const GET: APIRoute = ({ site }) =>
  textFile(
    'text/plain',
    `User-agent: *\nAllow: /\n\nSitemap: ${addressOn(site)('/sitemap-index.xml')}\n`,
  );
