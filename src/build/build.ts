/**
 * STAND-IN with the interface of the build that reads, checks, builds and keeps the permalinks in one process, which
 * replaces this file.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runPermalinks } from '../author/permalinks.ts';
import { runCheck } from '../check/command.ts';

/**
 * Checks the archive, builds the site into a folder and keeps its addresses.
 * @returns whether there is a site
 */
export async function runBuild(folder: string, say: (text: string) => void): Promise<boolean> {
  const content = process.env['CONTENT_DIR'] ?? 'content';
  const checked = runCheck(content, {});
  say(checked.text);
  if (!checked.right) return false;
  say(`Building the site into ${folder}/ ...`);
  const astro = [join(import.meta.dirname, 'astro.ts'), 'build', `--outDir=${folder}`];
  const { status } = spawnSync(process.execPath, astro, { stdio: 'inherit' });
  if (status !== 0) return false;
  const { text, right } = runPermalinks(content);
  if (text) say(text);
  return right;
}
