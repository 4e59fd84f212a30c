// @ts-check
/**
 * A lock on a folder: one process at a time writes it. The lock is a hidden file beside the folder and names its owner;
 * one whose owner has ended is taken over.
 * Plain JavaScript without dependencies, because set-up uses it before anything is installed.
 */
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Who has a lock: the command, the process, when it began (see {@link beganAt}), and since when it has the lock, in
 * milliseconds since 1970.
 * @typedef {{ doing: string, pid: number, host: string, began: string, since: number }} Owner
 */

/** Milliseconds between two attempts. */
const PAUSE = 100;
/** Milliseconds. No command takes so long: an owner on another machine, which nobody can ask, has ended by then. */
const HOUR = 3_600_000;
/** Milliseconds within which an owner writes its name, or a stale lock is removed; who takes longer was killed at it. */
const SOON = 10_000;

/** Another process has the lock. The message says who, since when, and what to do. */
export class Locked extends Error {}

/**
 * The path of a hidden file or folder beside a folder; if its parent does not exist, in the nearest that does.
 * @param {string} folder need not exist; its links are followed
 * @param {string} what the last part of the name: `lock`
 */
export function hiddenBeside(folder, what) {
  const path = realPath(folder);
  let parent = dirname(path);
  while (!fs.existsSync(parent)) parent = dirname(parent);
  return join(parent, `.${relative(parent, path).replaceAll(sep, '.')}.${what}`);
}

/**
 * The absolute path of a file or folder, which need not exist, with its links followed.
 * @param {string} given @param {number} [links] how many more links that lead nowhere yet may follow each other
 * @returns {string}
 */
export function realPath(given, links = 20) {
  const path = resolve(given);
  if (fs.existsSync(path)) return fs.realpathSync(path);
  if (links > 0 && fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    return realPath(resolve(dirname(path), fs.readlinkSync(path)), links - 1);
  return dirname(path) === path ? path : join(realPath(dirname(path), links), basename(path));
}

/**
 * Takes the lock of a folder; waits while another process has it.
 * @param {string} folder need not exist
 * @param {string} doing the command, as others are to read it: `npm run build`
 * @param {{ say?: (line: string) => void, patience?: number }} [options] `say` prints at once for whom it waits; `patience`: for how many milliseconds
 * @returns {() => void} gives the lock back
 * @throws {Locked} if another process has it longer than that
 */
export function lockFolder(folder, doing, { say = console.error, patience = HOUR / 4 } = {}) {
  let lock = hiddenBeside(folder, 'lock');
  const inside = join(folder, '.lock');
  const { pid } = process;
  /** @type {Owner} */
  const me = { doing, pid, host: hostname(), began: beganAt(pid), since: Date.now() };
  const mine = JSON.stringify(me);
  for (let said = ''; ; ) {
    try {
      fs.writeFileSync(lock, mine, { flag: 'wx' });
      const release = () => {
        process.off('exit', release);
        if (read(lock) === mine) fs.rmSync(lock, { force: true });
      };
      process.once('exit', release);
      return release;
    } catch (cause) {
      const { code = '' } = /** @type {NodeJS.ErrnoException} */ (cause);
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
        // A folder may be writable where its parent is not. Who can write neither disturbs nobody.
        if (lock === inside || !fs.existsSync(folder)) return () => {};
        lock = inside;
        continue;
      }
      if (code !== 'EEXIST') throw cause;
    }
    const text = read(lock);
    if (text === null) continue;
    const owner = ownerIn(text);
    if (owner ? hasEnded(owner) : isOld(lock)) {
      clear(lock, text);
      continue;
    }
    const who = inWords(owner);
    if (Date.now() - me.since >= patience)
      throw new Locked(
        `${folder} is being written by ${who}; if that has ended, remove ${lock} and try again`,
      );
    if (who !== said) say(`waiting for ${who}, which is writing ${folder}`);
    said = who;
    pause();
  }
}

/** @param {string} lock @returns {string | null} `null` if there is none any more */
function read(lock) {
  try {
    return fs.readFileSync(lock, 'utf8');
  } catch (cause) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (cause);
    if (code === 'ENOENT') return null;
    if (code === 'EISDIR') return '';
    throw cause;
  }
}

/** @param {string} text @returns {Owner | null} `null` while the owner writes its name, or if it was stopped at it */
function ownerIn(text) {
  try {
    const owner = JSON.parse(text);
    return typeof owner.pid === 'number' && typeof owner.since === 'number' ? owner : null;
  } catch {
    return null;
  }
}

/** @param {Owner | null} owner */
function inWords(owner) {
  if (!owner) return 'another process';
  const { doing, pid, host, since } = owner;
  // Swedish dates are those of ISO 8601.
  return `${doing} (process ${pid} on ${host}) since ${new Date(since).toLocaleString('sv-SE')}`;
}

/** @param {Owner} owner */
function hasEnded({ pid, host, began, since }) {
  if (host !== hostname()) return Math.abs(Date.now() - since) > HOUR;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return /** @type {NodeJS.ErrnoException} */ (cause).code !== 'EPERM';
  }
  return beganAt(pid) !== began;
}

/**
 * When a process began, by which it is told from a later one of the same number; `''` if the system does not say.
 * @param {number} pid
 */
function beganAt(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold anything: the state, and as the twentieth the time since the machine's start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return 'ended';
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return '';
  }
}

/**
 * Removes a lock whose owner has ended, unless somebody has taken it over since: one at a time looks.
 * @param {string} lock @param {string} text
 */
function clear(lock, text) {
  const guard = `${lock}.guard`;
  try {
    fs.mkdirSync(guard);
  } catch {
    if (isOld(guard)) fs.rmSync(guard, { recursive: true, force: true });
    else pause();
    return;
  }
  if (read(lock) === text) fs.rmSync(lock, { recursive: true, force: true });
  fs.rmdirSync(guard);
}

/** @param {string} path */
function isOld(path) {
  const { mtimeMs = Date.now() } = fs.statSync(path, { throwIfNoEntry: false }) ?? {};
  return Math.abs(Date.now() - mtimeMs) > SOON;
}

const pause = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
