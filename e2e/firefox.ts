/** Firefox as the system has it. The tests in it are left out, and that is said, where there is none. */
import { existsSync } from 'node:fs';
import { installWithApt } from '../src/print/apt.ts';

/**
 * Where Firefox is; `FIREFOX_PATH` names one explicitly. Debian's first: Playwright drives its release, and may not know
 * a newer one.
 */
export const firefoxPath = (): string | undefined =>
  [
    process.env['FIREFOX_PATH'] ?? '',
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ].find((path) => path && existsSync(path));

/** Fetches Firefox where that is Debian's to give. */
export const installFirefox = (): boolean =>
  firefoxPath() !== undefined || installWithApt('firefox-esr');
