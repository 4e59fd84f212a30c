/** Loading: what a page costs until its events are drawn, and its memory afterwards. */

import type { Browser } from 'playwright-core';
import type { Subject } from './subjects.ts';
import { close, visit } from './visit.ts';

/** Times in milliseconds, sizes in bytes, the shift as browsers score it. */
export type Loading = Record<
  | 'bytes'
  | 'fonts'
  | 'requests'
  | 'painted'
  | 'drawn'
  | 'usable'
  | 'busy'
  | 'shift'
  | 'heap'
  | 'nodes',
  number
>;

/** @throws an Error of one line if the events do not appear */
export async function measureLoading(
  browser: Browser,
  subject: Subject,
  url: string,
): Promise<Loading> {
  const { page, context, cdp, wire, drawn, usable } = await visit(browser, subject, url);
  try {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    const seen = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      shift: (window as unknown as { __bench: { shift: number } }).__bench.shift,
      nodes: document.getElementsByTagName('*').length,
    }));
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return {
      bytes: wire.bytes,
      fonts: wire.fonts,
      requests: wire.requests,
      drawn,
      usable,
      busy: busy * 1000,
      heap: usedSize,
      ...seen,
    };
  } finally {
    await close(context);
  }
}
