/** Archives that a test file builds and serves for itself. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { type Served, serve } from '../src/serve/serve.ts';
import { buildSite, workFolder } from './sites.ts';

/**
 * Builds an archive before the tests of a block or file, serves it for them, and removes it after them.
 * @param content the archive's folder; may make it in `work`
 * @returns functions, because the folders and the URL are known only when the tests run
 */
export function served(content: string | ((work: string) => string), base = '/') {
  let work = '';
  let site: Served | undefined;
  const dir = (): string => join(work, 'site');
  test.beforeAll(async () => {
    test.setTimeout(240_000);
    work = workFolder();
    buildSite(typeof content === 'string' ? content : content(work), dir(), base);
    site = await serve({ dir: dir(), port: 0, base });
  });
  test.afterAll(async () => {
    await site?.close();
    rmSync(work, { recursive: true, force: true });
  });
  return {
    /** Where it is served, with a slash at the end. */
    url: (): string => site?.url ?? '',
    /** The folder of the built site. */
    dir,
    /** A folder that holds it, and whatever else the test makes there. */
    work: (): string => work,
  };
}
