/** The policy of every page holds while the page is used, and hosts send the same. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { headersFile } from '../src/build/policy.ts';
import { redirectPage } from '../src/exports/redirect.ts';
import { readHeaders } from '../src/serve/headers.ts';
import { pagesIn, watch } from './policy.ts';
import { root, SITES } from './sites.ts';

const EVENT = 'dale-invites-ruud';
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test.use({ reducedMotion: 'reduce' });

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
    // A redirect page has one script, and no styles.
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
    const styles = parseHTML(html).document.querySelectorAll('style');
    const digests = Array.from(styles, ({ textContent }) =>
      createHash('sha256').update(textContent).digest('base64'),
    );
    for (const [, digest = ''] of (own.get('style-src') ?? '').matchAll(/'sha256-([^']+)'/g))
      expect(digests, `${path} has no other page's styles`).toContain(digest);
    // Nothing may load before the `<meta>` with the policy is parsed.
    const before = html.slice(0, html.indexOf('content-security-policy'));
    expect(before, path).not.toMatch(/<script|<iframe|<object|<embed|<img/);

    if (path === '404.html') continue;
    const sent = directives(headersOf(`/${path}`)['Content-Security-Policy'] ?? '');
    expect(sent.get('frame-ancestors'), path).toBe(
      path.startsWith('embed/') ? undefined : "'self'",
    );
    // A redirect page has a stricter policy than the headers.
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
  /** Whether a matcher, of one line or several, matches a path. */
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
  // Every path of the built site, and paths of pages that only other archives have.
  const built = globSync('**/*', { cwd: SITES.site.dir, withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== '_headers')
    .map((file) => `/${relative(SITES.site.dir, join(file.parentPath, file.name))}`)
    .map((path) => path.replaceAll('\\', '/'));
  const asked = built.flatMap((path) => [path, path.replace(/\/index\.html$/, '/')]);
  expect(asked.length).toBeGreaterThan(150);
  // Only pages need a policy.
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
  // Marks may still be moving.
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
  // Another port is another origin.
  const stranger = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(frames.map((path) => `<iframe src="${baseURL}${path}"></iframe>`).join(''));
  });
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
  const shown: boolean[] = [];
  for (let i = 0; i < frames.length; i++) {
    const body = page.frameLocator('iframe').nth(i).locator('body');
    // Instead of a blocked page the browser shows its own, which may have a title too.
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
  // After the call, because during it the browser allows a debugger what it forbids the page.
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
