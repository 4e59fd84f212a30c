/**
 * `npm run bench [-- <section> …] [--n 14,100] [--repeat 5]`: measures the site against its peers and its floors, all
 * in one run and in turns, and writes docs/performance.json and docs/performance.md. Sections: building, loading,
 * moving, lighthouse, writing; without a name, all of them, which takes some three hours.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserArgs, findBrowser } from '../../src/print/browser.ts';
import { root, WORK } from './command.ts';
import { installPeers } from './install.ts';
import { measurements, report } from './report.ts';
import { joinRun, readResults, SECTIONS, type SectionName, writeResults } from './results.ts';
import { SECTION_RUNS } from './sections.ts';
import { verdicts } from './targets.ts';

const { names, sizes, repeat } = readArguments();
process.chdir(root);
mkdirSync(WORK, { recursive: true });
installPeers();
const chrome = await findBrowser();
const machine = await describeMachine();
const json = join(root, 'docs/performance.json');
const page = join(root, 'docs/performance.md');

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
  // After each section, so that a run that is broken off has not been for nothing.
  const before = readResults(json);
  const section = joinRun(before[name], run, rows);
  const results = { ...before, [name]: section };
  writeResults(json, results);
  writeFileSync(page, report(results, notes()));
  console.log(`\n${measurements(name, section)}\n`);
  for (const { section: of, target, measured, met } of verdicts(results))
    if (of === name) console.log(`${met ? 'met   ' : 'MISSED'} ${target}: ${measured}`);
}
console.log('\nWritten: docs/performance.md, docs/performance.json');
// A peer that does not let go of its browser shall not keep the terminal.
process.exit(0);

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { n: { type: 'string' }, repeat: { type: 'string', default: '5' } },
    allowPositionals: true,
  });
  const isSection = (name: string): name is SectionName =>
    (SECTIONS as readonly string[]).includes(name);
  const unknown = positionals.filter((name) => !isSection(name));
  const numbers = values.n?.split(',').map(Number) ?? null;
  const runs = Number(values.repeat);
  const isCount = (count: number): boolean => Number.isInteger(count) && count > 0;
  if (unknown.length > 0 || !isCount(runs) || !(numbers ?? []).every(isCount)) {
    console.error(`usage: npm run bench -- [${SECTIONS.join(' | ')}] … [--n 14,100] [--repeat 5]`);
    process.exit(1);
  }
  const chosen = positionals.filter(isSection);
  return { names: chosen.length > 0 ? chosen : SECTIONS, sizes: numbers, repeat: runs };
}

async function describeMachine(): Promise<string> {
  const browser = await chromium.launch({ executablePath: chrome, args: browserArgs });
  const version = browser.version();
  await browser.close();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${memory} GB, ${type()} ${release()}, Node ${process.version}, Chromium ${version}`;
}

/** Short, with a mark where the folder holds what is in no commit; nothing outside a repository. */
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

/** notes.md: a heading for each section that somebody has written about. */
function notes(): Record<string, string> {
  const path = join(import.meta.dirname, 'notes.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return Object.fromEntries(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [
        part.split('\n')[0]?.trim() ?? '',
        part.split('\n').slice(1).join('\n').trim(),
      ]),
  );
}
