/** The evidence as its reader follows it: from a statement to the words, their chain, their source, and back. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { buildSite, root, STORY } from './sites.ts';

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
    const anchor = `q-${EVENT}-quiet-season`;
    await page.goto(`events/${EVENT}/`);
    await page
      .locator(`figure#${anchor}`)
      .getByRole('link', { name: 'See it in the source' })
      .click();
    const passage = page.locator(`mark#${anchor}`);
    await expect(passage).toBeInViewport();
    await expect(passage).toHaveText('a quiet season');
    const ground = (selector: string) =>
      page.locator(selector).evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await ground(`mark#${anchor}`)).not.toBe(
      await ground(`mark#q-${EVENT}-gladly-accepted`),
    );
    await page.locator(`mark#${anchor} + a.back`).click();
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/#${anchor}$`));
    await expect(page.locator(`figure#${anchor}`)).toBeInViewport();
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
    // Letters tie the marks to the margin.
    const keys = await page
      .locator('#p1 a.back')
      .evaluateAll((all) => all.map((a) => a.getAttribute('data-key')));
    expect(keys.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    await expect(page.locator('#p1 .used .keys')).toHaveText(['a b d', 'c']);
    // The letters are no text: what can be copied is the source's.
    await expect(page.locator('#p2 .words')).toHaveText(
      'The invitation comes soon after the island chair held talks with Ruud in the harbour town of Stenvik.',
    );
  });

  test('links to the live page name the passage by its words', async ({ page }) => {
    await page.goto(`events/${EVENT}/`);
    const links = await page
      .locator('a.live')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toHaveLength(4);
    expect(links[1]).toMatch(
      /^https:.*-110510\.html#:~:text=visit%20Norholm%20at%20%22-,a%20quiet%20season,-%22%20and%20the%20invitation$/,
    );
    expect(new Set(links).size).toBe(4);
  });

  test('a chain names everyone the words passed through, and a dashed link its reason', async ({
    page,
  }) => {
    await page.goto('events/ruud-calls-dale-open/');
    const quote = page.locator('figure.quote').first();
    const links = quote.locator('.chain > li');
    await expect(links.locator('.actor')).toHaveText([
      'Peter Ruud',
      'Westrey Telegraph',
      'Isle Wire',
      'Evening Post',
    ]);
    await expect(links.nth(1)).toContainText('state media, Westrey');
    await expect(quote.locator('.mode')).toHaveText('paraphrased');
    const line = (at: number) =>
      links.nth(at).evaluate((node) => getComputedStyle(node, '::before').borderTopStyle);
    expect([await line(1), await line(2), await line(3)]).toEqual(['solid', 'dashed', 'solid']);
    await links.nth(2).getByRole('link', { name: 'our guess – why?' }).click();
    await expect(page.locator('li:target')).toContainText('The text names no agency.');
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
      quotes += await page.locator('figure.quote').count();
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
    expect(quotations.map(({ text }: { text: string }) => text)).toEqual(
      await page.locator('figure.quote blockquote').allTextContents(),
    );
    expect(quotations[1].creditText).toBe('NNS → Isle Wire → Evening Post');
  });

  test('foreign words in the notes say in which language they are', async ({ page }) => {
    await page.goto('events/ruud-backs-line/');
    await expect(page.locator('.note [lang=ru]')).toHaveText('летний');
  });
});

test.describe('a citation in place', () => {
  const open = (page: Page) => page.locator('.citation:popover-open');

  test('opens the quote by key, and gives the focus back', { tag: ['@base', '@core'] }, async ({
    page,
  }) => {
    await page.goto(`events/${EVENT}/`);
    const cite = page.locator('.body > p').getByRole('link', { name: 'gladly accepted' });
    await expect(cite).toHaveAttribute('aria-expanded', 'false');
    await cite.focus();
    await page.keyboard.press('Enter');
    await expect(open(page).locator('blockquote')).toHaveText('gladly accepted');
    await expect(open(page).getByRole('listitem')).toHaveCount(3);
    await expect(open(page)).toBeFocused();
    await expect(cite).toHaveAttribute('aria-expanded', 'true');
    await expect(cite).toHaveAttribute('aria-details', 'citation');
    expect(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      ...new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))),
    ]);
    await page.keyboard.press('Escape');
    await expect(open(page)).toHaveCount(0);
    await expect(cite).toBeFocused();
    await expect(cite).toHaveAttribute('aria-expanded', 'false');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 12 && !(await page.locator('.citation .passage:focus').count()); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/sources/${SOURCE}/#q-${EVENT}-gladly-accepted$`));
    // Not `goBack` and `toHaveURL`, which in Firefox wait for a load that does not come.
    await page.evaluate(() => void setTimeout(() => history.back()));
    // Asked while it is on the way, a page has no answer.
    await expect(async () => {
      expect(await page.evaluate(() => location.pathname)).toMatch(
        new RegExp(`/events/${EVENT}/$`),
      );
    }).toPass();
  });

  test('closes at a press outside, at a second one on the words, and gives way to another', {
    tag: '@core',
  }, async ({ page }) => {
    await page.goto(`events/${EVENT}/`);
    const body = page.locator('.body > p');
    await body.getByRole('link', { name: 'gladly accepted' }).click();
    await expect(open(page)).toBeVisible();
    await page.mouse.click(5, 300);
    await expect(open(page)).toHaveCount(0);
    await body.getByRole('link', { name: 'invited the mayor of Westrey' }).click();
    await expect(open(page)).toBeVisible();
    await body.getByRole('link', { name: 'invited the mayor of Westrey' }).click();
    await expect(open(page)).toHaveCount(0);
    await body.getByRole('link', { name: 'soon after' }).click();
    await expect(open(page).locator('blockquote')).toContainText('The invitation comes');
    await body.getByRole('link', { name: 'invited the mayor of Westrey' }).click();
    await expect(open(page).locator('blockquote')).toContainText('Island chair');
    await expect(page.locator('[aria-expanded=true]')).toHaveCount(1);
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/$`));
  });

  test('opens in the story as on an event’s own page', async ({ page }) => {
    await page.goto('');
    const event = page.locator(`article#${EVENT}`);
    await event.locator('.body > p').getByRole('link', { name: 'gladly accepted' }).click();
    await expect(open(page).locator('blockquote')).toHaveText('gladly accepted');
    await expect(page).not.toHaveURL(/#/);
    await open(page).getByRole('link', { name: 'our guess – why?' }).first().click();
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}/#inferred-nns$`));
    await expect(page.locator('li:target')).toContainText('The sentence says “island media”');
  });

  test('is left to the browser with a modifier key', async ({ page, context }) => {
    await page.goto(`events/${EVENT}/`);
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page
        .locator('.body > p')
        .getByRole('link', { name: 'gladly accepted' })
        .click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(tab).toHaveURL(/#q-dale-invites-ruud-gladly-accepted$/);
    await expect(open(page)).toHaveCount(0);
  });

  for (const [width, height] of [
    [320, 568],
    [390, 844],
    [1280, 800],
  ] as const)
    test(`stays within a window of ${width} × ${height} px, wherever the words stand`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        viewport: { width, height },
        hasTouch: true,
      });
      const page = await context.newPage();
      await page.goto('events/ruud-backs-line/');
      for (const cite of await page.locator('.body a.cite[href^="#q-"]').all()) {
        await cite.scrollIntoViewIfNeeded();
        await cite.tap();
        await expect(open(page)).toBeVisible();
        const box = await open(page).boundingBox();
        const words = await cite.evaluate((node) =>
          [...node.getClientRects()].map(({ top, bottom }) => ({ top, bottom })),
        );
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
        // Beside the words, not over them.
        for (const { top, bottom } of words)
          expect((box?.y ?? 0) >= bottom - 1 || (box?.y ?? 0) + (box?.height ?? 0) <= top + 1).toBe(
            true,
          );
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await cite.tap();
        await expect(open(page)).toHaveCount(0);
      }
      await context.close();
    });

  test('weighs no more than 2 kB, and breaks no rule when open', async ({ page, baseURL }) => {
    await page.goto(`events/${EVENT}/`);
    const scripts = await page
      .locator('script[type=module]')
      .evaluateAll((all) => all.map((script) => [script.getAttribute('src'), script.textContent]));
    const texts = await Promise.all(
      scripts.map(async ([src, text]) =>
        src ? (await page.request.get(new URL(src, baseURL).href)).text() : (text ?? ''),
      ),
    );
    const citation = texts.filter((text) => text.includes('showPopover'));
    expect(citation).toHaveLength(1);
    expect(gzipSync(citation[0] ?? '').length).toBeLessThanOrEqual(2048);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`events/${EVENT}/`);
      await page.locator('.body > p a.cite').first().click();
      expect(await broken(page)).toEqual([]);
    }
  });
});

/** The rules of WCAG 2.2 A and AA that a page breaks. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`);
}

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
  const folder = fs.mkdtempSync(join(tmpdir(), 'crossing-'));
  const content = join(folder, 'content');
  fs.cpSync(join(root, 'src/check/golden/_base'), content, { recursive: true });
  fs.rmSync(join(content, 'events/calm.mdx'));
  const quote = (id: string, exact: string): string =>
    `  ${id}: { source: log-1897, exact: '${exact}', speaker: ines-orr, mode: narration, via: [] }`;
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
  quote('third', 'rising. 13 March 1897.'),
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
