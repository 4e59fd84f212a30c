/** Reads the cost of each frame from a browser's trace; nothing is added to the measured page. */

/** The categories that `browser.startTracing` records. */
export const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** The fields used of Chromium's trace events; times are in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread. */
  tdur?: number;
  args?: { data?: { type?: string } };
}

export interface Frame {
  /**
   * Milliseconds of the page's own code: its listeners, animation frames and timers, and layouts they force. Of processor
   * time, which does not grow on a busy machine.
   */
  work: number;
  /** The same of the browser's own work: what is below the pointer, style, layout and painting. */
  browser: number;
  /** Whether a button of the mouse was held: the reader dragged. */
  dragged: boolean;
}

export interface Frames {
  /** Frames in which the page had work, in order of time. */
  frames: Frame[];
  /** Tasks of more than 50 ms, in milliseconds. */
  long: number[];
}

const SCRIPT = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'TimerFire',
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
]);
const BROWSER = new Set([
  'HitTest',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);
const MOVES = new Set(['wheel', 'mousemove', 'pointermove', 'click', 'input']);
const LONG = 50_000;

/**
 * @param recorders number of animation frames per frame that the measurement itself requests; they do not count
 */
export function framesOf(events: readonly TraceEvent[], recorders = 0): Frames {
  const main = mainThread(events);
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === main);
  const starts = own
    .filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const frames = starts.map(() => ({
    work: 0,
    browser: 0,
    dragged: false,
    fired: 0,
    moved: false,
  }));

  let until = 0;
  let at = -1;
  let held = false;
  const complete = own
    .filter(({ name, ph }) => ph === 'X' && (SCRIPT.has(name) || BROWSER.has(name)))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  for (const { name, ts, dur = 0, tdur = dur, args } of complete) {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= ts) at++;
    const frame = frames[at];
    if (!frame) continue;
    if (name === 'FireAnimationFrame') frame.fired++;
    const event = (name === 'EventDispatch' && args?.data?.type) || '';
    if (MOVES.has(event)) frame.moved = true;
    if (event === 'mousedown' || event === 'mouseup') held = event === 'mousedown';
    frame.dragged ||= held;
    // Nested tasks are part of the outer one.
    if (ts < until) continue;
    until = ts + dur;
    if (SCRIPT.has(name)) frame.work += tdur / 1000;
    else frame.browser += tdur / 1000;
  }
  return {
    frames: frames
      .filter(({ fired, moved }) => moved || fired > recorders)
      .map(({ work, browser, dragged }) => ({ work, browser, dragged })),
    long: own
      .filter(({ name, dur = 0 }) => name === 'RunTask' && dur > LONG)
      .map(({ dur = 0 }) => dur / 1000),
  };
}

/** The thread that runs the page's animation frames. */
function mainThread(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const { name, pid, tid } of events)
    if (name === 'FireAnimationFrame') {
      const thread = `${pid} ${tid}`;
      counts.set(thread, (counts.get(thread) ?? 0) + 1);
    }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
