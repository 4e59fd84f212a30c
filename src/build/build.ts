/** `npm run build`: reads the archive once, checks it, builds the site from what was read, and records new URLs. */
import { join } from 'node:path';
import { build } from 'astro';
import { formatReport } from '../check/problem.ts';
import { beginSwap } from '../files/swap.ts';
import { writeWhole } from '../files/write.ts';
import { isLocal } from '../model/address.ts';
import { keepPermalinks } from './keep-permalinks.ts';
import { headersFile } from './policy.ts';
import { contentFolder, reading } from './reading.ts';

const LOCAL =
  'The site has a local address: its share cards, feeds, citations and PDFs lead to this machine, and print has no QR code. ' +
  'To publish it, say where it will be: SITE_URL=https://example.org npm run build';

/**
 * Builds the site beside a folder and replaces the folder when the build is complete. A build that fails or is
 * stopped leaves the last site as it was.
 * @param say prints a line at once
 * @returns whether the site was built and its URLs recorded
 */
export async function runBuild(folder: string, say: (text: string) => void): Promise<boolean> {
  const { problems, counts, archive } = reading();
  say(formatReport(problems, counts));
  if (!archive) return false;
  say(`Building the site into ${folder}/ ...`);
  const { fresh, finish } = beginSwap(folder);
  const stop = (): never => process.exit(1);
  const abandon = (): void => finish(false);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  process.once('exit', abandon);
  try {
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await build({ outDir: fresh });
    writeWhole(join(fresh, '_headers'), headersFile());
    process.off('exit', abandon);
    finish(true);
    if (!process.env['SITE_URL'] || isLocal(process.env['SITE_URL'])) say(LOCAL);
  } catch (cause) {
    say(`not built: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    return false;
  }
  const { text, right } = keepPermalinks(archive, contentFolder());
  if (text) say(text);
  return right;
}
