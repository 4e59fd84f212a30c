import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from '../src/print/browser.ts';
import { firefoxPath } from './firefox.mjs';
import { freePort } from './port.ts';

const root = join(import.meta.dirname, '..');
const basePath = '/repo/';
// In node_modules, where neither git nor the type checker looks.
const basedDir = 'node_modules/.cache/site-under-base';
const withBase = !process.argv.includes('--project=site');

// Free ports, so that this runs beside `npm start` and beside itself. Workers read this file again and
// find the same ones in their environment.
process.env['E2E_PORT'] ??= String(await freePort());
process.env['E2E_BASE_PORT'] ??= String(await freePort());
const { E2E_PORT: sitePort, E2E_BASE_PORT: basedPort } = process.env;
const siteUrl = `http://localhost:${sitePort}/`;
const basedUrl = `http://localhost:${basedPort}${basePath}`;

const executablePath = firefoxPath();
const firefox = executablePath && {
  ...({ browserName: 'firefox', channel: 'moz-firefox' } as const),
  launchOptions: { executablePath },
};

const server = {
  cwd: root,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
} as const;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  // Twice Playwright's own: the machine may be busy, and axe reads every node.
  timeout: 60_000,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    launchOptions: { executablePath: await findBrowser(), args: browserArgs },
    // A trace costs a third of the time; `npm run e2e -- --trace on` records one.
    screenshot: 'only-on-failure',
    locale: 'en-US',
    // Far from UTC, so that a date drawn on the reader's clock instead of the source's shows.
    timezoneId: 'Pacific/Auckland',
  },
  projects: [
    { name: 'site', use: { baseURL: siteUrl } },
    // The tests tagged @core once more, in the other engine that Playwright drives as a system has it.
    ...(firefox ? [{ name: 'firefox', grep: /@core/, use: { baseURL: siteUrl, ...firefox } }] : []),
    // The tests tagged @base once more, on the site as it is built for a folder of a host.
    ...(withBase ? [{ name: 'base', grep: /@base/, use: { baseURL: basedUrl } }] : []),
  ],
  webServer: [
    {
      ...server,
      name: 'site',
      command: 'node src/serve/serve.ts',
      env: { PORT: sitePort, BASE_PATH: '/' },
      url: siteUrl,
    },
    ...(withBase
      ? [
          {
            ...server,
            name: 'base',
            command: `node src/cli.ts build --out-dir ${basedDir} && node src/serve/serve.ts ${basedDir}`,
            env: { PORT: basedPort, BASE_PATH: basePath },
            url: basedUrl,
            timeout: 120_000,
          },
        ]
      : []),
  ],
});
