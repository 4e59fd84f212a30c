/** Opens a picture large, in the dialog beside it. A click with a key, as for a new tab, follows the link. */
document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey || altKey) return;
  const link = target.closest('.enlarges');
  const dialog = target.closest('.medium')?.querySelector('dialog');
  if (!dialog) return;
  if (target.closest('.shuts')) dialog.close();
  if (!link) return;
  event.preventDefault();
  if (!dialog.querySelector('picture')) {
    const picture = link.querySelector('picture')?.cloneNode(true) as HTMLPictureElement;
    for (const source of picture.querySelectorAll('source')) source.sizes = '100vw';
    dialog.append(picture);
  }
  dialog.showModal();
});
