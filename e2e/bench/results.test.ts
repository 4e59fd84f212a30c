import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from './report.ts';
import { joinRun, type Results, type Row, rowOf, type Section } from './results.ts';
import { FLOOR, PEERS, SITE } from './subjects.ts';
import { SWEEP, verdicts } from './targets.ts';

const run = { date: '2026-01-01', commit: 'commit abc', machine: 'a machine', load: 0, cores: 2 };
const section = (rows: Row[]): Section => joinRun(undefined, run, rows);
const row = (subject: string, size: Row['size'], values: Record<string, number>): Row => ({
  subject,
  size,
  runs: 5,
  values,
});
const [timelineJs, vis] = PEERS.map(({ name }) => name);
const loading = (drawn: number, bytes: number): Section =>
  section([
    row(FLOOR.name, 14, { drawn: 100, bytes: 2000, fonts: 0 }),
    row(SITE.name, 14, { drawn, bytes: bytes + 90_000, fonts: 90_000 }),
    row(timelineJs ?? '', 14, { drawn: 120, bytes: 80_000, fonts: 20_000 }),
    row(vis ?? '', 14, { drawn: 400, bytes: 120_000, fonts: 0 }),
  ]);
const met = (results: Results): boolean[] => verdicts(results).map((verdict) => verdict.met);

describe('rowOf', () => {
  it('has the medians of the runs, unless most of them failed', () => {
    const late = new Error('not done within 90 s');
    expect(rowOf('a peer', 14, [{ drawn: 3 }, { drawn: 1 }, { drawn: 2 }])).toEqual({
      ...row('a peer', 14, { drawn: 2 }),
      runs: 3,
    });
    expect(rowOf('a peer', 14, [{ drawn: 1 }, late])).toEqual({
      subject: 'a peer',
      size: 14,
      runs: 2,
      failed: 'not done within 90 s',
    });
    expect(rowOf('a peer', 14, []).failed).toBe('not measured');
  });
});

describe('joinRun', () => {
  it('puts what was measured now in the place of the same sizes before, and says which is of when', () => {
    const at = (size: number, drawn: number): Row => row(SITE.name, size, { drawn });
    const before = section([at(14, 1), at(1000, 2)]);
    const later = { ...run, date: '2026-02-02' };
    const joined = joinRun(before, later, [at(100, 3), at(1000, 4)]);
    expect(joined.rows).toEqual([at(14, 1), at(100, 3), at(1000, 4)]);
    expect(joined.runs).toEqual([
      { ...run, sizes: [14] },
      { ...later, sizes: [100, 1000] },
    ]);
    const page = report({ loading: joined }, '');
    expect(page).toContain('\n14: 2026-01-01, commit abc;');
    expect(page).toContain('\n100 and 1,000: 2026-02-02, commit abc;');
    expect(joinRun(joined, run, joined.rows).runs).toEqual([{ ...run, sizes: [14, 100, 1000] }]);
  });
});

/** Whether each target is met whose text has some words. */
const metOf = (results: Results, words: string): boolean[] =>
  verdicts(results)
    .filter(({ target }) => target.includes(words))
    .map((verdict) => verdict.met);

describe('verdicts', () => {
  it('hold the loading against the floor, the fastest and the lightest peer, and shares of the others', () => {
    const at = (drawn: number, bytes: number): boolean[] =>
      metOf({ loading: loading(drawn, bytes) }, '14 events');
    expect(at(115, 30_000)).toEqual([true, true, false, true, true]);
    expect(at(116, 30_001)).toEqual([false, true, false, false, true]);
    expect(at(121, 40_001)).toEqual([false, false, false, false, false]);
    const busy = (ours: number): boolean[] =>
      metOf(
        {
          loading: section([
            row(SITE.name, 100, { busy: ours }),
            row(timelineJs ?? '', 100, { busy: 100 }),
          ]),
        },
        'busy',
      );
    expect([busy(50), busy(51)]).toEqual([[true], [false]]);
  });

  it('hold each kind of motion to its limit', () => {
    const moving = (size: number, by: number): Results => {
      const own = { pan95: 0.8, zoom95: 2, p95: 4, late: 0, long: 0, nodes: 399 };
      const values = Object.fromEntries(
        Object.entries(own).map(([name, value]) => [name, value + by]),
      );
      return { moving: section([SITE.name, SWEEP].map((subject) => row(subject, size, values))) };
    };
    for (const [size, count] of [
      [100, 5],
      [10_000, 6],
    ] as const) {
      expect(met(moving(size, 0))).toEqual(Array(count).fill(true));
      expect(met(moving(size, 0.1))).toEqual(Array(count).fill(false));
    }
  });

  it('hold building against a bare project with the same kind of files, and in bytes', () => {
    const rows = (size: number, share: number): Row[] =>
      ['.md', '.mdx'].flatMap((kind) => [
        row(`bare Astro, ${kind}`, size, { seconds: 10 }),
        row(`this site, ${kind}`, size, { seconds: 10 * share }),
      ]);
    const at = (size: number, share: number): boolean[] =>
      metOf({ building: section(rows(size, share)) }, '×');
    expect(at(1000, 1.5)).toEqual([true, true]);
    expect(at(1000, 1.6)).toEqual([false, false]);
    expect(at(10_000, 2)).toEqual([true, true]);
    expect(at(10_000, 2.1)).toEqual([false, false]);
    const large = (peak: number, bytes: number): boolean[] =>
      met({ building: section([row('this site, .mdx', 10_000, { peak, bytes })]) });
    expect(large(2.5e9, 0.7e9)).toEqual([true, true]);
    expect(large(2.6e9, 0.8e9)).toEqual([false, false]);
    const small = (seconds: number): boolean[] =>
      met({ building: section([row('this site, .mdx, pictures too', 14, { seconds })]) });
    expect([small(8), small(8.1)]).toEqual([[true], [false]]);
  });

  it('hold Lighthouse to 100, an edit to a time by the size and check to ten seconds', () => {
    const scores = { performance: 100, accessibility: 100, practices: 100, seo: 99 };
    expect(met({ lighthouse: section([row('home', 'mobile', scores)]) })).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const rows = [row('dev', 10_000, { edit: 3.1 }), row('check', 10_000, { seconds: 9.9 })];
    expect(met({ writing: section(rows) })).toEqual([false, true]);
    const small = section([row('dev', 14, { edit: 0.5, first: 4 }), row('dev', 1000, { edit: 1 })]);
    expect(met({ writing: small })).toEqual([true, true, true]);
  });

  it('are missed where we failed, and say nothing of what was not measured', () => {
    const failed = { subject: SITE.name, size: 14, runs: 1, failed: 'no page' };
    const [, , ...others] = loading(100, 1000).rows;
    expect(met({ loading: section([failed, ...others]) })).toEqual(Array(6).fill(false));
    expect(verdicts({})).toEqual([]);
    expect(met({ loading: section([row(SITE.name, 14, { drawn: 1 })]) })).toEqual([]);
  });
});

describe('report', () => {
  it('says what was measured, what failed, what was missed, and what somebody noted', () => {
    const results = { loading: loading(230, 30_000) };
    results.loading.rows.push({ subject: 'a peer', size: 14, runs: 1, failed: 'not | done' });
    const page = report(results, 'Methods.\n\n## loading\n\nBecause of the fonts.\n');
    expect(page).toContain('| 14 | this site | 120 | 90 | – | – | 230 | 2.3 |');
    expect(page).toContain('| 14 | a peer | failed: not \\| done |');
    expect(page).toContain('| 2.3 × | **missed** |');
    expect(page).toContain('5 targets, 3 missed');
    expect(page).toContain('Because of the fonts.');
    expect(page).not.toContain('## Moving');
    expect(page).not.toContain('read the ratios only');
  });

  it('has as many cells in each line of a table as in its head', () => {
    const counts = report({ loading: loading(100, 1) }, '')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(' | ').length);
    expect(new Set(counts)).toEqual(new Set([14, 3]));
  });

  it('is docs/performance.md; `npm run bench -- --report` writes it anew', () => {
    const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
    const results = JSON.parse(read('../../docs/performance.json')) as Results;
    expect(read('../../docs/performance.md')).toBe(report(results, read('notes.md')));
  });

  it('warns where others used the machine', () => {
    const busy = joinRun(undefined, { ...run, load: 3 }, loading(100, 1).rows);
    expect(report({ loading: busy }, '')).toContain('read the ratios only');
  });
});
