/** Which state of the repository a build shows. Never the clock's time: the same commit gives the same bytes. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Edition {
  /** The commit, in ten digits. */
  version: string;
  /** The commit's day, `YYYY-MM-DD`. */
  date: string;
  /**
   * The day on which the content folder last changed, `YYYY-MM-DD`; `null` if the history does not go back so far, or
   * the folder is not in it: a day that depends on the depth of a checkout would date every event anew.
   */
  contentDate: string | null;
  /** Whether the history of this checkout is cut before that day. */
  cut: boolean;
  /** Whether files differ from the commit. */
  changed: boolean;
}

/** The commit that a folder's files are of; `null` where there is no git or no commit. */
export function edition(folder: string): Edition | null {
  const git = (...args: string[]): string | null => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const [hash, date] = git('log', '-1', '--format=%H %cs')?.split(' ') ?? [];
  if (!hash || !date) return null;
  const [last = '', day] = git('log', '-1', '--format=%H %cs', '--', '.')?.split(' ') ?? [];
  const list = resolve(folder, git('rev-parse', '--git-path', 'shallow') ?? '');
  // Git takes the first commit that a checkout has for the one that wrote everything.
  const cut = last !== '' && existsSync(list) && readFileSync(list, 'utf8').includes(last);
  return {
    version: hash.slice(0, 10),
    date,
    contentDate: cut ? null : day || null,
    cut,
    changed: git('--no-optional-locks', 'status', '--porcelain') !== '',
  };
}
