/** A site as a crawler finds it. */
import type { APIRequestContext } from '@playwright/test';
import { parseHTML } from 'linkedom';

interface Found {
  document: Document;
  status: number;
}

/** Every page that can be reached from the front page, and what their links lead to. */
export async function crawl(request: APIRequestContext, start: string) {
  const pages = new Map<string, Found>();
  const files = new Map<string, number>();
  const links: { from: string; to: URL }[] = [];
  const strangers: string[] = [];
  const canonical = await originOf(request, start);
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
  return { pages, files, links, strangers };
}

async function originOf(request: APIRequestContext, start: string): Promise<string> {
  const { document } = parseHTML(await (await request.get(start)).text());
  return new URL(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? start)
    .origin;
}
