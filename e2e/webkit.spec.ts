/**
 * The core tests in Debian's WebKit, by its own WebDriver, because Playwright drives only its own build of WebKit. This
 * driver cannot print, cannot turn the wheel with Ctrl, and does not answer before a page has loaded.
 */
import { expect, test } from '@playwright/test';
import { type Actions, Key, type WebElement } from 'selenium-webdriver';
import { hasWebkit } from './webkit.ts';
import {
  address,
  base,
  button,
  count,
  driver,
  end,
  find,
  focus,
  focused,
  inView,
  listen,
  mark,
  open,
  outOfBounds,
  press,
  resize,
  run,
  shown,
  start,
  text,
  WIDE,
} from './webkit-page.ts';

// One after the other, in one browser.
test.describe.configure({ mode: 'default' });
test.skip(!hasWebkit(), 'webkit2gtk-driver or xvfb is not installed');

const EVENT = 'dale-invites-ruud';
const SOURCE = 'evening-post-1911-05-10';

/** Missing in the types of selenium-webdriver. */
interface Wheel {
  scroll(x: number, y: number, dx: number, dy: number, origin: WebElement): Actions;
}

test.beforeAll(({ baseURL }) => start(baseURL ?? ''));
test.afterAll(end);
test.beforeEach(() => resize(1280));
test.afterEach(async ({ browserName: _ }, info) => {
  if (info.status !== info.expectedStatus)
    await info.attach('page', {
      body: Buffer.from(await driver.takeScreenshot(), 'base64'),
      contentType: 'image/png',
    });
  expect(await run('return globalThis.complaints')).toEqual([]);
});

test('the home page shows all marks and tells the story in their order, wide and narrow', async () => {
  // The browser's window cannot be as narrow as a phone.
  for (const width of [1280, 320]) {
    await resize(width);
    await open();
    const drawing = width === 1280 ? WIDE : 'svg.timeline.down';
    expect(await shown('svg.timeline')).toBe(1);
    expect(await shown(`${drawing} .mark`)).toBe(14);
    expect(await shown('ol.story > li > article')).toBe(14);
    const order: [string[], string[]] = await run(
      `return [[...document.querySelectorAll(arguments[0] + ' .mark a')].map((a) => a.getAttribute('href')),
        [...document.querySelectorAll('ol.story > li > article')].map(({ id }) => '#' + id)]`,
      drawing,
    );
    expect(order[0]).toEqual(order[1]);
    expect(await outOfBounds()).toEqual([]);
    expect(await run('return document.documentElement.scrollWidth - innerWidth')).toBe(0);
    // The page's policy allows the page's own fonts and styles.
    expect(
      await run(
        'return [...document.fonts].some(({ status }) => status === "loaded") && getComputedStyle(document.querySelector("h1")).fontFamily.includes("Source Serif")',
      ),
    ).toBe(true);
  }
});

test('a mark leads to its event, a citation to its quote, the passage in the source, and back', async () => {
  await open();
  await (await find(`${WIDE} .mark[data-key="${EVENT}"] text`)).click();
  await expect.poll(address).toBe(`${base}#${EVENT}`);
  await expect.poll(focused).toBe(`#${EVENT}`);
  await expect.poll(() => inView(`article#${EVENT} h2`)).toBe(true);

  const anchor = `q-${EVENT}-gladly-accepted`;
  await (await find(`article#${EVENT} a.cite[href$="#${anchor}"]`)).click();
  await expect.poll(() => shown('#citation blockquote')).toBe(1);
  expect(await text('#citation blockquote .cited')).toBe('gladly accepted');

  await (await find('#citation .passage')).click();
  await expect.poll(address).toBe(`${base}sources/${SOURCE}/#${anchor}`);
  await expect.poll(() => inView(`mark#${anchor}:target`)).toBe(true);
  await listen();
  expect(await text(`mark#${anchor}`)).toBe('gladly accepted');

  await (await find(`mark#${anchor} + a.back`)).click();
  await expect.poll(address).toBe(`${base}events/${EVENT}/#${anchor}`);
  await expect.poll(() => inView(`#${anchor}:target`)).toBe(true);
  await listen();

  await run('history.go(-2)');
  await expect.poll(address).toBe(`${base}#${EVENT}`);
  await expect.poll(() => inView(`article#${EVENT}`)).toBe(true);
  await listen();
});

test('buttons, keys and the wheel with Ctrl zoom; 0 brings all of time back', async () => {
  await open();
  const apart = (): Promise<number> =>
    run(
      `const x = (id) => document.querySelector(arguments[0] + ' .mark[data-key="' + id + '"] circle')?.getBoundingClientRect().x;
      return x('${EVENT}') - x('ruud-calls-dale-open')`,
      WIDE,
    );
  const brush = (): Promise<number> =>
    run(
      `return [...document.querySelectorAll('svg.overview .selection')].map((node) => node.getBoundingClientRect().width).find(Boolean)`,
    );
  const [all, whole] = [await apart(), await brush()];
  await (await button('Zoom in')).click();
  await expect.poll(brush).toBeLessThan(whole * 0.9);
  await expect.poll(address).toContain('from=');
  await (await button('Show all')).click();
  await expect.poll(brush).toBeCloseTo(whole, 0);
  await expect.poll(apart).toBeCloseTo(all, 0);

  const taken = await run(
    `const circle = document.querySelector(arguments[0] + ' .mark[data-key="${EVENT}"] circle');
    const { x, y } = circle.getBoundingClientRect();
    const init = { deltaY: -120, ctrlKey: true, clientX: x + 6, clientY: y + 6, bubbles: true, cancelable: true };
    return !circle.dispatchEvent(new WheelEvent('wheel', init))`,
    WIDE,
  );
  expect(taken).toBe(true);
  await expect.poll(apart).toBeGreaterThan(all * 1.2);

  await focus(await mark(EVENT));
  await press('0');
  await expect.poll(apart).toBeCloseTo(all, 0);
  await press('+');
  await expect.poll(apart).toBeGreaterThan(all * 1.2);
  await press('0');
  await expect.poll(() => count(`${WIDE} .mark`)).toBe(14);
  // The last mark comes into view before the view comes to rest.
  await expect.poll(apart).toBeCloseTo(all, 0);

  // Without Ctrl the wheel scrolls the page.
  const zoomed = await apart();
  const actions = driver.actions() as Actions & Wheel;
  await actions
    .scroll(0, 0, 0, 200, await find(`${WIDE} .mark[data-key="${EVENT}"] circle`))
    .perform();
  await expect.poll(() => run('return scrollY')).toBeGreaterThan(100);
  expect(await apart()).toBeCloseTo(zoomed, 0);
});

test('the timeline is one tab stop; arrows go by time and track, Enter reads, Esc leaves', async () => {
  await open();
  const stops: string[] = [];
  for (let i = 0; i < 30; i++) {
    await press(Key.TAB);
    stops.push(
      await run(
        'return document.activeElement.closest("svg.timeline, svg.overview")?.classList[0] ?? ""',
      ),
    );
  }
  expect(stops.filter((stop) => stop === 'timeline')).toHaveLength(1);
  expect(stops.filter((stop) => stop === 'overview')).toHaveLength(1);

  await focus(await find(`${WIDE} a[tabindex="0"]`));
  for (const [key, id] of [
    [Key.END, 'post-carries-report'],
    [Key.ARROW_LEFT, 'nns-reports-invitation'],
    [Key.ARROW_UP, 'icn-ready-itself'],
    [Key.ARROW_DOWN, 'nns-reports-invitation'],
    [Key.HOME, 'olaf-dale-moe-1903'],
    [Key.ARROW_RIGHT, 'fossum-no-agreement'],
  ] as const) {
    await press(key);
    await expect.poll(focused).toBe(`#${id}`);
  }
  // The first Escape closes the preview.
  await press(Key.ESCAPE);
  await expect.poll(() => shown('.preview')).toBe(0);
  await press(Key.ESCAPE);
  await expect.poll(() => count(`${WIDE} a:focus`)).toBe(0);

  await focus(await mark('fossum-no-agreement'));
  await press(Key.ENTER);
  await expect.poll(() => count('article#fossum-no-agreement:focus')).toBe(1);
  await expect.poll(address).toBe(`${base}#fossum-no-agreement`);
});

test('the slider runs by arrow keys from to scale to evenly spaced', async () => {
  await open();
  const slider = await find('time-line input[type="range"]');
  const says = () => slider.getAttribute('aria-valuetext');
  await focus(slider);
  await press(Key.HOME);
  await expect.poll(says).toBe('true spacing');
  await expect.poll(() => count(`${WIDE} .break`)).toBe(0);
  await press(Key.END);
  await expect.poll(says).toBe('even spacing');
  await expect.poll(() => shown(`${WIDE} .mark`)).toBe(14);
  await expect.poll(() => text(`${WIDE} .break text`)).toBe('7½ years');
  await press(Key.ARROW_LEFT);
  await expect.poll(says).toBe('nearly even spacing');
  await expect.poll(address).toContain('spacing=');
});

test('the filter leaves what matches, in drawing, story and address, and clears', async () => {
  await open();
  await (await button('Filter')).click();
  await (await find('input[name="track"][value="mainland"]')).click();
  await expect.poll(() => shown('ol.story > li')).toBe(5);
  await expect.poll(address).toContain('track=mainland');
  await (await find('form[role="search"] input')).sendKeys('weather');
  await expect.poll(() => shown('ol.story > li')).toBe(1);
  await expect.poll(() => text('.filter-status')).toContain('1 of 14 events match');
  await (await button('Clear the filter')).click();
  await expect.poll(() => shown('ol.story > li')).toBe(14);
  expect(await shown(`${WIDE} .mark`)).toBe(14);
});

test('laid out for paper, pages show all they say and nothing that needs a screen', async () => {
  // A4 between its margins.
  await resize(658);
  for (const path of [
    '?from=1911-05-09&to=1911-05-10&track=mainland',
    `events/${EVENT}/`,
    `sources/${SOURCE}/`,
    'explainer/',
  ]) {
    await open(path);
    // From here on the print rules apply to the screen, and the screen rules do not.
    const changed = await run(
      `let changed = 0;
      const turn = (rules) => {
        for (const rule of rules) {
          if (rule.media && /print|screen/.test(rule.media.mediaText)) {
            rule.media.mediaText = rule.media.mediaText.replace(/print|screen/g, (medium) => medium === 'print' ? 'all' : 'print');
            changed += 1;
          }
          if (rule.cssRules) turn(rule.cssRules);
        }
      };
      for (const sheet of document.styleSheets) turn(sheet.cssRules);
      dispatchEvent(new Event('beforeprint'));
      return changed`,
    );
    expect(changed, path).toBeGreaterThan(1);
    for (const control of ['header.site', 'nav', 'button', 'input', '.skip', '.permalink'])
      await expect.poll(() => shown(control), `${control} on /${path}`).toBe(0);
    if (path.startsWith('?')) {
      await expect.poll(() => shown('svg.timeline .mark')).toBe(14);
      expect(await shown('ol.story > li')).toBe(14);
    }
    expect(await shown('main h1'), path).toBe(1);
    const quotes = 'main :is(blockquote, mark)';
    expect(await shown(quotes), path).toBe(await count(quotes));
    expect(await outOfBounds(), path).toEqual([]);
    const [closed, floating]: [number, number] = await run(
      `const all = [...document.querySelectorAll('main *')].filter((node) => node.checkVisibility());
      return [[...document.querySelectorAll('details > :not(summary)')].filter((node) => node.parentElement.checkVisibility() && !node.getBoundingClientRect().height).length,
        all.filter((node) => ['sticky', 'fixed'].includes(getComputedStyle(node).position)).length]`,
    );
    expect([closed, floating], path).toEqual([0, 0]);
  }
});
