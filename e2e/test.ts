// @ts-check
/**
 * `npm test`: every check in turn, a failed one not keeping the later ones from running. The last line
 * is the sum over Vitest's tests, Playwright's tests and the other steps; status 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { firefoxPath, installFirefox } from './firefox.mjs';
import { installNginx } from './nginx.mjs';
import { installReaders } from './poppler.mjs';
import { hasWebkit, installWebkit } from './webkit.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

process.chdir(join(import.meta.dirname, '..'));
// The tests are about the site in this folder at the root of a host, whatever is set for a deployment.
for (const name of ['BASE_PATH', 'SITE_URL', 'CONTENT_DIR', 'PORT']) delete process.env[name];
fs.rmSync('test-results', { recursive: true, force: true });
fs.mkdirSync('test-results');

const sum = { passed: 0, failed: 0, skipped: 0 };

step('format and lint', 'npm run -s lint');
step('types', 'npm run -s types');
step(
  'unit',
  'npm run -s unit -- --coverage --coverage.reporter=text-summary --reporter=default --reporter=json --outputFile.json=test-results/unit.json',
  () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report('unit');
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    };
  },
);
if (step('build', 'npm run -s build')) {
  installReaders();
  installNginx();
  installFirefox();
  if (!firefoxPath()) {
    console.log(
      '\n== Firefox: not run, for there is none; install it, or name one in FIREFOX_PATH',
    );
    sum.skipped += 1;
  }
  installWebkit();
  // Playwright counts the tests it skips.
  if (!hasWebkit())
    console.log('\n== WebKit: not run; install Debian’s packages webkit2gtk-driver and xvfb');
  step('print edition', 'npm run -s pdf');
  step('end to end', 'playwright test -c e2e', () => {
    const { expected, unexpected, flaky, skipped } = report('e2e').stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  });
} else {
  console.log('\n== end to end: not run, for there is no build');
  sum.skipped += 1;
}

const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);

/**
 * Runs one command and adds what it counted; a step that counts nothing itself counts as one.
 * @param {string} name
 * @param {string} command
 * @param {() => Counts} [count] reads the step's own report
 * @returns {boolean} whether it succeeded
 */
function step(name, command, count) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status, signal } = spawnSync(command, { shell: true, stdio: 'inherit' });
  // Ctrl-C is for the whole run.
  if (signal === 'SIGINT' || status === 130) process.exit(130);
  const ok = status === 0;
  const counts = (count && attempt(count)) ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  // What a report does not count has failed too: a file that does not load, a server that does not start.
  if (!ok && counts.failed === 0) counts.failed = 1;
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
  console.log(
    `   ${name} ${ok ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return ok;
}

/** @param {string} name @returns {any} */
function report(name) {
  return JSON.parse(fs.readFileSync(`test-results/${name}.json`, 'utf8'));
}

/** @param {() => Counts} count */
function attempt(count) {
  try {
    return count();
  } catch {
    return undefined;
  }
}
