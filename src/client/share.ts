/**
 * Buttons that copy or share, shown where the browser can. Nothing leaves for anywhere else. What they say comes with
 * them, so that no words have to be fetched.
 */
import { copy } from './copy.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = !('clipboard' in navigator);
  const { copy: text = '', copied = '', refused = '' } = button.dataset;
  button.addEventListener('click', () => void copy(button, text, [copied, refused]));
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
  button.hidden = !('share' in navigator);
  const { share: url = '', title = '' } = button.dataset;
  // Closing the sheet is no failure.
  button.addEventListener('click', () => void navigator.share({ url, title }).catch(() => {}));
}
