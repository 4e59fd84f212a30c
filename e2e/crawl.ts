/** A site as a crawler finds it. */
import type { APIRequestContext } from '@playwright/test';
import { parseHTML } from 'linkedom';

interface Found {
  document: Document;
  status: number;
}

/**
 * Every page that can be reached from the front page.
 * @returns the pages by URL, the URLs of other files, and what is wrong: requests to other hosts, links to what is not
 * there or has no such anchor
 */
export async function crawl(request: APIRequestContext, start: string) {
  const pages = new Map<string, Found>();
  const files = new Map<string, number>();
  const links: { from: string; to: URL }[] = [];
  const strangers: string[] = [];
  const canonical = await originOf(request, start);
  const ids = new Map<Found, Set<string>>();
  const idsIn = (page: Found): Set<string> => {
    const found =
      ids.get(page) ?? new Set([...page.document.querySelectorAll('[id]')].map(({ id }) => id));
    ids.set(page, found);
    return found;
  };
  const waiting = [start, `${start}embed/`, `${start}explainer/`];
  for (let url = waiting.pop(); url; url = waiting.pop()) {
    if (pages.has(url) || files.has(url)) continue;
    const response = await request.get(url);
    if (!response.headers()['content-type']?.startsWith('text/html')) {
      files.set(url, response.status());
      continue;
    }
    // Nothing on the site links to what stands in other people's pages.
    if (/\/events\/[^/]+\/$/.test(url)) waiting.push(url.replace('/events/', '/embed/'));
    const { document } = parseHTML(await response.text());
    pages.set(url, { document, status: response.status() });
    const base = new URL(document.querySelector('base')?.getAttribute('href') ?? '', url);
    for (const node of document.querySelectorAll('[href], [src], meta[property="og:image"]')) {
      // What is hidden is for later: the PDFs, until they are made.
      if (node.matches('base') || node.closest('[hidden]')) continue;
      const given =
        node.getAttribute('href') ?? node.getAttribute('src') ?? node.getAttribute('content');
      // Full addresses are those of where the site was built for.
      const to = new URL((given ?? '').replace(canonical, new URL(start).origin), base);
      if (to.origin !== new URL(start).origin) {
        // What a reader may follow is no request; what a page needs is.
        if (!node.matches('a[href], [rel^="schema."]')) strangers.push(`${url}: ${to.href}`);
      } else {
        links.push({ from: url, to });
        waiting.push(to.href.split('#')[0] ?? '');
      }
    }
  }
  const broken = [...pages, ...files].filter(
    ([, found]) => (typeof found === 'number' ? found : found.status) !== 200,
  );
  const lost = links.filter(({ to }) => {
    const page = pages.get(to.href.split('#')[0] ?? '');
    return to.hash.length > 1 && page && !idsIn(page).has(decodeURIComponent(to.hash.slice(1)));
  });
  const faults = [
    ...strangers,
    ...broken.map(([url]) => url),
    ...lost.map(({ from, to }) => `${from} → ${to.href}`),
  ];
  return { pages, files: [...files.keys()], faults };
}

async function originOf(request: APIRequestContext, start: string): Promise<string> {
  const { document } = parseHTML(await (await request.get(start)).text());
  return new URL(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? start)
    .origin;
}
