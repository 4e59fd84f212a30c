import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from '../src/print/browser.ts';
import { firefoxPath } from './firefox.ts';
import { freePort } from './port.ts';
import { portVariable, root, SITES, type SiteName } from './sites.ts';

const names = Object.keys(SITES) as SiteName[];
/** The site that each project stands on. */
const STANDS_ON: Record<string, SiteName> = {
  site: 'site',
  firefox: 'site',
  webkit: 'site',
  base: 'base',
  nginx: 'base',
  content: 'content',
};
const asked = process.argv.flatMap((word) => /^--project=(.*)/.exec(word)?.[1] ?? []);
const wanted =
  asked.length === 0 ? names : new Set(asked.flatMap((name) => STANDS_ON[name] ?? names));

// Free ports, so that this runs beside `npm start` and beside itself. Workers read this file again and
// find the same ones in their environment.
for (const name of names) process.env[portVariable(name)] ??= String(await freePort());
const urlOf = (name: SiteName): string =>
  `http://localhost:${process.env[portVariable(name)]}${SITES[name].base}`;

const executablePath = firefoxPath();
const firefox = executablePath && {
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  launchOptions: { executablePath },
};

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  // Twice Playwright's own: the machine may be busy, and axe reads every node.
  timeout: 60_000,
  // A shared machine can stall for longer than a test waits. What passes at the second try only is listed as flaky.
  retries: process.env['CI'] ? 1 : 0,
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
    {
      name: 'site',
      testIgnore: /(content|nginx|webkit)\.spec\.ts$/,
      use: { baseURL: urlOf('site') },
    },
    // The tests tagged @base once more, on the site as it is built for a folder of a host.
    { name: 'base', grep: /@base/, use: { baseURL: urlOf('base') } },
    // What holds for whatever archive is in `content/`.
    { name: 'content', testMatch: 'content.spec.ts', use: { baseURL: urlOf('content') } },
    // The tests tagged @core once more, in the other engine that Playwright drives as a system has it.
    ...(firefox
      ? [{ name: 'firefox', grep: /@core/, use: { baseURL: urlOf('site'), ...firefox } }]
      : []),
    { name: 'webkit', testMatch: 'webkit.spec.ts', use: { baseURL: urlOf('site') } },
    { name: 'nginx', testMatch: 'nginx.spec.ts', use: { baseURL: urlOf('base') } },
  ],
  webServer: {
    cwd: root,
    command: `node e2e/sites.ts ${[...wanted].join(' ')}`,
    wait: { stdout: /^Serving /m },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
