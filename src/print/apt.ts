/** Programs from Debian's packages: the browser that prints, and what the tests use beside it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs packages with apt-get, one after the other, where that is for this user to do: as root on Debian. Shows what
 * apt-get complains of if it fails.
 * @returns whether all of them are there now
 */
export function installWithApt(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get: about half a minute …`);
  const installs = packages.map((name) => `apt-get -qq install -y --no-install-recommends ${name}`);
  const { status, stderr } = spawnSync(['apt-get -qq update', ...installs].join(' && '), {
    shell: true,
    encoding: 'utf8',
    // At this runlevel no service is started.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  if (status !== 0) console.error(stderr.trim());
  return status === 0;
}
