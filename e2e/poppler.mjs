// @ts-check
/** Poppler's programs, which look inside a PDF. Tests of print are skipped, and counted, where there are none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { installWithApt } from '../src/print/apt.ts';

export const hasPoppler = () => spawnSync('pdftotext', ['-v']).error === undefined;

/** Fetches Poppler, and a font for scripts the site does not ship, where that is Debian's to give. */
export const installReaders = () =>
  hasPoppler() || installWithApt('poppler-utils', 'fonts-wqy-microhei');

/**
 * What one of the programs writes, complaints left out.
 * @param {string} program
 * @param {string[]} args
 */
export const poppler = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
