/**
 * `npm run bench [-- <section> …] [--n 14,100] [--repeat 5]`: measures the site, its peers and its floors in turns, and
 * writes docs/performance.json and docs/performance.md. Sections: building, loading, moving, lighthouse, writing;
 * without a name, all of them, which takes about three hours. `--report` writes docs/performance.md from the last results
 * and notes.md, and measures nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserArgs, findBrowser } from '../../src/print/browser.ts';
import { root, WORK } from './command.ts';
import { installPeers } from './install.ts';
import { measurements, report } from './report.ts';
import {
  joinRun,
  type Results,
  readResults,
  SECTIONS,
  type SectionName,
  writeResults,
} from './results.ts';
import { SECTION_RUNS } from './sections.ts';
import { verdicts } from './targets.ts';

const USAGE = `usage: npm run bench -- [${SECTIONS.join(' | ')}] … [--n 14,100] [--repeat 5] [--report]`;
const { names, sizes, repeat, reportOnly } = readArguments();
process.chdir(root);
const json = join(root, 'docs/performance.json');
if (reportOnly) {
  writeReport(readResults(json));
  process.exit();
}
mkdirSync(WORK, { recursive: true });
installPeers();
const chrome = await findBrowser();
const machine = await describeMachine();

for (const name of names) {
  console.log(`\n== ${name}`);
  const run = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine,
    load: loadavg()[0] ?? 0,
    cores: cpus().length,
  };
  const rows = await SECTION_RUNS[name]({ sizes, repeat, chrome });
  // Written after each section, so that an interrupted run keeps the finished ones.
  const before = readResults(json);
  const section = joinRun(before[name], run, rows);
  const results = { ...before, [name]: section };
  writeResults(json, results);
  writeReport(results);
  console.log(`\n${measurements(name, section)}\n`);
  for (const { section: of, target, measured, met } of verdicts(results))
    if (of === name) console.log(`${met ? 'met   ' : 'MISSED'} ${target}: ${measured}`);
}
console.log('\nWritten: docs/performance.md, docs/performance.json');
// Exits even if a peer's page keeps its browser busy.
process.exit(0);

/** What was asked for. Ends the process with the usage: with status 0 after `--help`, with 2 after a mistake. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        n: { type: 'string' },
        repeat: { type: 'string', default: '5' },
        report: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(USAGE);
      process.exit();
    }
    const isSection = (name: string): name is SectionName =>
      (SECTIONS as readonly string[]).includes(name);
    const sizes = values.n?.split(',').map(Number) ?? null;
    const runs = Number(values.repeat);
    const isCount = (count: number): boolean => Number.isInteger(count) && count > 0;
    if (positionals.every(isSection) && [runs, ...(sizes ?? [])].every(isCount))
      return {
        names: positionals.length > 0 ? positionals : SECTIONS,
        sizes,
        repeat: runs,
        reportOnly: values.report,
      };
  } catch {
    // An unknown option.
  }
  console.error(USAGE);
  process.exit(2);
}

function writeReport(results: Results): void {
  const notes = readFileSync(join(import.meta.dirname, 'notes.md'), 'utf8');
  writeFileSync(join(root, 'docs/performance.md'), report(results, notes));
}

async function describeMachine(): Promise<string> {
  const browser = await chromium.launch({ executablePath: chrome, args: browserArgs });
  const version = browser.version();
  await browser.close();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${memory} GB, ${type()} ${release()}, Node ${process.version}, Chromium ${version}`;
}

/** The short commit, with a mark if files have changed since; empty outside a repository. */
function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changed = git(
      'status',
      '--porcelain',
      '--',
      'src',
      'public',
      'content',
      'astro.config.mjs',
    );
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed && ' with changes'}`;
  } catch {
    return '';
  }
}
