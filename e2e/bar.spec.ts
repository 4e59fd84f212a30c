/** The reading bar, by real touch, keys and scrolling, and the faults of the strip that it took the place of. */
import { expect, test } from '@playwright/test';
import { article, bar, line, number, phone, read } from './bar.ts';
import { open } from './chart.ts';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

for (const width of [320, 390, 768, 1280, 2560])
  test(`F04 while the story scrolls, the bar says which event is read, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await expect(bar(page)).toBeHidden();
    const titles = await page.locator('.story h2').allInnerTexts();
    const dates = await page.locator('.story .fact-date .date').allInnerTexts();
    const ids = await page.locator('.story article').evaluateAll((all) => all.map(({ id }) => id));
    for (const [i, id] of ids.entries()) {
      await read(page, id);
      await expect(number(page)).toHaveText(`${i + 1} of 14`);
      await expect(bar(page).locator('.date')).toHaveText(dates[i] ?? '');
      await expect(bar(page).locator('.title')).toHaveText(titles[i]?.replace(/\s+/g, ' ') ?? '');
      await expect(bar(page)).toBeInViewport({ ratio: 1 });
      // One mark is the event's; those of later events are hollow, those of earlier ones are not.
      const here = bar(page).locator('.mark.here');
      await expect(here).toHaveCount(1);
      const { ahead, hollow } = await bar(page)
        .locator('.mark')
        .evaluateAll((all) => ({
          ahead: all.filter((mark) => mark.classList.contains('ahead')).length,
          hollow: all.filter((mark) => {
            const body = mark.querySelector('circle, .solid');
            const paper = getComputedStyle(document.body).backgroundColor;
            return body && getComputedStyle(body).fill === paper;
          }).length,
        }));
      if (i === 0) expect(ahead).toBeGreaterThan(0);
      if (i === 13) expect(ahead).toBe(0);
      expect(hollow).toBe(ahead);
      // The pin is at the mark, unless that stands for several or for a span.
      if (i === 3) {
        const [a, b] = [
          await here.locator('circle').boundingBox(),
          await bar(page).locator('.pin').boundingBox(),
        ];
        const middle = (box: typeof a): number => (box?.x ?? 0) + (box?.width ?? 0) / 2;
        expect(Math.abs(middle(a) - middle(b))).toBeLessThan(8);
      }
    }
    const all = await bar(page)
      .locator('.mark')
      .evaluateAll((marks) => marks.length);
    expect(all).toBeGreaterThan(width < 500 ? 6 : 11);
    await expect(line(page)).toHaveAttribute('aria-valuenow', '14');
    await expect(line(page)).toHaveAttribute(
      'aria-valuetext',
      `14 of 14, ${dates[13]}, ${titles[13]}`,
    );
  });

test('its buttons and arrow keys lead from event to event, and say where to', {
  tag: '@core',
}, async ({ page }) => {
  await open(page);
  await read(page, 'ruud-greets-dale');
  await expect(number(page)).toHaveText('4 of 14');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(article(page, 'stenvik-talks').getByRole('heading')).toBeInViewport();
  await expect(number(page)).toHaveText('5 of 14');
  await expect(page.locator('time-line [aria-live]')).toHaveText(/^5 of 14, 9 May 1911, /);
  await page.getByRole('button', { name: 'Previous event' }).click();
  await expect(number(page)).toHaveText('4 of 14');
  await line(page).focus();
  for (let i = 5; i <= 14; i++) {
    await page.keyboard.press('ArrowRight');
    await expect(number(page)).toHaveText(`${i} of 14`);
  }
  await expect(page.getByRole('button', { name: 'Next event' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(number(page)).toHaveText('13 of 14');
  await page.keyboard.press('Home');
  await expect(number(page)).toHaveText('1 of 14');
  await expect(line(page)).toBeFocused();
  await page.keyboard.press('End');
  await expect(number(page)).toHaveText('14 of 14');
  // What is under the bar is the title, not hidden by it.
  const title = await article(page, 'post-carries-report').locator('h2').boundingBox();
  const foot = (await bar(page).boundingBox())?.height ?? 0;
  expect(title?.y).toBeGreaterThanOrEqual(foot);
  expect(new URL(page.url()).search).toBe('');
});

test('a click on the line leads to the nearest event', { tag: '@core' }, async ({ page }) => {
  await open(page);
  await read(page, 'ruud-greets-dale');
  await expect(number(page)).toHaveText('4 of 14');
  const box = await bar(page).locator('.mark circle').last().boundingBox();
  await page.mouse.click((box?.x ?? 0) + 2, (box?.y ?? 0) + 4);
  await expect(number(page)).toHaveText('14 of 14');
  await expect(article(page, 'post-carries-report').getByRole('heading')).toBeInViewport();
});

test('F02 a finger on the bar scrolls or steps, and never changes the view', async ({
  browser,
  baseURL,
}) => {
  const { page, touch } = await phone(browser, baseURL);
  await open(page);
  await read(page, 'ruud-greets-dale');
  await expect(number(page)).toHaveText('4 of 14');
  // Pulls down that begin on the bar and drift sideways, as a thumb's do.
  for (let i = 0; i < 20; i++) {
    await read(page, 'ruud-greets-dale');
    const [x, drift] = [120 + 8 * i, (i % 2 ? 1 : -1) * (30 + 3 * i)];
    await touch(
      ...Array.from({ length: 9 }, (_, k): [number, number] => [x + (drift * k) / 8, 40 + 45 * k]),
    );
  }
  expect(new URL(page.url()).search).toBe('');
  // The page glides on after the last pull.
  await expect(async () => {
    await read(page, 'ruud-greets-dale');
    await expect(number(page)).toHaveText('4 of 14', { timeout: 1000 });
  }).toPass();
  // Sideways it steps.
  // A touch while the page still glides stops it, and is neither a swipe nor a tap.
  const swipe = (from: number, to: number, told: string) =>
    expect(async () => {
      if ((await number(page).textContent()) !== told)
        await touch([from, 40], [(from + to) / 2, 41], [to, 42]);
      await expect(number(page)).toHaveText(told, { timeout: 1000 });
    }).toPass();
  await swipe(250, 150, '5 of 14');
  await swipe(150, 250, '4 of 14');
  const tap = (x: number, y: number, told: string) =>
    expect(async () => {
      await touch([x, y]);
      await expect(number(page)).toHaveText(told, { timeout: 1000 });
    }).toPass();
  await tap(20, 40, '3 of 14');
  const last = await bar(page).locator('.mark circle').last().boundingBox();
  await tap((last?.x ?? 0) + 3, (last?.y ?? 0) + 3, '14 of 14');
  expect(new URL(page.url()).search).toBe('');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('svg.timeline:visible .mark')).toHaveCount(14);
  await expect(page.locator('.tools [data-do="fit"]')).toHaveAttribute('aria-disabled', 'true');
  await page.context().close();
});

test('F15 a filter that is on shows in the bar, and goes without losing the place', {
  tag: '@core',
}, async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const choice = page.locator('.filter label', { hasText: 'Peter Ruud' });
  await choice.getByRole('checkbox').check();
  await expect(page.locator('.filter-status')).toContainText('of 14 events match');
  const count = await page.locator('.story > li:visible').count();
  expect(count).toBeLessThan(14);
  await article(page, 'ruud-calls-dale-open').evaluate((node) => node.scrollIntoView());
  const chip = bar(page).locator('.chip');
  await expect(chip).toHaveText(`${count} of 14 · Peter Ruud`);
  expect(await chip.evaluate((node) => getComputedStyle(node, '::after').content)).toBe('" ×"');
  await expect(bar(page).locator('.mark')).not.toHaveCount(14);
  // Steps go to events that the filter shows.
  await line(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(number(page)).toHaveText('12 of 14');
  await page.keyboard.press('ArrowLeft');
  await expect(number(page)).toHaveText('11 of 14');
  const top = () =>
    article(page, 'ruud-calls-dale-open').evaluate((node) => node.getBoundingClientRect().top);
  const before = await top();
  await chip.click();
  await expect(page.locator('.story > li:visible')).toHaveCount(14);
  await expect(chip).toBeHidden();
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
  await expect(line(page)).toBeFocused();
  // The words of a search show too.
  await open(page, '?words=довольно');
  await read(page, 'ruud-calls-dale-open');
  await expect(chip).toHaveText('1 of 14 · “довольно”');
});

test('the chart follows the reader while it is on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 2400 });
  await open(page, '?from=1911-05-09&to=1911-05-10');
  const chart = page.locator('svg.timeline:visible');
  await expect(chart.locator('.mark[data-key="olaf-dale-moe-1903"]')).toHaveCount(0);
  await page.mouse.wheel(0, 250);
  await expect(chart.locator('.mark[data-key="olaf-dale-moe-1903"] a')).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(chart).toBeInViewport();
});
