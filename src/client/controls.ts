/** The slider and the buttons: whatever a gesture does, they do too. */
import * as words from '#words';
import { copy } from './copy.ts';
import { moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

export function controls(timeline: Timeline): void {
  const { root } = timeline;
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]');
  const say = (): void => {
    if (!slider) return;
    slider.valueAsNumber = Math.round((1 - timeline.state.alpha) * 100);
    name();
  };
  const name = (): void => {
    slider?.setAttribute('aria-valuetext', words.spacingName(slider.valueAsNumber / 100));
  };
  slider?.addEventListener('input', () => {
    name();
    timeline.glide({ alpha: (100 - slider.valueAsNumber) / 100 });
  });
  // At rest: while the marks glide, the slider is already where they are going.
  timeline.onRest(say);
  say();

  const { zoom, pan, fit } = moves(timeline);
  const actions: Record<string, (button: HTMLButtonElement) => void> = {
    in: () => zoom(1),
    out: () => zoom(-1),
    earlier: () => pan(-1),
    later: () => pan(1),
    fit,
    copy: (button) => void copy(button, location.href, [words.copied, words.copyByHand]),
  };
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-do]')) {
    const act = actions[button.dataset['do'] ?? ''];
    if (act) button.addEventListener('click', () => act(button));
  }
  const buttons = (name: string): HTMLButtonElement | null =>
    root.querySelector(`button[data-do="${name}"]`);
  // A button that would do nothing says so, and keeps the focus.
  let said = '';
  timeline.onDraw(() => {
    const disabled = String(!timeline.state.window);
    if (disabled === said) return;
    said = disabled;
    for (const name of ['out', 'earlier', 'later', 'fit'])
      buttons(name)?.setAttribute('aria-disabled', disabled);
  });
  for (const control of root.querySelectorAll<HTMLInputElement>('.tools [disabled]'))
    control.disabled = false;
}
