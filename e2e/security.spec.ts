/** No way in: the policy of every page holds while the page is used, and what authors and addresses say stays text. */
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import ical from 'ical.js';
import { parseHTML } from 'linkedom';
import { headersFile } from '../src/build/policy.ts';
import { outerMarkup } from '../src/drawings/markup.ts';
import { redirectPage } from '../src/exports/redirect.ts';
import { readHeaders } from '../src/serve/headers.ts';
import { type Served, serve } from '../src/serve/serve.ts';
import { buildSite, root, SITES } from './sites.ts';

const EVENT = 'dale-invites-ruud';
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test.use({ reducedMotion: 'reduce' });

/** Every page in the folder of a built site, as from the site's root. */
const pagesIn = (dir: string): string[] =>
  globSync('**/*.html', { cwd: dir })
    .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
    .sort();

/** Notes all that goes against a page's policy, and every request to another host than the first page's. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  const found: string[] = [];
  let home = '';
  page.on('request', (request) => {
    const url = new URL(request.url());
    home ||= url.origin;
    if (url.origin !== home && !['data:', 'blob:'].includes(url.protocol))
      found.push(`asks ${url}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('dialog', (dialog) => {
    found.push(`says ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { violations: kept });
    document.addEventListener('securitypolicyviolation', (event) =>
      kept.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return async () => [
    ...found.splice(0),
    ...(await page.evaluate(() =>
      (globalThis as unknown as { violations: string[] }).violations.splice(0),
    )),
    ...(await page.evaluate(() =>
      Object.entries(globalThis).flatMap(([name, value]) =>
        name === 'pwned' ? [`ran ${value}`] : [],
      ),
    )),
  ];
}

/** A policy's directives. */
const directives = (policy: string): Map<string, string> =>
  new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...values]) => [name, values.join(' ')]),
  );

const policyOf = (html: string): string =>
  parseHTML(html)
    .document.querySelector('meta[http-equiv="content-security-policy"]')
    ?.getAttribute('content') ?? '';

test('every page has a policy by hash, and hosts send the same', () => {
  const headersOf = readHeaders(headersFile());
  const pages = pagesIn(SITES.site.dir);
  expect(pages.length).toBeGreaterThan(40);
  for (const path of pages) {
    const html = readFileSync(
      join(SITES.site.dir, path.endsWith('.html') ? path : `${path}index.html`),
      'utf8',
    );
    const own = directives(policyOf(html));
    const hashes = expect.stringMatching(/^'self'( 'sha256-[\w+/]{43}=')+$/);
    // A page that says where another went has one script, and no styles.
    const moved = html.includes('http-equiv="refresh"');
    const may = moved
      ? { 'script-src': expect.stringMatching(/^'sha256-[\w+/]{43}='$/) }
      : { 'script-src': hashes, 'style-src': hashes };
    expect(Object.fromEntries(own), path).toMatchObject({
      'default-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
      ...may,
    });
    // What would load before the policy is read is none of what it is about.
    const before = html.slice(0, html.indexOf('content-security-policy'));
    expect(before, path).not.toMatch(/<script|<iframe|<object|<embed|<img/);

    if (path === '404.html') continue;
    const sent = directives(headersOf(`/${path}`)['Content-Security-Policy'] ?? '');
    expect(sent.get('frame-ancestors'), path).toBe(
      path.startsWith('embed/') ? undefined : "'self'",
    );
    // Which may do less than hosts say.
    if (moved) continue;
    for (const [name, value] of sent)
      if (name !== 'frame-ancestors')
        expect(value, `${path} ${name}`).toBe(own.get(name) ?? own.get('default-src'));
    for (const name of own.keys())
      if (!['default-src', 'script-src', 'style-src'].includes(name))
        expect([...sent.keys()], path).toContain(name);
  }
});

test('docs/hosting.md has Caddy send what _headers says', () => {
  const [, block = ''] = /```caddy\n(.*?)```/s.exec(read('docs/hosting.md')) ?? [];
  const headersOf = readHeaders(headersFile());
  const [, general = ''] = /header \{\n(.*?)\n {2}\}/s.exec(block) ?? [];
  const say = (line: string): [string, string] => {
    const [, name = '', value = ''] = /([\w-]+) "?(.*?)"?$/.exec(line.trim()) ?? [];
    return [name, value];
  };
  const fits = (globs: string, path: string): boolean =>
    globs
      .split(' ')
      .some((glob) =>
        new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path),
      );
  /** Whether a path is what a matcher of one or several lines is about. */
  const isAbout = (where: string, path: string): boolean => {
    const [, one, several = ''] =
      new RegExp(`^ *${where} (?:path ([^\\n]*)|\\{\n(.*?)\n *\\})$`, 'ms').exec(block) ?? [];
    if (where.startsWith('/')) return fits(where, path);
    return one !== undefined
      ? fits(one, path)
      : several.split('\n').every((line) => {
          const [, not, globs = ''] = /^ *(not )?path (.*)$/.exec(line) ?? [];
          return fits(globs, path) !== Boolean(not);
        });
  };
  const [, served = ''] = /^(.*?)handle_errors/s.exec(block) ?? [];
  const said = (path: string): Record<string, string> =>
    Object.fromEntries([
      ...general.split('\n').map(say),
      ...[...served.matchAll(/^ *header ([@/]\S*) (.*)$/gm)]
        .filter(([, where = '']) => isAbout(where, path))
        .map(([, , line = '']) => say(line)),
    ]);
  // Every path of the site as built, by which it is asked for, and those of pages that only other archives have.
  const built = globSync('**/*', { cwd: SITES.site.dir, withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== '_headers')
    .map((file) => `/${relative(SITES.site.dir, join(file.parentPath, file.name))}`)
    .map((path) => path.replaceAll('\\', '/'));
  const asked = built.flatMap((path) => [path, path.replace(/\/index\.html$/, '/')]);
  expect(asked.length).toBeGreaterThan(150);
  // Only a page has use for a policy.
  const policy = (path: string): object =>
    /\/$|\.html$/.test(path) ? {} : { 'Content-Security-Policy': '' };
  for (const path of [...new Set(asked), '/story/2/', '/story/2/index.html'])
    expect({ ...said(path), ...policy(path) }, path).toEqual({
      ...headersOf(path),
      ...policy(path),
    });
  const [, lost = ''] = /handle_errors \{\n(.*?)\n {2}\}/s.exec(block) ?? [];
  const [name, value] = say(/^ *header (.*)$/m.exec(lost)?.[1] ?? '');
  expect(value).toBe(headersOf('/404.html')[name]);
});

test('a page that says where another went runs its own script alone', async ({ page }) => {
  const html = redirectPage(
    '/now/',
    'https://example.org/now/',
    '</title><script>1</script>',
    'en',
  );
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(directives(policyOf(html)).get('script-src')).toBe(`'sha256-${hash}'`);
  const problems = await watch(page);
  await page.route('**/was/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route('**/now/', (route) => route.fulfill({ contentType: 'text/html', body: 'here' }));
  await page.goto('was/#q-a');
  await expect(page).toHaveURL(/\/now\/#q-a$/);
  expect(await problems()).toEqual([]);
});

test('every page loads within its policy and asks no other host', async ({ page }) => {
  const problems = await watch(page);
  for (const path of pagesIn(SITES.site.dir).filter((name) => name !== '404.html')) {
    await page.goto(path);
    expect(await problems(), path).toEqual([]);
  }
});

test('nothing that a reader does breaks the policy or asks another host', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const problems = await watch(page);
  await page.goto('');
  await page.locator('time-line.running').waitFor({ state: 'attached' });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const chart = page.locator('svg.timeline:visible');
  for (const name of ['Zoom in', 'Zoom in', 'Later', 'Earlier', 'Zoom out', 'Show all', 'Filter'])
    await press(name);
  await page.getByRole('searchbox').fill('ruud');
  await page.getByRole('checkbox').first().check();
  await press('Clear the filter');
  await page.getByRole('slider', { name: 'Spacing of time' }).fill('100');
  await page.getByRole('slider', { name: 'Spacing of time' }).fill('0');
  // The marks may still be gliding.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await chart.locator('.mark text').first().hover();
    await expect(page.locator('.preview')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await press('Copy this view');
  await page.locator('a.cite[href^="#q-"]').first().click();
  await expect(page.locator('#citation')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.wheel(0, 4000);
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await page.emulateMedia({ media: null });
  expect(await problems()).toEqual([]);

  await page.goto(`events/${EVENT}/`);
  await press('Copy link');
  for (const name of ['Cite this', 'Embed']) await page.getByText(name, { exact: true }).click();
  await press('Copy citation');
  await press('Copy snippet');
  await page.locator('a.cite[href^="#q-"]').first().click();
  await page.pdf();
  expect(await problems()).toEqual([]);

  await page.goto('explainer/');
  await page.evaluate(() => Object.assign(window, { print: () => {} }));
  await press('Print');
  await page.pdf();
  expect(await problems()).toEqual([]);

  for (const theme of ['light', 'dark'])
    for (const path of ['embed/', `embed/${EVENT}/`]) {
      await page.goto(`${path}?theme=${theme}`);
      expect(await problems(), `${path} ${theme}`).toEqual([]);
    }
});

test('another site may frame what is made for it, and no other page', async ({ page, baseURL }) => {
  const frames = ['embed/', `embed/${EVENT}/`, '', `events/${EVENT}/`, 'about/'];
  // Another port is another site's origin.
  const stranger = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(frames.map((path) => `<iframe src="${baseURL}${path}"></iframe>`).join(''));
  });
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
  const shown: boolean[] = [];
  for (let i = 0; i < frames.length; i++) {
    const body = page.frameLocator('iframe').nth(i).locator('body');
    // In the place of one that it blocks, the browser shows a page of its own, which may have a title too.
    shown.push(await body.evaluate((node) => node.querySelector('main h1') !== null));
  }
  stranger.close();
  stranger.closeAllConnections();
  expect(shown).toEqual([true, true, false, false, false]);
});

test('what the policy is for is blocked, and these tests would see it', async ({ page }) => {
  const problems = await watch(page);
  await page.route('**/about/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '</main>',
      `<script>globalThis.pwned = 'inline'</script><img src="data:x" onerror="globalThis.pwned = 'handler'">
      <p style="color: red">styled</p><script src="https://example.org/evil.js"></script></main>`,
    );
    await route.fulfill({ response, body });
  });
  await page.goto('about/');
  // Later than the call, within which the browser lets a debugger do what it forbids the page.
  const sinks = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done));
    const attempts: [string, () => unknown][] = [
      ['innerHTML', () => Object.assign(document.createElement('p'), { innerHTML: '<b>' })],
      ['eval', () => new Function('globalThis.pwned = 1')()],
      [
        'a policy',
        () =>
          (
            window as unknown as {
              trustedTypes: { createPolicy(name: string, rules: object): void };
            }
          ).trustedTypes.createPolicy('default', {}),
      ],
    ];
    return attempts.map(([name, attempt]) => {
      try {
        attempt();
        return `${name} works`;
      } catch {
        return name;
      }
    });
  });
  expect(sinks).toEqual(['innerHTML', 'eval', 'a policy']);
  const found = (await problems()).join('\n');
  for (const what of [/script-src-elem inline/, /script-src-attr inline/, /style-src-attr inline/])
    expect(found).toMatch(what);
  expect(found).toMatch(/script-src-elem https:\/\/example\.org\/evil\.js/);
  expect(found).not.toContain('ran ');
});

test('text that a drawing is given is text in the markup it is written as', async ({ page }) => {
  const pieces = [
    '<',
    '>',
    '"',
    "'",
    '&',
    '&lt;',
    '</text>',
    '</svg>',
    '<!--',
    ']]>',
    '<b onload=x>',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
    // HTML has no way to say these.
    .map((parts) => parts.join('').replaceAll(/[\0\r]/g, ''));
  const texts = fc.sample(text, { numRuns: 500, seed: 1 });
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const written = texts.map((given) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('aria-label', given);
    const node = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    node.textContent = given;
    svg.append(node);
    return outerMarkup(svg);
  });
  await page.goto('about:blank');
  const read = await page.evaluate(
    (all) =>
      all.map((html) => {
        document.body.innerHTML = html;
        const [svg, node, ...more] = document.body.querySelectorAll('*');
        return [svg?.getAttribute('aria-label'), node?.textContent, more.length];
      }),
    written,
  );
  expect(read).toEqual(texts.map((given) => [given, given, 0]));
});

test.describe('addresses that attack', () => {
  const SCRIPT = '<script>globalThis.pwned=1</script>';
  const IMAGE = '"><img src=x onerror=globalThis.pwned=1>';
  const addresses = [
    `?from=${SCRIPT}&to=${SCRIPT}`,
    `?from=1911-05-09&to=1911-05-10&spacing=${IMAGE}`,
    `?track=${IMAGE}&kind=${SCRIPT}&actor=constructor,__proto__,toString`,
    `?words=${encodeURIComponent(SCRIPT)}`,
    `?words=${encodeURIComponent(IMAGE)}&track=__proto__`,
    `#${IMAGE}`,
    `#${SCRIPT}`,
    '#%',
    '#%E0%A4%A',
    '#constructor',
    `?${'a'.repeat(4000)}#javascript:globalThis.pwned=1`,
    '?from=%00&to=%FF&words=%',
  ];
  for (const half of [0, 1])
    test(`run nothing, and the page works (${half + 1} of 2)`, async ({ page }) => {
      const problems = await watch(page);
      for (const address of addresses.filter((_, i) => i % 2 === half)) {
        await page.goto('about:blank');
        await page.goto(address);
        await page.locator('time-line.running').waitFor({ state: 'attached' });
        const words = new URLSearchParams(address.split('#')[0]).get('words');
        if (words) {
          await expect(page.locator('input[type="search"]')).toHaveValue(words);
          await expect(page.locator('.filter-status')).toContainText('No event matches');
        }
        await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#${IMAGE}%`);
        expect(await problems(), address).toEqual([]);
      }
      await page.goto(`embed/?theme=${IMAGE}`);
      expect(await problems()).toEqual([]);
    });
});

test.describe('an archive that attacks', () => {
  test.describe.configure({ mode: 'default', timeout: 120_000 });
  const work = mkdtempSync(join(tmpdir(), 'attacks-'));
  const titles = new Map(
    ['constructor', 'proto', 'value-of'].map((id) => {
      const [, title = ''] =
        /^title: (".*")$/m.exec(read(`e2e/archives/hostile/events/${id}.mdx`)) ?? [];
      return [id, JSON.parse(title) as string];
    }),
  );
  let site: Served | undefined;
  test.beforeAll(async () => {
    buildSite(join(root, 'e2e/archives/hostile'), work);
    site = await serve({ dir: work, port: 0 });
  });
  test.afterAll(async () => {
    await site?.close();
    rmSync(work, { recursive: true });
  });

  test('runs nothing on any page, adds no element, and is shown as the text it is', async ({
    page,
  }) => {
    const problems = await watch(page);
    const pages = pagesIn(work);
    expect(pages).toHaveLength(14);
    for (const path of pages) {
      await page.goto(`${site?.url}${path}`);
      const added = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(
            (node) =>
              node.matches('img, iframe, b, i, object, embed, [srcdoc]') ||
              [...node.attributes].some(({ name }) => name.startsWith('on')) ||
              /^\s*(javascript|data):/i.test(node.getAttribute('href') ?? '') ||
              (node instanceof HTMLScriptElement &&
                !/json/.test(node.type) &&
                node.text.includes('pwned')),
          )
          // The legend's keys are ours.
          .filter((node) => !node.matches('i[class^="key-"]'))
          .map((node) => node.outerHTML.slice(0, 200)),
      );
      expect(added, path).toEqual([]);
      expect(
        (await problems()).filter((text) => path !== '404.html' || !text.includes('404')),
        path,
      ).toEqual([]);
      for (const json of await page.locator('script[type$="json"]').allTextContents())
        expect(() => JSON.parse(json), path).not.toThrow();
    }
  });

  test('says each title in heading, drawing, preview, filter and data, letter for letter', async ({
    page,
  }) => {
    const problems = await watch(page);
    for (const [id, title] of titles) {
      await page.goto(`${site?.url}events/${id}/`);
      await expect(page.locator('h1')).toHaveText(title);
      const data = JSON.parse(
        (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
      );
      expect(data['@graph'][0].name).toBe(title);
    }
    await page.goto(site?.url ?? '');
    await page.locator('time-line.running').waitFor({ state: 'attached' });
    const names = await page
      .locator('svg.timeline:visible .mark a')
      .evaluateAll((all) => all.map((node) => node.getAttribute('aria-label') ?? node.textContent));
    expect(names).toHaveLength(titles.size);
    for (const title of titles.values())
      expect(
        names.some((name) => name?.includes(title)),
        title,
      ).toBe(true);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(page.locator('form.filter')).toContainText(
      "<img src=x onerror=globalThis.pwned='actor'>",
    );
    await page.locator('svg.timeline:visible .mark a').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.preview')).toContainText(/pwned/);
    await page.locator('a.cite[href^="#q-"]').first().click();
    await expect(page.locator('#citation')).toContainText('globalThis.pwned=');
    expect(await problems()).toEqual([]);
  });

  test('reaches feeds, calendar, table, pictures and other data as text', async ({
    page,
    request,
  }) => {
    const get = async (path: string): Promise<string> =>
      (await request.get(`${site?.url}${path}`)).text();
    // By a browser's own parser, on a page that has no policy.
    await page.goto('about:blank');
    const inFeed = await page.evaluate(
      (xml) =>
        [
          ...new DOMParser()
            .parseFromString(xml, 'application/xml')
            .querySelectorAll('entry > title'),
        ].map((node) => node.textContent),
      await get('feed.xml'),
    );
    expect(inFeed.sort()).toEqual([...titles.values()].sort());
    // Its HTML, once unpacked, holds no more than ours.
    const entries = JSON.parse(await get('feed.json')) as {
      items: { title: string; content_html: string }[];
    };
    expect(entries.items.map(({ title }) => title).sort()).toEqual([...titles.values()].sort());
    for (const { content_html } of entries.items) {
      expect(content_html).not.toMatch(/<(script|img|svg|iframe)/);
    }
    const csv = await get('data/events.csv');
    expect(csv).toContain('"\'=HYPERLINK(""https://evil.example""');
    const calendar = new ical.Component(ical.parse(await get('data/events.ics')));
    const summaries = calendar
      .getAllSubcomponents('vevent')
      .map((part) => new ical.Event(part).summary);
    expect(summaries.sort()).toEqual([...titles.values()].sort());
    const slides = JSON.parse(await get('data/timelinejs.json'));
    expect(JSON.stringify(slides)).not.toMatch(/<(script|img|svg|iframe)/);
    for (const id of titles.keys()) {
      const { html } = JSON.parse(await get(`oembed/${id}.json`));
      expect(
        [...parseHTML(html).document.querySelectorAll('*')].map(({ localName }) => localName),
      ).toEqual(['iframe']);
      const picture = await (await request.get(`${site?.url}og/${id}.png`)).body();
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });
});
