/**
 * Buttons that copy or share, shown if the browser can do it. They contact no server. Their texts are in their data
 * attributes, so that this script needs no words.
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
  // The promise is also rejected when the reader closes the sheet.
  button.addEventListener('click', () => void navigator.share({ url, title }).catch(() => {}));
}
