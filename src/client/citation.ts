/**
 * A citation opens its quote in a popover, in the whole sentence with the cited words marked, and a link to an outside
 * reference its entry. Without this script, or in a browser without popovers, they lead further down the page.
 */

/** Pixels between the words and the quote, and between the quote and the window's edge. */
const GAP = 8;

const panel = document.createElement('div');
panel.className = 'citation';
panel.id = 'citation';
panel.tabIndex = -1;
panel.setAttribute('popover', '');
panel.setAttribute('role', 'group');

/** The citation whose quote is open, and whether it was open already when the pointer was pressed on it. */
let open: HTMLAnchorElement | null = null;
let pressed = false;

const anchorOf = (link: HTMLAnchorElement): string => decodeURIComponent(link.hash.slice(1));
const citationAt = ({ target }: Event): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[aria-expanded]') : null;

/** Puts the quote below the citation, or above if there is more room; never out of the window. */
function position(link: HTMLElement): void {
  const lines = [...link.getClientRects()];
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  panel.style.maxHeight = '';
  const { offsetWidth: width, offsetHeight: height } = panel;
  const { clientWidth, clientHeight } = document.documentElement;
  const [above, below] = [first.top - 2 * GAP, clientHeight - last.bottom - 2 * GAP];
  const up = height > below && above > below;
  const shown = Math.min(height, Math.max(above, below));
  panel.style.maxHeight = `${shown}px`;
  const from = getComputedStyle(panel).direction === 'rtl' ? last.right - width : last.left;
  panel.style.left = `${scrollX + Math.max(GAP, Math.min(from, clientWidth - width - GAP))}px`;
  panel.style.top = `${scrollY + (up ? first.top - GAP - shown : last.bottom + GAP)}px`;
}

/** A copy of what a link leads to; of a quote in another's sentence that sentence, with its own words marked. */
function copyFor(link: HTMLAnchorElement, target: Element): Node[] {
  const copy = (target.closest('.quote') ?? target).cloneNode(true) as Element;
  for (const node of [copy, ...copy.querySelectorAll('[id]')]) node.removeAttribute('id');
  const cited = anchorOf(link);
  for (const node of copy.querySelectorAll<HTMLElement>('[data-quotes]')) {
    const own = node.dataset['quotes']?.split(' ').includes(cited) ?? false;
    if (node.localName === 'mark') node.classList.toggle('cited', own);
    else if (!own) node.remove();
  }
  // A quote has the same anchor on every page.
  for (const to of copy.querySelectorAll<HTMLAnchorElement>('.pass, figcaption > .passage'))
    if (to.hash.startsWith('#q-')) to.hash = link.hash;
  return copy.matches('li') ? [...copy.childNodes] : [copy];
}

function show(link: HTMLAnchorElement, quote: Element): void {
  panel.replaceChildren(...copyFor(link, quote));
  // The label is in the page: importing the words would cost another request.
  panel.setAttribute(
    'aria-label',
    quote.closest<HTMLElement>('[data-panel]')?.dataset['panel'] ?? '',
  );
  link.after(panel);
  panel.showPopover();
  open = link;
  link.setAttribute('aria-expanded', 'true');
  link.setAttribute('aria-details', panel.id);
  position(link);
  panel.focus({ preventScroll: true });
}

function closed(): void {
  const link = open;
  open = null;
  link?.setAttribute('aria-expanded', 'false');
  link?.removeAttribute('aria-details');
  // Unless the reader has moved the focus elsewhere.
  if (panel.contains(document.activeElement)) link?.focus({ preventScroll: true });
}

if ('showPopover' in panel) {
  const targetOf = (link: HTMLAnchorElement) => document.getElementById(anchorOf(link));
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    'a:is([href^="#q-"], [href^="#ref-"])',
  ))
    if (targetOf(link)) link.setAttribute('aria-expanded', 'false');

  panel.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') closed();
  });
  // The press closes an open quote before the click arrives, which must not open it again.
  document.addEventListener(
    'pointerdown',
    (event) => {
      pressed = open !== null && citationAt(event) === open;
    },
    true,
  );
  document.addEventListener('click', (event) => {
    const link = citationAt(event);
    const target = link && targetOf(link);
    if (!target || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    const again = pressed || open === link;
    pressed = false;
    if (panel.matches(':popover-open')) panel.hidePopover();
    if (!again) show(link, target);
  });
  addEventListener('resize', () => {
    if (open) position(open);
  });
}

// Makes this file a module.
export {};
