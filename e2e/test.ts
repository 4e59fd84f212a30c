/**
 * `npm test`: every check, a failed one not keeping the later ones from running. `npm test -- --all` has the other
 * browsers, nginx, coverage and the long tests too. The last line is the sum over Vitest's tests, Playwright's tests and the
 * other steps; status 1 if anything failed.
 */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser } from '../src/print/browser.ts';
import { firefoxPath, installFirefox } from './firefox.ts';
import { hasNginx, installNginx } from './nginx.ts';
import { root } from './sites.ts';
import { hasWebkit, installWebkit } from './webkit.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Tests that try very many inputs, start many processes or build many sites: longer than all others together. */
const LONG = [
  'src/check/{altered,fuzz}.test.ts',
  'src/author/import/import-any.test.ts',
  'src/author/formats.test.ts',
  'src/build/setup.test.ts',
  'src/drawings/facsimile.test.ts',
  'e2e/{beside,build,code,dev-survives,docs,elsewhere,languages,one-reading,passes-builds,readme,steps,verify,without-canvas}.test.ts',
  'src/words/adding.test.ts',
];
/** Browser tests that build an archive of their own, read whole PDFs, every node by axe or many windows: as long as all others. */
const LONG_PAGES =
  'access|bar-fits|documents|embeds|hostile|letters|live|long-sources|map|parts|passages|pictures|present|print-pdf|right-to-left|save-picture|verify-pdf';
/** Coverage has limits that hold for all tests only, and takes a third of their time. */
const COVERAGE = '--coverage --coverage.reporter=text-summary';

const { all } = parseArgs({ options: { all: { type: 'boolean', default: false } } }).values;
process.chdir(root);
// The tests are about the site in this folder at the root of a host, whatever is set for a deployment.
for (const name of ['BASE_PATH', 'SITE_URL', 'CONTENT_DIR', 'PORT']) delete process.env[name];
fs.rmSync('test-results', { recursive: true, force: true });
fs.mkdirSync('test-results');

const started = Date.now();
const sum: Counts = { passed: 0, failed: 0, skipped: 0 };

await step('format and lint', 'npm run -s lint');
await findBrowser().catch((error: Error) => console.log(`\n== no browser: ${error.message}`));
// Types take one core.
await Promise.all([
  step('types', 'npm run -s types', { quiet: true }),
  step(
    'unit',
    `npm run -s unit -- --reporter=default --reporter=json --outputFile.json=test-results/unit.json ${all ? COVERAGE : LONG.map((files) => `--exclude '${files}'`).join(' ')}`,
    {
      count() {
        const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report('unit');
        return {
          passed: numPassedTests,
          failed: numFailedTests,
          skipped: numPendingTests + numTodoTests,
        };
      },
    },
  ),
]);
if (await step('build', 'npm run -s build')) {
  await step('print edition', 'npm run -s pdf');
  const projects = ['site', 'content', ...(all ? ['base', ...others()] : [])];
  await step(
    'end to end',
    `playwright test -c e2e ${projects.map((name) => `--project=${name}`).join(' ')} ${all ? '' : `'e2e/(?!(${LONG_PAGES})\\.)[^/]+$'`}`,
    {
      count() {
        const { expected, unexpected, flaky, skipped } = report('e2e').stats;
        return { passed: expected + flaky, failed: unexpected, skipped };
      },
    },
  );
} else {
  console.log('\n== end to end: not run, for there is no build');
  sum.skipped += 1;
}

if (!all)
  console.log(
    '\nFirefox, WebKit, nginx, a site in a folder of a host, coverage and the long tests: npm test -- --all',
  );
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
console.log(`All in ${secondsSince(started)} s`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);

/** Installs what only `--all` needs, where it can; the projects of Playwright for what is there. */
function others(): string[] {
  installFirefox();
  installWebkit();
  installNginx();
  return [
    { name: 'firefox', there: firefoxPath() !== undefined, remedy: 'or name one in FIREFOX_PATH' },
    { name: 'webkit', there: hasWebkit(), remedy: 'Debian’s webkit2gtk-driver and xvfb' },
    { name: 'nginx', there: hasNginx(), remedy: 'Debian’s nginx-light' },
  ].flatMap(({ name, there, remedy }) => {
    if (there) return [name];
    console.log(`\n== ${name}: not run, for there is none; install it (${remedy})`);
    sum.skipped += 1;
    return [];
  });
}

/**
 * Runs one command and adds what it counted; a step that counts nothing itself counts as one.
 * @param options.count reads the step's own report
 * @param options.quiet whether to say nothing before the end, while another step speaks
 * @returns whether it succeeded
 */
async function step(
  name: string,
  command: string,
  { count, quiet = false }: { count?: () => Counts; quiet?: boolean } = {},
): Promise<boolean> {
  if (!quiet) console.log(`\n== ${name}`);
  const begun = Date.now();
  const child = spawn(command, { shell: true, stdio: quiet ? 'pipe' : 'inherit' });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  const [status, signal] = await new Promise<[number | null, string | null]>((done) =>
    child.once('close', (...ended) => done(ended)),
  );
  // Ctrl-C is for the whole run.
  if (signal === 'SIGINT' || status === 130) process.exit(130);
  const ok = status === 0;
  const counts = (count && attempt(count)) ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  // What a report does not count has failed too: a file that does not load, a server that does not start.
  if (!ok && counts.failed === 0) counts.failed = 1;
  // A runner that ran nothing has tested nothing.
  if (ok && counts.passed === 0) counts.failed = 1;
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
  if (quiet) console.log(`\n== ${name}\n${said.trim()}`);
  console.log(`   ${name} ${ok ? 'ok' : 'FAILED'} in ${secondsSince(begun)} s`);
  return ok;
}

function secondsSince(moment: number): string {
  return ((Date.now() - moment) / 1000).toFixed(1);
}

function report(name: string) {
  return JSON.parse(fs.readFileSync(`test-results/${name}.json`, 'utf8'));
}

function attempt(count: () => Counts): Counts | undefined {
  try {
    return count();
  } catch {
    return undefined;
  }
}
