/** The site without JavaScript: nothing here may need it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { SITES, type SiteName } from './sites.ts';
import { withoutScripts } from './without-scripts.ts';

test.use({ javaScriptEnabled: false });
test.beforeEach(withoutScripts);

const EVENT = 'dale-invites-ruud';
const SOURCE = 'evening-post-1911-05-10';
/** One of each kind. */
const kinds = [
  '',
  `events/${EVENT}/`,
  `sources/${SOURCE}/`,
  'actors/nns/',
  'about/',
  'explainer/',
  '404.html',
];

const visibleTimeline = (page: Page) => page.locator('svg.timeline:visible');

test('a reader walks from a mark to the event, its quote, the passage, and back', {
  tag: ['@base', '@core'],
}, async ({ page }) => {
  await page.goto('');
  const mark = visibleTimeline(page).getByRole('link', {
    name: 'Dale invites Ruud to visit Norholm, 9 May 1911',
  });
  await mark.locator('text').click();
  await expect(page).toHaveURL(new RegExp(`#${EVENT}$`));
  const article = page.locator(`article#${EVENT}`);
  await expect(article).toBeInViewport();

  await article.getByRole('link', { name: 'gladly accepted' }).click();
  const words = page.locator('span:target + mark');
  await expect(words).toBeInViewport();
  await expect(words).toHaveText('gladly accepted');
  const quote = page.locator('figure.quote', { has: words });
  await expect(quote.locator('.chain > li')).toHaveText([/^NNS/, /^Isle Wire/, 'Evening Post']);

  await quote.getByRole('link', { name: 'See it in the source' }).click();
  await expect(page).toHaveURL(new RegExp(`/sources/${SOURCE}/#q-${EVENT}-invitation$`));
  const passage = page.locator(`mark#q-${EVENT}-invitation`);
  await expect(passage).toBeInViewport();
  await expect(passage).toContainText('gladly accepted');
  expect(await passage.evaluate((node) => node.matches(':target'))).toBe(true);

  await page
    .locator('.paragraph', { has: passage })
    .locator('.used')
    .getByRole('link', { name: 'Dale invites Ruud to visit Norholm' })
    .click();
  await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/#q-${EVENT}-`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Dale invites Ruud to visit Norholm',
  );
});

test('the story tells every event of the timeline, in its order', {
  tag: ['@base', '@core'],
}, async ({ page }) => {
  await page.goto('');
  const articles = await page
    .locator('ol.story > li > article')
    .evaluateAll((all) => all.map(({ id }) => id));
  expect(articles).toHaveLength(14);
  for (const svg of await page.locator('svg.timeline').all()) {
    const links = svg.locator('a');
    expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual(
      articles.map((id) => `#${id}`),
    );
  }
  await expect(page.locator('.epilogue')).toContainText('June 1912');
});

test('each quote on an event’s page is the text of its passage in the source', async ({ page }) => {
  await page.goto('');
  const events = await page
    .locator('ol.story > li > article')
    .evaluateAll((all) => all.map(({ id }) => id));
  const quotes = new Map<string, string>();
  for (const event of events) {
    await page.goto(`events/${event}/`);
    const found = await page.locator('.quote').evaluateAll((all) =>
      all.flatMap((figure): [string, string][] => {
        const marks = [...figure.querySelectorAll<HTMLElement>('mark')];
        const anchors = marks.flatMap(({ dataset }) => dataset['quotes']?.split(' ') ?? []);
        return [...new Set([figure.id, ...anchors])].map((id) => {
          const own = marks.filter(({ dataset }) => dataset['quotes']?.split(' ').includes(id));
          // The words of a quote that says all of the sentence are not marked.
          const words = own.map(({ textContent }) => textContent).join('');
          return [id, words || (figure.querySelector('blockquote')?.textContent ?? '')];
        });
      }),
    );
    expect(found.length, event).toBeGreaterThan(0);
    for (const [id, text] of found) quotes.set(id, text);
  }
  const passages: [string, string][] = [];
  for (const source of [SOURCE, 'harbour-notice']) {
    await page.goto(`sources/${source}/`);
    passages.push(
      ...(await page
        .locator('mark[id]')
        .evaluateAll((all) =>
          all.map((mark): [string, string] => [mark.id, mark.textContent ?? '']),
        )),
    );
  }
  const byId = <T extends readonly [string, string]>(pairs: T[]): T[] =>
    pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  expect(byId(passages)).toEqual(byId([...quotes]));
});

test(
  'every link within the site leads to a page and an anchor that exist',
  {
    tag: '@base',
  },
  async ({ page, baseURL }, { project }) => {
    const root = baseURL ?? '';
    const { dir } = SITES[project.name as SiteName];
    const queue = [root];
    const anchors = new Map<string, Set<string>>();
    const links: { from: string; to: string }[] = [];
    for (let address = queue.shift(); address; address = queue.shift()) {
      if (anchors.has(address)) continue;
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      anchors.set(
        address,
        new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))),
      );
      for (const to of await page
        .locator('a[href]')
        .evaluateAll((all) =>
          all.map((a) =>
            a instanceof SVGAElement
              ? new URL(a.href.baseVal, location.href).href
              : (a as HTMLAnchorElement).href,
          ),
        )) {
        if (!to.startsWith(new URL(root).origin)) continue;
        expect(to, `a link on ${address} leaves the base path`).toContain(root);
        links.push({ from: address, to });
        const bare = to.replace(/#.*/, '');
        // Files are read in world.spec.ts.
        if (!anchors.has(bare) && /\/$|\.html$/.test(bare)) queue.push(bare);
      }
    }
    // Every page can be reached, except embeds, which other sites link, and former addresses.
    const built = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.html') && !file.startsWith('embed'))
      .filter((file) => !/http-equiv="?refresh/.test(readFileSync(join(dir, file), 'utf8')))
      .map((file) => root + file.replaceAll('\\', '/').replace('index.html', ''));
    expect(built.length).toBeGreaterThan(28);
    expect(built.filter((address) => !anchors.has(address))).toEqual([]);
    const broken = links.filter(({ to }) => {
      const [path = '', hash] = to.split('#');
      return hash && !anchors.get(path)?.has(decodeURIComponent(hash));
    });
    expect(broken).toEqual([]);
  },
);

for (const width of [320, 390, 768, 1024, 1280, 2560]) {
  test(`at ${width} px no page scrolls sideways, and every title on the timeline stands clear`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of kinds) {
      await page.goto(path);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        path,
      ).toBeLessThanOrEqual(width);
    }
    await page.goto('');
    await expect(visibleTimeline(page)).toHaveCount(1);
    const problems = await visibleTimeline(page).evaluate((svg) => {
      const box = (node: Element) => node.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')]
        .filter((node) => node.textContent && box(node).width > 0)
        .map((node) => ({
          text: node.textContent ?? '',
          owner: node.closest('.mark'),
          ...box(node).toJSON(),
        }));
      const touch = (a: DOMRect, b: DOMRect) =>
        a.left < b.right - 0.5 &&
        b.left < a.right - 0.5 &&
        a.top < b.bottom - 2 &&
        b.top < a.bottom - 2;
      const found: string[] = [];
      texts.forEach((a, i) => {
        if (a.left < 0 || a.right > innerWidth) found.push(`${a.text} is out of bounds`);
        for (const b of texts.slice(i + 1))
          if (touch(a, b)) found.push(`${a.text} touches ${b.text}`);
        for (const shape of svg.querySelectorAll('.mark circle, .mark .leader')) {
          if (shape.closest('.mark') === a.owner || shape.getAttribute('r') === '0') continue;
          if (touch(a, box(shape)))
            found.push(
              `${a.text} touches a mark or leader of ${shape.closest('.mark')?.getAttribute('data-key')}`,
            );
        }
      });
      return found;
    });
    // On a phone leaders bend, so that their boxes are too large.
    expect(
      problems.filter((problem) => width >= 700 || !problem.includes('mark or leader')),
    ).toEqual([]);
  });
}

test('nothing is asked of another host, and nothing is reported', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const messages: string[] = [];
  page.on('request', (request) => {
    if (
      !request.url().startsWith(new URL(baseURL ?? '').origin) &&
      !request.url().startsWith('data:')
    )
      foreign.push(request.url());
  });
  page.on('console', (message) => messages.push(message.text()));
  for (const path of kinds.slice(0, -1)) await page.goto(path);
  expect(foreign).toEqual([]);
  expect(messages).toEqual([]);
});

test('an unknown address answers 404 and leads home', { tag: '@base' }, async ({
  page,
  baseURL,
}) => {
  const response = await page.goto('events/no-such-event/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'the timeline', exact: true }).click();
  await expect(page).toHaveURL(baseURL ?? '');
});

test('a far event’s address leads to it, and a reload keeps the reader’s place', {
  tag: '@core',
}, async ({ page }) => {
  const far = page.locator('.story > li:nth-child(9) article');
  const top = (): Promise<number> => far.evaluate((node) => node.getBoundingClientRect().top);
  await page.goto('');
  const id = await far.getAttribute('id');
  await page.goto('about/');
  await page.goto(`./#${id}`);
  // Below the strip, which is less than 150 px high.
  await expect.poll(top).toBeLessThan(150);
  await page.evaluate(() => scrollBy({ top: 300, behavior: 'instant' }));
  await expect.poll(top).toBeLessThan(-100);
  const before = await top();
  await page.reload();
  await expect.poll(top).toBeCloseTo(before, -1);
});
