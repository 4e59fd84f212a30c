/** Buttons that copy or share, shown where the browser can. Nothing leaves for anywhere else. */
import { copy } from './copy.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = !('clipboard' in navigator);
  button.addEventListener(
    'click',
    () => void copy(button, button.dataset['copy'] ?? '', 'Not allowed to copy'),
  );
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
  button.hidden = !('share' in navigator);
  const { share: url = '', title = '' } = button.dataset;
  // Closing the sheet is no failure.
  button.addEventListener('click', () => void navigator.share({ url, title }).catch(() => {}));
}
