/** What authors and URLs say stays text, on every page and in every export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import ical from 'ical.js';
import { parseHTML } from 'linkedom';
import { outerMarkup } from '../src/drawings/markup.ts';
import { pagesIn, watch } from './policy.ts';
import { served } from './served.ts';
import { root } from './sites.ts';

test.use({ reducedMotion: 'reduce' });

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
    // HTML cannot contain these.
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
  const { url, dir } = served(join(root, 'e2e/archives/hostile'));
  const titles = new Map(
    ['constructor', 'proto', 'value-of'].map((id) => {
      const [, title = ''] =
        /^title: (".*")$/m.exec(
          readFileSync(join(root, `e2e/archives/hostile/events/${id}.mdx`), 'utf8'),
        ) ?? [];
      return [id, JSON.parse(title) as string];
    }),
  );

  test('runs nothing on any page, adds no element, and is shown as the text it is', async ({
    page,
  }) => {
    const problems = await watch(page);
    const pages = pagesIn(dir());
    expect(pages).toHaveLength(15);
    for (const path of pages) {
      await page.goto(`${url()}${path}`);
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
          // Only the legend has `<i>`.
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
      await page.goto(`${url()}events/${id}/`);
      await expect(page.locator('h1')).toHaveText(title);
      const data = JSON.parse(
        (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
      );
      expect(data['@graph'][0].name).toBe(title);
    }
    await page.goto(url());
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
      (await request.get(`${url()}${path}`)).text();
    // Parsed by the browser, on a page without a policy.
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
    // Its HTML, unescaped, has only the site's own elements.
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
      const picture = await (await request.get(`${url()}og/${id}.png`)).body();
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });
});
