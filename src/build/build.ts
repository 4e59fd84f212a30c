/**
 * STAND-IN, to be replaced by the build that reads, checks, builds and keeps the permalinks in one process. The command
 * line calls nothing of it but `runBuild`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runPermalinks } from '../author/permalinks.ts';
import { runCheck } from '../check/command.ts';

/** Checks the archive in a folder, builds the site into `dist/` and keeps its addresses. */
export async function runBuild(folder: string): Promise<{ text: string; right: boolean }> {
  const checked = runCheck(folder, {});
  if (!checked.right) return checked;
  console.log(`${checked.text}\nBuilding the site into dist/ ...`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'astro.ts'), 'build'], {
    stdio: 'inherit',
  });
  if (status !== 0) return { text: `astro build failed with status ${status}`, right: false };
  return runPermalinks(folder);
}
