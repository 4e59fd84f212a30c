/** The slider and the buttons. They do whatever a gesture does. */
import * as words from '#words';
import { copy } from './copy.ts';
import { moves } from './moves.ts';
import type { Timeline } from './timeline.ts';

export function controls(timeline: Timeline): void {
  const { root } = timeline;
  spacingSlider(timeline);
  const { zoom, pan, fit } = moves(timeline);
  /** Fetches the code for it at the first press. */
  const save = async (button: HTMLButtonElement): Promise<void> =>
    (await import('./save-picture.ts')).savePicture(root, button);
  const actions: Record<string, (button: HTMLButtonElement) => unknown> = {
    in: () => zoom(1),
    out: () => zoom(-1),
    earlier: () => pan(-1),
    later: () => pan(1),
    fit,
    svg: save,
    png: save,
    copy: (button) => void copy(button, location.href, [words.copied, words.copyByHand]),
  };
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-do]')) {
    const act = actions[button.dataset['do'] ?? ''];
    if (act) button.addEventListener('click', () => act(button));
  }
  disableInWhole(timeline);
  for (const control of root.querySelectorAll<HTMLInputElement>(':is(.tools, .saving) [disabled]'))
    control.disabled = false;
}

/** The slider for the spacing, in hundredths. */
function spacingSlider(timeline: Timeline): void {
  const slider = timeline.root.querySelector<HTMLInputElement>('input[type="range"]');
  if (!slider) return;
  const name = (): void =>
    slider.setAttribute('aria-valuetext', words.spacingName(slider.valueAsNumber / 100));
  const follow = (): void => {
    slider.valueAsNumber = Math.round(timeline.state.spacing * 100);
    name();
  };
  slider.addEventListener('input', () => {
    name();
    timeline.glide({ spacing: slider.valueAsNumber / 100 });
  });
  // Only at rest: during a glide, the slider is already where the view is going.
  timeline.onRest(follow);
  follow();
}

/** With all of time in view, buttons that would do nothing are disabled for assistive technology, but keep the focus. */
function disableInWhole(timeline: Timeline): void {
  const buttons = ['out', 'earlier', 'later', 'fit'].map((name) =>
    timeline.root.querySelector(`button[data-do="${name}"]`),
  );
  let last = '';
  timeline.onDraw(() => {
    const disabled = String(!timeline.state.window);
    if (disabled === last) return;
    last = disabled;
    for (const button of buttons) button?.setAttribute('aria-disabled', disabled);
  });
}
