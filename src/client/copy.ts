/**
 * Copies a text. The button says for two seconds whether that succeeded.
 * @param labels of the button, in case of success and of failure
 */
export async function copy(
  button: HTMLButtonElement,
  text: string,
  labels: [copied: string, refused: string],
): Promise<void> {
  const label = button.textContent;
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  button.textContent = labels[done ? 0 : 1];
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}
