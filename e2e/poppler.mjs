// @ts-check
/** Poppler's programs, which look inside a PDF. Tests of print are skipped, and counted, where there are none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const hasPoppler = () => spawnSync('pdftotext', ['-v']).error === undefined;

/** Fetches Poppler, and a font for scripts the site does not ship, where that is Debian's to give. */
export function installReaders() {
  if (hasPoppler() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('\nInstalling poppler-utils and a font for East Asian scripts with apt-get …');
  const install = 'apt-get -qq install -y --no-install-recommends';
  const { status, stderr } = spawnSync(
    `apt-get -qq update && ${install} poppler-utils && ${install} fonts-wqy-microhei`,
    {
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (status !== 0) console.error(stderr.trim());
}

/**
 * What one of the programs writes, complaints left out.
 * @param {string} program
 * @param {string[]} args
 */
export const poppler = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
