/** Astro calls this for each page and file that it makes. */
import type { MiddlewareHandler } from 'astro';
import { withOwnStyles } from './build/policy.ts';

export const onRequest: MiddlewareHandler = async (_, next) => {
  const made = await next();
  const isPage = made.headers.get('Content-Type')?.startsWith('text/html');
  // The dev server adds styles to a page later.
  return isPage && import.meta.env.PROD
    ? new Response(withOwnStyles(await made.text()), made)
    : made;
};
