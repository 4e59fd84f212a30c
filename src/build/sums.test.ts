import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SUMS, sumsOf } from './sums.ts';

const folder = mkdtempSync(join(tmpdir(), 'sums-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('lists scripts, styles and typefaces, and nothing else, so that sha256sum can check them', () => {
  expect(sumsOf(folder)).toBe('');
  mkdirSync(join(folder, '_astro/fonts'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'a page');
  writeFileSync(join(folder, '_astro/b.js'), 'b');
  writeFileSync(join(folder, '_astro/a.css'), 'a');
  writeFileSync(join(folder, '_astro/fonts/c.woff2'), 'c');
  const text = sumsOf(folder);
  expect(text.split('\n').map((line) => line.slice(66))).toEqual([
    '_astro/a.css',
    '_astro/b.js',
    '_astro/fonts/c.woff2',
    '',
  ]);
  // The digest of "a".
  expect(text).toMatch(/^ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb {2}/);
  writeFileSync(join(folder, SUMS), text);
  const { error, status } = spawnSync('sha256sum', ['--check', '--strict', SUMS], { cwd: folder });
  if (!error) expect(status).toBe(0);
});
