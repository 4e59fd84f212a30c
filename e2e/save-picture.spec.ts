/** The drawing in view saved as a picture: it stands alone, says what it is of, and costs nothing before it is asked for. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

async function saved(page: Page, kind: 'SVG' | 'PNG'): Promise<{ bytes: Buffer; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: kind, exact: true }).click(),
  ]);
  return { bytes: readFileSync(await download.path()), name: download.suggestedFilename() };
}

/** Records what breaks the policy. */
async function watched(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      broken.push(violatedDirective),
    );
  });
  return () => page.evaluate(() => (window as unknown as { broken: string[] }).broken);
}

for (const width of [390, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme });

      test('an SVG holds its typefaces, the title, the source and the address of the view', async ({
        page,
        context,
      }) => {
        const broken = await watched(page);
        await page.goto('?track=mainland');
        const shown = await page.locator('svg.timeline:visible .mark').count();
        const { bytes, name } = await saved(page, 'SVG');
        const svg = bytes.toString();
        expect(name).toBe('timeline.svg');
        expect(svg).toContain('Gladly accepted');
        expect(svg.replace(/<\/text><text[^>]*>/g, ' ')).toMatch(/Sources: “.*” \(Evening Post\)/);
        expect(svg).toContain('https://timeline.example/?track=mainland');
        expect(svg.match(/data:font\/woff2;base64,/g)?.length).toBeGreaterThanOrEqual(2);
        // Nothing is fetched, and no style of the page is needed.
        expect(svg).not.toMatch(/url\((?!"?data:)|var\(|light-dark|class=/);
        expect(svg.includes('Mainland–Norholm')).toBe(true);
        expect(await broken()).toEqual([]);
        const alone = await context.newPage();
        await alone.route('**/*', (route) =>
          route.request().url().endsWith('/alone.svg')
            ? route.fulfill({ body: svg, contentType: 'image/svg+xml' })
            : route.abort(),
        );
        await alone.goto('/alone.svg');
        await alone.evaluate(() => document.fonts.ready);
        const faces = await alone.evaluate(() => [...document.fonts].map(({ status }) => status));
        expect(faces).toContain('loaded');
        expect(await alone.locator('svg svg a[href]').count()).toBe(shown);
        const beyond = await alone
          .locator('svg > text')
          .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().right));
        for (const right of beyond) expect(right).toBeLessThanOrEqual(width);
      });

      test('a PNG shows the same colours, twice as sharp', async ({ page }) => {
        const broken = await watched(page);
        await page.goto('');
        const box = await page.locator('svg.timeline:visible').boundingBox();
        const { bytes } = await saved(page, 'PNG');
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        expect(bytes.readUInt32BE(16)).toBe(Math.ceil(2 * ((box?.width ?? 0) + 48)));
        expect(await broken()).toEqual([]);
        const painted = await page.evaluate(async (base64) => {
          const data = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
          const image = await createImageBitmap(new Blob([data], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext('2d');
          pen?.drawImage(image, 0, 0);
          const { data: pixels = [] } = pen?.getImageData(0, 0, image.width, image.height) ?? {};
          const colours = new Set<string>();
          for (let i = 0; i < pixels.length; i += 4)
            colours.add(`rgb(${pixels[i]}, ${pixels[i + 1]}, ${pixels[i + 2]})`);
          return [...colours];
        }, bytes.toString('base64'));
        const wanted = await page.evaluate(() => [
          getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.body).color,
          ...[...document.querySelectorAll('svg.timeline .mark circle')].map(
            (dot) => getComputedStyle(dot).fill,
          ),
        ]);
        for (const colour of new Set(wanted)) expect(painted).toContain(colour);
      });
    });

test('its code is fetched at the first press', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('');
  await expect(page.getByRole('button', { name: 'SVG', exact: true })).toBeEnabled();
  expect(asked.filter((path) => path.includes('save-picture'))).toEqual([]);
  await saved(page, 'SVG');
  expect(asked.filter((path) => path.includes('save-picture'))).toHaveLength(1);
});

test('an embedded timeline and paper do not offer it', async ({ page }) => {
  await page.goto('embed/');
  await expect(page.getByRole('button', { name: 'SVG', exact: true })).toHaveCount(0);
  await page.goto('');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.saving')).toBeHidden();
});
