/** WebKit as Debian has it, on a screen that is in memory alone. Its tests are skipped, and counted, where there is none. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { installWithApt } from '../src/print/apt.ts';

export const hasWebkit = (): boolean =>
  ['WebKitWebDriver', 'Xvfb'].every((name) => spawnSync(name, ['-help']).error === undefined);

/** Fetches WebKit and the screen for it where that is Debian's to give. */
export const installWebkit = (): boolean =>
  hasWebkit() || installWithApt('webkit2gtk-driver', 'xvfb');

/**
 * Starts WebKitGTK's small browser, with a session of its driver.
 * @param port for the driver to listen at, free
 * @returns the session, and what ends it with all that was started
 */
export async function startWebkit(
  port: number,
): Promise<{ driver: WebDriver; stop(): Promise<void> }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1200x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const end = () => screen.kill();
  process.once('exit', end);
  // Written once it is ready.
  const output = screen.stdio[3] as Readable;
  const [display] = await once(createInterface(output), 'line');

  const server = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    // Without the second, what is drawn does not always reach a screen without a graphics card.
    env: { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  const kill = () => server.kill();
  process.once('exit', kill);
  const url = `http://127.0.0.1:${port}`;
  while (server.exitCode === null && !(await fetch(`${url}/status`).catch(() => undefined)));

  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({ browserName: 'MiniBrowser' })
    .build();
  const stop = async () => {
    await driver.quit().catch(() => {});
    for (const child of [server, screen]) {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await ended;
    }
    process.off('exit', end).off('exit', kill);
  };
  return { driver, stop };
}
