/** One first visit to a page in a fresh context, and what it costs until the page is idle. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Subject } from './subjects.ts';

export interface Visit {
  page: Page;
  context: BrowserContext;
  cdp: CDPSession;
  /** Bytes sent over the wire, with headers, and how many of them are fonts. */
  wire: { bytes: number; fonts: number; requests: number };
  /** Milliseconds from navigation to the end of the frame that shows it. */
  drawn: number;
  usable: number;
}

/** Time limit until the events are drawn; a subject that takes longer has failed. */
export const PATIENCE = 90_000;
const SIZE = { width: 1280, height: 800 };

/** Runs before the page's own scripts and records at the end of which frame each condition is first met. */
const watch = (conditions: Record<string, string>): string => `
window.__bench = { shift: 0, long: [] };
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) __bench.shift += value;
}).observe({ type: 'layout-shift', buffered: true });
__bench.met = Promise.all(Object.entries({${Object.entries(conditions)
  .map(([name, code]) => `${name}: () => ${code}`)
  .join(', ')}}).map(([name, met]) => new Promise((done) => {
  const ask = () => {
    if (!met()) return requestAnimationFrame(ask);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done([name, performance.now()]);
    port2.postMessage(null);
  };
  requestAnimationFrame(ask);
}))).then(Object.fromEntries);`;

/**
 * Visits a page and waits until its events are drawn and the page has been loaded for a second.
 * @throws an Error of one line if that does not happen
 */
export async function visit(browser: Browser, subject: Subject, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: SIZE });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message.split('\n')[0] ?? ''));
    const cdp = await context.newCDPSession(page);
    const wire = { bytes: 0, fonts: 0, requests: 0 };
    const types = new Map<string, string>();
    cdp.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    cdp.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('http')) wire.requests++;
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      wire.bytes += encodedDataLength;
      if (types.get(requestId) === 'Font') wire.fonts += encodedDataLength;
    });
    await cdp.send('Network.enable');
    await cdp.send('Performance.enable');
    const { drawn, usable = drawn } = subject;
    await page.addInitScript(watch({ drawn, usable }));
    const met = page
      .goto(url, { waitUntil: 'load', timeout: PATIENCE })
      .then(() => page.evaluate<{ drawn: number; usable: number }>('__bench.met'));
    const times = await within(met, PATIENCE).catch((error: Error) => {
      throw new Error(errors[0] ?? error.message.split('\n')[0]);
    });
    await page.waitForTimeout(1000);
    return { page, context, cdp, wire, ...times };
  } catch (error) {
    await close(context);
    throw error;
  }
}

/** A page with a busy main thread may not close; it ends with the browser. */
export const close = (context: BrowserContext): Promise<void> =>
  within(context.close(), 10_000).catch(() => {});

/** @throws an Error that gives the time waited */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new Error(`not done within ${Math.round(milliseconds / 1000)} s`)),
      milliseconds,
    );
  });
  // The promise that loses the race must not end the process if it rejects later.
  promise.catch(() => {});
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
