/** Where a site can be built: Astro makes addresses of paths without escaping their signs. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * Why a project cannot be built where it lies, or for where its site will be.
 * @param site its address, SITE_URL; none if empty
 * @returns one line with what to do; `null` if it can
 */
export function unbuildable(project: string, site = ''): string | null {
  if (site && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    return `SITE_URL is no address of a site: ${JSON.stringify(site)}; write it as https://example.org`;
  const [sign] = /[#?%"]/.exec(project) ?? [];
  return sign === undefined
    ? null
    : `a project cannot be built in a folder with ${sign} in its path, which Astro and Vite take for something else: move or rename ${project}`;
}

/**
 * Has a folder made whose lock the caller has. If it lies outside of the project, Astro would keep its intermediate
 * files in one place for all builds, and some signs in its path mislead it: then the folder is made elsewhere first.
 * @param project the absolute path of the project
 */
export async function makeFolder(
  project: string,
  folder: string,
  make: (at: string) => Promise<void>,
): Promise<void> {
  const path = resolve(project, folder);
  if (path.startsWith(project + sep) && !/[%#?\\]/.test(path.slice(project.length + 1)))
    return await make(path);
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 16);
  const work = join(project, 'node_modules/.cache/builds', digest);
  rmSync(work, { recursive: true, force: true });
  try {
    await make(work);
    mkdirSync(dirname(path), { recursive: true });
    move(work, path);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Moves a folder to where there is none; copies it if that is on another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    cpSync(from, to, { recursive: true });
  }
}
