/** Buttons that copy or share, shown where the browser can. Nothing leaves for anywhere else. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = !('clipboard' in navigator);
  button.addEventListener('click', () => void copy(button));
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
  button.hidden = !('share' in navigator);
  const { share: url = '', title = '' } = button.dataset;
  // Closing the sheet is no failure.
  button.addEventListener('click', () => void navigator.share({ url, title }).catch(() => {}));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const usual = button.textContent;
  const done = await navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
    () => true,
    () => false,
  );
  button.textContent = done ? 'Copied' : 'Not allowed to copy';
  setTimeout(() => {
    button.textContent = usual;
  }, 2000);
}

// A module, whose names are its own.
export {};
