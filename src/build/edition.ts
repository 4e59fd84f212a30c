/** Which state of the repository a build shows. Never the clock's time: the same commit gives the same bytes. */
import { spawnSync } from 'node:child_process';

export interface Edition {
  /** The commit, in ten digits. */
  version: string;
  /** The commit's day, `YYYY-MM-DD`. */
  date: string;
  /** The day on which the content folder last changed, `YYYY-MM-DD`. */
  contentDate: string;
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
  return {
    version: hash.slice(0, 10),
    date,
    contentDate: git('log', '-1', '--format=%cs', '--', '.') || date,
    changed: git('--no-optional-locks', 'status', '--porcelain') !== '',
  };
}
