/** The stage: holds the state, draws it once a frame, and says when it has come to rest. */
import {
  centreOn,
  type Handover,
  type Item,
  moments,
  type Scene,
  type Whole,
  wholeOf,
  windowBetween,
} from '../timeline/index.ts';
import { chartsOf, widthOf } from './charts.ts';
import { paginationOf } from './pagination.ts';
import { filterQuery } from './query.ts';
import { type Filter, noFilter, type State } from './state.ts';
import type { Timeline } from './timeline.ts';

/** Milliseconds without a drawing after which the view is at rest. */
const REST = 250;
/** Milliseconds that a glide takes. */
const GLIDE = 220;
/** Zooming goes by a chart at least this wide, in pixels, also where a narrower one is shown. */
const NARROWEST = 760;

/** The timeline, and what only its element does with it. */
export interface Stage extends Timeline {
  /** Draws the state now. */
  draw(): void;
  /** Sets how a filter becomes a predicate; until then it shows every item. */
  filterBy(filter: (filter: Filter) => (item: Item) => boolean): void;
}

export function stageOf(root: HTMLElement, handover: Handover): Stage {
  const { items, language, direction, spacing } = handover;
  const { moment, inTime } = momentsOf(items);
  const held = heldState({ window: null, spacing, filter: noFilter });
  const pages = paginationOf(items, handover.story, root.dataset['part']);
  const elsewhere: Timeline['elsewhere'] = (anchor) =>
    pages.elsewhere(anchor)?.replace('#', `${filterQuery(held.state.filter)}#`) ?? null;
  const charts = chartsOf(root, handover, (id) => elsewhere(id) ?? `#${id}`);
  let scene: Scene | null = null;

  const rest = restOf();
  rest.onRest(() => {
    if (scene) charts.settle(scene);
  });
  const drawRuns: ((hadFocus: boolean) => void)[] = [];
  const frames = framesOf(() => {
    // A mark that is removed, or moved among its neighbours, loses the focus.
    const hadFocus = charts.shown().contains(document.activeElement);
    scene = charts.draw(held.state, held.shows);
    for (const run of drawRuns) run(hadFocus);
    rest.wait();
  });
  const apply = (change: Partial<State>): void => {
    held.change(change);
    frames.request();
  };
  const whole = (): Whole =>
    wholeOf(items, held.state.spacing, Math.max(widthOf(charts.shown()), NARROWEST));
  const glider = gliderOf(() => held.state, whole, apply);

  const set = (change: Partial<State>): void => {
    // Whoever moves the view stops a glide.
    if ('window' in change || 'spacing' in change) glider.stop();
    apply(change);
  };
  const currentScene = (): Scene => scene ?? charts.layout(held.state, held.shows);
  const markOf: Timeline['markOf'] = (id) =>
    currentScene().marks.find(({ ids }) => ids.includes(id));

  // Another width may show another chart.
  const observer = new ResizeObserver(() => {
    if (charts.measure()) frames.request();
  });
  for (const svg of charts.all) observer.observe(svg);
  // Paper shows all of time, unfiltered. A frame that is drawn meanwhile must do so too.
  aroundPrint(() => {
    const before = held.state;
    held.reset();
    charts.drawAll(held.state, held.shows);
    return () => set(before);
  });

  return {
    root,
    items,
    inTime,
    language,
    direction,
    facts: pages.facts,
    elsewhere,
    get state() {
      return held.state;
    },
    chart: charts.shown,
    drawLine: (svg) => charts.drawLine(svg, held.shows),
    scene: currentScene,
    markOf,
    whole,
    extent: () => held.state.window ?? whole().extent,
    shows: (item) => held.shows(item),
    set,
    glide: glider.glide,
    moment,
    reveal(id, then) {
      frames.flush();
      // A cluster's mark can be out of view although one of its events is in view.
      if (!markOf(id)) {
        set({ window: centreOn(whole(), held.state.window, moment(id)) });
        frames.flush();
      }
      then();
    },
    onDraw: (run) => drawRuns.push(run),
    onRest: rest.onRest,
    draw: frames.draw,
    filterBy: held.filterBy,
  };
}

function momentsOf(items: readonly Item[]): Pick<Timeline, 'moment' | 'inTime'> {
  const times = moments(items);
  const moment = (id: string): number => times.get(id) ?? 0;
  return { moment, inTime: items.toSorted((a, b) => moment(a.id) - moment(b.id)) };
}

/** The present state, and whether its filter shows an item. */
function heldState(initial: State) {
  const showsAll = (_: Item): boolean => true;
  let state = initial;
  let shows = showsAll;
  let predicateOf = (_: Filter): typeof shows => showsAll;
  return {
    get state() {
      return state;
    },
    /** Another function for each filter: the layout is cached by it. */
    get shows() {
      return shows;
    },
    change(change: Partial<State>): void {
      state = { ...state, ...change };
      if (change.filter) shows = predicateOf(change.filter);
    },
    /** Shows all of time, unfiltered, and leaves the form of the filter as it is. */
    reset(): void {
      state = initial;
      shows = showsAll;
    },
    filterBy(filter: typeof predicateOf): void {
      predicateOf = filter;
    },
  };
}

/** @param before is called before the page is printed; what it returns, once it is printed */
function aroundPrint(before: () => () => void): void {
  let after: (() => void) | undefined;
  addEventListener('beforeprint', () => {
    after = before();
  });
  addEventListener('afterprint', () => {
    after?.();
    after = undefined;
  });
}

/** Draws at most once a frame. */
function framesOf(draw: () => void) {
  let requested = 0;
  const drawNow = (): void => {
    requested = 0;
    draw();
  };
  return {
    draw: drawNow,
    request(): void {
      requested ||= requestAnimationFrame(drawNow);
    },
    /** Draws now what is to be drawn at the next frame. */
    flush(): void {
      if (requested === 0) return;
      cancelAnimationFrame(requested);
      drawNow();
    },
  };
}

/** Calls back when nothing has been drawn for a while. */
function restOf() {
  const runs: (() => void)[] = [];
  let timer = 0;
  let until = 0;
  // One timer for all frames of a movement, not one for each.
  const wake = (): void => {
    const left = until - performance.now();
    timer = left > 0 ? window.setTimeout(wake, left) : 0;
    if (timer === 0) for (const run of runs) run();
  };
  return {
    onRest: (run: () => void) => runs.push(run),
    wait(): void {
      until = performance.now() + REST;
      timer ||= window.setTimeout(wake, REST);
    },
  };
}

/** Moves the state to another in steps, fast at first. */
function gliderOf(state: () => State, whole: () => Whole, apply: (change: Partial<State>) => void) {
  let frame = 0;
  const stop = (): void => cancelAnimationFrame(frame);
  const glide: Timeline['glide'] = (change) => {
    stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      apply(change);
      return;
    }
    const from = state();
    const to = { ...from, ...change };
    const began = performance.now();
    const step = (now: number): void => {
      const left = (1 - Math.min((now - began) / GLIDE, 1)) ** 3;
      apply({
        spacing: to.spacing + (from.spacing - to.spacing) * left,
        window: windowBetween(whole(), from.window, to.window, 1 - left),
      });
      if (left > 0) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
  return { glide, stop };
}
