import { describe, expect, it } from 'vitest';
import {
  byPlace,
  either,
  error,
  formatProblems,
  formatReport,
  type Problem,
  shown,
} from './problem.ts';

const at = (file: string, line: number, column: number): Problem =>
  error(3, { file, line, column }, 'wrong', ['nearest: right']);

describe('formatProblems(problems)', () => {
  it('is file:line:col, two spaces, the message, and its details indented', () => {
    expect(
      formatProblems([at('a.mdx', 14, 12), { ...at('b.txt', 1, 1), severity: 'warning' }]),
    ).toBe('a.mdx:14:12  wrong\n  nearest: right\nb.txt:1:1  warning: wrong\n  nearest: right');
  });
});

it('error(rule, …) names the rule that is broken, if it is one', () => {
  const place = { file: 'a', line: 1, column: 1 };
  expect(error(3, place, 'wrong').rule).toBe(3);
  expect('rule' in error(0, place, 'wrong')).toBe(false);
});

describe('formatReport(problems, counts)', () => {
  const counts = { events: 14, quotes: 31, sources: 1 };
  const warning: Problem = { ...at('b.txt', 1, 1), severity: 'warning', details: [] };
  it.each([
    [[], '14 events, 31 quotes, 1 source: all quotes verified'],
    [
      [warning],
      'b.txt:1:1  warning: wrong\n1 warning; 14 events, 31 quotes, 1 source: all quotes verified',
    ],
  ])('closes with what was verified', (problems, text) => {
    expect(formatReport(problems, counts)).toBe(text);
  });

  it('prints at most forty lines of warnings, and all errors after them', () => {
    const errors = Array.from({ length: 100 }, (_, i) => at('a.mdx', i + 1, 1));
    const lines = formatReport([...errors, ...Array(500).fill(warning)], counts).split('\n');
    expect(lines.slice(0, 41)).toEqual([
      ...Array(40).fill('b.txt:1:1  warning: wrong'),
      'and 460 more warnings (460 of rule 3); npm run check -- --json lists all',
    ]);
    expect(lines.slice(41)).toHaveLength(201);
    expect(lines.at(-1)).toBe('100 errors, 500 warnings');
  });

  it('prints warnings of each kind, however many there are of another', () => {
    const of = (line: number, message: string, rule: number, details: string[] = []): Problem => ({
      ...error(rule, { file: 'b.txt', line, column: 1 }, message, details),
      severity: 'warning',
    });
    const many = Array.from({ length: 500 }, (_, i) => of(i + 1, `${i} sentences, 5 quoted`, 8));
    const names = Array.from({ length: 90 }, (_, i) =>
      of(i + 501, `the event "e${i}" is unsourced`, 4),
    );
    const single = of(900, 'times have several offsets', 5);
    const lines = formatReport([...many, ...names, single], counts).split('\n');
    expect(lines).toHaveLength(42);
    expect(lines.filter((line) => line.includes('sentences'))).toHaveLength(20);
    expect(lines.filter((line) => line.includes('unsourced'))).toHaveLength(19);
    expect(lines).toContain('b.txt:900:1  warning: times have several offsets');
    expect(lines[40]).toBe(
      'and 551 more warnings (480 of rule 8, 71 of rule 4); npm run check -- --json lists all',
    );
    // By place, as everywhere.
    const places = lines.slice(0, 40).map((line) => Number(line.split(':')[1]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives of many warnings of one kind one line each, and says once what to do', () => {
    const of = (line: number): Problem => ({
      ...error(8, { file: 'a', line, column: 1 }, `${line} sentences`, ['the first', 'quote them']),
      severity: 'warning',
    });
    const linesOf = (count: number): string[] =>
      formatReport(
        Array.from({ length: count }, (_, i) => of(i + 1)),
        counts,
      ).split('\n');
    expect(linesOf(3)).toHaveLength(10);
    expect(linesOf(30)).toHaveLength(33);
    expect(linesOf(30).slice(0, 4)).toEqual([
      'a:1:1  warning: 1 sentences',
      '  the first',
      '  quote them',
      'a:2:1  warning: 2 sentences',
    ]);
  });

  it('prints of a warning with many details the first and the last, which says what to do', () => {
    const details = Array.from({ length: 90 }, (_, i) => `similar ${i}`);
    const unread: Problem = {
      file: 'a',
      line: 1,
      column: 1,
      severity: 'warning',
      message: 'odd',
      details,
    };
    const lines = formatReport(
      [unread, ...Array(99).fill({ ...unread, details: [] })],
      counts,
    ).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'a:1:1  warning: odd',
      ...[0, 1, 2, 3, 4, 89].map((i) => `  similar ${i}`),
    ]);
    expect(lines.at(-2)).toBe(
      'and 66 more warnings (66 of files); npm run check -- --json lists all',
    );
    expect(lines.length).toBeLessThan(60);
  });

  it('closes with how many are wrong', () => {
    const problems = [at('a', 1, 1), at('a', 2, 1), warning];
    expect(formatReport(problems, counts)).toMatch(/\n2 errors, 1 warning$/);
  });
});

describe('byPlace(a, b)', () => {
  it('orders by file, line, column, as numbers', () => {
    const sorted = [at('a', 2, 1), at('a', 10, 1), at('a', 10, 9), at('a', 10, 11), at('b', 1, 1)];
    expect(sorted.toReversed().sort(byPlace)).toEqual(sorted);
  });
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('either(%j) is "%s"', (names, prose) => {
  expect(either(names)).toBe(prose);
});

describe('shown(text, longest)', () => {
  it('stays on one line and leaves out the middle of what is long', () => {
    expect(shown('a\n  b')).toBe('"a b"');
    expect(shown('\na\n  b ')).toBe('"a b"');
    expect(shown('one two three', 13)).toBe('"one two three"');
    expect(shown('one two three four five', 13)).toBe('"one t … five"');
    expect(shown('one two three four five', 11)).toBe('"one … five"');
    expect(either(['a', 'b', 'c'])).toBe('a, b or c');
  });
});
