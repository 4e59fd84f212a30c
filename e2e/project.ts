/** A copy of the project in a temporary folder, so that a test's build does not touch the site's, and what it wrote. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Copies what a build needs but its content; packages are shared, what tools keep of earlier builds is not.
 * @returns the new folder, for the caller to remove
 */
export function copyProject(parent = mkdtempSync(join(tmpdir(), 'project-'))): string {
  for (const name of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    '.npmrc',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(parent, name), { recursive: true });
  mkdirSync(join(parent, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(parent, 'node_modules', name), 'junction');
  // So that npm's scripts find the packages set up, and programs among them, and whoever needs a browser the one found.
  symlinkSync(join(root, 'node_modules/.bin'), join(parent, 'node_modules/.bin'), 'junction');
  for (const name of ['.setup-stamp', '.browser'])
    if (existsSync(join(root, 'node_modules', name)))
      copyFileSync(join(root, 'node_modules', name), join(parent, 'node_modules', name));
  return parent;
}

/** SHA-256 of every file of a folder and of those in it, by its path there, in the order of paths. */
export const digests = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
