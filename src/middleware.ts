/** Astro calls this for each page and file that it makes. */
import type { MiddlewareHandler } from 'astro';
import { withOwnStyles } from './build/policy.ts';

export const onRequest: MiddlewareHandler = async (_, next) => {
  const made = await next();
  const isPage = made.headers.get('Content-Type')?.startsWith('text/html');
  // The dev server adds styles to a page later.
  return isPage && import.meta.env.PROD
    ? new Response(withLateScripts(withOwnStyles(await made.text())), made)
    : made;
};

const SCRIPT = '<script type="module" ';

/** Pages stand without their scripts, so that styles and typefaces are fetched first. Astro cannot be told so. */
const withLateScripts = (html: string): string =>
  html.replaceAll(`${SCRIPT}src=`, `${SCRIPT}fetchpriority="low" src=`);
