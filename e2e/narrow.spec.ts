/** Long words, and phones that are turned. */
import { expect, type Page, test } from '@playwright/test';
import { article } from './bar.ts';
import { chart, open } from './chart.ts';

test.use({ reducedMotion: 'reduce' });

/** Puts a word that nothing divides into texts of every kind. */
const lengthen = (page: Page): Promise<number> =>
  page
    .locator(
      'h1, h2, .deck, .actor, .place, .track, .body p, .note p, blockquote, .reference-list li, .filter label span:first-of-type, dd, .neighbour, .telling .title',
    )
    .evaluateAll((all) => {
      const texts = all.flatMap((node) =>
        [...node.childNodes].filter(
          ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
        ),
      );
      for (const text of texts) text.textContent += ` ${'Donaudampfschifffahrt'.repeat(5)} `;
      return texts.length;
    });

for (const width of [320, 390, 1280])
  for (const path of ['', 'events/dale-invites-ruud/'])
    test(`F26 long words break, and widen nothing: /${path}, ${width} px`, {
      tag: '@core',
    }, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      if (!path) {
        await page.locator('time-line.running').waitFor({ state: 'attached' });
        await page.getByRole('button', { name: 'Filter', exact: true }).click();
      }
      expect(await lengthen(page)).toBeGreaterThan(10);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      // Where they are beside each other, the facts do not run into the story.
      if (width < 1000) return;
      const touching = await page.locator('article').evaluateAll((all) =>
        all.flatMap((one) => {
          const boxes = (selector: string) =>
            [...one.querySelectorAll(selector)].flatMap((node) => {
              const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
              const found: DOMRect[] = [];
              while (walker.nextNode()) {
                const range = new Range();
                range.selectNodeContents(walker.currentNode);
                found.push(...range.getClientRects());
              }
              return found.filter((box) => box.width > 1);
            });
          const body = boxes('.body p');
          return boxes('.facts')
            .filter((a) =>
              body.some(
                (b) =>
                  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
              ),
            )
            .map((a) => `${one.id} at ${Math.round(a.left)}, ${Math.round(a.top)}`);
        }),
      );
      expect(touching).toEqual([]);
    });

test('F32 a phone that is turned keeps the place of its reader', { tag: '@core' }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(chart(page)).toBeVisible();
  const atLine = (): Promise<string | undefined> =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.story article')].find((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top <= innerHeight * 0.34 && bottom > innerHeight * 0.34;
        })?.id,
    );
  for (const id of ['stenvik-talks', 'ruud-calls-dale-open']) {
    // The page learns of a scroll in the next frame, in which a turn would come first.
    await article(page, id).evaluate(async (node) => {
      const scrolled = new Promise((done) => addEventListener('scroll', done, { once: true }));
      const { top, height } = node.getBoundingClientRect();
      scrollBy(0, top + height / 2 - innerHeight * 0.34);
      await scrolled;
    });
    await expect.poll(atLine).toBe(id);
    for (const [width, height] of [
      [844, 390],
      [390, 844],
      [1280, 720],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(atLine).toBe(id);
    }
  }
});
