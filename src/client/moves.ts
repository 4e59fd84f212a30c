/** What buttons, keys and a double click do to the view: it glides by steps. */
import { mirrorX, panBy, zoomBy } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';

/** How far one step goes, as a share of the view, and by what factor it zooms. */
const STEP = 0.35;
const ZOOM = 1.8;

export interface Moves {
  /** In or out by a step, about a place as it is drawn on the chart, or its middle. */
  zoom(by: 1 | -1, at?: number): void;
  /** Later by so many steps, or earlier; `Infinity` goes to the end. */
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
      timeline.glide({ window: zoomBy(timeline.whole(), window, ZOOM ** by, along) });
    },
    pan(steps) {
      const whole = timeline.whole();
      const length = whole.edges[1] - whole.edges[0];
      timeline.glide({ window: panBy(whole, timeline.state.window, steps * STEP * length) });
    },
    fit: () => timeline.glide({ window: null }),
  };
}

/** The key that was pressed, `''` where it is the browser's; `+` needs no shift on any keyboard. */
export const keyOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey || event.altKey ? '' : event.key === '=' ? '+' : event.key;

/** The arrow keys that go to what is earlier and to what is later: as time is drawn. */
export const arrowsOf = ({ direction }: Timeline): [earlier: string, later: string] =>
  direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
