/** Time grows no worse than n log n with the length of what is read: counted in steps, for each reader. SEED=… tries others. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** 4n log 4n is 4.6 times n log n at the lengths tried. */
const MOST_GROWTH = 4.6;
/** Places of repeated words are compared up to 1,000 characters around them, which short texts do not have. */
const GROWTH_OF_A_QUOTE = 6;
/** Fewer are the start of something, and a quarter of them as good as none. */
const FEW = 60_000;

const counted = (kind: string): { input: string; steps: [number, number] }[] => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['e2e/steps.ts', kind, '8', process.env['SEED'] ?? '23'],
    { cwd: join(import.meta.dirname, '..'), encoding: 'utf8', maxBuffer: 1e8 },
  );
  expect(stdout, stderr).toMatch(/^\[/m);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n[', stdout.length - 2) + 1));
};

describe('four times the length takes four times the steps', () => {
  it.each([
    'yaml',
    'yaml value',
    'mdx',
    'md',
    'a page',
    'a style sheet',
    'markdown',
    'table',
    'a cell',
    'markwhen',
    'calendar',
    'SIMILE',
    'TimelineJS',
    'a source',
    'a quote',
    'a body',
    'words',
  ])('of %s', { timeout: 300_000 }, (kind) => {
    const all = counted(kind);
    const most = kind === 'a quote' ? GROWTH_OF_A_QUOTE : MOST_GROWTH;
    expect(all.length).toBeGreaterThan(15);
    const worse = all
      .filter(({ steps: [short, long] }) => long > FEW && long > most * short)
      .map(({ input, steps: [short, long] }) => [input, short, long]);
    expect(worse).toEqual([]);
  });
});
