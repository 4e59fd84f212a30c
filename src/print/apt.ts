/** Installs Debian packages: the browser that prints, and programs that the tests use. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs packages with apt-get, one after the other, if this user may: as root on Debian. Shows apt-get's messages
 * if it fails.
 * @returns whether all of them are installed now
 */
export function installWithApt(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get: about half a minute …`);
  // A download that fails is tried again.
  const apt = 'apt-get -qq -o Acquire::Retries=3';
  const installs = packages.map((name) => `${apt} install -y --no-install-recommends ${name}`);
  const { status, stderr } = spawnSync([`${apt} update`, ...installs].join(' && '), {
    shell: true,
    encoding: 'utf8',
    // At this runlevel apt starts no service.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  if (status !== 0) console.error(stderr.trim());
  return status === 0;
}
