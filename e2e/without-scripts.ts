import type { Page } from '@playwright/test';

/**
 * Has a page's scripts blocked where Playwright cannot switch them off: in Firefox `javaScriptEnabled` does nothing. To
 * be called before each test that asks for it.
 */
export async function withoutScripts({
  page,
  browserName,
  javaScriptEnabled,
}: {
  page: Page;
  browserName: string;
  javaScriptEnabled: boolean | undefined;
}): Promise<void> {
  if (browserName !== 'firefox' || javaScriptEnabled !== false) return;
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'script') return route.abort();
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'none'" };
    return route.fulfill({ response, headers });
  });
}
