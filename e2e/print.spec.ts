/** Pages printed from the browser, and the edition on a screen. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readPdf } from './pdf.ts';
import { STORY } from './sites.ts';

const events = fs.readdirSync(join(STORY, 'events')).map((file) => file.replace(/\.mdx?$/, ''));
const SOURCE = 'sources/evening-post-1911-05-10/';
const bare = (text: string): string => text.replace(/\s+/g, '');

/** As wide as A4 between its margins. */
const toPaper = async (page: Page) => {
  await page.setViewportSize({ width: 658, height: 1000 });
  await page.emulateMedia({ media: 'print' });
};
const pageCount = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

test('the edition’s addresses are the site’s own, and its citations lead both ways', {
  tag: '@base',
}, async ({ page, baseURL }) => {
  await page.goto('explainer/');
  const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '';
  expect(new URL(canonical).pathname).toBe(`${new URL(baseURL ?? '').pathname}explainer/`);
  await expect(page.locator('.imprint a')).toHaveAttribute('href', canonical);
  await expect(page.getByRole('img', { name: `QR code of ${canonical}` })).toBeVisible();
  const base = canonical.replace(/explainer\/$/, '');
  for (const address of await page.locator('.quotes-list .address').all())
    expect(await address.getAttribute('href')).toMatch(`${base}sources/`);

  const first = page.locator('.edition sup a').first();
  const label = await first.innerText();
  await first.click();
  const entry = page.locator('.entries > li:target');
  await expect(entry.locator('.label')).toHaveText(label);
  await entry.locator('.label').click();
  await expect(first).toBeInViewport();
  expect(await first.evaluate((node) => node.matches(':target'))).toBe(true);
});

test('the links to the PDFs show where there are PDFs', async ({ page, request }) => {
  await page.goto('explainer/');
  const links = page.locator('.pdf-links a');
  await expect(links).toHaveText(['A4', 'US Letter']);
  for (const link of await links.all()) {
    await expect(link).toBeVisible();
    const response = await request.get((await link.getAttribute('href')) ?? '');
    expect(response.headers()['content-type']).toContain('application/pdf');
  }
});

test('one button prints', async ({ page }) => {
  await page.goto('explainer/');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that does nothing', async ({ page }) => {
    await page.goto('explainer/');
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test('an event prints as one page: its quotes, its place, its address', async ({ page }) => {
  for (const event of events) {
    await page.goto(`events/${event}/`);
    expect(pageCount(await page.pdf({ format: 'Letter' })), event).toBe(1);
    const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
    expect(pages, event).toHaveLength(1);
    const text = bare(pages.join(''));
    for (const quote of await page.locator('.quote blockquote').allTextContents())
      expect(text).toContain(bare(quote));
    expect(text).toMatch(/Event\d+of14\./);
    const address = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(text).toContain(address);
  }
});

const kinds = ['', `events/${events[0]}/`, SOURCE, 'about/', 'actors/nns/', 'explainer/'];

test('paper shows nothing that needs a screen, and nothing closed', async ({ page }) => {
  for (const path of kinds) {
    await page.goto(path);
    await toPaper(page);
    for (const chrome of ['header.site', 'nav', 'button', 'input', '.skip', '.permalink'])
      await expect(page.locator(`${chrome}:visible`), `${chrome} on /${path}`).toHaveCount(0);
    const stuck = await page.locator('body *').evaluateAll(
      (all) =>
        all.filter((node) => {
          const { position } = getComputedStyle(node);
          return (position === 'sticky' || position === 'fixed') && node.checkVisibility();
        }).length,
    );
    expect(stuck, path).toBe(0);
    for (const content of await page.locator('details:visible > :not(summary)').all())
      expect(await content.evaluate((node) => node.getBoundingClientRect().height)).toBeGreaterThan(
        0,
      );
    await page.emulateMedia({ media: null });
  }
});

test('each arrow of a chain stands before its name, on a screen and on paper', async ({ page }) => {
  await page.goto('/');
  // Where an arrow is: first in its row, or in the room before the name.
  const isBefore = (items: Element[]): boolean[] =>
    items.flatMap((item) =>
      ['::before', '::after'].map((pseudo) => {
        const { display, paddingInlineStart } = getComputedStyle(item);
        const arrow = getComputedStyle(item, pseudo);
        const [start, margin, width, border, room] = [
          arrow.insetInlineStart,
          arrow.marginInlineStart,
          arrow.width,
          arrow.borderInlineStartWidth,
          paddingInlineStart,
        ].map(Number.parseFloat) as [number, number, number, number, number];
        return arrow.position === 'absolute'
          ? start + margin > 0 && start + margin + width + border < room
          : display === 'flex' && arrow.order === '-1' && margin < 0;
      }),
    );
  const further = page.locator('.story .chain li + li');
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const before = await further.evaluateAll(isBefore);
    expect(before.length, media).toBeGreaterThan(10);
    expect(before, media).not.toContain(false);
  }
});

test('in landscape, the title and the whole chart share the first page', async ({ page }) => {
  for (const path of ['', 'explainer/']) {
    await page.goto(path);
    const titles = await page.locator('article h2 a, .told h3').allTextContents();
    const { pages } = await readPdf(await page.pdf({ format: 'A4', landscape: true }));
    const first = bare(pages[0] ?? '');
    expect(first, path).toContain(bare((await page.locator('h1').textContent()) ?? ''));
    expect(titles.length, path).toBeGreaterThanOrEqual(events.length);
    for (const title of titles) expect(first, path).toContain(bare(title).replace(/^\d+/, ''));
  }
});

test('no words on paper are smaller than 8 points, but for raised figures', async ({ page }) => {
  for (const path of kinds) {
    await page.goto(path);
    await toPaper(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('body *:not(script, style, svg *, sup, sup *)')]
        .filter((node) =>
          [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
        )
        .filter(
          (node) =>
            node.checkVisibility() &&
            Number.parseFloat(getComputedStyle(node).fontSize) * 0.75 < 7.99,
        )
        .map((node) => node.outerHTML.slice(0, 90)),
    );
    expect(small, path).toEqual([]);
  }
});

for (const scheme of ['light', 'dark'] as const)
  test(`from a ${scheme} screen, all of the timeline and the story prints in ink on white`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('?from=1911-05-09&to=1911-05-10');
    await toPaper(page);
    const marks = page.locator('svg.timeline:visible .mark');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(marks).toHaveCount(events.length);
    const colours = await marks.evaluateAll((all) =>
      all.map((mark) => getComputedStyle(mark.querySelector('text') ?? mark).fill),
    );
    expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
    const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
    const text = bare(pages.join('\n'));
    for (const part of await page
      .locator('.quote blockquote, .body > p, .note > p')
      .allTextContents())
      expect(text).toContain(bare(part));
  });

test('no paragraph of the edition ends in a line of one or two words', async ({ page }) => {
  await page.goto('explainer/');
  await toPaper(page);
  const short = await page
    .locator(
      '.told > p, .note, .edition section > p, .entries blockquote p, .holds, .deck, .legend',
    )
    .evaluateAll((all) =>
      all.flatMap((block) => {
        const text = document.createRange();
        const words: { word: string; bottom: number }[] = [];
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest('sup')) continue;
          for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s]+/g)) {
            text.setStart(node, index);
            text.setEnd(node, index + word.length);
            words.push({ word, bottom: text.getBoundingClientRect().bottom });
          }
        }
        const last = words.at(-1)?.bottom ?? 0;
        const line = words.filter(({ bottom }) => Math.abs(bottom - last) < 4);
        return words.length > line.length && line.length < 3
          ? [line.map(({ word }) => word).join(' ')]
          : [];
      }),
    );
  expect(short).toEqual([]);
});

for (const width of [320, 390, 768, 1280])
  test(`at ${width} px the edition does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('explainer/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
