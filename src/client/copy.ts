/**
 * Copies a text and says on the button, for a moment, whether it could.
 * @param said what to say: that it is copied, and that it could not be
 */
export async function copy(
  button: HTMLButtonElement,
  text: string,
  said: [copied: string, refused: string],
): Promise<void> {
  const usual = button.textContent;
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  button.textContent = said[done ? 0 : 1];
  setTimeout(() => {
    button.textContent = usual;
  }, 2000);
}
