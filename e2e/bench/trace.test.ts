import { describe, expect, it } from 'vitest';
import { framesOf, type TraceEvent } from './trace.ts';

const on = (
  name: string,
  ts: number,
  dur?: number,
  more: Partial<TraceEvent> = {},
): TraceEvent => ({
  name,
  ph: dur === undefined ? 'b' : 'X',
  pid: 1,
  tid: 1,
  ts,
  ...(dur !== undefined && { dur }),
  ...more,
});
const by = (type: string): Partial<TraceEvent> => ({ args: { data: { type } } });
const wheel = by('wheel');

describe('framesOf', () => {
  it('sums what the page does in a frame, and what the browser does after it', () => {
    const { frames } = framesOf([
      on('AnimationFrame', 0),
      on('EventDispatch', 100, 1000, wheel),
      on('FireAnimationFrame', 2000, 3000, { tdur: 2500 }),
      on('Layout', 6000, 500),
      on('Paint', 7000, 250),
      on('AnimationFrame', 16_000),
      on('FireAnimationFrame', 16_500, 2000),
    ]);
    expect(frames).toEqual([
      { work: 3.5, browser: 0.75, dragged: false },
      { work: 2, browser: 0, dragged: false },
    ]);
  });

  it('counts what lies within another once: a layout that a listener forces is its own', () => {
    const { frames } = framesOf([
      on('AnimationFrame', 0),
      on('FireAnimationFrame', 1000, 4000),
      on('FunctionCall', 1500, 3000),
      on('Layout', 2000, 1000),
    ]);
    expect(frames).toEqual([{ work: 4, browser: 0, dragged: false }]);
  });

  it('leaves out frames that hold the watcher alone, other threads, and what precedes the first frame', () => {
    const { frames } = framesOf(
      [
        on('TimerFire', 0, 500),
        on('AnimationFrame', 1000),
        on('FireAnimationFrame', 1100, 10),
        on('AnimationFrame', 17_000),
        on('FireAnimationFrame', 17_100, 10),
        on('FireAnimationFrame', 17_200, 990),
        on('FireAnimationFrame', 17_200, 5000, { tid: 2 }),
      ],
      1,
    );
    expect(frames).toEqual([{ work: 1, browser: 0, dragged: false }]);
  });

  it('tells the frames of a drag from others', () => {
    const types = ['wheel', 'mousedown', 'pointermove', 'mouseup', 'wheel'];
    const { frames } = framesOf(
      types.flatMap((type, i) => [
        on('AnimationFrame', i * 16_000),
        on('EventDispatch', i * 16_000 + 1, 1000, by(type)),
        on('FireAnimationFrame', i * 16_000 + 2000, 1000),
      ]),
    );
    expect(frames.map(({ dragged }) => dragged)).toEqual([false, true, true, false, false]);
  });

  it('tells the long tasks of the main thread', () => {
    const { long } = framesOf([
      on('FireAnimationFrame', 0, 1),
      on('RunTask', 0, 50_000),
      on('RunTask', 60_000, 80_000),
      on('RunTask', 60_000, 90_000, { tid: 2 }),
    ]);
    expect(long).toEqual([80]);
  });
});
