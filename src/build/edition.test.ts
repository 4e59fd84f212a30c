import { mkdtempSync, rmSync } from 'node:fs';
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
  if (now) expect(now.contentDate <= now.date).toBe(true);
});
