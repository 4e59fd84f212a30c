/**
 * Steps through slides: by arrow and page keys (which clickers send), the space bar, Home and End, a swipe, or a click
 * on a mark. Esc leaves to the event in the story. The address names the slide; steps replace it, so that the browser's
 * back button leaves the presentation.
 */
import { anchorInAddress } from './hash.ts';

/** Pixels that a finger moves sideways at least in a swipe. */
const SWIPE = 50;

const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
const marks = document.querySelectorAll<SVGElement>('.present .mark');
const leave = document.querySelector<HTMLAnchorElement>('.leave');
const backwards = document.documentElement.dir === 'rtl';

const here = (): number =>
  Math.max(
    slides.findIndex(({ id }) => id === anchorInAddress()),
    0,
  );

/** Shows which mark is the slide's; where the leaving link leads. */
function tell(): void {
  const slide = slides[here()];
  if (!slide) return;
  for (const mark of marks)
    mark.classList.toggle('here', mark.dataset['key'] === slide.dataset['mark']);
  if (leave) leave.hash = slide.id;
}

function go(to: number): void {
  const slide = slides[to];
  if (!slide) return;
  location.replace(`#${slide.id}`);
  // The event of the changed address comes later, and the next key may come first.
  tell();
}

/** One step; beyond the first and the last slide, to the neighbouring part of the story. */
function step(by: 1 | -1): void {
  const link = slides[here()]?.querySelector<HTMLAnchorElement>(
    by > 0 ? '[rel=next]' : '[rel=prev]',
  );
  if (link?.hash && link.pathname === location.pathname) go(here() + by);
  else link?.click();
}

const KEYS: Record<string, () => void> = {
  ArrowRight: () => step(backwards ? -1 : 1),
  ArrowLeft: () => step(backwards ? 1 : -1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  PageDown: () => step(1),
  PageUp: () => step(-1),
  Home: () => go(0),
  End: () => go(slides.length - 1),
  Escape: () => leave?.click(),
};

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const onControl = event.target instanceof Element && event.target.closest('a, button');
  const act =
    event.key === ' ' && !onControl ? () => step(event.shiftKey ? -1 : 1) : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

let from: { x: number; y: number } | null = null;
document.addEventListener(
  'touchstart',
  ({ touches: [touch, second] }) => {
    from = touch && !second ? { x: touch.clientX, y: touch.clientY } : null;
  },
  { passive: true },
);
document.addEventListener('touchend', ({ changedTouches: [touch] }) => {
  if (!from || !touch) return;
  const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
  if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) step(x < 0 === backwards ? -1 : 1);
  from = null;
});

for (const mark of marks)
  mark.addEventListener('click', () =>
    go(slides.findIndex((slide) => slide.dataset['mark'] === mark.dataset['key'])),
  );

addEventListener('hashchange', tell);
tell();
