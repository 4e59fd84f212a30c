/** The two recipes of the README, done in copies of the project: what the tests ask of `content/` holds afterwards. */
import { execFile } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { QuoteRecord } from '../src/model/quote.ts';
import { copyProject } from './project.ts';
import { root } from './sites.ts';

const copies: string[] = [];
afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
});

/** A copy with its tests and an archive. */
function copyWith(content: string): string {
  const folder = copyProject();
  copies.push(folder);
  cpSync(join(root, 'e2e'), join(folder, 'e2e'), { recursive: true });
  cpSync(join(root, content), join(folder, 'content'), { recursive: true });
  return folder;
}

/** What a command prints. @throws an Error with all that it said, if it fails */
async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  // As at a terminal: nothing of this run's is set.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(VITEST|TEST|NODE_|E2E_|npm_|PLAYWRIGHT|BASE_PATH|SITE_URL|CONTENT_DIR)/.test(name),
    ),
  );
  try {
    const { stdout } = await promisify(execFile)(command, args, { cwd, env });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

const npm = (cwd: string, script: string, ...args: string[]) =>
  run(cwd, 'npm', 'run', '-s', script, '--', ...args);

/** Builds, prints, and runs the tests that stand on `content/`; how many passed. */
async function testContent(folder: string): Promise<number> {
  expect(
    (await npm(folder, 'build')).match(/^The site has a local address: .*SITE_URL=/gm),
  ).toHaveLength(1);
  await npm(folder, 'pdf');
  const said = await run(folder, 'npx', 'playwright', 'test', '-c', 'e2e', '--project=content');
  return Number(/^ *(\d+) passed/m.exec(said)?.[1]);
}

interface Front {
  date: string;
  track: string;
  kind: string;
  quotes: Record<string, QuoteRecord>;
}

/** The longest quote of an archive, which surely stands once in its source, and the event that has it. */
function longestQuote(folder: string) {
  const all = globSync('content/events/*.{md,mdx}', { cwd: folder }).flatMap((name) => {
    const [, front = ''] = readFileSync(join(folder, name), 'utf8').split(/^---$/m);
    const record = parse(front) as Front;
    return Object.values(record.quotes).map((quote) => ({ record, quote }));
  });
  const [longest] = all.sort((a, b) => b.quote.exact.length - a.quote.exact.length);
  if (!longest) throw new Error('no event of content/ has a quote');
  return longest;
}

describe('the README’s recipes', { timeout: 300_000 }, () => {
  test.concurrent('an event is added by one command', async () => {
    const folder = copyWith('content');
    const { record, quote } = longestQuote(folder);
    await npm(
      folder,
      'new',
      'one-more',
      '--title=One more event',
      `--date=${record.date}`,
      `--track=${record.track}`,
      `--kind=${record.kind}`,
      `--source=${quote.source}`,
      `--quote=${quote.exact}`,
      `--speaker=${quote.speaker}`,
      `--mode=${quote.mode}`,
      ...(quote.via.length > 0 ? [`--via=${quote.via.join(',')}`] : []),
      ...(quote.inferred ? [`--inferred=${quote.inferred}`] : []),
      '--derived=As of the other event with these words.',
    );
    await npm(folder, 'check');
    expect(await testContent(folder)).toBeGreaterThan(7);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toContain('One more event');
  });

  test.concurrent('another archive in `content/` is another timeline', async () => {
    const folder = copyWith('e2e/archives/bridge');
    expect(await testContent(folder)).toBeGreaterThan(7);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toContain('dir="rtl"');
  });
});
