/** Copies the project to a temporary folder, so that a test's build does not touch the site's. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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
