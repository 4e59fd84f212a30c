/** Finds a Chromium that works, or installs one: for the end-to-end tests and for printing. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { installWithApt } from './apt.ts';

const memory = join(import.meta.dirname, '..', '..', 'node_modules', '.browser');

/** Arguments of every launch: run as root and without a graphics card, make no background requests. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium or Chrome that has been launched once; `CHROMIUM_PATH` names one explicitly.
 * @param options.install whether to install one if none is found
 * @throws an Error whose message, one line, says what to install
 */
export async function findBrowser({ install = true } = {}): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (recall() === fingerprint(chosen) || (await launches(chosen))) return remember(chosen);
    throw new Error(
      `CHROMIUM_PATH=${chosen} cannot be launched: name another Chromium or unset it`,
    );
  }
  const remembered = recall();
  const path = remembered?.split('\n')[0];
  if (path && remembered === fingerprint(path)) return path;

  const ways = install ? [installFromDebian, installFromPlaywright] : [];
  for (const way of [() => {}, ...ways]) {
    way();
    for (const candidate of candidates()) {
      if (await launches(candidate)) return remember(candidate);
    }
  }
  throw new Error('no browser found: install Chromium or Chrome, or set CHROMIUM_PATH to one');
}

/** Paths of possible browsers, lightest first, Playwright's own before the system's. */
function candidates(): string[] {
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => process.env[name],
  );
  return [
    ...playwrightsOwn(),
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.flatMap((folder) =>
      folder
        ? [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ]
        : [],
    ),
  ].filter((path) => fs.existsSync(path));
}

/** The headless shell is in a folder beside the full browser's; Playwright gives only the path of the latter. */
function playwrightsOwn(): string[] {
  const full = chromium.executablePath();
  const folder = /^(.*[\\/])chromium(-\d+)[\\/]/.exec(full);
  const shell = folder ? `${folder[1]}chromium_headless_shell${folder[2]}` : '';
  const files = fs.existsSync(shell)
    ? fs.readdirSync(shell, { recursive: true, encoding: 'utf8' })
    : [];
  const programs = files.filter((file) => /headless[-_]shell(\.exe)?$/.test(file));
  return [...programs.map((file) => join(shell, file)), full];
}

async function launches(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: browserArgs, timeout: 30_000 });
    await (await browser.newPage()).goto('data:text/html,ok');
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** Path, size and time of a browser's file: an updated browser is tried again before it is used. */
function fingerprint(path: string): string | undefined {
  const file = fs.statSync(path, { throwIfNoEntry: false });
  return file ? [path, file.size, file.mtimeMs].join('\n') : undefined;
}

function recall(): string | null {
  return fs.existsSync(memory) ? fs.readFileSync(memory, 'utf8') : null;
}

function remember(path: string): string {
  fs.mkdirSync(dirname(memory), { recursive: true });
  fs.writeFileSync(memory, fingerprint(path) ?? '');
  return path;
}

const installFromDebian = () =>
  installWithApt('chromium-headless-shell') || installWithApt('chromium');

function installFromPlaywright(): void {
  console.log("Installing a browser with Playwright's own installer …");
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const command = `npx playwright install --only-shell ${root ? '--with-deps ' : ''}chromium`;
  const { status, stderr } = spawnSync(command, { shell: true, encoding: 'utf8' });
  // Whether it succeeded shows when a browser is launched.
  if (status !== 0) console.error(stderr.trim());
}
