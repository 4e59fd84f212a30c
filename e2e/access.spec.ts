/** Accessibility: WCAG rules on each kind of page in each mode, a task by keyboard, and what a screen reader speaks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const EVENT = 'dale-invites-ruud';
const SOURCE = 'evening-post-1911-05-10';
/** One of each. */
const kinds = {
  home: '',
  event: `events/${EVENT}/`,
  source: `sources/${SOURCE}/`,
  person: 'actors/anna-dale/',
  agency: 'actors/nns/',
  publisher: 'actors/evening-post/',
  about: 'about/',
  explainer: 'explainer/',
  present: 'present/',
  embed: 'embed/',
  'embedded event': `embed/${EVENT}/`,
  'no page': '404.html',
};

/** The rules of WCAG 2.2 A and AA, and axe's own, that a page breaks. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    // The pages have no frames, for which axe would open a second page.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`);
}

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

for (const [kind, path] of Object.entries(kinds))
  test(`${kind}: no rule is broken in light, dark and forced colours, at 320 px and with text at 200 %`, async ({
    page,
  }) => {
    test.slow();
    const problems: Record<string, string[]> = {};
    const conditions: [string, () => Promise<unknown>][] = [
      ['light', () => page.emulateMedia({ colorScheme: 'light' })],
      ['dark', () => page.emulateMedia({ colorScheme: 'dark' })],
      ['forced colours', () => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })],
      [
        '320 px',
        async () => {
          await page.emulateMedia({ forcedColors: 'none' });
          await page.setViewportSize({ width: 320, height: 640 });
        },
      ],
      [
        'text at 200 %',
        async () => {
          await page.setViewportSize({ width: 1280, height: 900 });
          await page.evaluate(() =>
            document.documentElement.style.setProperty('font-size', '200%', 'important'),
          );
        },
      ],
    ];
    await page.goto(path);
    for (const [condition, set] of conditions) {
      await set();
      const found = await broken(page);
      if (await sideways(page)) found.push('scrolls sideways');
      if (found.length > 0) problems[condition] = found;
    }
    expect(problems).toEqual({});
  });

test('by keyboard alone: skip, filter, choose an event, follow its evidence to the source and back', {
  tag: '@core',
}, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('');
  await page.locator('time-line.running').waitFor({ state: 'attached' });
  const focus = page.locator(':focus');
  /** Presses Tab until an element with this name has the focus. */
  const tabTo = async (name: RegExp, most = 30): Promise<void> => {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      const label = await focus.evaluate((node) =>
        `${node.getAttribute('aria-label') ?? ''} ${node.textContent} ${node.closest('label')?.textContent ?? ''}`.trim(),
      );
      if (name.test(label)) return;
    }
    throw new Error(`${name} is not reached by ${most} presses of Tab`);
  };

  await page.keyboard.press('Tab');
  await expect(focus).toHaveText('Skip to the content');
  await expect(focus).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);

  await tabTo(/^Search$/);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('invite');
  await expect(page.locator('.filter-status')).toContainText(/\d of 14 events match/);

  await tabTo(/events? match|Clear the filter/);
  await tabTo(/, \d+ May 1911/);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let i = 0; i < 14 && (await focus.getAttribute('href')) !== `#${EVENT}`; i++)
    await page.keyboard.press('ArrowRight');
  await expect(focus).toHaveAttribute('href', `#${EVENT}`);
  await page.keyboard.press('Enter');
  await expect(page.locator(`article#${EVENT}`)).toBeFocused();

  await tabTo(/^gladly accepted$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#citation')).toBeFocused();
  await tabTo(/^See it in the source/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/sources/${SOURCE}/#q-${EVENT}-gladly-accepted$`));
  await expect(page.locator(`mark#q-${EVENT}-gladly-accepted`)).toBeInViewport();
  // The next stop after the passage is the way back.
  await page.keyboard.press('Tab');
  await expect(focus).toHaveAttribute('href', new RegExp(`${EVENT}/?#`));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${EVENT}/?#`));
});

/** Names, roles and order as a screen reader speaks them. `UPDATE=1` writes them anew; read the change before you commit. */
for (const [kind, part] of [
  ['home', 'time-line, .story > li:first-child'],
  ['event', 'body'],
  ['source', 'main'],
] as const)
  test(`${kind} is spoken in its order`, async ({ page }) => {
    await page.goto(kinds[kind]);
    if (kind === 'home') await page.locator('time-line.running').waitFor({ state: 'attached' });
    const parts = await page.locator(part).all();
    const spoken = `${(await Promise.all(parts.map((node) => node.ariaSnapshot()))).join('\n')}\n`;
    const golden = join(import.meta.dirname, 'spoken', `${kind}.yml`);
    if (process.env['UPDATE']) writeFileSync(golden, spoken);
    expect(spoken).toBe(readFileSync(golden, 'utf8'));
  });
