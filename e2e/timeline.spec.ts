/** The drawing of the timeline in a browser: nothing touches, nothing is lost, and it is usable as it is. */
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { button, chart, collisions, mark, marks, open } from './chart.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

for (const width of [320, 390, 768, 1280, 2560])
  test(`at ${width} px no text touches another, a mark or the border, at nine spacings and three zooms`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const slider = page.getByRole('slider', { name: 'Spacing of time' });
    for (const zooms of [0, 1, 2]) {
      for (let spacing = 0; spacing <= 100; spacing += 12.5) {
        await slider.evaluate((node: HTMLInputElement, value) => {
          node.step = 'any';
          node.valueAsNumber = value;
          node.dispatchEvent(new Event('input', { bubbles: true }));
        }, spacing);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
        expect(await collisions(page), `spacing ${spacing}, zoomed ${zooms} times`).toEqual([]);
      }
      for (let i = 0; i < 3; i++) await button(page, 'Zoom in').click();
      for (let i = 0; i < 2; i++) await button(page, 'Later').click();
    }
  });

test('all fourteen titles show whole, at 1280 px and where time runs down at 320 px', async ({
  page,
}) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const titles = await page.locator('.story h2').allInnerTexts();
    const labels = await chart(page).locator('.mark text').allTextContents();
    expect(labels).toEqual(titles);
  }
});

test.describe('elastic time', () => {
  test('the slider runs by arrow keys from to scale to evenly spaced, and says so in words', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page);
    const slider = page.getByRole('slider', { name: 'Spacing of time' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', 'true spacing');
    await expect(chart(page).locator('.break')).toHaveCount(0);
    await expect.poll(() => marks(page)).toContainEqual(expect.stringMatching(/\+$/));
    await page.keyboard.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', 'even spacing');
    await expect(chart(page).locator('.break text').first()).toHaveText('7½ years');
    await expect.poll(() => marks(page)).toHaveLength(14);
    await page.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', 'nearly even spacing');
  });

  test('hydration changes nothing: no node, no attribute, no shift', async ({
    page,
    browser,
    baseURL,
  }) => {
    const before = await browser.newContext({ javaScriptEnabled: false });
    const received = await before.newPage();
    await received.goto(baseURL ?? '');
    const served = await received.locator('svg.timeline.wide').innerHTML();
    await before.close();
    await watchShifts(page);
    await open(page);
    // The script only sets tab stops and marks the event in the URL.
    const drawn = await chart(page).evaluate((svg) => {
      const copy = svg.cloneNode(true) as SVGElement;
      for (const a of copy.querySelectorAll('a')) a.removeAttribute('tabindex');
      return copy.innerHTML;
    });
    expect(drawn).toBe(served);
    expect(await shiftsOf(page)).toEqual([]);
  });
});

test.describe('clusters', () => {
  test('count, and open when they are activated', { tag: '@core' }, async ({ page }) => {
    await open(page, '?spacing=0');
    const cluster = chart(page).locator('.mark.cluster a').first();
    await expect(cluster).toHaveAttribute('aria-label', /^\d+ events, /);
    const count = Number(await cluster.locator('text').textContent());
    expect(count).toBeGreaterThan(1);
    await cluster.focus();
    const before = (await marks(page)).length;
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await marks(page)).filter((key) => !key.endsWith('+')).length)
      .toBeGreaterThan(0);
    await expect(button(page, 'Show all')).toHaveAttribute('aria-disabled', 'false');
    expect(before).toBeLessThan(14);
    await expect(page).not.toHaveURL(/#/);
  });
});

test('ten thousand events draw as few nodes as a hundred, at every zoom and spacing', async ({
  page,
}) => {
  // Seeded, so that every run has the same.
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
  const day = 86_400_000;
  const items = Array.from({ length: 10_000 }, (_, i) => {
    const lo = Math.floor(random() ** 2 * 50_000 - 30_000) * day;
    const hi = lo + (random() < 0.15 ? 1 + Math.floor(random() * 400) : 1) * day;
    return {
      id: `event-${i}`,
      title: `Event number ${i}`,
      name: `Event number ${i}`,
      track: i % 3,
      range: { lo, hi },
      solid: { lo, hi },
      lasting: hi - lo > day,
      rangeNames: [`day ${lo / day}`],
      dateNames: [`day ${lo / day}`],
      ends: [{ lo, hi, name: `day ${lo / day}`, year: '' }],
    };
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /(<script type="application\/json">)(.*?)(<\/script>)/s,
      (_, before: string, json: string, after: string) =>
        before + JSON.stringify({ ...JSON.parse(json), items }) + after,
    );
    await route.fulfill({ response, body: html });
  });
  await open(page, './');
  const nodes = (): Promise<number> => chart(page).locator('*').count();
  const most: number[] = [];
  for (const spacing of ['Home', 'End']) {
    await page.getByRole('slider', { name: 'Spacing of time' }).press(spacing);
    for (let i = 0; i < 12; i++) {
      await button(page, i < 8 ? 'Zoom in' : 'Later').click();
      most.push(await nodes());
    }
    await button(page, 'Show all').click();
    most.push(await nodes());
  }
  expect(Math.max(...most)).toBeLessThan(400);
  expect(Math.min(...most)).toBeGreaterThan(100);
  // With so many, an arrow key continues beyond the edge of the view.
  for (let i = 0; i < 3; i++) await button(page, 'Zoom in').click();
  await chart(page).locator('.mark a').last().focus();
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest('.mark')?.getAttribute('data-key') ?? null);
  const passed = new Set([await focused()]);
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('ArrowRight');
    passed.add(await focused());
  }
  expect(passed.size).toBe(26);
  expect(passed).not.toContain(null);
  expect(errors).toEqual([]);
});

test.describe('robust', () => {
  test('resizing and rotating keep the drawing whole', { tag: '@core' }, async ({ page }) => {
    await open(page);
    for (const [width, height] of [
      [390, 844],
      [844, 390],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(chart(page)).toHaveCount(1);
      await expect(chart(page).locator('.mark')).toHaveCount(14);
      await expect.poll(() => collisions(page)).toEqual([]);
    }
  });

  test('text at 200 % shows every title, without a sideways scroll', async ({ page }) => {
    await open(page);
    // Not by a style sheet, which the page's policy forbids.
    await page.evaluate(() =>
      document.documentElement.style.setProperty('font-size', '200%', 'important'),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      1280,
    );
    expect(
      await page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      ),
    ).toBe(32);
    await expect.poll(() => marks(page)).toHaveLength(14);
  });

  test('paper gets all of time, whatever the screen shows', { tag: '@core' }, async ({ page }) => {
    await open(page, '?from=1911-05-09&to=1911-05-10&track=mainland');
    await expect(chart(page).locator('.mark')).toHaveCount(4);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(chart(page).locator('.mark')).toHaveCount(14);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(chart(page).locator('.mark')).toHaveCount(4);
  });

  test('two timelines on a page live apart', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const copy = document.querySelector('time-line')?.cloneNode(true) as HTMLElement;
      copy.classList.remove('running');
      document.querySelector('main')?.prepend(copy);
    });
    await expect(page.locator('time-line.running')).toHaveCount(2);
    const breaks = page.locator('time-line svg.timeline:visible .breaks');
    await page.getByRole('slider', { name: 'Spacing of time' }).last().press('Home');
    await expect(breaks.last().locator('.break')).toHaveCount(0);
    await expect(breaks.first().locator('.break')).toHaveCount(1);
  });

  test('the script failing leaves the drawing and its links', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('');
    await expect(chart(page).locator('.mark')).toHaveCount(14);
    await mark(page, 'dale-invites-ruud').locator('text').click();
    await expect(page).toHaveURL(/#dale-invites-ruud$/);
  });
});

test('every target is 24 px or more, and nothing breaks WCAG while zoomed, filtered and to scale', async ({
  page,
}) => {
  for (const query of ['?spacing=0', '?from=1911-05-09&to=1911-05-11&track=mainland']) {
    await open(page, query);
    await button(page, 'Filter').click();
    const small = await page
      .locator('.chart button, .chart input, .mark .target')
      .evaluateAll((all) =>
        all
          .map((node) => ({ node, ...node.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => width > 0 && (width < 23.9 || height < 23.9))
          .filter(({ node }) => !(node as HTMLElement).closest('label'))
          .map(({ node }) => (node as Element).outerHTML.slice(0, 80)),
      );
    expect(small).toEqual([]);
    const { violations } = await new AxeBuilder({ page })
      .include('time-line')
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`),
    ).toEqual([]);
  }
});

test('the home page’s script weighs at most 31 kB, gzip, in all', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await open(page);
  await page.waitForLoadState('networkidle');
  const scripts = await Promise.all(bodies);
  const sizes = scripts.map((body) => gzipSync(body).length);
  const inline = await page
    .locator('script:not([src]):not([type="application/json"]):not([type="application/ld+json"])')
    .allTextContents();
  const total = [...sizes, ...inline.map((text) => gzipSync(text).length)].reduce(
    (a, b) => a + b,
    0,
  );
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(31_000);
});
