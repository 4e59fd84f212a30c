/** The drawings of one timeline: a chart for each width, of which the screen shows one, and the line of the reading bar. */
import {
  draw,
  type Handover,
  type Item,
  layout,
  lineHeight,
  lineView,
  type Scene,
  type View,
  wholeView,
} from '../timeline/index.ts';
import type { State } from './state.ts';

export interface Charts {
  all: readonly SVGSVGElement[];
  /** The one that the width of the screen shows. */
  shown(): SVGSVGElement;
  /** Finds out again which one is shown. @returns whether it is another one */
  measure(): boolean;
  /** The scene of the shown chart. */
  layout(state: State, shows: (item: Item) => boolean): Scene;
  /** Draws the shown chart, for as long as it moves. */
  draw(state: State, shows: (item: Item) => boolean): Scene;
  /** Draws the shown chart as it stays. */
  settle(scene: Scene): void;
  /** Draws all of time as a line that fills an `<svg>`. @returns its view; `null` where it has no size */
  drawLine(svg: SVGSVGElement, shows: (item: Item) => boolean): View | null;
  /** Draws all charts, for paper. */
  drawAll(state: State, shows: (item: Item) => boolean): void;
}

export const widthOf = (svg: SVGSVGElement): number => svg.viewBox.baseVal.width;

/** @param href the address that an event's mark links to */
export function chartsOf(
  root: HTMLElement,
  { items, lanes, spacing, language, direction }: Handover,
  href: (id: string) => string,
): Charts {
  // The target of an embed's links.
  const target = document.querySelector('base')?.target;
  const all = [...root.querySelectorAll<SVGSVGElement>('svg.timeline')];
  const findShown = (): SVGSVGElement =>
    all.find((svg) => svg.getBoundingClientRect().width > 0) ?? (all[0] as SVGSVGElement);
  // Cached: measuring every frame would force a second layout.
  let shown = findShown();

  const wholeViews = new Map<SVGSVGElement, View>();
  const wholeViewOf = (svg: SVGSVGElement): View => {
    const orientation = svg.classList.contains('down') ? 'down' : 'across';
    const reach = Number(svg.dataset['reach']);
    const width = widthOf(svg);
    const whole = wholeView({ orientation, width, spacing, language, direction, reach });
    // Each view is as high as all of time at the site's spacing, so that no lane moves; `down` is as long as it needs.
    return orientation === 'across' ? { ...whole, room: layout(items, lanes, whole).room } : whole;
  };
  const viewOf = (svg: SVGSVGElement, { window, spacing }: State): View => {
    const whole = wholeViews.get(svg) ?? wholeViewOf(svg);
    wholeViews.set(svg, whole);
    return { ...whole, spacing, window };
  };

  return {
    all,
    shown: () => shown,
    measure() {
      const before = shown;
      shown = findShown();
      return shown !== before;
    },
    layout: (state, shows) => layout(items, lanes, viewOf(shown, state), shows),
    draw(state, shows) {
      const view = viewOf(shown, state);
      const scene = layout(items, lanes, view, shows);
      draw(shown, scene, href, target, true);
      return scene;
    },
    settle(scene) {
      if (widthOf(shown) === scene.width) draw(shown, scene, href, target);
    },
    drawLine(svg, shows) {
      const { width, height } = svg.getBoundingClientRect();
      if (width === 0 || height === 0) return null;
      const room = Math.round((width * lineHeight(lanes.length)) / height);
      const view = lineView({ orientation: 'across', width: room, spacing, language, direction });
      draw(svg, layout(items, lanes, view, shows), null);
      return view;
    },
    drawAll(state, shows) {
      for (const svg of all)
        draw(svg, layout(items, lanes, viewOf(svg, state), shows), href, target);
    },
  };
}
