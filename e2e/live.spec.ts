/**
 * Live authoring: a small archive, served by `npm run dev` and edited while its page is open. It runs in a copy of the
 * project, because Astro has one content store for a project and other tests build at the same time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { copyProject } from './project.ts';

const root = join(import.meta.dirname, '..');
let project: string;
let content: string;
let server: ChildProcess;
let url = '';
let terminal = '';

test.describe.configure({ mode: 'default', timeout: 180_000 });

test.beforeAll(async () => {
  project = copyProject();
  content = join(project, 'content');
  cpSync(join(root, 'e2e/archives/one-day'), content, { recursive: true });
  const { FORCE_COLOR: _, CONTENT_DIR: __, ...env } = process.env;
  server = spawn(process.execPath, ['src/build/astro.ts', 'dev', '--ignore-lock'], {
    cwd: project,
    env: { ...env, BASE_PATH: '/', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  url = await new Promise((found, failed) => {
    const read = (chunk: Buffer): void => {
      terminal += chunk;
      const [address] = /http:\/\/localhost:\d+\//.exec(terminal) ?? [];
      if (address) found(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => failed(new Error(`the server ended:\n${terminal}`)));
  });
});

test.afterAll(() => {
  server.removeAllListeners('exit');
  server.kill();
  rmSync(project, { recursive: true, force: true });
});

let undoAll: (() => void)[] = [];
// Undoes what a failed test left. Only that, because writing site.yaml restarts the server.
test.afterEach(() => {
  for (const undo of undoAll) undo();
  undoAll = [];
});

/** Changes words in a file. @returns undoes the change */
function edit(file: string, from: string, to: string): () => void {
  const path = join(content, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replaceAll(from, to));
  const undo = (): void => {
    if (readFileSync(path, 'utf8') !== before) writeFileSync(path, before);
  };
  undoAll.push(undo);
  return undo;
}

const slow = { timeout: 30_000 };

/** Opens a page; once more if the server reloads it because of an earlier step. */
const visit = (page: Page, path = ''): Promise<void> =>
  expect(async () => {
    await page.goto(url + path);
  }).toPass(slow);

test('a problem shows in the terminal and over the page, and goes when it is mended', async ({
  page,
}) => {
  await visit(page);
  await expect(page.locator('#sent h2')).toHaveText('The first signal is sent', slow);
  const problem = 'quote not in source log: "At 08:15 the first signal sailed';
  const undo = edit('events/sent.mdx', 'signal left the', 'signal sailed from the');
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay.getByText(problem).first()).toBeVisible(slow);
  await expect
    .poll(() => terminal, slow)
    .toMatch(/events\/sent\.mdx:\d+:\d+ {2}quote not in source log/);

  undo();
  await expect(overlay).toHaveCount(0, slow);
  await expect(page.locator('#sent h2')).toHaveText('The first signal is sent', slow);
  await expect
    .poll(() => terminal.slice(terminal.lastIndexOf(problem)), slow)
    .toContain('all quotes verified');
});

test('a page that is opened while something is wrong shows it too', async ({ page }) => {
  const undo = edit('actors.yaml', 'harbour-log:', 'harbor-log:');
  await visit(page);
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay.getByText('did you mean "harbor-log"?').first()).toBeVisible(slow);
  undo();
  await expect(overlay).toHaveCount(0, slow);
});

test('a changed event, actor or source changes the page', async ({ page }) => {
  await visit(page);
  const undoTitle = edit('events/sent.mdx', 'The first signal is sent', 'A signal sets out');
  await expect(page.locator('#sent h2')).toHaveText('A signal sets out', slow);
  await expect(page.locator('svg.timeline:visible a').first()).toHaveAccessibleName(
    /^A signal sets out/,
    slow,
  );
  undoTitle();
  await expect(page.locator('#sent h2')).toHaveText('The first signal is sent', slow);

  const undoActor = edit('actors.yaml', 'name: The Harbour Log', 'name: The log of the harbour');
  await expect(page.locator('main')).toContainText('The log of the harbour', slow);
  undoActor();
  await expect(page.locator('main')).not.toContainText('The log of the harbour', slow);

  await visit(page, 'sources/log/');
  const undoSource = edit('sources/log.yaml', 'title: ', 'title: Anew ');
  await expect(page.locator('main h1')).toContainText('Anew', slow);
  undoSource();
  await expect(page.locator('main h1')).not.toContainText('Anew', slow);
});

test('what is saved while pages are being made is told by the next', async ({ request }) => {
  const told = async (title: string): Promise<boolean> =>
    (await (await request.get(url)).text()).includes(title);
  const before = 'The first signal is sent';
  for (const after of ['Signal 1 is sent', 'Signal 2 is sent', 'Signal 3 is sent']) {
    const undo = edit('events/sent.mdx', before, after);
    await Promise.all([told(after), told(after), told(after)]);
    await expect.poll(() => told(after), { ...slow, intervals: [20] }).toBe(true);
    undo();
    await expect.poll(() => told(before), { ...slow, intervals: [20] }).toBe(true);
  }
});
