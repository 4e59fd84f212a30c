/**
 * The sites that the browser tests stand on, each built once for the run: `node e2e/sites.ts site base content` builds
 * and serves those that are named, at the ports in the environment.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { printEdition } from '../src/print/pdf.ts';
import { serve } from '../src/serve/serve.ts';

export const root = join(import.meta.dirname, '..');
/** The invented archive of the browser tests. `content/` is the project's story and may change. */
export const STORY = join(root, 'e2e/archives/story');

/** A site, by the name of the Playwright project that stands on it. */
interface Site {
  dir: string;
  base: string;
  /** The archive to build it from; without one it is built already. */
  content?: string;
}

// In node_modules, where neither git nor the type checker looks.
const cache = join(root, 'node_modules/.cache/e2e');
export const SITES = {
  site: { dir: join(cache, 'site'), base: '/', content: STORY },
  // The same as for a folder of a host.
  base: { dir: join(cache, 'base'), base: '/repo/', content: STORY },
  content: { dir: join(root, 'dist'), base: '/' },
} satisfies Record<string, Site>;
export type SiteName = keyof typeof SITES;

/** Where the tests are told at which port each site is. */
export const portVariable = (name: SiteName): string => `E2E_${name.toUpperCase()}_PORT`;

/** A build of a copy of an archive, for a build writes the addresses it has published beside the archive. */
function build(content: string, dir: string, base: string) {
  const copy = `${dir}-content`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(content, copy, { recursive: true });
  return {
    args: ['src/cli.ts', 'build', '--out-dir', dir],
    options: {
      cwd: root,
      env: {
        ...process.env,
        CONTENT_DIR: copy,
        BASE_PATH: base,
        SITE_URL: 'https://timeline.example',
      },
    },
  };
}

/**
 * A new folder for a site. It is in the project because Astro builds sites that go elsewhere through one folder, in
 * which two builds at once would meet.
 */
export function workFolder(): string {
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'work-'));
}

/**
 * Builds an archive with the project's own code.
 * @throws an Error with what the build says, if it fails
 */
export function buildSite(content: string, dir: string, base = '/'): void {
  const { args, options } = build(content, dir, base);
  execFileSync(process.execPath, args, { ...options, stdio: 'pipe' });
}

async function start(name: SiteName): Promise<void> {
  const { dir, base, content }: Site = SITES[name];
  if (content) {
    const { args, options } = build(content, dir, base);
    await promisify(execFile)(process.execPath, args, options);
  }
  if (name === 'site') await printEdition({ dir, install: true });
  const site = await serve({ dir, base, port: Number(process.env[portVariable(name)]) });
  const stop = () => void site.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

if (import.meta.main) {
  const names = process.argv.slice(2).map((name) => name as SiteName);
  await Promise.all(names.map(start));
  console.log(`Serving ${names.join(', ')}`);
}
