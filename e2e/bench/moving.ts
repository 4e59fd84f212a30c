/** Moving: what each frame costs while the reader zooms, pans and, on this site, changes the elasticity of time. */
import type { Browser, Page } from 'playwright-core';
import { quantile } from './statistics.ts';
import type { Subject } from './subjects.ts';
import { CATEGORIES, framesOf, type TraceEvent } from './trace.ts';
import { close, visit, within } from './visit.ts';

/**
 * The page's own work in a frame, in milliseconds of processor time; `pan95` and `zoom95` are those of a drag and of the
 * other frames, `browser` the browser's: what is below the pointer, style, layout and painting. `late` is how many frames the screen was owed and did not get.
 */
export type Moving = Record<
  | 'steps'
  | 'middle'
  | 'p95'
  | 'worst'
  | 'pan95'
  | 'zoom95'
  | 'browser'
  | 'long'
  | 'longest'
  | 'late'
  | 'nodes',
  number
>;

/** Steps of a gesture: the first third zooms in, the second pans, the last zooms out. */
const STEPS = 300;
/** Time limit; a slower subject does fewer steps, and the table gives their number. */
const LIMIT = 25_000;

/** Each makes one step of the gesture. */
type Gesture = (step: number) => Promise<void>;

/** @throws an Error of one line if the page does not appear or does not react */
export async function measureMoving(
  browser: Browser,
  subject: Subject,
  url: string,
): Promise<Moving> {
  return measure(browser, subject, url, STEPS, (page) => zoomAndPan(page, subject));
}

/** The slider for the elasticity of time, dragged over its whole length and back. */
export async function measureSweep(
  browser: Browser,
  subject: Subject,
  url: string,
): Promise<Moving> {
  return measure(browser, subject, url, 120, async (page) => {
    const { x, y, width, height } = await boxOf(page, '.spacing input');
    const middle = y + height / 2;
    await page.mouse.move(x + width - 1, middle);
    await page.mouse.down();
    return (step) =>
      page.mouse.move(x + Math.abs(1 - step / 60) * (width - 2) + 1, middle).then(() => {});
  });
}

async function measure(
  browser: Browser,
  subject: Subject,
  url: string,
  steps: number,
  gestureOn: (page: Page) => Promise<Gesture>,
): Promise<Moving> {
  const { page, context } = await visit(browser, subject, url);
  try {
    const gesture = await gestureOn(page);
    await page.evaluate(record, subject.moved?.target.split(':')[0] ?? 'body');
    await browser.startTracing(page, { categories: CATEGORIES });
    const until = performance.now() + LIMIT;
    let step = 0;
    const moving = async (): Promise<void> => {
      for (; step < steps && performance.now() < until; step++) await gesture(step);
    };
    await within(moving(), LIMIT * 2);
    const seen = await within(
      page.evaluate(() => (window as unknown as { __moved: Seen }).__moved),
      LIMIT,
    );
    const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
    const { frames, long } = framesOf(trace.traceEvents, 1);
    const all = frames.map(({ work }) => work);
    const ofPart = (drag: boolean): number =>
      quantile(
        frames.flatMap(({ work, dragged }) => (dragged === drag ? [work] : [])),
        0.95,
      );
    const after = frames.map((frame) => frame.browser);
    return {
      steps: step,
      middle: quantile(all, 0.5),
      p95: quantile(all, 0.95),
      worst: Math.max(0, ...all),
      pan95: ofPart(true),
      zoom95: ofPart(false),
      browser: quantile(after, 0.5),
      long: long.length,
      longest: Math.max(0, ...long),
      ...seen,
    };
  } catch (error) {
    // A trace that is still running would make the next one fail.
    await browser.stopTracing().catch(() => {});
    throw error;
  } finally {
    await close(context);
  }
}

interface Seen {
  late: number;
  nodes: number;
}

/**
 * Runs in the page: requests every frame, so that late ones are noticed, and samples the number of nodes in the
 * drawing.
 */
function record(target: string): void {
  const seen: Seen = { late: 0, nodes: 0 };
  const shown = [...document.querySelectorAll(target)].find(
    (node) => node.getBoundingClientRect().width > 0,
  );
  const nodes = shown?.getElementsByTagName('*');
  let last = performance.now();
  let count = 0;
  const frame = (now: number): void => {
    seen.late += Math.max(0, Math.round(((now - last) * 60) / 1000) - 1);
    last = now;
    if (count++ % 10 === 0) seen.nodes = Math.max(seen.nodes, nodes?.length ?? 0);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, { __moved: seen });
}

async function zoomAndPan(page: Page, { moved }: Subject): Promise<Gesture> {
  if (!moved) throw new Error('it has no zoom and no pan');
  const { target, zoom } = moved;
  const { x, y, width, height } = await boxOf(page, target);
  // The pointer cannot reach what is below the viewport.
  const middle = { x: x + width / 2, y: y + Math.min(height, 780 - y) / 2 };
  await page.mouse.move(middle.x, middle.y);
  const third = STEPS / 3;
  const zoomBy = async (step: number, isIn: boolean): Promise<void> => {
    if (typeof zoom === 'string') await page.mouse.wheel(0, isIn ? -WHEEL[zoom] : WHEEL[zoom]);
    // A button that starts an animation of one second is pressed again when it has ended.
    else if (step % 20 === 0) {
      const button = await boxOf(page, isIn ? zoom.in : zoom.out);
      await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
    } else await page.mouse.move(middle.x + (step % 2), middle.y);
  };
  return async (step) => {
    const at = step % third;
    const part = Math.floor(step / third);
    if (part === 1) {
      if (at === 0) {
        if (zoom === 'ctrl+wheel') await page.keyboard.up('Control');
        await page.mouse.move(middle.x, middle.y);
        await page.mouse.down();
      }
      // Back and forth over a third of the width.
      const share = Math.sin((at / third) * 2 * Math.PI) / 3;
      await page.mouse.move(middle.x + share * width, middle.y);
      if (at === third - 1) await page.mouse.up();
      return;
    }
    if (at === 0 && zoom === 'ctrl+wheel') await page.keyboard.down('Control');
    await zoomBy(at, part === 0);
    if (step === STEPS - 1 && zoom === 'ctrl+wheel') await page.keyboard.up('Control');
  };
}

/** The wheel's delta per step: a hundred steps zoom in by a factor of about two hundred. */
const WHEEL = { 'ctrl+wheel': 4, wheel: 40 };

async function boxOf(
  page: Page,
  selector: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator(selector).first().boundingBox({ timeout: 10_000 });
  if (!box) throw new Error(`there is no ${selector} to point at`);
  return box;
}
