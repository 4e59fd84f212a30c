/**
 * The size of pages, in bytes transferred; that fonts shift nothing when they load; and what the first frame of a page
 * waits for.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { shiftsOf, watchShifts } from './shifts.ts';
import { SITES } from './sites.ts';

interface File {
  type: string;
  url: string;
  body: Buffer;
}

/** All responses that a page fetches. */
async function fetched(page: Page, path: string): Promise<File[]> {
  const files: Promise<File>[] = [];
  page.on('response', (response) => {
    const file = async (): Promise<File> => ({
      type: response.request().resourceType(),
      url: response.url(),
      body: await response.body(),
    });
    files.push(file());
  });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  return Promise.all(files);
}

/** WOFF2 is compressed already. */
const sent = ({ type, body }: File): number =>
  type === 'font' ? body.length : brotliCompressSync(body).length;

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

for (const [path, limit] of [
  ['/', 95_000],
  ['/events/olaf-dale-moe-1903/', 54_000],
  ['/events/dale-invites-ruud/', 54_000],
  ['/events/stenvik-talks/', 54_000],
] as const)
  test(`${path} weighs at most ${limit / 1000} kB in all, with its fonts`, async ({ page }) => {
    const files = (await fetched(page, path)).filter(({ type }) =>
      ['document', 'stylesheet', 'script', 'font'].includes(type),
    );
    const weights = files.map((file) => `${sent(file)} ${file.type} ${file.url}`).join('\n');
    expect(files.filter(({ type }) => type === 'font').length).toBeGreaterThanOrEqual(3);
    expect(sum(files.map(sent)), weights).toBeGreaterThan(30_000);
    expect(sum(files.map(sent)), weights).toBeLessThanOrEqual(limit);
  });

test('the home page’s styles weigh at most 11.3 kB, gzip', async ({ page }) => {
  const files = await fetched(page, '/');
  const inline = await page.locator('style').allTextContents();
  const linked = files.filter(({ type }) => type === 'stylesheet').map(({ body }) => body);
  expect(linked.length).toBeGreaterThan(0);
  // Styles in the page are compressed together, as a part of it.
  const total = sum([...linked, inline.join('\n')].map((css) => gzipSync(css).length));
  expect(total).toBeGreaterThan(3_000);
  expect(total).toBeLessThanOrEqual(11_300);
});

for (const path of ['/', '/events/dale-invites-ruud/'])
  for (const width of [390, 1280])
    test(`${path} is preloaded the faces it shows, and they move nothing, ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await watchShifts(page);
      // Styles are delayed, so that a font that only they request comes too late.
      // The story's quotes, in italics, are below what is seen first, and on phones closed.
      const faces = path === '/' ? 2 : 3;
      const fonts: string[] = [];
      let release = (): void => {};
      const preloaded = new Promise<void>((done) => {
        release = done;
      });
      await page.route('**/*.css', async (route) => {
        await preloaded;
        await route.continue();
      });
      page.on('requestfinished', (request) => {
        if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
        if (fonts.length === faces) release();
      });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const latin = await page.evaluate(() =>
        [...document.fonts]
          .filter(({ family, status }) => /latin(?!.*fallback)/.test(family) && status === 'loaded')
          .map(({ family, weight, style }) => `${family} ${weight} ${style}`),
      );
      expect(latin.length).toBeGreaterThanOrEqual(faces);
      const links = await page
        .locator('link[rel="preload"][as="font"]')
        .evaluateAll((all) => all.map((link) => new URL((link as HTMLLinkElement).href).pathname));
      expect(links).toHaveLength(faces);
      expect(fonts.slice(0, faces).sort()).toEqual([...links].sort());
      expect(await shiftsOf(page)).toEqual([]);
    });

test('a site has no script and no style sheet that nothing links: those of maps and media are for archives that have them', () => {
  const { dir } = SITES.site;
  const read = (pattern: string) =>
    globSync(pattern, { cwd: dir }).map((name) => ({
      name: basename(name),
      text: readFileSync(join(dir, name), 'utf8'),
    }));
  const code = read('_astro/*.{js,css}');
  const pages = read('**/*.html').map(({ text }) => text);
  expect(code.length).toBeGreaterThan(5);
  const all = [...pages, ...code.map(({ text }) => text)].join('\n');
  expect(code.filter(({ name }) => !all.includes(name)).map(({ name }) => name)).toEqual([]);
});

test('scripts are fetched after what the first frame of a page needs', () => {
  const { dir } = SITES.site;
  const scripts = globSync('**/*.html', { cwd: dir }).flatMap((name) =>
    Array.from(readFileSync(join(dir, name), 'utf8').matchAll(/<script [^>]*src=[^>]*>/g), String),
  );
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((tag) => !tag.includes(' fetchpriority="low" '))).toEqual([]);
});

test('a browser does not go through the story when a pointer or the drawing moves', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('time-line.running')).toBeVisible();
  // Each of these is a layer of its own, and a pointer's target is looked for in all of them.
  const layers = await page.locator('.story').evaluate((story) =>
    [...story.querySelectorAll('*')].flatMap((node) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const { content, position, clipPath, overflow } = getComputedStyle(node, pseudo);
        const isThere = pseudo === null || content !== 'none';
        const isLayer =
          position !== 'static' || clipPath !== 'none' || !/^(visible|clip)$/.test(overflow);
        return isThere && isLayer ? `${node.localName}.${node.className}${pseudo ?? ''}` : [];
      }),
    ),
  );
  expect(layers).toEqual([]);
  // A browser looks through all that is in an element whose style depends on it, whenever one of those changes.
  const deep = await page.evaluate(() => {
    const drawing = document.querySelector('svg.timeline');
    const selectors = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => [
        ...(rule instanceof CSSStyleRule ? [rule.selectorText] : []),
        ...('cssRules' in rule ? selectors(rule.cssRules as CSSRuleList) : []),
      ]);
    const all = [...document.styleSheets].flatMap((sheet) => selectors(sheet.cssRules));
    return {
      count: all.length,
      found: all
        .filter((selector) => /:has\((?!\s*[>~+])/.test(selector))
        .filter((selector) =>
          drawing?.closest(selector.replace(/:has\((?:[^()]|\([^()]*\))*\)/g, ':is(*)')),
        ),
    };
  });
  expect(deep.count).toBeGreaterThan(300);
  expect(deep.found).toEqual([]);
});

test('until a face has come, one of the reader’s own stands in, as wide and as high', () => {
  const html = readFileSync(join(SITES.site.dir, 'index.html'), 'utf8');
  for (const family of ['Source Serif 4 latin', 'Source Sans 3 latin'])
    expect(html).toMatch(
      new RegExp(
        `font-family:"${family}[^"]* fallback: [^"]*";src:local\\([^)]*\\);[^}]*size-adjust:[\\d.]+%;ascent-override:[\\d.]+%`,
      ),
    );
});

for (const path of ['./', 'explainer/'])
  test(`the first frame of ${path} does not wait for what is out of sight, and a reload keeps the reader’s place`, {
    tag: '@core',
  }, async ({ page, browserName }) => {
    // Records whether anything was deferred.
    await page.addInitScript(() => {
      const classes: string[] = [];
      Object.assign(window, { classes });
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof Element) classes.push(target.className);
      }).observe(document, { subtree: true, attributeFilter: ['class'] });
    });
    const classes = () => page.evaluate(() => (window as unknown as { classes: string[] }).classes);
    const waiting = page.locator('.late');
    const top = (): Promise<number> =>
      page
        .locator('main section h2')
        .last()
        .evaluate((node) => node.getBoundingClientRect().top);

    await page.goto(path);
    await expect(waiting).toHaveCount(0);
    await expect(page.locator('html')).not.toHaveClass(/arriving/);
    expect(await classes()).toContain('arriving');

    // What came last is laid out once more when its typefaces are there.
    await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await document.fonts.ready;
      scrollTo({ top: document.body.scrollHeight - 1500, behavior: 'instant' });
    });
    const before = await top();
    await page.reload();
    await expect.poll(top).toBeCloseTo(before, -1);
    expect(await classes()).not.toContain('arriving');

    // Only Chromium supports text fragments.
    for (const place of browserName === 'chromium' ? ['#main', '#:~:text=Stenvik'] : ['#main']) {
      await page.goto('about/');
      await page.goto(path + place);
      await expect(waiting.last()).toBeAttached();
      expect(await classes(), place).not.toContain('arriving');
    }
  });
