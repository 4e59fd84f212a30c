// @ts-check
/** Firefox as the system has it. The tests in it are left out, and that is said, where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Where Firefox is; `FIREFOX_PATH` names one explicitly. Debian's first: Playwright drives its release, and may not know
 * a newer one.
 */
export const firefoxPath = () =>
  [
    process.env['FIREFOX_PATH'] ?? '',
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ].find((path) => path && existsSync(path));

/** Fetches Firefox where that is Debian's to give. */
export function installFirefox() {
  if (firefoxPath() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('\nInstalling firefox-esr with apt-get …');
  const { status, stderr } = spawnSync(
    'apt-get -qq update && apt-get -qq install -y --no-install-recommends firefox-esr',
    {
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (status !== 0) console.error(stderr.trim());
}
