/** From a statement to its quote, the chain, the source, and back. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { buildSite, root, STORY, workFolder } from './sites.ts';

const EVENT = 'dale-invites-ruud';
const SOURCE = 'evening-post-1911-05-10';

const anchors = (page: Page): Promise<[string, string][]> =>
  page
    .locator('mark[id]')
    .evaluateAll((all) => all.map((mark): [string, string] => [mark.id, mark.textContent ?? '']));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader who came by a citation sees the passage marked, and one step leads back', {
    tag: '@base',
  }, async ({ page }) => {
    const anchor = `q-${EVENT}-soon-after-talks`;
    await page.goto(`events/${EVENT}/`);
    await page
      .locator(`figure#${anchor}`)
      .getByRole('link', { name: 'See it in the source' })
      .click();
    const passage = page.locator(`mark#${anchor}`);
    await expect(passage).toBeInViewport();
    await expect(passage).toContainText('The invitation comes soon after');
    const ground = (selector: string) =>
      page.locator(selector).evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await ground(`mark#${anchor}`)).not.toBe(
      await ground(`mark#q-${EVENT}-gladly-accepted`),
    );
    await page.locator(`mark#${anchor} + a.back`).click();
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/#${anchor}$`));
    await expect(page.locator(`figure#${anchor}`)).toBeInViewport();

    // A quote that lies within another leads to its words in that sentence.
    await page.goto(`sources/${SOURCE}/#q-${EVENT}-quiet-season`);
    await page.locator(`mark#q-${EVENT}-quiet-season + a.back`).click();
    await expect(page.locator('.quote span:target + mark')).toHaveText('a quiet season');
    await expect(page.locator('.quote span:target + mark')).toBeInViewport();
  });

  test('a source shows its record, furniture with its reason, and numbered paragraphs', async ({
    page,
  }) => {
    await page.goto(`sources/${SOURCE}/`);
    await expect(page.locator('.record .sha256')).toHaveText(/^[0-9a-f]{64}$/);
    await expect(page.locator('.record')).toContainText('Only the page’s address');
    await expect(page.locator('#p7')).toHaveClass(/furniture/);
    await expect(page.locator('#p7')).toContainText(
      'Not part of the article: The heading of a page widget',
    );
    await expect(page.locator('#p7 .gap')).toHaveText('[…]');
    // Letters link the marks to the margin.
    const keys = await page
      .locator('#p1 a.back')
      .evaluateAll((all) => all.map((a) => a.getAttribute('data-key')));
    expect(keys.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    await expect(page.locator('#p1 .used .keys')).toHaveText(['a b d', 'c']);
    // The letters are generated content, so that copied text is the source's.
    await expect(page.locator('#p2 .words')).toHaveText(
      'The invitation comes soon after the island chair held talks with Ruud in the harbour town of Stenvik.',
    );
  });

  test('links to the live page name the passage by its words', async ({ page }) => {
    await page.goto(`events/${EVENT}/`);
    const links = await page
      .locator('a.live')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toHaveLength(2);
    expect(links[0]).toMatch(/^https:.*-110510\.html#:~:text=Island%20chair%20Anna%20Dale/);
    expect(new Set(links).size).toBe(2);
  });

  test('a chain names everyone the words passed through, and a dashed link its reason', async ({
    page,
  }) => {
    await page.goto('events/ruud-calls-dale-open/');
    const quote = page.locator('figure.quote').first();
    const links = quote.locator('.chain').first().locator('> li');
    await expect(links.locator('.actor')).toHaveText([
      'Peter Ruud',
      'Westrey Telegraph',
      'Isle Wire',
      'Evening Post',
    ]);
    await expect(links.nth(1)).toContainText('state media, Westrey');
    await expect(quote.locator('figcaption > .mode')).toHaveText('paraphrased');
    await expect(quote.locator('.others li')).toHaveText([/rather open guest.*word for word/]);
    const line = (at: number) =>
      links.nth(at).evaluate((node) => getComputedStyle(node, '::before').borderTopStyle);
    expect([await line(1), await line(2), await line(3)]).toEqual(['solid', 'dashed', 'solid']);
    await expect(links.nth(2).getByText('The text names no agency.')).toBeHidden();
    await links.nth(2).getByText('our guess – why?').click();
    await expect(links.nth(2).getByText('The text names no agency.')).toBeVisible();
    await expect(page.locator('.origins')).toHaveText('Goes back to one source: Westrey Telegraph');
    await page.goto(`events/${EVENT}/`);
    await expect(page.locator('.origins')).toHaveText(
      'Goes back to 2 sources: NNS (our guess) (3 quotes), Isle Wire (our guess) (1 quote)',
    );
  });

  test('whoever acts, speaks or reports has a page', { tag: '@base' }, async ({ page }) => {
    await page.goto(`events/${EVENT}/`);
    await page.locator('.facts').getByRole('link', { name: 'Anna Dale' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Dale');
    await expect(page.locator('.lead')).toContainText('(1911)');
    await expect(page.locator('[lang=nb]')).toHaveText('Anna fra Dal');
    await expect(page.locator('[lang=ru]')).toHaveText('Анна Дале');
    await expect(page.locator('.record')).toContainText('“Anna Dale” and “Dale”');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Did', 'Said']);
    await page.getByRole('link', { name: 'See it in the source' }).first().click();
    await expect(page.locator('mark:target')).toBeInViewport();

    await page.goto('actors/nns/');
    await expect(page.locator('.kicker')).toHaveText('News agency, state media, Norholm');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Did', 'Said', 'Reported']);
    await page.goto('actors/isle-wire/');
    await expect(page.locator('.record')).toContainText('not named in the text of any source');
  });

  test('the method’s page counts statements, quotes and origins, and collects every note', async ({
    page,
  }) => {
    const events = fs.readdirSync(join(STORY, 'events')).map((name) => name.replace(/\.mdx$/, ''));
    let [notes, statements, quotes] = [0, 0, 0];
    for (const event of events) {
      await page.goto(`events/${event}/`);
      notes += await page.locator('.note:not(:has(del))').count();
      statements += await page.locator('.body > p a.cite[href^="#q-"]').count();
      quotes += await page.locator('.quote').evaluateAll((all) => {
        const marks = all.flatMap((figure) => [...figure.querySelectorAll<HTMLElement>('mark')]);
        const anchors = marks.flatMap(({ dataset }) => dataset['quotes']?.split(' ') ?? []);
        return new Set([...all.map(({ id }) => id), ...anchors]).size;
      });
    }
    await page.goto('about/');
    await expect(page.locator('.figures dd')).toHaveText([
      `${statements}`,
      `${quotes}`,
      '5',
      '86%',
    ]);
    expect(await page.locator('.collected li').count()).toBe(notes);
    await expect(page.locator('#coverage')).toContainText('19 of 20 sentences are quoted');
    await expect(page.locator('#coverage')).toContainText('Paragraph 7: not part of the article.');
    await expect(page.locator('#corrections li')).toContainText(
      'until then this said The talks lasted two hours.',
    );
    await page.locator('.collected', { hasText: 'Translation' }).locator('summary').click();
    await page.getByRole('link', { name: 'summer line', exact: true }).click();
    await expect(page).toHaveURL(/\/events\/ruud-backs-line\/#q-/);
  });

  test('each event’s page carries what it says as JSON-LD', async ({ page }) => {
    await page.goto(`events/${EVENT}/`);
    const data = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
    );
    const quotations = data['@graph'].filter(
      (node: { '@type': string }) => node['@type'] === 'Quotation',
    );
    const shown = (await page.locator('figure.quote blockquote').allTextContents()).join('\n');
    expect(quotations).toHaveLength(4);
    for (const { text } of quotations) expect(shown).toContain(text);
    expect(quotations[1].creditText).toBe('NNS → Isle Wire → Evening Post');
  });

  test('foreign words in the notes say in which language they are', async ({ page }) => {
    await page.goto('events/ruud-backs-line/');
    await expect(page.locator('.note [lang=ru]')).toHaveText('летний');
  });
});

for (const path of ['actors/anna-dale/', 'actors/nns/', 'actors/evening-post/'])
  test(`/${path} never scrolls sideways`, async ({ page }) => {
    for (const width of [320, 390, 768, 1280, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
  });

test.describe('of an archive whose spans cross and whose errors were corrected', () => {
  // One build for all of them.
  test.describe.configure({ mode: 'default' });
  let site: string;
  const at = (path: string): string => pathToFileURL(join(site, 'dist', path)).href;

  test.beforeAll(() => {
    site = buildElsewhere();
  });
  test.afterAll(() => fs.rmSync(site, { recursive: true, force: true }));

  test('each quote keeps one anchor, whose text is its own, and the text stays the source’s', async ({
    page,
  }) => {
    await page.goto(at('sources/log-1897/index.html'));
    const found = new Map(await anchors(page));
    expect(Object.fromEntries([...found].filter(([id]) => id.startsWith('q-crossing-')))).toEqual({
      'q-crossing-first': 'struck the reef at four in the morning. Keeper Orr',
      'q-crossing-second': 'in the morning. Keeper Orr said: "We put out',
      'q-crossing-third': 'rising.\n13 March 1897.',
      'q-crossing-same': 'We put out the boat at once.',
    });
    expect(found.get('q-wreck-boat')).toBe('We put out the boat at once.');
    await expect(page.locator('.across')).toHaveCount(3);
    const text = fs.readFileSync(join(site, 'dist/sources/log-1897.txt'), 'utf8');
    expect(await page.locator('.words > p:first-child').allTextContents()).toEqual(
      text.trim().split('\n'),
    );
  });

  test('a correction shows on the event’s page, on the method’s and in its data', async ({
    page,
  }) => {
    const said = 'until then this said Two struck.; now <b>One</b> struck.';
    await page.goto(at('events/crossing/index.html'));
    await expect(page.locator('.note-correction')).toContainText(said);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(data).toContain('CorrectionComment');
    expect(data).not.toContain('<b>');
    expect(JSON.parse(data ?? '')['@graph'][0].correction[0].text).toContain('<b>One</b> struck.');
    await page.goto(at('about/index.html'));
    await expect(page.locator('#corrections li')).toContainText(said);
    await expect(page.locator('#coverage')).toContainText('The lamp was lit at dusk.: not quoted.');
  });
});

/** Builds another archive in a folder of its own. */
function buildElsewhere(): string {
  const folder = workFolder();
  const content = join(folder, 'content');
  fs.cpSync(join(root, 'src/check/golden/_base'), content, { recursive: true });
  fs.rmSync(join(content, 'events/calm.mdx'));
  const quote = (id: string, exact: string, reason = ''): string =>
    `  ${id}: { source: log-1897, exact: '${exact}', speaker: ines-orr, mode: narration, via: []${reason} }`;
  fs.writeFileSync(
    join(content, 'events/crossing.mdx'),
    `---
title: The spans cross
track: sea
kind: report
date: 1897-03-13
actors: [ines-orr]
corrections:
  - { date: 2026-11-24, was: Two struck., now: <b>One</b> struck. }
quotes:
${[
  quote('first', 'struck the reef at four in the morning. Keeper Orr'),
  quote('second', 'in the morning. Keeper Orr said: "We put out'),
  quote('third', 'rising. 13 March 1897.', ', paragraphs: The dateline follows at once.'),
  quote('same', 'We put out the boat at once.'),
].join('\n')}
---
It [struck](#first), [in the morning](#second), the wind [rising](#third); they [put out](#same).
`,
  );
  const env = { ...process.env, CONTENT_DIR: content };
  execFileSync(process.execPath, ['src/cli.ts', 'check'], { cwd: root, env, stdio: 'pipe' });
  buildSite(content, join(folder, 'dist'));
  return folder;
}
