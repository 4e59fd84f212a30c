/** `<time-line>`: brings the drawing that the server made to life. Everything else in this folder serves it. */
import { select } from 'd3-selection';
import {
  centreOn,
  draw,
  type Extent,
  fitWindow,
  type Item,
  type Lane,
  layout,
  moments,
  type Scene,
  type View,
  type Whole,
  wholeOf,
  wholeView,
  windowBetween,
} from '../timeline/index.ts';
import { brush } from './brush.ts';
import { controls } from './controls.ts';
import { describeView } from './describe.ts';
import { filterForm } from './filter.ts';
import { gestures } from './gestures.ts';
import { keyboard } from './keyboard.ts';
import { type Facts, placesOf, type Story } from './places.ts';
import { preview } from './preview.ts';
import { noFilter, readState, type State, writeState } from './query.ts';
import { story } from './story.ts';

/** What the server hands over; infinite ends are `null` in JSON. */
interface Data {
  items: (Omit<Item, 'range' | 'solid'> & {
    range: { lo: number | null; hi: number | null };
    solid: { lo: number | null; hi: number | null } | null;
  })[];
  lanes: Lane[];
  alpha: number;
  language: string;
  direction: View['direction'];
  /** Of a story in parts. */
  story?: Story;
}

/** What the parts of a timeline share. */
export interface Timeline {
  root: HTMLElement;
  items: readonly Item[];
  /** The same in the order of their moments. */
  inTime: readonly Item[];
  language: string;
  /** Which way time runs across. */
  direction: View['direction'];
  state: Readonly<State>;
  /** The elasticity at rest. */
  usual: number;
  /** The drawing that the screen's width shows. */
  chart(): SVGSVGElement;
  /** What it shows. */
  scene(): Scene;
  /** All of time at the present elasticity, along the chart. */
  whole(): Whole;
  shows(item: Item): boolean;
  /** Of a story in parts, where the article of an anchor stands if that is another page. */
  elsewhere(anchor: string): string | null;
  /** Of a story in parts, what the filter asks of an event. */
  facts(id: string): Facts | null;
  /** Changes what is shown, at the next frame. */
  set(change: Partial<State>): void;
  /** Glides to another window or elasticity; at once where motion is not wanted. */
  glide(change: Partial<Pick<State, 'window' | 'alpha'>>): void;
  /** The moment of an item's mark. */
  moment(id: string): number;
  /** Brings the mark that stands for an item into view, and then runs. */
  reveal(id: string, then: () => void): void;
  /** Runs after every drawing. */
  onDraw(run: () => void): void;
  /** Runs whenever the view has come to rest. */
  onRest(run: () => void): void;
  /** Runs once, when the view next comes to rest. */
  atRest(run: () => void): void;
}

const REST = 250;
const GLIDE = 220;

const revive = ({ lo, hi }: { lo: number | null; hi: number | null }): Extent => ({
  lo: lo ?? -Infinity,
  hi: hi ?? Infinity,
});

function start(root: HTMLElement, data: Data): void {
  const items = data.items.map(
    (item): Item => ({
      ...item,
      range: revive(item.range),
      solid: item.solid && revive(item.solid),
    }),
  );
  const { lanes, language, direction, alpha: usual } = data;
  const charts = [...root.querySelectorAll<SVGSVGElement>('svg.timeline')];
  const strip = root.querySelector<HTMLElement>('.strip');
  const drawRuns: (() => void)[] = [];
  const restRuns: (() => void)[] = [];
  const onceAtRest: (() => void)[] = [];
  const times = moments(items);
  const inTime = items.toSorted((a, b) => (times.get(a.id) ?? 0) - (times.get(b.id) ?? 0));

  let state: State = { window: null, alpha: usual, filter: noFilter };
  let matches: (item: Item) => boolean = () => true;
  let scene: Scene | null = null;
  let frame = 0;
  let rest = 0;
  let gliding = 0;

  const widthOf = (svg: SVGSVGElement): number => svg.viewBox.baseVal.width;
  const isShown = (svg: SVGSVGElement): boolean => svg.getBoundingClientRect().width > 0;
  const findShown = (): SVGSVGElement => charts.find(isShown) ?? (charts[0] as SVGSVGElement);
  // Asking for it anew at every drawing would have the page laid out twice.
  let shown = findShown();
  const chart = (): SVGSVGElement => shown;
  const rooms = new Map<SVGSVGElement, View['room']>();
  const viewOf = (svg: SVGSVGElement): View => {
    const orientation = svg.classList.contains('down') ? 'down' : 'across';
    const whole = wholeView({
      orientation,
      width: widthOf(svg),
      alpha: usual,
      language,
      direction,
    });
    // The room of the view at rest holds for all, so that nothing jumps; what runs down takes what it needs.
    if (orientation === 'across' && !rooms.has(svg))
      rooms.set(svg, layout(items, lanes, whole).room);
    return { ...whole, alpha: state.alpha, window: state.window, room: rooms.get(svg) ?? null };
  };

  const { elsewhere, facts } = placesOf(items, data.story, root.dataset['part']);
  const href = (id: string): string => elsewhere(id) ?? `#${id}`;

  function redraw(): void {
    frame = 0;
    const svg = chart();
    const view = viewOf(svg);
    scene = layout(items, lanes, view, matches);
    draw(select(svg), scene, href);
    const compact = strip?.querySelector<SVGSVGElement>('svg.compact');
    if (compact && strip?.classList.contains('stuck') && view.orientation === 'across')
      draw(select(compact), layout(items, lanes, { ...view, compact: true }, matches), href);
    for (const run of drawRuns) run();
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      for (const run of [...restRuns, ...onceAtRest.splice(0)]) run();
    }, REST);
  }

  /** What is to be drawn at the next frame, now. */
  const drawNow = (): void => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    redraw();
  };
  const apply = (change: Partial<State>): void => {
    state = { ...state, ...change };
    if (change.filter) matches = filter(change.filter);
    frame ||= requestAnimationFrame(redraw);
  };

  const timeline: Timeline = {
    ...{ root, items, inTime, language, direction, usual, elsewhere, facts },
    get state() {
      return state;
    },
    chart,
    scene: () => scene ?? layout(items, lanes, viewOf(chart()), matches),
    whole: () => wholeOf(items, state.alpha, Math.max(widthOf(chart()), 760)),
    shows: (item) => matches(item),
    set(change) {
      // Whoever moves the view takes it from whatever still glides.
      if ('window' in change || 'alpha' in change) cancelAnimationFrame(gliding);
      apply(change);
    },
    glide(change) {
      cancelAnimationFrame(gliding);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        apply(change);
        return;
      }
      const from = state;
      const to = { ...state, ...change };
      const began = performance.now();
      const step = (now: number): void => {
        const left = (1 - Math.min((now - began) / GLIDE, 1)) ** 3;
        apply({
          alpha: to.alpha + (from.alpha - to.alpha) * left,
          window: windowBetween(timeline.whole(), from.window, to.window, 1 - left),
        });
        if (left > 0) gliding = requestAnimationFrame(step);
      };
      gliding = requestAnimationFrame(step);
    },
    moment: (id) => times.get(id) ?? 0,
    reveal(id, then) {
      drawNow();
      // The mark of several may stand outside of a view that an event of theirs is in.
      if (!timeline.scene().marks.some(({ ids }) => ids.includes(id))) {
        const window = centreOn(timeline.whole(), state.window, timeline.moment(id));
        timeline.set({ window });
        drawNow();
      }
      then();
    },
    onDraw: (run) => drawRuns.push(run),
    onRest: (run) => restRuns.push(run),
    atRest: (run) => onceAtRest.push(run),
  };

  const filter = filterForm(timeline);
  /** Takes the state from the address, as far as it makes sense here. */
  const readAddress = (): void => {
    timeline.set(readState(new URLSearchParams(location.search), usual));
    timeline.set({ window: fitWindow(timeline.whole(), state.window) });
  };
  readAddress();
  for (const part of [controls, gestures, keyboard, brush, preview, story]) part(timeline);

  // The address follows the view at rest; going back and forth brings views back.
  timeline.onRest(() => {
    const query = writeState(state, usual).toString();
    const address = location.pathname + (query && `?${query}`) + location.hash;
    if (address !== location.pathname + location.search + location.hash)
      history.replaceState(history.state, '', address);
  });
  addEventListener('popstate', readAddress);

  const live = root.querySelector('[aria-live]');
  // Nothing is said of the view that the page opens with.
  let said = describeView(timeline);
  timeline.onRest(() => {
    const words = describeView(timeline);
    if (live && said !== words) live.textContent = words;
    said = words;
  });

  // Another width shows another of the drawings, and paper shows all of time.
  const observer = new ResizeObserver(() => {
    const before = shown;
    shown = findShown();
    if (shown !== before) timeline.set({});
  });
  for (const svg of charts) observer.observe(svg);
  let beforePrint: Partial<State> | null = null;
  addEventListener('beforeprint', () => {
    beforePrint = state;
    state = { window: null, alpha: usual, filter: noFilter };
    matches = () => true;
    for (const svg of charts) draw(select(svg), layout(items, lanes, viewOf(svg)), href);
  });
  addEventListener('afterprint', () => {
    if (beforePrint) timeline.set(beforePrint);
    beforePrint = null;
  });

  root.classList.add('running');
  redraw();
}

/** Takes the data from the page, or fetches what is too much for it once the page itself is there. */
function begin(root: HTMLElement): void {
  const json = root.querySelector('script[type="application/json"]')?.textContent;
  const { items } = root.dataset;
  if (json) start(root, JSON.parse(json) as Data);
  else if (items)
    afterLoad(async () => {
      const response = await fetch(items);
      // Without it the drawing stays as it is, and its links lead.
      if (response.ok) start(root, (await response.json()) as Data);
    });
}

/** At once where the address names what the page does not hold. */
function afterLoad(run: () => Promise<void>): void {
  const missing = location.hash && !document.getElementById(location.hash.slice(1));
  if (missing || document.readyState === 'complete') void run();
  else addEventListener('load', () => void run(), { once: true });
}

customElements.define(
  'time-line',
  class extends HTMLElement {
    #begun = false;

    connectedCallback(): void {
      // Once, however often it is moved.
      if (!this.#begun) begin(this);
      this.#begun = true;
    }
  },
);
