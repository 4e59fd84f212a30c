import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edition } from './edition.ts';

test('edition(folder) is null where there is no commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  expect(edition(folder)).toBe(null);
  rmSync(folder, { recursive: true });
});

test('edition(folder) is the same whenever it is asked', () => {
  const now = edition(import.meta.dirname);
  expect(edition(import.meta.dirname)).toEqual(now);
  // A copy without its history has none.
  if (now) expect(now.version + now.date).toMatch(/^[0-9a-f]{10}\d{4}-\d\d-\d\d$/);
  if (now?.contentDate) expect(now.contentDate <= now.date).toBe(true);
});

test('edition(folder) has a day of the content that does not move with the depth of the checkout', () => {
  const work = mkdtempSync(join(tmpdir(), 'edition-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '--quiet', 'whole');
  for (const [day, name] of [
    ['2020-01-01', 'content/a'],
    ['2021-02-02', 'content/b'],
    ['2022-03-03', 'code'],
    ['2023-04-04', 'code'],
  ] as const) {
    mkdirSync(join(work, 'whole/content'), { recursive: true });
    writeFileSync(join(work, 'whole', name), day);
    git('-C', 'whole', 'add', '.');
    const date = `${day}T12:00:00Z`;
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a', 'commit', '-qm', day], {
      cwd: join(work, 'whole'),
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    });
  }
  const found = [1, 2, 3, 4, 5].map((depth) => {
    git('clone', '--quiet', `--depth=${depth}`, `file://${work}/whole`, `${depth}`);
    return edition(join(work, `${depth}/content`));
  });
  // The commit that wrote the content last is told from the first of a cut history only if one before it is there.
  expect(found.map((one) => [one?.date, one?.contentDate, one?.cut])).toEqual([
    ['2023-04-04', null, true],
    ['2023-04-04', null, true],
    ['2023-04-04', null, true],
    ['2023-04-04', '2021-02-02', false],
    ['2023-04-04', '2021-02-02', false],
  ]);
  writeFileSync(join(work, 'whole/content/a'), 'changed');
  mkdirSync(join(work, 'whole/new'));
  expect(edition(join(work, 'whole/content'))).toMatchObject({
    changed: true,
    contentDate: '2021-02-02',
  });
  expect(edition(join(work, 'whole/new'))).toMatchObject({ contentDate: null, cut: false });
  rmSync(work, { recursive: true });
});
