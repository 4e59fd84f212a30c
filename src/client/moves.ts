/** Steps of the view, by buttons, keys and a double click. */
import { mirrorX, panBy, zoomOnMarks } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

/** A step pans by this share of the view. */
const STEP = 0.35;
/** A step zooms by this factor. */
const ZOOM = 1.8;

export interface Moves {
  /** Zooms in or out by a step, about a horizontal position on the chart, or its middle. */
  zoom(by: 1 | -1, at?: number): void;
  /** Pans by steps, towards later time for positive ones; `Infinity` goes to the end. */
  pan(steps: number): void;
  /** Back to all of time. */
  fit(): void;
}

export function moves(timeline: Timeline): Moves {
  return {
    zoom(by, at) {
      const { window } = timeline.state;
      const mirrored = at !== undefined && timeline.direction === 'rtl';
      const along = mirrored ? mirrorX(at, timeline.scene().width) : at;
      timeline.glide({ window: zoomOnMarks(timeline.whole(), window, ZOOM ** by, along) });
    },
    pan(steps) {
      const whole = timeline.whole();
      const length = whole.edges[1] - whole.edges[0];
      timeline.glide({ window: panBy(whole, timeline.state.window, steps * STEP * length) });
    },
    fit: () => timeline.glide({ window: null }),
  };
}

/** The key pressed; `''` with ctrl, meta or alt, which are for the browser. `=` counts as `+`, so that no shift is needed. */
export const keyOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey || event.altKey ? '' : event.key === '=' ? '+' : event.key;

/** The arrow keys for earlier and later, by the direction in which time is drawn. */
export const arrowsOf = ({ direction }: Timeline): [earlier: string, later: string] =>
  direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
