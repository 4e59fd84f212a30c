/** The slider and the buttons: whatever a gesture does, they do too. */
import { panBy, zoomBy } from '../timeline/index.ts';
import type { Timeline } from './timeline.ts';
import { spacingName } from './words.ts';

/** How far a button or a key moves, as a share of the view. */
export const STEP = 0.35;
export const ZOOM = 1.8;

export function controls(timeline: Timeline): void {
  const { root } = timeline;
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]');
  const say = (): void => {
    if (!slider) return;
    slider.valueAsNumber = Math.round((1 - timeline.state.alpha) * 100);
    name();
  };
  const name = (): void => {
    slider?.setAttribute('aria-valuetext', spacingName(slider.valueAsNumber / 100));
  };
  slider?.addEventListener('input', () => {
    name();
    timeline.glide({ alpha: (100 - slider.valueAsNumber) / 100 });
  });
  // At rest: while the marks glide, the slider is already where they are going.
  timeline.onRest(say);
  say();

  const length = (): number => {
    const { edges } = timeline.whole();
    return edges[1] - edges[0];
  };
  const pan = (share: number): void =>
    timeline.glide({ window: panBy(timeline.whole(), timeline.state.window, share * length()) });
  const actions: Record<string, (button: HTMLButtonElement) => void> = {
    in: () => timeline.glide({ window: zoomBy(timeline.whole(), timeline.state.window, ZOOM) }),
    out: () =>
      timeline.glide({ window: zoomBy(timeline.whole(), timeline.state.window, 1 / ZOOM) }),
    earlier: () => pan(-STEP),
    later: () => pan(STEP),
    fit: () => timeline.glide({ window: null }),
    copy: (button) => void copyLink(button),
  };
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-do]')) {
    const act = actions[button.dataset['do'] ?? ''];
    if (act) button.addEventListener('click', () => act(button));
  }
  const buttons = (name: string): HTMLButtonElement | null =>
    root.querySelector(`button[data-do="${name}"]`);
  // A button that would do nothing says so, and keeps the focus.
  timeline.onDraw(() => {
    const { window } = timeline.state;
    for (const name of ['out', 'earlier', 'later', 'fit'])
      buttons(name)?.setAttribute('aria-disabled', String(!window));
  });
  for (const control of root.querySelectorAll<HTMLInputElement>('.tools [disabled]'))
    control.disabled = false;
}

async function copyLink(button: HTMLButtonElement): Promise<void> {
  const usual = button.textContent;
  const done = await navigator.clipboard.writeText(location.href).then(
    () => true,
    () => false,
  );
  button.textContent = done ? 'Copied' : 'Copy the address above';
  setTimeout(() => {
    button.textContent = usual;
  }, 2000);
}
