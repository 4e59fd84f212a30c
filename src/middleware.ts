/** Astro calls this for each page and file that it makes. */
import type { MiddlewareHandler } from 'astro';
import { withOwnDigests } from './build/policy.ts';

export const onRequest: MiddlewareHandler = async (_, next) => {
  const made = await next();
  const isPage = made.headers.get('Content-Type')?.startsWith('text/html');
  // The dev server adds styles and scripts to a page later.
  return isPage && import.meta.env.PROD
    ? new Response(withOwnDigests(await made.text()), made)
    : made;
};
