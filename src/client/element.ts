/** `<time-line>`: takes over the drawing that the server made, and makes it interactive. */
import { fitWindow, fromJson, roundWindow } from '../timeline/index.ts';
import { brush } from './brush.ts';
import { controls } from './controls.ts';
import { describeEmpty, describeView, emptyView } from './describe.ts';
import { filterForm } from './filter-form.ts';
import { gestures } from './gestures.ts';
import { anchorInAddress } from './hash.ts';
import { keyboard } from './keyboard.ts';
import { preview } from './preview.ts';
import { readState, writeState } from './query.ts';
import { stageOf } from './stage.ts';
import { story } from './story.ts';
import type { Timeline } from './timeline.ts';

/** @param json the server's handover */
function start(root: HTMLElement, json: string): void {
  const handover = fromJson(json);
  const stage = stageOf(root, handover);
  stage.filterBy(filterForm(stage));
  const readAddress = (): void => {
    stage.set(readState(new URLSearchParams(location.search), handover.spacing));
    stage.set({ window: fitWindow(stage.whole(), stage.state.window) });
  };
  readAddress();
  for (const part of [controls, gestures, emptyView, keyboard, brush, preview, story]) part(stage);
  stage.onRest(() => writeAddress(stage, handover.spacing));
  addEventListener('popstate', readAddress);
  announce(stage);
  root.classList.add('running');
  stage.draw();
  if (import.meta.env.MAP) void withMap(stage);
}

/** Fetches what only pages with a map of places need. */
async function withMap(stage: Timeline): Promise<void> {
  const map = document.querySelector('.place-map');
  if (map) (await import('./places.ts')).placeMap(stage, map);
}

/** The address follows the view at rest, without an entry in the history. */
function writeAddress({ state, whole }: Timeline, siteSpacing: number): void {
  const window = roundWindow(whole(), state.window);
  const query = writeState({ ...state, window }, siteSpacing).toString();
  // Colons and commas need no escape in a query.
  const search = query && `?${query.replace(/%3A|%2C/g, decodeURIComponent)}`;
  if (search !== location.search)
    history.replaceState(history.state, '', location.pathname + search + location.hash);
}

/** The live region describes every view at rest, but the one that the page opens with only if it is empty. */
function announce(timeline: Timeline): void {
  const live = timeline.root.querySelector('[aria-live]');
  let last = describeEmpty(timeline) ? '' : describeView(timeline);
  timeline.onRest(() => {
    const text = describeView(timeline);
    if (live && last !== text) live.textContent = text;
    last = text;
  });
}

/** Takes the handover from the page, or, where it is too large for that, fetches it once the page has loaded. */
function begin(root: HTMLElement): void {
  const json = root.querySelector('script[type="application/json"]')?.textContent;
  const { items } = root.dataset;
  if (json) start(root, json);
  else if (items)
    afterLoad(async () => {
      const response = await fetch(items);
      // Without it the drawing stays as it is, and its links work.
      if (response.ok) start(root, await response.text());
    });
}

/** At once where the address names an anchor that is not on the page. */
function afterLoad(run: () => Promise<void>): void {
  const missing = location.hash && !document.getElementById(anchorInAddress());
  if (missing || document.readyState === 'complete') void run();
  else addEventListener('load', () => void run(), { once: true });
}

customElements.define(
  'time-line',
  class extends HTMLElement {
    #begun = false;

    connectedCallback(): void {
      // Once, however often the element is moved.
      if (!this.#begun) begin(this);
      this.#begun = true;
    }
  },
);
