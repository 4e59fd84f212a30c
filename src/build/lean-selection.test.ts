import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { UNUSED, withoutUnused } from './lean-selection.ts';

it('leaves out of d3-selection only what nothing calls', () => {
  const files = globSync('src/**/*.{ts,astro}').filter(
    (path) => !path.endsWith('.test.ts') && /from 'd3-selection'/.test(readFileSync(path, 'utf8')),
  );
  expect(files.length).toBeGreaterThan(5);
  const calls = new RegExp(`\\.(${UNUSED.join('|')})\\(`);
  expect(files.filter((path) => calls.test(readFileSync(path, 'utf8')))).toEqual([]);
});

it('finds each method in the module as it is installed, and fails where one is missing', () => {
  const module = readFileSync(fileURLToPath(import.meta.resolve('d3-selection')), 'utf8');
  const lean = withoutUnused(module);
  expect(lean).not.toContain('  on: selection_on,');
  expect(lean).toContain('  join: selection_join,');
  expect(() => withoutUnused(lean)).toThrow('no entry for classed');
});
