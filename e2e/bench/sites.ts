/** Builds the sites that are measured: of generated archives, and of `content/`. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeArchive, writeArchive } from './archive.ts';
import { bytesOf, type Cost, root, run, WORK } from './command.ts';

/** Writes the content folder of a generated archive. */
export function contentOf(events: number, mdx: boolean): string {
  const folder = join(WORK, `content-${events}${mdx ? '-mdx' : ''}`);
  writeArchive(folder, makeArchive({ events, mdx }));
  return folder;
}

/**
 * Builds a site without caches.
 * @param pictures whether cached share pictures are used or all are made
 * @throws an Error of one line if the build fails or takes too long
 */
export async function build(
  content: string,
  dist: string,
  pictures: 'kept' | 'made' = 'kept',
): Promise<Cost & { bytes: number }> {
  rmSync(dist, { recursive: true, force: true });
  rmSync(`${dist}.stamp`, { force: true });
  const cache = join(root, 'node_modules/.cache/astro', encodeURIComponent(content));
  rmSync(cache, { recursive: true, force: true });
  if (pictures === 'made')
    rmSync(join(root, 'node_modules/.cache/pictures'), { recursive: true, force: true });
  const { output: _, ...cost } = await run(['src/cli.ts', 'build', '--out-dir', dist], {
    env: { CONTENT_DIR: content, BASE_PATH: '/', SITE_URL: 'http://localhost:4321' },
  });
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(`${dist}.stamp`, sources());
  return { ...cost, bytes: bytesOf(dist) };
}

export const distOf = (events: number): string => join(WORK, `site-${events}`);

/** The folder of the built site of some number of events; rebuilt only if the code has changed. */
export async function siteOf(events: number): Promise<string> {
  const dist = distOf(events);
  if (!isFresh(dist)) {
    console.log(`  building the site of ${events} events …`);
    await build(contentOf(events, false), dist);
  }
  return dist;
}

/** The folder of the built site of `content/`. */
export async function ownSite(): Promise<string> {
  const dist = join(WORK, 'site');
  if (!isFresh(dist)) await build(join(root, 'content'), dist);
  return dist;
}

const isFresh = (dist: string): boolean => {
  const now = sources();
  return now !== '' && existsSync(`${dist}.stamp`) && readFileSync(`${dist}.stamp`, 'utf8') === now;
};

/** A digest of the files that a site depends on, from git; empty without git, so that the site is rebuilt. */
function sources(): string {
  const archive = ['archive.ts', 'dates.ts', 'random.ts'].map((name) => `e2e/bench/${name}`);
  const paths = ['src', 'public', 'content', 'astro.config.mjs', 'package-lock.json', ...archive];
  const git = (...args: string[]): string =>
    execFileSync('git', [...args, '--', ...paths], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: 'pipe',
    });
  try {
    const known = git('ls-files', '-s') + git('diff', 'HEAD');
    return createHash('sha256').update(known).digest('hex');
  } catch {
    return '';
  }
}
