// @ts-check
/** Which state of the repository a build shows. Never the clock's time: the same commit gives the same bytes. */
import { spawnSync } from 'node:child_process';

/**
 * @typedef {{ version: string, date: string, contentDate: string, changed: boolean }} Edition
 * The commit in ten digits, its day (YYYY-MM-DD), the day that the folder last changed, and whether files differ from
 * the commit.
 */

/**
 * The commit that a folder's files are of; `null` where there is no git or no commit.
 * @param {string} folder
 * @returns {Edition | null}
 */
export function edition(folder) {
  const git = (/** @type {string[]} */ ...args) => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const [hash, date] = git('log', '-1', '--format=%H %cs')?.split(' ') ?? [];
  if (!hash || !date) return null;
  return {
    version: hash.slice(0, 10),
    date,
    contentDate: git('log', '-1', '--format=%cs', '--', '.') || date,
    changed: git('--no-optional-locks', 'status', '--porcelain') !== '',
  };
}
