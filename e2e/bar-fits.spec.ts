/** The reading bar has room at every size, moves nothing, and stands at the head of events' own pages. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { article, bar, number, read } from './bar.ts';
import { open } from './chart.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

for (const text of [100, 200])
  test(`F13 it takes a tenth of the window at most and runs over nothing, with text at ${text} %`, {
    tag: '@core',
  }, async ({ page }) => {
    await open(page, '?actor=peter-ruud');
    await page.evaluate(
      (size) => document.documentElement.style.setProperty('font-size', `${size}%`, 'important'),
      text,
    );
    for (const height of [480, 640, 900])
      for (const width of [320, 390, 500, 620, 735, 900, 1280, 1920, 2560]) {
        await page.setViewportSize({ width, height });
        await article(page, 'ruud-calls-dale-open').evaluate((node) => node.scrollIntoView());
        await expect(bar(page)).toBeInViewport();
        await expect(bar(page).locator('.title')).not.toHaveText('');
        const found = await bar(page).evaluate((node) => {
          const out = node.getBoundingClientRect();
          const beyond = [...node.querySelectorAll('*')]
            .filter((part) => part.getBoundingClientRect().width > 0)
            .filter((part) => {
              const { top, bottom, left, right } = part.getBoundingClientRect();
              return (
                top < out.top - 1 || bottom > out.bottom + 1 || left < -1 || right > innerWidth + 1
              );
            })
            .map((part) => part.outerHTML.slice(0, 70));
          // Texts of the bar that touch each other.
          const parts = [...node.querySelectorAll('.number, .date, .title, .chip, .sign')]
            .map((part) => part.getBoundingClientRect())
            .filter(({ width, height }) => width > 0 && height > 0);
          const touching = parts.flatMap((a, i) =>
            parts
              .slice(i + 1)
              .filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1),
          ).length;
          return { height: out.height, beyond, touching };
        });
        expect(found, `${width} × ${height}`).toEqual({
          height: expect.any(Number),
          beyond: [],
          touching: 0,
        });
        expect(found.height, `${width} × ${height}`).toBeLessThanOrEqual(height / 10);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
      }
  });

for (const [width, height] of [
  [320, 256],
  [427, 300],
  [640, 450],
  [844, 390],
  [1280, 479],
] as const)
  test(`F14 nothing sticks in a window of ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await read(page, 'dale-invites-ruud');
    const stuck = await page.locator('body *').evaluateAll((all) =>
      all
        .filter((node) => /fixed|sticky/.test(getComputedStyle(node).position))
        .filter((node) => node.getBoundingClientRect().height > 0)
        .map((node) => node.outerHTML.slice(0, 80)),
    );
    expect(stuck).toEqual([]);
    const title = await article(page, 'dale-invites-ruud').locator('h2').boundingBox();
    expect(title?.y).toBeLessThan(100);
  });

test('F27 an event’s page begins with its place among the others, and the ways on, without JavaScript', {
  tag: '@base',
}, async ({ browser, baseURL }) => {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      javaScriptEnabled: false,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    await page.goto('events/dale-invites-ruud/');
    await expect(bar(page)).toBeInViewport({ ratio: 1 });
    await expect(number(page)).toHaveText('12 of 14');
    const drawing = bar(page).getByRole('img', { name: 'Event 12 of 14 on the timeline' });
    await expect(drawing).toHaveCount(1);
    await expect(drawing.locator('.mark.here')).toHaveCount(1);
    expect(await drawing.locator('.mark').count()).toBeGreaterThan(8);
    await bar(page)
      .getByRole('link', { name: 'Next event: NNS reports the invitation and its acceptance' })
      .click();
    await expect(page).toHaveURL(/events\/nns-reports-invitation\/$/);
    await expect(number(page)).toHaveText('13 of 14');
    await bar(page)
      .getByRole('link', { name: /^Previous event: / })
      .click();
    await expect(page).toHaveURL(/events\/dale-invites-ruud\/$/);
    await page.goto('events/olaf-dale-moe-1903/');
    await expect(bar(page).getByRole('link')).toHaveCount(1);
    // Over the story there is none that could not follow.
    await page.goto('./');
    await expect(bar(page)).toBeHidden();
    await context.close();
  }
});

test('scrolling through the story moves nothing but the story, and breaks no rule', async ({
  page,
}) => {
  await watchShifts(page);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await open(page);
    await page.evaluate(() => document.fonts.ready);
    for (let i = 0; i < 25; i++) {
      await page.mouse.wheel(0, 400);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    await expect(bar(page)).toBeVisible();
    expect(await shiftsOf(page)).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).include('.reading-bar').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual(
      [],
    );
    const small = await bar(page)
      .locator('button:visible')
      .evaluateAll((all) =>
        all
          .map((node) => node.getBoundingClientRect())
          .filter(({ width, height }) => width < 23.5 || height < 20)
          .map(({ width, height }) => `${width} × ${height}`),
      );
    expect(small).toEqual([]);
  }
});
