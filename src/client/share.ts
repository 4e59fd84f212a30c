/**
 * Buttons that copy or share, shown if the browser can do it, and links at titles and quotes, which share where they
 * lead. They contact no server. Their texts are in data attributes, so that this script needs no words.
 */
import { copy } from './copy.ts';

const status = document.createElement('p');
status.className = 'sr-only';
status.setAttribute('role', 'status');
document.body.append(status);
const say = document.querySelector<HTMLElement>('main')?.dataset ?? {};

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a.pass');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  event.preventDefault();
  void pass(link);
});

/** Gives a link to the system's share sheet, or else to the clipboard; if neither takes it, follows it. */
async function pass(link: HTMLAnchorElement): Promise<void> {
  const url = link.href;
  const title = link.closest('article')?.querySelector('h1, h2')?.textContent ?? document.title;
  status.textContent = '';
  try {
    if ('share' in navigator) return await navigator.share({ url, title });
  } catch (error) {
    // The reader closed the sheet.
    if ((error as Error).name === 'AbortError') return;
  }
  try {
    await navigator.clipboard.writeText(url);
    status.textContent = say['copied'] ?? '';
    link.dataset['done'] = status.textContent;
    setTimeout(() => delete link.dataset['done'], 2000);
  } catch {
    status.textContent = say['refused'] ?? '';
    location.assign(url);
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = !('clipboard' in navigator);
  const { copy: text = '', copied = '', refused = '' } = button.dataset;
  button.addEventListener('click', () => void copy(button, text, [copied, refused]));
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
  button.hidden = !('share' in navigator);
  const { share: url = '', title = '' } = button.dataset;
  // The promise is also rejected when the reader closes the sheet.
  button.addEventListener('click', () => void navigator.share({ url, title }).catch(() => {}));
}
