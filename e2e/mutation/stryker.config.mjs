// @ts-check
import { availableParallelism } from 'node:os';

/** The folder to mutate: model, check and timeline, or FOLDER, for example `check/rules`. */
const folder = process.env['FOLDER'] ?? '{model,check,timeline}';

export default {
  mutate: [`src/${folder}/**/*.ts`, '!src/**/*.test.ts', '!src/**/*.arbitrary.ts'],
  testRunner: 'vitest',
  plugins: ['./e2e/mutation/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js'],
  vitest: { configFile: 'e2e/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // Vitest checks no types, and the comment that Stryker adds would spoil the HTML of golden archives.
  disableTypeChecks: false,
  // Static mutants are skipped: code that runs once when a file is loaded would need a process per mutant.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `test-results/mutation/incremental-${(process.env['FOLDER'] ?? 'all').replaceAll('/', '-')}.json`,
  tempDirName: 'test-results/mutation/sandbox',
  ignorePatterns: ['dist', 'coverage', 'public', 'e2e/mutation/node_modules'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'test-results/mutation/index.html' },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: availableParallelism(),
  thresholds: { high: 95, low: 85, break: 85 },
};
