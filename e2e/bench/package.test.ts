import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
};

it('names exact versions, and in its lock no registry', () => {
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('package-lock.json')).not.toMatch(/"resolved"|registry|\.tgz/);
});

it('is no part of a normal install', () => {
  const main = JSON.parse(read('../../package.json')) as Record<string, Record<string, string>>;
  const installed = { ...main['dependencies'], ...main['devDependencies'] };
  // The site's own d3 is another version than the one EventDrops needs.
  const both = Object.keys(dependencies).filter((name) => name in installed && name !== 'd3');
  expect(both).toEqual([]);
});
