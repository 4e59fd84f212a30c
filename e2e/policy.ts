/** What the tests of the Content-Security-Policy share. */
import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Every page in the folder of a built site, as from the site's root. */
export const pagesIn = (dir: string): string[] =>
  globSync('**/*.html', { cwd: dir })
    .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
    .sort();

/** Notes all that goes against a page's policy, and every request to another host than the first page's. */
export async function watch(page: Page): Promise<() => Promise<string[]>> {
  const found: string[] = [];
  let home = '';
  page.on('request', (request) => {
    const url = new URL(request.url());
    home ||= url.origin;
    if (url.origin !== home && !['data:', 'blob:'].includes(url.protocol))
      found.push(`asks ${url}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('dialog', (dialog) => {
    found.push(`says ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { violations: kept });
    document.addEventListener('securitypolicyviolation', (event) =>
      kept.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return async () => [
    ...found.splice(0),
    ...(await page.evaluate(() =>
      (globalThis as unknown as { violations: string[] }).violations.splice(0),
    )),
    ...(await page.evaluate(() =>
      Object.entries(globalThis).flatMap(([name, value]) =>
        name === 'pwned' ? [`ran ${value}`] : [],
      ),
    )),
  ];
}
