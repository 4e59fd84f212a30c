// @ts-check
/** nginx as Debian has it. Its test is skipped, and counted, where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const hasNginx = () => spawnSync('nginx', ['-v']).error === undefined;

/** Fetches nginx where that is Debian's to give; the service is not started. */
export function installNginx() {
  if (hasNginx() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('\nInstalling nginx-light with apt-get …');
  const { status, stderr } = spawnSync(
    'apt-get -qq update && apt-get -qq install -y --no-install-recommends nginx-light',
    {
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    },
  );
  if (status !== 0) console.error(stderr.trim());
}
