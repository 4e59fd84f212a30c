/** Installs the peers and Lighthouse, which have their own package.json because only the benchmark needs them. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const stampFile = join(here, 'node_modules/.bench-stamp');

/** Installs this folder's package-lock.json unless that is done. Ends the process if it fails. */
export function installPeers(): void {
  const lock = readFileSync(join(here, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing the peers and Lighthouse, about 300 MB: half a minute to a minute …');
  const { status } = spawnSync('npm ci --loglevel=error', {
    cwd: here,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.error(
      'Installing failed; npm says why above. Check the connection to the npm registry.',
    );
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}
