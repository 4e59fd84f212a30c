/** `npm run build`: reads the archive once, checks it, builds the site from what was read, and records new URLs. */
import { join } from 'node:path';
import { build } from 'astro';
import { inWords } from '../author/refusal.ts';
import { formatReport } from '../check/problem.ts';
import { lockFolder } from '../files/lock.mjs';
import { beginSwap } from '../files/swap.ts';
import { readSettled } from '../files/together.ts';
import { writeWhole } from '../files/write.ts';
import { isLocal } from '../model/address.ts';
import { plays } from '../model/archive.ts';
import { contentFolder } from './checked.ts';
import { edition } from './edition.ts';
import { keepPermalinks } from './keep-permalinks.ts';
import { inTurns } from './order.ts';
import { makeFolder, unbuildable } from './path.ts';
import { headersFile } from './policy.ts';
import { reading } from './reading.ts';
import { SUMS, sumsOf } from './sums.ts';

const LOCAL =
  'The site has a local address: its share cards, feeds, citations and PDFs lead to this machine, and print has no QR code. ' +
  'To publish it, say where it will be: SITE_URL=https://example.org npm run build';
const CUT =
  'The history of this checkout is cut, so that nobody knows when the content changed last: citations and feeds give the ' +
  'newest day in the archive instead. "git fetch --unshallow" brings the history (fetch-depth: 0 in a GitHub workflow)';
const DOING = 'npm run build';

/**
 * Builds the site beside a folder and replaces the folder when the build is complete. A build that fails or is
 * stopped leaves the last site as it was; one that begins while another builds into the same folder waits.
 * @param say prints a line at once
 * @returns whether the site was built and its URLs recorded
 */
export async function runBuild(folder: string, say: (text: string) => void): Promise<boolean> {
  const release = lockFolder(folder, DOING);
  try {
    return await buildInto(folder, say);
  } finally {
    release();
  }
}

async function buildInto(folder: string, say: (text: string) => void): Promise<boolean> {
  const { problems, counts, archive } = readSettled(contentFolder(), DOING, reading);
  say(formatReport(problems, counts));
  const why = unbuildable(process.cwd(), process.env['SITE_URL']);
  if (why) say(`not built: ${why}`);
  if (!archive || why) return false;
  if (edition(contentFolder())?.cut) say(CUT);
  say(`Building the site into ${folder}/ ...`);
  const { fresh, finish } = beginSwap(folder);
  const stop = (): never => process.exit(1);
  const abandon = (): void => void finish(false);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  process.once('exit', abandon);
  try {
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await makeFolder(process.cwd(), fresh, buildSite);
    writeWhole(join(fresh, '_headers'), headersFile(archive.events.some(plays)));
    writeWhole(join(fresh, SUMS), sumsOf(fresh));
    process.off('exit', abandon);
    const fixed = finish(true);
    if (fixed)
      say(`${folder}/ cannot be renamed (${fixed}), so its files were replaced one by one`);
    if (!process.env['SITE_URL'] || isLocal(process.env['SITE_URL'])) say(LOCAL);
  } catch (cause) {
    say(`not built: ${inWords(cause) ?? (cause instanceof Error ? cause.stack : String(cause))}`);
    return false;
  }
  const { text, right } = readSettled(contentFolder(), DOING, () =>
    keepPermalinks(archive, contentFolder()),
  );
  if (text) say(text);
  return right;
}

/** Has Astro build. Its files in `.astro/` are the project's, whatever is built: one build at a time writes them. */
async function buildSite(outDir: string): Promise<void> {
  const release = lockFolder('node_modules/.cache/astro', DOING, { say() {} });
  const once = { name: 'astro-folder', hooks: { 'astro:build:start': release } };
  try {
    await build({ outDir, integrations: [once, inTurns()] });
  } finally {
    release();
  }
}
