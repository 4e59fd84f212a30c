/** Copies a text and says on the button, for a moment, whether it could. */
export async function copy(
  button: HTMLButtonElement,
  text: string,
  refused: string,
): Promise<void> {
  const usual = button.textContent;
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  button.textContent = done ? 'Copied' : refused;
  setTimeout(() => {
    button.textContent = usual;
  }, 2000);
}
