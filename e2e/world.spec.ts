/** The site as the rest of the web uses it: crawled, shared, embedded, read by programs. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { headersFile } from '../src/build/policy.ts';
import { readHeaders } from '../src/serve/headers.ts';
import { serve } from '../src/serve/serve.ts';
import { hasNginx } from './nginx.mjs';
import { copyProject } from './project.ts';

const root = join(import.meta.dirname, '..');
const EVENT = 'kim-invites-putin';

/** The headers that every host is to send alike. */
const NAMES = [
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'Referrer-Policy',
  'Permissions-Policy',
  'Cross-Origin-Opener-Policy',
  'Access-Control-Allow-Origin',
];

interface Found {
  document: Document;
  status: number;
}

/** Every page that can be reached from the front page, and what their links lead to. */
async function crawl(request: APIRequestContext, start: string) {
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

test('every link and anchor resolves, and every page says what it is', { tag: '@base' }, async ({
  request,
  baseURL,
}) => {
  const { pages, files, links, strangers } = await crawl(request, baseURL ?? '');
  expect(pages.size).toBeGreaterThan(40);
  expect(strangers).toEqual([]);
  const broken = [...pages, ...files].filter(
    ([, found]) => (typeof found === 'number' ? found : found.status) !== 200,
  );
  expect(broken.map(([url]) => url)).toEqual([]);

  const anchors = new Map(
    [...pages].map(([url, { document }]) => [
      url,
      new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)),
    ]),
  );
  const lost = links.filter(({ to }) => {
    const page = anchors.get(to.href.split('#')[0] ?? '');
    return to.hash.length > 1 && page && !page.has(decodeURIComponent(to.hash.slice(1)));
  });
  expect(lost.map(({ from, to }) => `${from} → ${to.href}`)).toEqual([]);

  const titles = new Map<string, string>();
  for (const [url, { document }] of pages) {
    const content = (selector: string, attribute = 'content'): string =>
      document.querySelector(selector)?.getAttribute(attribute) ?? '';
    expect(document.querySelectorAll('h1'), url).toHaveLength(1);
    expect(document.documentElement.getAttribute('lang'), url).toBeTruthy();
    expect(content('meta[name="description"]').length, url).toBeGreaterThan(20);
    expect(content('link[rel="canonical"]', 'href'), url).toMatch(/^https?:/);
    if (url.includes('/embed/')) continue;
    expect(content('meta[property="og:image"]'), url).toMatch(/\/og\/[a-z0-9-]+\.png$/);
    const { title } = document;
    expect(titles.get(title), `${url} has the title of`).toBe(undefined);
    titles.set(title, url);
  }
});

test('share pictures are 1200 × 630 and light', async ({ request }) => {
  for (const name of [EVENT, 'index']) {
    const png = await (await request.get(`og/${name}.png`)).body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(100_000);
  }
});

test('no two files would be one on a disk that knows no case', () => {
  const names = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

test('TimelineJS loads its file', async ({ page, baseURL }) => {
  const package_ = join(root, 'node_modules/@knight-lab/timelinejs/dist');
  await page.route('**/timelinejs-reader/**', (route) => {
    const [, path = ''] = new URL(route.request().url()).pathname.split('/timelinejs-reader/');
    return path === ''
      ? route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><link rel="stylesheet" href="css/timeline.css"><div id="t" style="width:1000px;height:600px"></div><script src="js/timeline.js"></script><script>window.timeline = new TL.Timeline('t', '${baseURL}data/timelinejs.json', { script_path: '${baseURL}timelinejs-reader/js/' })</script>`,
        })
      : route.fulfill({ path: join(package_, path) });
  });
  await page.goto('timelinejs-reader/');
  const { events } = (await (await page.request.get('data/timelinejs.json')).json()) as {
    events: { text: { headline: string } }[];
  };
  await expect(page.locator('.tl-timemarker')).toHaveCount(events.length);
  await expect(page.locator('.tl-message')).toHaveCount(0);
  await expect(
    page.locator('.tl-slide h2', { hasText: events[3]?.text.headline ?? '' }),
  ).toHaveCount(1);
});

for (const [width, height] of [
  [300, 200],
  [1000, 600],
] as const)
  test(`what is embedded fits ${width} × ${height}, and its links open the site`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const address of [`embed/${EVENT}/`, 'embed/']) {
      const grounds = [];
      for (const theme of ['light', 'dark']) {
        await page.goto(`${address}?theme=${theme}`);
        const size = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          // The chart has its legend below.
          document.querySelector('time-line') ? 0 : document.documentElement.scrollHeight,
        ]);
        expect(size[0]).toBeLessThanOrEqual(width);
        expect(size[1]).toBeLessThanOrEqual(height);
        await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
        grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      }
      expect(new Set(grounds).size).toBe(2);
      const targets = await page.evaluate(() =>
        [...document.links].map((link) => link.target || document.querySelector('base')?.target),
      );
      expect(new Set(targets)).toEqual(new Set(['_top']));
    }
  });

test('a mark of the embedded timeline opens the story', { tag: '@base' }, async ({
  page,
  baseURL,
}) => {
  await page.goto('embed/');
  await page.locator(`svg.timeline:visible .mark[data-key="${EVENT}"] a text`).click();
  await expect(page).toHaveURL(`${baseURL}#${EVENT}`);
});

test('oEmbed answers with the snippet that the page shows', { tag: '@base' }, async ({ page }) => {
  await page.goto(`events/${EVENT}/`);
  await page.getByText('Embed', { exact: true }).click();
  const shown = await page.locator('.share pre').textContent();
  const response = await page.request.get(`oembed/${EVENT}.json`);
  expect(await response.json()).toMatchObject({ version: '1.0', type: 'rich', html: shown });
});

test('link and citation are copied, and files are there for reference managers', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`events/${EVENT}/`);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await copied()).toMatch(new RegExp(`^http.*/events/${EVENT}/$`));
  await page.getByText('Cite this').click();
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect.poll(copied).toContain('“Kim invites Putin to visit North Korea”');
  const meta = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute('content');
  expect(await meta('citation_title')).toBe('Kim invites Putin to visit North Korea');
  expect(await meta('citation_publication_date')).toMatch(/^\d{4}\/\d\d\/\d\d$/);
  expect(await meta('citation_publisher')).toBe(await meta('DC.publisher'));
  expect(await meta('citation_public_url')).toMatch(new RegExp(`/events/${EVENT}/$`));
});

test('an event that was renamed is found at its former address, anchors and all', async ({
  page,
}) => {
  // A copy of the project: Astro keeps notes on the content beside the code, and other builds may be running.
  const work = copyProject();
  for (const name of ['_base', 'permalinks-kept'])
    cpSync(join(root, 'src/check/golden', name), join(work, 'content'), { recursive: true });
  const dist = join(work, 'dist');
  const { status, stderr } = spawnSync(process.execPath, ['src/cli.ts', 'build'], {
    cwd: work,
    encoding: 'utf8',
    // Named, so that it has a cache of its own.
    env: {
      ...process.env,
      CONTENT_DIR: 'content',
      SITE_URL: 'https://example.org',
      BASE_PATH: '/',
    },
  });
  expect(status, stderr).toBe(0);
  const moved = readFileSync(join(dist, 'events/anna-strikes/index.html'), 'utf8');
  expect(moved).toContain('<link rel="canonical" href="https://example.org/events/wreck/">');
  expect(moved).toContain('noindex');
  const site = await serve({ dir: dist, port: 0 });
  await page.goto(`${site.url}events/anna-strikes/#q-anna-strikes-launched`);
  await expect(page).toHaveURL(`${site.url}events/wreck/#q-anna-strikes-launched`);
  await expect(page.locator('#q-anna-strikes-launched')).toBeAttached();
  await page.goto(`${site.url}sources/log-1897/#q-anna-strikes-boat`);
  await expect(
    page.locator('#q-anna-strikes-boat + mark, #q-anna-strikes-boat ~ mark').first(),
  ).toBeAttached();
  await site.close();
  rmSync(work, { recursive: true });
});

test('nginx serves the site under a base path, set up as docs/hosting.md says', async ({
  request,
}) => {
  const dist = join(root, 'node_modules/.cache/site-under-base');
  test.skip(!hasNginx() || !existsSync(dist), 'no nginx, or no site built for a base path');
  const [, block = ''] =
    /```nginx\n(.*?)```/s.exec(readFileSync(join(root, 'docs/hosting.md'), 'utf8')) ?? [];
  const location = block
    .replaceAll('/srv/timeline/', `${dist}/`)
    .replaceAll('/timeline/', '/repo/');
  const work = mkdtempSync(join(tmpdir(), 'nginx-'));
  const spare = await serve({ dir: work, port: 0 });
  await spare.close();
  const { port } = new URL(spare.url);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${work}/${name};`)
    .join(' ');
  writeFileSync(
    join(work, 'nginx.conf'),
    `daemon off; pid ${work}/pid; error_log ${work}/error.log; ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${temporary}
      server { listen 127.0.0.1:${port}; ${location} } }`,
  );
  const nginx = spawn('nginx', ['-p', work, '-c', join(work, 'nginx.conf')], { stdio: 'ignore' });
  const home = `http://127.0.0.1:${port}/repo/`;
  try {
    await expect(async () => expect((await request.get(home)).status()).toBe(200)).toPass();
    const { pages, files } = await crawl(request, home);
    expect(pages.size).toBeGreaterThan(40);
    for (const [url, found] of pages) expect(found.status, url).toBe(200);
    const hashed = [...files.keys()].filter((url) => url.includes('/_astro/'));
    expect(hashed.length).toBeGreaterThan(0);
    for (const url of hashed)
      expect((await request.get(url)).headers()['cache-control']).toContain('immutable');
    const lost = await request.get(`${home}events/nothing/`);
    expect(lost.status()).toBe(404);
    expect(await lost.text()).toContain('Nothing stands at this address');
    // The same headers as where `_headers` is read.
    const headersOf = readHeaders(headersFile());
    for (const path of ['', 'embed/', `events/${EVENT}/`, 'data/events.json', 'feed.xml']) {
      const sent = (await request.get(home + path)).headers();
      for (const name of NAMES)
        expect(sent[name.toLowerCase()], `${path} ${name}`).toBe(headersOf(`/${path}`)[name]);
    }
    expect((await request.get(`${home}events/${EVENT}`)).url()).toBe(`${home}events/${EVENT}/`);
  } finally {
    nginx.kill();
    rmSync(work, { recursive: true, force: true });
  }
});
