/**
 * Cuts a text before its last three words, which are to stand on one line: two alone at a paragraph's end look lost.
 * The characters stay as they are.
 */
export function lastWords(text: string): { head: string; tail: string } {
  const at = /\S+\s+\S+\s+\S+\s*$/.exec(text)?.index ?? text.length;
  return { head: text.slice(0, at), tail: text.slice(at) };
}
